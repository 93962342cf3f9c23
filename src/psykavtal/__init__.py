"""Swedish county agreements on cooperation around people with psychiatric disabilities.

For each answer: statement, inference, ambiguity or silence, with its place in the text.
"""

# A name that type checkers take for true; importing `typing` would cost as much as all of this.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from psykavtal import plots as plots
    from psykavtal.agreements.audit.audit_result import AuditResult as AuditResult
    from psykavtal.agreements.audit.county_audit import audit as audit
    from psykavtal.agreements.comparison.comparing import compare as compare
    from psykavtal.agreements.comparison.rows import Comparison as Comparison
    from psykavtal.agreements.comparison.verdicts import Verdict as Verdict
    from psykavtal.agreements.counties import Counties as Counties
    from psykavtal.agreements.counties import load_counties as load_counties
    from psykavtal.agreements.county import County as County
    from psykavtal.agreements.diff.diff_documents import diff as diff
    from psykavtal.agreements.diff.document_diff import Diff as Diff
    from psykavtal.agreements.document_on_day import DocumentOnDay as DocumentOnDay
    from psykavtal.agreements.escalation.queries import Escalation as Escalation
    from psykavtal.agreements.escalation.routes import Route as Route
    from psykavtal.agreements.escalation.routes import RouteEnd as RouteEnd
    from psykavtal.agreements.overviews.age_coverage import AgeCoverage as AgeCoverage
    from psykavtal.agreements.overviews.age_coverage import age_coverage as age_coverage
    from psykavtal.agreements.overviews.escalations import Escalations as Escalations
    from psykavtal.agreements.overviews.escalations import escalations as escalations
    from psykavtal.agreements.overviews.responsibilities import ResponsibilityMatrix as ResponsibilityMatrix
    from psykavtal.agreements.overviews.responsibilities import responsibility_matrix as responsibility_matrix
    from psykavtal.agreements.overviews.silence import SilenceMap as SilenceMap
    from psykavtal.agreements.overviews.silence import silence_map as silence_map
    from psykavtal.agreements.search.found_provision import Found as Found
    from psykavtal.agreements.search.search_results import SearchResults as SearchResults
    from psykavtal.agreements.tables.table import Table as Table
    from psykavtal.agreements.timeline.timeline_result import Timeline as Timeline
    from psykavtal.cases.case import Case as Case
    from psykavtal.cases.case_summary import CaseSummary as CaseSummary
    from psykavtal.cases.case_summary import summarise_case as summarise_case
    from psykavtal.cases.flip_cases import FlipCases as FlipCases
    from psykavtal.cases.flip_search import flip_cases as flip_cases
    from psykavtal.cases.receipts import Receipt as Receipt
    from psykavtal.cases.result_types import Membership as Membership
    from psykavtal.cases.what_applies import WhatApplies as WhatApplies
    from psykavtal.cohorts.classify import check_people as check_people
    from psykavtal.cohorts.classify import classify as classify
    from psykavtal.cohorts.people_coverage import PeopleCoverage as PeopleCoverage
    from psykavtal.cohorts.people_coverage import coverage_of_people as coverage_of_people
    from psykavtal.errors import PsykavtalError as PsykavtalError
    from psykavtal.exchange import from_dict as from_dict
    from psykavtal.exchange import from_json as from_json
    from psykavtal.exchange import to_dict as to_dict
    from psykavtal.exchange import to_json as to_json
    from psykavtal.exchange.schemas import schema_of as schema_of
    from psykavtal.model.ages import AgeLimit as AgeLimit
    from psykavtal.model.ages import AgeRange as AgeRange
    from psykavtal.model.answers import Ambiguous as Ambiguous
    from psykavtal.model.answers import Answer as Answer
    from psykavtal.model.answers import Derived as Derived
    from psykavtal.model.answers import InForce as InForce
    from psykavtal.model.answers import NotApplicable as NotApplicable
    from psykavtal.model.answers import NotRecorded as NotRecorded
    from psykavtal.model.answers import Reported as Reported
    from psykavtal.model.answers import SeeAlso as SeeAlso
    from psykavtal.model.answers import Silent as Silent
    from psykavtal.model.answers import Stated as Stated
    from psykavtal.model.answers import Unreadable as Unreadable
    from psykavtal.model.audit_checks import AuditCheck as AuditCheck
    from psykavtal.model.audit_findings import AuditFinding as AuditFinding
    from psykavtal.model.citations import Citation as Citation
    from psykavtal.model.dates import UncertainDate as UncertainDate
    from psykavtal.model.modality import Modality as Modality
    from psykavtal.model.truth import Truth as Truth
    from psykavtal.model.wording import Wording as Wording
    from psykavtal.output.export.exporting import export as export
    from psykavtal.output.mermaid import mermaid as mermaid
    from psykavtal.output.object_text import escalation_text as escalation_text
    from psykavtal.plugins import TomlCounty as TomlCounty
    from psykavtal.plugins import hookimpl as hookimpl

