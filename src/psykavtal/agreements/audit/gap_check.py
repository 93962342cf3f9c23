"""The check of gaps in time: days on which no recorded edition applies."""

from collections.abc import Iterator
from datetime import date

from psykavtal.agreements.audit.audit_scope import AuditScope, finding_on
from psykavtal.agreements.county import County
from psykavtal.agreements.timeline.timeline_parts import GapLength, TimelineGap
from psykavtal.model.audit_checks import AuditCheck
from psykavtal.model.audit_findings import AuditFinding
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording


def _run(county: County, on: date) -> Iterator[AuditFinding]:
    scope = AuditScope.of(county, on)
    timeline = county.timeline()
    for gap in timeline.gaps:
        if gap.before is not None:
            stretch = timeline.on(_within(gap, on))
            yield finding_on(_gap(scope, gap), stretch.in_force.basis, document="")
    if scope.in_force.verdict is Truth.UNKNOWN:
        missing = tuple(county.holdings.facts[each].question for each in scope.in_force.missing_facts)
        basis = (*scope.in_force.basis, *scope.in_force.reports)
        yield finding_on(scope.in_force.sentence, basis, document="", is_decided=False, missing=missing)


def _within(gap: TimelineGap, on: date) -> date:
    """Return a day of a gap."""
    days = [day for each in gap.lengths for day in (each.first, each.last) if day is not None]
    return max(days, default=on)


def _gap(scope: AuditScope, gap: TimelineGap) -> Wording:
    """Return a gap with its lengths, in a sentence."""
    before = scope.name(gap.before or "")
    sv, en = f"Ingen redovisad upplaga gäller efter {before.sv}", f"No recorded edition applies after {before.to('en')}"
    if gap.after is not None:
        after = scope.name(gap.after)
        sv, en = f"{sv} och före {after.sv}", f"{en} and before {after.to('en')}"
    lengths = [_length(each) for each in gap.lengths]
    sv_lengths, en_lengths = (
        "; eller ".join(each.sv for each in lengths),
        "; or ".join(each.to("en") for each in lengths),
    )
    return Wording(sv=f"{sv}: {sv_lengths}.", en=f"{en}: {en_lengths}.")


def _length(length: GapLength) -> Wording:
    sv_why = " ".join(each.sv for each in length.why).rstrip(".")
    en_why = " ".join(each.to("en") for each in length.why).rstrip(".")
    if length.days == 0:
        sv, en = "ingen lucka", "no gap"
    elif length.days is None:
        sv, en = f"från {length.first}", f"from {length.first}"
    else:
        days = f"{length.first}–{length.last}"
        sv, en = f"{length.days} dagar, {days}", f"{length.days} days, {days}"
    return Wording(
        sv=f"{sv} ({sv_why})" if sv_why else sv,
        en=f"{en} ({en_why})" if en_why else en,
    )


GAPS = AuditCheck(
    id="gaps",
    label=Wording(sv="Luckor i tiden", en="Gaps in time"),
    explanation=Wording(
        sv="Tider då ingen redovisad upplaga gäller, mellan två upplagor eller efter den sista, med längden enligt varje läsning. "
        "Det visar inte att någon överenskommelse saknades. Är det oklart om en upplaga gäller den dag som frågan gäller är det oavgjort.",
        en="Times for which no recorded edition applies, between two editions or after the last, with the length under each reading. "
        "It is not shown that an agreement was missing. If it is unclear which edition applies on the day asked, it is undecided.",
    ),
    run=_run,
)
