"""The documents of a county that an audit reads on a day."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import attrs

from psykavtal.agreements.county import County
from psykavtal.agreements.document_on_day import DocumentOnDay
from psykavtal.agreements.timeline.timeline_labels import name_in_record
from psykavtal.model.answers import InForce
from psykavtal.model.audit_findings import AuditFinding
from psykavtal.model.documents import Document, DocumentType
from psykavtal.model.provisions import Provision
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording


@attrs.frozen
class AuditScope:
    """The documents in question on a day.

    These are the edition that applies, or those that may, and other documents that were read and
    can have been written by then. Earlier and later editions are left out.

    Attributes:
        county: the county.
        on: the day.
        in_force: the verdict on its agreement.
    """

    county: County
    on: date
    in_force: InForce

    @classmethod
    def of(cls, county: County, on: date) -> "AuditScope":
        """Return the scope of a county on a day."""
        return cls(county, on, county.in_force(on=on))

    @property
    def applying(self) -> tuple[str, ...]:
        """Ids of the editions that apply or may apply."""
        one = () if self.in_force.document is None else (self.in_force.document,)
        return self.in_force.candidates or one

    @property
    def documents(self) -> tuple[DocumentOnDay, ...]:
        """The documents that were read."""
        found = (each for each in self.county.documents if each.is_available and self._is_in_question(each))
        return tuple(self.county.document(each.id, on=self.on) for each in found)

    @property
    def agreements(self) -> tuple[DocumentOnDay, ...]:
        """Those of the documents that are agreements."""
        return tuple(each for each in self.documents if each.document.type is DocumentType.AGREEMENT)

    def _is_in_question(self, document: Document) -> bool:
        if document.edition_of is not None:
            return document.id in self.applying
        written = self.county.written_period(document.id)
        return written is None or written.first is None or written.first <= self.on

    def undecided(self) -> Iterator[AuditFinding]:
        """Yield a finding if no edition applies, or if none is available."""
        if self.in_force.verdict is Truth.FALSE:
            day = self.on.isoformat()
            sentence = Wording(
                sv=f"Ingen redovisad upplaga gäller {day}: det finns ingen att kontrollera.",
                en=f"No recorded edition applies on {day}: none can be checked.",
            )
            yield AuditFinding(wording=sentence, is_decided=False)
        documents = [self.county.holdings.document(each) for each in self.applying]
        lacking = [each for each in documents if not each.is_available]
        if lacking:
            one = lacking[0].id if len(lacking) == 1 else ""
            yield AuditFinding(document=one, wording=_not_available(lacking), is_decided=False)

    def name(self, thing_id: str) -> Wording:
        """Return the name of a thing or document."""
        return name_in_record(self.county.holdings, thing_id)


def _not_available(documents: Sequence[Document]) -> Wording:
    names = [each.name for each in documents]
    return Wording(
        sv=f"Ingen text finns tillgänglig av {' eller '.join(names)}: det kan inte avgöras.",
        en=f"No text is available of {' or '.join(names)}: it cannot be decided.",
    )


def finding_on(
    wording: Wording,
    provisions: Iterable[Provision],
    *,
    document: str,
    is_decided: bool = True,
    missing: tuple[Wording, ...] = (),
) -> AuditFinding:
    """Return a finding that rests on provisions, with their citations."""
    given = tuple(provisions)
    return AuditFinding(
        document=document,
        wording=wording,
        is_decided=is_decided,
        missing=missing,
        provisions=tuple(dict.fromkeys(each.id for each in given)),
        citations=tuple(dict.fromkeys(cited for each in given for cited in each.citations)),
        reported=tuple(dict.fromkeys(source for each in given for source in each.reported)),
    )