_HOMES = {
    "psykavtal.cases.what_applies": ("WhatApplies",),
    "psykavtal.cases.case": ("Case",),
    "psykavtal.cases.result_types": ("Membership",),
    "psykavtal.cases.case_summary": ("CaseSummary", "summarise_case"),
    "psykavtal.cases.flip_cases": ("FlipCases",),
    "psykavtal.cases.flip_search": ("flip_cases",),
    "psykavtal.cases.receipts": ("Receipt",),
    "psykavtal.cohorts.classify": ("check_people", "classify"),
    "psykavtal.cohorts.people_coverage": ("PeopleCoverage", "coverage_of_people"),
    "psykavtal.agreements.audit.audit_result": ("AuditResult",),
    "psykavtal.agreements.audit.county_audit": ("audit",),
    "psykavtal.agreements.comparison.comparing": ("compare",),
    "psykavtal.agreements.comparison.rows": ("Comparison",),
    "psykavtal.agreements.counties": ("Counties", "load_counties"),
    "psykavtal.agreements.county": ("County",),
    "psykavtal.agreements.diff.diff_documents": ("diff",),
    "psykavtal.agreements.diff.document_diff": ("Diff",),
    "psykavtal.agreements.document_on_day": ("DocumentOnDay",),
    "psykavtal.agreements.escalation.queries": ("Escalation",),
    "psykavtal.agreements.escalation.routes": ("Route", "RouteEnd"),
    "psykavtal.agreements.comparison.verdicts": ("Verdict",),
    "psykavtal.agreements.overviews.age_coverage": ("AgeCoverage", "age_coverage"),
    "psykavtal.agreements.overviews.escalations": ("Escalations", "escalations"),
    "psykavtal.agreements.overviews.responsibilities": ("ResponsibilityMatrix", "responsibility_matrix"),
    "psykavtal.agreements.overviews.silence": ("SilenceMap", "silence_map"),
    "psykavtal.agreements.search.found_provision": ("Found",),
    "psykavtal.agreements.search.search_results": ("SearchResults",),
    "psykavtal.agreements.tables.table": ("Table",),
    "psykavtal.agreements.timeline.timeline_result": ("Timeline",),
    "psykavtal.errors": ("PsykavtalError",),
    "psykavtal.exchange": ("from_dict", "from_json", "to_dict", "to_json"),
    "psykavtal.exchange.schemas": ("schema_of",),
    "psykavtal.model.ages": ("AgeLimit", "AgeRange"),
    "psykavtal.model.answers": (
        "Ambiguous",
        "Answer",
        "Derived",
        "InForce",
        "NotApplicable",
        "NotRecorded",
        "Reported",
        "SeeAlso",
        "Silent",
        "Stated",
        "Unreadable",
    ),
    "psykavtal.model.audit_checks": ("AuditCheck",),
    "psykavtal.model.audit_findings": ("AuditFinding",),
    "psykavtal.model.citations": ("Citation",),
    "psykavtal.model.dates": ("UncertainDate",),
    "psykavtal.model.truth": ("Truth",),
    "psykavtal.model.modality": ("Modality",),
    "psykavtal.model.wording": ("Wording",),
    "psykavtal.plots": ("plots",),
    "psykavtal.plugins": ("TomlCounty", "hookimpl"),
    "psykavtal.output.export.exporting": ("export",),
    "psykavtal.output.mermaid": ("mermaid",),
    "psykavtal.output.object_text": ("escalation_text",),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}

__all__ = list(_HOME_OF)  # pyright: ignore[reportUnsupportedDunderAll] (made from the one list of names)


def __getattr__(name: str) -> object:
    """A public name, its module imported when it is first asked for."""
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 (keeps the import of the package bare)

    # `collections.abc` replaces itself while it is imported, and a second thread can see it unfinished (CPython
    # 3.13.0). `lazy` imports it; every thread waits here until that is done, before any imports more.
    import_module("psykavtal.lazy")
    home = import_module(_HOME_OF[name])
    value = home if home.__name__ == f"{__name__}.{name}" else getattr(home, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names."""
    return __all__
