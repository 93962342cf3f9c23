"""Print any object as text or HTML: choose its view, then the format."""

from functools import singledispatch
from typing import cast

from psykavtal.agreements.comparison.rows import Comparison
from psykavtal.agreements.escalation.queries import Escalation
from psykavtal.cases.what_applies import WhatApplies
from psykavtal.errors import InvalidValueError
from psykavtal.model import arguments
from psykavtal.model.answers import Answer, AnswerBase
from psykavtal.model.wording import LANGUAGES
from psykavtal.output.escaping import html_text
from psykavtal.output.html import html
from psykavtal.output.text import text
from psykavtal.output.views.answer_view import answer_report
from psykavtal.output.views.case_view import case_report
from psykavtal.output.views.comparison_view import comparison_report
from psykavtal.output.views.escalation_view import escalation_report

_NOTEBOOK_LANG = "sv"


@singledispatch
def html_of(value: object) -> str:
    """Return an object as HTML for a notebook; its `repr` if it has no view."""
    return f"<pre>{html_text(repr(value))}</pre>"


@html_of.register
def _comparison(value: Comparison) -> str:
    return html(comparison_report(value, sources=True, in_code=True), _NOTEBOOK_LANG)


@html_of.register(AnswerBase)
def _answer(value: AnswerBase[object]) -> str:
    answer = cast("Answer[object]", value)
    return html(answer_report(answer, lambda thing_id, _: thing_id), _NOTEBOOK_LANG)


@html_of.register
def _what_applies(value: WhatApplies) -> str:
    return html(case_report(value), _NOTEBOOK_LANG)


@html_of.register
def _escalation(value: Escalation) -> str:
    return html(escalation_report(value), _NOTEBOOK_LANG)


def text_of(value: object, lang: str) -> str:
    """Return an object as text.

    Raises:
        InvalidValueError: the object has no text, or the language is unknown.
    """
    if lang not in LANGUAGES:
        raise InvalidValueError(f"unknown language {lang!r}.", value=lang, fix=f"One of: {', '.join(LANGUAGES)}.")
    if not isinstance(value, WhatApplies):
        raise InvalidValueError(f"a {type(value).__name__} has no text.")
    return text(case_report(value), lang)


def escalation_text(escalation: Escalation, *, lang: str = "sv", sources: bool = False) -> str:
    """Return the routes of an edition as text: each occasion, each reading, where the text stops.

    Args:
        escalation: the escalation of an edition.
        lang: the language of everything but names.
        sources: include the citations of each step.
    """
    arguments.instance(escalation, Escalation, "escalation", "Give `edition.escalation`.")
    return text(escalation_report(escalation, sources=sources), lang, width=None)
