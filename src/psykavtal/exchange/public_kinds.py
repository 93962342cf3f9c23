"""Every class that is exchanged: the model's, and those of answers and views."""

from psykavtal.agreements.audit.audit_result import AuditResult
from psykavtal.agreements.comparison.rows import Cell, Comparison, Row
from psykavtal.agreements.comparison.verdicts import Verdict
from psykavtal.agreements.diff import compared_documents, diff_entries, document_diff
from psykavtal.agreements.escalation.routes import Branch, Route, Step
from psykavtal.agreements.law_references import LawReference
from psykavtal.agreements.overviews.age_coverage import AgeCoverage
from psykavtal.agreements.overviews.age_entries import AgeEntry, AgeReading
from psykavtal.agreements.overviews.age_findings import AgeFinding
from psykavtal.agreements.overviews.area_duties import AreaCell, AreaDuty
from psykavtal.agreements.overviews.duty_bearers import DutyBearer
from psykavtal.agreements.overviews.escalations import EscalationRow, Escalations
from psykavtal.agreements.overviews.responsibilities import AreaRow, ResponsibilityMatrix
from psykavtal.agreements.overviews.silence import SilenceMap, SilenceRow, TopicStatus
from psykavtal.agreements.timeline import timed_matters, timeline_events, timeline_parts
from psykavtal.agreements.timeline.timeline_result import Timeline
from psykavtal.cases import case_summary, flip_cases, result_types
from psykavtal.cases.case import Case
from psykavtal.cases.receipts import Receipt
from psykavtal.cohorts.people_coverage import PeopleCoverage, PeopleRow, UndecidedPeople
from psykavtal.law import Act, LawCitation, LawFinding, Pinpoint, ReportCitation, Resolution, ResolvedLaw
from psykavtal.lazy import once
from psykavtal.model.answers import (
    Ambiguous,
    Derived,
    DocumentAnswer,
    InForce,
    NotApplicable,
    NotRecorded,
    Outcome,
    Reported,
    SeeAlso,
    Silent,
    Stated,
    Unreadable,
)
from psykavtal.model.classes_by_kind import by_kind, classes_of, model_classes
from psykavtal.model.condition_evaluation import Trace
from psykavtal.model.inference_rules import Rule
from psykavtal.model.written_period import PeriodBound, WrittenPeriod


@once
def classes() -> dict[str, type]:
    """The classes, by kind."""
    statuses = [Ambiguous, Derived, NotApplicable, NotRecorded, Outcome, Reported, Silent, Stated, Unreadable]
    law = [Act, LawCitation, LawFinding, LawReference, Pinpoint, ReportCitation, Resolution, ResolvedLaw]
    case = [Case, Receipt, Trace, *classes_of(result_types), *classes_of(case_summary)]
    diff = [
        each for module in (compared_documents, diff_entries, document_diff, flip_cases) for each in classes_of(module)
    ]
    own = [
        DocumentAnswer,
        InForce,
        SeeAlso,
        Branch,
        Cell,
        AgeCoverage,
        AgeEntry,
        AgeFinding,
        AgeReading,
        AreaCell,
        AreaDuty,
        AreaRow,
        Comparison,
        DutyBearer,
        EscalationRow,
        Escalations,
        PeopleCoverage,
        PeopleRow,
        UndecidedPeople,
        ResponsibilityMatrix,
        SilenceMap,
        SilenceRow,
        TopicStatus,
        Row,
        Route,
        Step,
        AuditResult,
        Timeline,
        *classes_of(timed_matters),
        *classes_of(timeline_events),
        *classes_of(timeline_parts),
        Verdict,
        Rule,
        PeriodBound,
        WrittenPeriod,
    ]
    return by_kind([*model_classes().values(), *statuses, *law, *case, *diff, *own])
