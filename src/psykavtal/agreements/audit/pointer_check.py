"""The check of pointers to documents that are not available."""

from collections.abc import Iterator
from datetime import date

from psykavtal.agreements.audit.audit_scope import AuditScope, finding_on
from psykavtal.agreements.county import County
from psykavtal.agreements.document_on_day import DocumentOnDay
from psykavtal.model.audit_checks import AuditCheck
from psykavtal.model.audit_findings import AuditFinding
from psykavtal.model.documents import Document
from psykavtal.model.provisions import DocumentRelation, LinkedAgreement, Provision, Reference, Relation, RelationType
from psykavtal.model.wording import Wording


def _run(county: County, on: date) -> Iterator[AuditFinding]:
    scope = AuditScope.of(county, on)
    for document in scope.documents:
        yield from _pointers(document)
    yield from scope.undecided()


def _pointers(document: DocumentOnDay) -> Iterator[AuditFinding]:
    """Yield a finding for each document that is pointed to and not available."""
    record = document.holdings.record
    by_target: dict[str, list[tuple[Provision, bool]]] = {}
    for each in document.holdings.stated_by(document.id):
        for target, hands_over in _targets(each):
            by_target.setdefault(target, []).append((each, hands_over))
    for target, pointing in by_target.items():
        found = record.document(target)
        if found is not None and not found.is_available:
            hands_over = any(each for _, each in pointing)
            wording = _wording(found, hands_over=hands_over)
            yield finding_on(wording, [each for each, _ in pointing], document=document.id)


def _targets(provision: Provision) -> Iterator[tuple[str, bool]]:
    """Yield the things that a provision points to, and whether it hands the matter over."""
    yield from ((each, True) for each in provision.defers_to)
    match provision:
        case LinkedAgreement() | Reference():
            yield provision.link, False
        case DocumentRelation():
            yield provision.to, False
        case Relation(relation=RelationType.HANDS_OVER_TO):
            yield provision.target, True
        case _:
            return


def _wording(target: Document, *, hands_over: bool) -> Wording:
    name = target.name
    sv = f"Texten {'lämnar över till' if hands_over else 'hänvisar till'} «{name}», som inte finns tillgängligt här."
    en = f"The text {'hands over to' if hands_over else 'refers to'} «{name}», which is not available here."
    if target.unnamed:
        sv, en = f"{sv} Texten namnger det inte.", f"{en} The text does not name it."
    if target.url:
        sv, en = f"{sv} Adress: {target.url}", f"{en} Address: {target.url}"
    return Wording(sv=sv, en=en)


POINTERS = AuditCheck(
    id="pointers",
    label=Wording(sv="Hänvisningar utan dokument", en="Pointers without documents"),
    explanation=Wording(
        sv="Dokument som en text hänvisar till, eller lämnar en fråga till, och som inte finns tillgängliga: ingen text av dem är läst. "
        "Det visar inte att de inte finns.",
        en="Documents that a text refers to, or hands a matter over to, and that are not available: no text of them was read. "
        "It is not shown that they do not exist.",
    ),
    run=_run,
)
