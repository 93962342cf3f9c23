"""Print objects as HTML for a notebook.

The view of an object is chosen, then its report is printed.
"""

from functools import singledispatch
from typing import cast

from psykavtal.agreements.asked_in_words import AskedInWords
from psykavtal.agreements.audit.audit_result import AuditResult
from psykavtal.agreements.comparison.rows import Comparison
from psykavtal.agreements.diff.document_diff import Diff
from psykavtal.agreements.escalation.queries import Escalation
from psykavtal.agreements.overviews.overview_base import Overview
from psykavtal.agreements.search.found_provision import Found
from psykavtal.agreements.search.search_results import SearchResults
from psykavtal.agreements.tables.table import Table
from psykavtal.agreements.timeline.timeline_result import Timeline
from psykavtal.cases.flip_cases import FlipCases
from psykavtal.cases.what_applies import WhatApplies
from psykavtal.cohorts.people_coverage import PeopleCoverage
from psykavtal.model.answers import Answer, AnswerBase
from psykavtal.output.escaping import html_text
from psykavtal.output.html import html
from psykavtal.output.labels import same
from psykavtal.output.report import Report
from psykavtal.output.views.answer_view import answer_report
from psykavtal.output.views.asked_view import asked_report
from psykavtal.output.views.audit_view import audit_report
from psykavtal.output.views.case_view import case_report
from psykavtal.output.views.comparison_view import comparison_report
from psykavtal.output.views.diff_view import diff_report
from psykavtal.output.views.escalation_view import escalation_report
from psykavtal.output.views.flip_view import flip_report
from psykavtal.output.views.overview_view import overview_report
from psykavtal.output.views.people_view import people_report
from psykavtal.output.views.search_view import found_section, search_report
from psykavtal.output.views.table_view import table_report
from psykavtal.output.views.timeline_view import timeline_report

_NOTEBOOK_LANG = "sv"
_MOST_RESULTS = 20
_MOST_ROWS = 20


@singledispatch
def html_of(value: object) -> str:
    """Return an object as HTML for a notebook; its `repr` if it has no view."""
    return f"<pre>{html_text(repr(value))}</pre>"


@html_of.register
def _comparison(value: Comparison) -> str:
    return html(comparison_report(value, detail=True, sources=True, in_code=True), _NOTEBOOK_LANG)


@html_of.register(AnswerBase)
def _answer(value: AnswerBase[object]) -> str:
    answer = cast("Answer[object]", value)
    return html(answer_report(answer), _NOTEBOOK_LANG)


@html_of.register
def _what_applies(value: WhatApplies) -> str:
    return html(case_report(value), _NOTEBOOK_LANG)


@html_of.register
def _diff(value: Diff) -> str:
    return html(diff_report(value, in_code=True), _NOTEBOOK_LANG)


@html_of.register
def _flip_cases(value: FlipCases) -> str:
    return html(flip_report(value), _NOTEBOOK_LANG)


@html_of.register
def _escalation(value: Escalation) -> str:
    return html(escalation_report(value), _NOTEBOOK_LANG)


@html_of.register
def _overview(value: Overview) -> str:
    return html(overview_report(value, in_code=True), _NOTEBOOK_LANG)


@html_of.register
def _people(value: PeopleCoverage) -> str:
    return html(people_report(value), _NOTEBOOK_LANG)


@html_of.register
def _audit(value: AuditResult) -> str:
    return html(audit_report(value, in_code=True), _NOTEBOOK_LANG)


@html_of.register
def _timeline(value: Timeline) -> str:
    return html(timeline_report(value, in_code=True), _NOTEBOOK_LANG)


@html_of.register
def _results(value: SearchResults) -> str:
    return html(search_report(value, {}, {}, limit=_MOST_RESULTS), _NOTEBOOK_LANG)


@html_of.register
def _asked(value: AskedInWords) -> str:
    return html(
        asked_report(value, same(f"{value.county.name}, {value.on.isoformat()}: {value.words}")), _NOTEBOOK_LANG
    )


@html_of.register
def _found(value: Found) -> str:
    return html(Report(sections=(found_section(value, {}, {}),)), _NOTEBOOK_LANG)


@html_of.register
def _table(value: Table) -> str:
    return html(table_report(value, limit=_MOST_ROWS), value.lang)
