"""The check of contradictions: provisions that contradict each other, and readings that do."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from psykavtal.agreements.audit.audit_scope import AuditScope, finding_on
from psykavtal.agreements.county import County
from psykavtal.model.audit_checks import AuditCheck
from psykavtal.model.audit_findings import AuditFinding
from psykavtal.model.provisions import Provision
from psykavtal.model.readings import Because
from psykavtal.model.remarks import RemarkKind
from psykavtal.model.wording import Wording


def _run(county: County, on: date) -> Iterator[AuditFinding]:
    scope = AuditScope.of(county, on)
    stated = [each for document in scope.documents for each in county.holdings.stated_by(document.id)]
    about = [each for each in county.holdings.record.standing if each.is_reported and each.about in scope.applying]
    for group in _groups({each.id: each for each in stated if each.follows_by is None}):
        yield finding_on(_group(group), group, document=group[0].document)
    for each in (*stated, *about):
        yield from _within(each)
    yield from scope.undecided()


def _groups(every: Mapping[str, Provision]) -> Iterator[list[Provision]]:
    """Yield the provisions that contradict each other, directly or through others, in text order."""
    joined = {name: {name} for name in every}
    for each in every.values():
        for other in _contradicting(each):
            if other in every:
                both = joined[each.id] | joined[other]
                joined.update(dict.fromkeys(both, both))
    for group in dict.fromkeys(frozenset(each) for each in joined.values() if len(each) > 1):
        yield [each for name, each in every.items() if name in group]


def _contradicting(provision: Provision) -> tuple[str, ...]:
    """Return ids of the provisions that contradict one."""
    marked = (each.provision for each in provision.remarks if each.type is RemarkKind.CONTRADICTION)
    return (*provision.contradicted_by, *marked)


def _group(provisions: Iterable[Provision]) -> Wording:
    wordings = [each.wording for each in provisions]
    sv, en = " ".join(f"«{each.sv}»" for each in wordings), " ".join(f"«{each.to('en')}»" for each in wordings)
    return Wording(sv=f"Uppgifter som säger emot varandra: {sv}", en=f"Statements that contradict each other: {en}")


def _within(provision: Provision) -> Iterator[AuditFinding]:
    """Yield a finding if readings of one provision contradict each other."""
    sides = [each.why for each in provision.readings if each.because is Because.CONTRADICTION]
    if len(sides) > 1:
        sv, en = " ".join(each.sv for each in sides), " ".join(each.to("en") for each in sides)
        wording = Wording(sv=f"{provision.wording.sv} {sv}", en=f"{provision.wording.to('en')} {en}")
        yield finding_on(wording, [provision], document=provision.about)


CONTRADICTIONS = AuditCheck(
    id="contradictions",
    label=Wording(sv="Motsägelser", en="Contradictions"),
    explanation=Wording(
        sv="Uppgifter som säger emot varandra: de som har märkts så när texten lästes, och läsningar av en uppgift som är motsägelser. "
        "Motsägelser som ingen har märkt syns inte.",
        en="Statements that contradict each other: those so marked when the text was read, and readings of one statement that are contradictions. "
        "Contradictions that nobody marked do not show.",
    ),
    run=_run,
)
