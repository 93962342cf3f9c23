"""The law that documents cite, as written, with what it comes to on the day when they spoke."""

from collections.abc import Iterable, Sequence
from datetime import date

import attrs

from psykavtal.law import Check, LawFinding, Resolution, resolve
from psykavtal.model.documents import Document
from psykavtal.model.provisions import Adoption, LegalReference, Provision, Validity
from psykavtal.model.records import Content, CountyRecord
from psykavtal.model.wording import Wording


@attrs.frozen(kw_only=True)
class LawReference:
    """A reference to law in a document.

    Attributes:
        provision: the reference as recorded.
        resolution: what it comes to, with all findings.
    """

    provision: LegalReference
    resolution: Resolution

    def __str__(self) -> str:
        """The citation as written, and the day."""
        return f"{self.provision.as_written} ({self.resolution.on})"


def law_references(record: CountyRecord, contents: Iterable[Content], *, on: date) -> tuple[LawReference, ...]:
    """Every reference to law in a county's documents, resolved.

    Args:
        record: the county.
        contents: what was recorded of its documents.
        on: the day that is asked about: what no longer holds then is told, and a document
            that bears no date at all is read for it.
    """
    return tuple(
        each
        for content in contents
        if (document := record.document(content.document)) is not None
        for each in _in_document(content, _spoke_on(document, record.standing), asked=on)
    )


def _in_document(content: Content, spoke: date | None, *, asked: date) -> list[LawReference]:
    day = asked if spoke is None else spoke
    found = [
        LawReference(
            provision=each,
            resolution=resolve(each.as_written, on=day, subject=each.subject, later=asked if asked > day else None),
        )
        for each in content.provisions
        if isinstance(each, LegalReference)
    ]
    undated = [] if spoke is not None else [LawFinding(check=Check.NO_DATE, message=_NO_DATE)]
    return [attrs.evolve(each, resolution=_beside(each, found, undated)) for each in found]


def _beside(reference: LawReference, others: Sequence[LawReference], of_document: Sequence[LawFinding]) -> Resolution:
    """The resolution with what only the rest of the document shows."""
    resolution = reference.resolution
    found = [*of_document]
    numbered = {law.act for each in others for law in each.resolution.laws if law.cited.number}
    bare = [law.act for law in resolution.laws if law.act is not None and law.act not in numbered]
    for act in bare:
        told = Wording(
            sv=f"Lagens nummer anges ingenstans i dokumentet; den dagen är det {act}.",
            en=f"The act's number is nowhere in the document; on that day it is {act}.",
        )
        found.append(LawFinding(check=Check.NO_NUMBER, message=told))
    own = {law.cited.name for law in resolution.laws}
    halves = [
        each.provision.as_written
        for each in others
        if resolution.subject
        and each.resolution.subject == resolution.subject
        and each.resolution.resolves
        and own.isdisjoint(law.cited.name for law in each.resolution.laws)
    ]
    if halves and resolution.errors:
        told = Wording(
            sv=f"Anges för samma sak som {', '.join(halves)}: bara den hälften håller.",
            en=f"Is cited for the same as {', '.join(halves)}: only that half holds.",
        )
        found.append(LawFinding(check=Check.PAIR, message=told))
    return attrs.evolve(resolution, findings=(*resolution.findings, *found))


def _spoke_on(document: Document, standing: Iterable[Provision]) -> date | None:
    """The day on which a document spoke: its own date, else that of its adoption, else its first day."""
    about = [each for each in standing if each.about == document.id]
    dates = [
        document.dated,
        *(each.date for each in about if isinstance(each, Adoption)),
        *(each.start for each in about if isinstance(each, Validity)),
    ]
    return next((each.latest for each in dates if each is not None), None)


_NO_DATE = Wording(
    sv="Dokumentet är odaterat: hänvisningen lästes för den dag som frågan gäller.",
    en="The document bears no date: the reference was read for the day that was asked about.",
)
