"""Print objects as text: choose the view of an object, then print its report."""

from psykavtal.agreements.audit.audit_result import AuditResult
from psykavtal.agreements.diff.document_diff import Diff
from psykavtal.agreements.escalation.queries import Escalation
from psykavtal.agreements.overviews.overview_base import Overview
from psykavtal.agreements.timeline.timeline_result import Timeline
from psykavtal.cases.flip_cases import FlipCases
from psykavtal.cases.what_applies import WhatApplies
from psykavtal.cohorts.people_coverage import PeopleCoverage
from psykavtal.errors import LANGUAGES, InvalidValueError, Message, unknown_language
from psykavtal.model import arguments
from psykavtal.output.text import text
from psykavtal.output.views.audit_view import audit_report
from psykavtal.output.views.case_view import case_report
from psykavtal.output.views.diff_view import diff_report
from psykavtal.output.views.escalation_view import escalation_report
from psykavtal.output.views.flip_view import flip_report
from psykavtal.output.views.overview_view import overview_report
from psykavtal.output.views.people_view import people_report
from psykavtal.output.views.timeline_view import timeline_report


def text_of(value: object, lang: str) -> str:
    """Return an object as text.

    Raises:
        InvalidValueError: the object has no text, or the language is unknown.
    """
    if lang not in LANGUAGES:
        raise unknown_language(lang)
    match value:
        case Overview():
            return text(overview_report(value, in_code=True), lang)
        case PeopleCoverage():
            return text(people_report(value), lang)
        case WhatApplies():
            return text(case_report(value), lang)
        case Diff():
            return text(diff_report(value, in_code=True), lang)
        case FlipCases():
            return text(flip_report(value), lang)
        case AuditResult():
            return text(audit_report(value, detail=True, in_code=True), lang)
        case Timeline():
            return text(timeline_report(value, in_code=True), lang)
        case _:
            fault = Message(en="a {kind} has no text.", sv="{kind} har ingen text.", kind=type(value).__name__)
            raise InvalidValueError(fault)


def escalation_text(escalation: Escalation, *, lang: str = "sv", sources: bool = False) -> str:
    """Return the routes of an edition as text: each occasion, each reading, and its end.

    Args:
        escalation: the escalation of an edition.
        lang: the language of everything but names.
        sources: include the citations of each step.
    """
    arguments.instance(
        escalation, Escalation, "escalation", Message(en="Give `edition.escalation`.", sv="Ange `edition.escalation`.")
    )
    return text(escalation_report(escalation, sources=sources), lang, width=None)
