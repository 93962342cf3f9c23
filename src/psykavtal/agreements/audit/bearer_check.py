"""The check of duties without a bearer."""

from collections.abc import Iterator
from datetime import date

from psykavtal.agreements.audit.audit_scope import AuditScope, finding_on
from psykavtal.agreements.county import County
from psykavtal.agreements.document_on_day import DocumentOnDay
from psykavtal.model.audit_checks import AuditCheck
from psykavtal.model.audit_findings import AuditFinding
from psykavtal.model.modality import Modality
from psykavtal.model.provisions import Provision
from psykavtal.model.remarks import RemarkKind
from psykavtal.model.wording import Wording

BEARER = "by-whom"
"""The name of the remark by which a reader of a text notes that it names nobody who has the duty."""

_DUTIES = (Modality.DUTY, Modality.PROHIBITION)


def _run(county: County, on: date) -> Iterator[AuditFinding]:
    scope = AuditScope.of(county, on)
    for document in scope.documents:
        yield from _duties(document)
    yield from scope.undecided()


def _duties(document: DocumentOnDay) -> Iterator[AuditFinding]:
    unmarked = 0
    for each in document.holdings.stated_by(document.id):
        if each.modality not in _DUTIES or each.bearer_name is not None:
            continue
        questions = _questions(each)
        unmarked += not questions
        if questions:
            yield finding_on(_wording(each, questions), [each], document=document.id)
    if unmarked:
        wording = Wording(
            sv=f"Skyldigheter som är redovisade utan ansvarig som eget fält, och utan anmärkning om vem: {unmarked}. Lydelsen visar om texten anger någon.",
            en=f"Duties recorded without a bearer as a field, and without a remark on by whom: {unmarked}. Their wordings show if the text names one.",
        )
        yield AuditFinding(document=document.id, wording=wording, is_decided=False)


def _questions(provision: Provision) -> list[Wording]:
    """Return the open questions of the doer, as noted by a reader."""
    return [each.text for each in provision.remarks if each.name == BEARER and each.type is RemarkKind.NOT_STATED]


def _wording(provision: Provision, questions: list[Wording]) -> Wording:
    sv, en = " ".join(each.sv for each in questions), " ".join(each.to("en") for each in questions)
    return Wording(
        sv=f"Bestämmelsen anger inte vem som ansvarar: «{provision.wording.sv}» Öppet: {sv}",
        en=f"The provision does not state who is responsible: «{provision.wording.to('en')}» Open: {en}",
    )


BEARERS = AuditCheck(
    id="duties-without-bearer",
    label=Wording(sv="Skyldigheter utan ansvarig", en="Duties without bearer"),
    explanation=Wording(
        sv="Bestämmelser om att något ska göras, för vilka den som läste texten har noterat att den inte anger vem. "
        "Övriga skyldigheter utan ansvarig som eget fält är oavgjorda.",
        en="Provisions by which something is to be done, for which a reader of the text noted that it does not state by whom. "
        "Other duties without a bearer as a field are undecided.",
    ),
    run=_run,
)
