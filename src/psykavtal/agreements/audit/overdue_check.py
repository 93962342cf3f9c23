"""The checks of matters with a time: plans whose term ended, and overdue follow-up."""

from collections.abc import Iterator
from datetime import date

from psykavtal.agreements.audit.audit_scope import AuditScope
from psykavtal.agreements.county import County
from psykavtal.agreements.timeline.timed_matters import MatterType, OverdueMatter
from psykavtal.model.audit_checks import AuditCheck
from psykavtal.model.audit_findings import AuditFinding
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording


def _plans(county: County, on: date) -> Iterator[AuditFinding]:
    yield from (_finding(each) for each in _overdue(county, on) if each.matter.type is MatterType.PLAN)
    yield from AuditScope.of(county, on).undecided()


def _follow_ups(county: County, on: date) -> Iterator[AuditFinding]:
    yield from (_finding(each) for each in _overdue(county, on) if each.matter.type is not MatterType.PLAN)
    yield from AuditScope.of(county, on).undecided()


def _overdue(county: County, on: date) -> tuple[OverdueMatter, ...]:
    """Return the matters of the documents in question."""
    documents = {each.id for each in AuditScope.of(county, on).documents}
    return tuple(each for each in county.timeline().overdue(on=on) if each.matter.document in documents)


def _finding(overdue: OverdueMatter) -> AuditFinding:
    matter = overdue.matter
    label, about = matter.type.label, matter.about
    return AuditFinding(
        document=matter.document,
        wording=Wording(
            sv=f"{label.sv.capitalize()}, {about.sv}: {overdue.sentence.sv}",
            en=f"{label.to('en').capitalize()}, {about.to('en')}: {overdue.sentence.to('en')}",
        ),
        is_decided=overdue.verdict is Truth.TRUE,
        missing=overdue.missing,
        provisions=(matter.provision,),
        citations=matter.citations,
        reported=matter.reported,
    )


STALE_PLANS = AuditCheck(
    id="stale-plans",
    label=Wording(sv="Planer som har löpt ut", en="Stale plans"),
    explanation=Wording(
        sv="Planer och strategier vars tid har gått ut före den dag som frågan gäller, enligt en text som kan gälla då. "
        "Om de har ersatts är inte redovisat.",
        en="Plans and strategies whose term ended before the day asked, by a text that may apply then. "
        "It is not recorded if they were replaced.",
    ),
    run=_plans,
)
OVERDUE = AuditCheck(
    id="overdue-follow-up",
    label=Wording(sv="Försenad uppföljning", en="Overdue follow-up"),
    explanation=Wording(
        sv="Uppföljningar, revideringar och väntade saker vars tid har gått ut. När en uppföljning har gjorts står inte i texterna: "
        "det är oavgjort, och frågan som avgör anges.",
        en="Follow-ups, revisions and pending matters of which the time is up. The texts do not state when a follow-up was made: "
        "it is undecided, with the question that decides it.",
    ),
    run=_follow_ups,
)
