"""The check of citations of law, by the findings of the law audit."""

from collections.abc import Iterator
from datetime import date

import attrs

from psykavtal.agreements.audit.audit_scope import AuditScope, finding_on
from psykavtal.agreements.county import County
from psykavtal.agreements.law_references import LawReference
from psykavtal.law import Check, LawFinding
from psykavtal.model.audit_checks import AuditCheck
from psykavtal.model.audit_findings import AuditFinding
from psykavtal.model.severity import Severity
from psykavtal.model.wording import Wording

_WRITTEN = frozenset({Check.NO_DATE, Check.DEPENDS_ON_DAY})
_NOT_CHECKED = frozenset(
    {
        *(Check.NOT_PARSED, Check.PARTLY_READ, Check.UNKNOWN_ACT, Check.NOT_REGISTERED, Check.OTHER_SECTION),
        *(Check.PART, Check.START_UNKNOWN),
    }
)
_WHEN_WRITTEN = Wording(sv="När skrevs texten?", en="When was the text written?")
_TEXT_OF_LAW = Wording(
    sv="Vad står det i lagtexten? Registret har den inte.", en="What does the act state? The register does not have it."
)


def _run(county: County, on: date) -> Iterator[AuditFinding]:
    scope = AuditScope.of(county, on)
    documents = {each.id for each in scope.documents}
    references = [each for each in county.law_references(on=on) if each.provision.document in documents]
    found = [_finding(reference, each) for reference in references for each in reference.resolution.findings]
    order = list(Severity)
    yield from sorted(found, key=lambda each: order.index(each.severity or Severity.INFO))
    yield from scope.undecided()


def _finding(reference: LawReference, found: LawFinding) -> AuditFinding:
    provision = reference.provision
    missing = (_WHEN_WRITTEN,) if found.check in _WRITTEN else (_TEXT_OF_LAW,) if found.check in _NOT_CHECKED else ()
    finding = finding_on(
        _wording(provision.as_written, found),
        [provision],
        document=provision.document,
        is_decided=not missing,
        missing=missing,
    )
    return attrs.evolve(finding, severity=found.severity)


def _wording(as_written: str, found: LawFinding) -> Wording:
    sv, en = f"«{as_written}»: {found.message.sv}", f"«{as_written}»: {found.message.to('en')}"
    if not found.suggestion:
        return Wording(sv=sv, en=en)
    return Wording(sv=f"{sv} Jämför {found.suggestion}.", en=f"{en} Compare {found.suggestion}.")


LAW = AuditCheck(
    id="law",
    label=Wording(sv="Lagrum", en="Law"),
    explanation=Wording(
        sv="Lagrum som inte stämde när texten skrevs, eller inte stämmer den dag som frågan gäller. "
        "Allvaret är lagkontrollens: fel, varning eller upplysning. Det som registret över lagar inte har är oavgjort.",
        en="Citations of law that were not valid when the text was written, or are not on the day asked. "
        "The severity is that of the law audit: error, warning or note. Whatever the register of law does not have is undecided.",
    ),
    run=_run,
)
