"""References to law in documents, resolved for the days on which their text was written."""

from collections.abc import Iterable, Sequence
from datetime import date

import attrs

from psykavtal.agreements.dating import written_period
from psykavtal.agreements.law_periods import Part, Stretch, combined, parts, stretches, undated
from psykavtal.law import Check, LawFinding, Resolution, resolve
from psykavtal.model.provisions import LegalReference
from psykavtal.model.records import Content, CountyRecord
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording
from psykavtal.model.written_period import WrittenPeriod


@attrs.frozen(kw_only=True)
class LawReference:
    """A reference to law in a document.

    Attributes:
        provision: the reference as recorded.
        written: when its document was written; None if nothing is known of that.
        resolution: its result on the latest day of the written period. A finding that is not
            true on every day of the period states on which days it is, and is an error only if
            the reference is wrong on all other days too. If the document is undated, the result
            is for the day asked, and has no errors.
        by_day: the results for the parts of the written period, if they differ; `on` of each is
            the last day of its part.
    """

    provision: LegalReference
    written: WrittenPeriod | None
    resolution: Resolution
    by_day: tuple[Resolution, ...] = ()

    @property
    def holds(self) -> Truth:
        """Truth of the reference on its written day; unknown if it depends on the day."""
        if self.written is None:
            return Truth.UNKNOWN
        found = {_holds(each) for each in self.by_day or (self.resolution,)}
        return found.pop() if len(found) == 1 else Truth.UNKNOWN

    @property
    def depends_on_day(self) -> bool:
        """True if the result depends on the day on which the text was written."""
        return any(each.check is Check.DEPENDS_ON_DAY for each in self.resolution.findings)

    def __str__(self) -> str:
        """The citation as written, and the period from which it is read, in Swedish."""
        read = f"odaterad, läst för {self.resolution.on}" if self.written is None else str(self.written)
        return f"{self.provision.as_written} ({read})"


def _holds(resolution: Resolution) -> Truth:
    if resolution.errors:
        return Truth.FALSE
    return Truth.TRUE if resolution.resolves else Truth.UNKNOWN


def law_references(record: CountyRecord, contents: Iterable[Content], *, on: date) -> tuple[LawReference, ...]:
    """Resolve every reference to law in the documents of a county.

    Args:
        record: the county.
        contents: the contents of its documents.
        on: the day asked. Failures on it are reported, and undated documents are read for it.
    """
    given = tuple(contents)
    provisions = (*record.standing, *(each for content in given for each in content.provisions))
    return tuple(
        reference
        for content in given
        if (document := record.document(content.document)) is not None
        for reference in _in_document(content, written_period(document, provisions), asked=on)
    )


def _in_document(content: Content, written: WrittenPeriod | None, *, asked: date) -> list[LawReference]:
    references = [each for each in content.provisions if isinstance(each, LegalReference)]
    if not references:
        return []
    if written is None:
        return [
            LawReference(provision=each, written=None, resolution=undated(resolution))
            for each, resolution in zip(references, _audited(references, asked, later=None), strict=True)
        ]
    periods = stretches(written)
    later = asked if asked > periods[-1].day else None
    audits = [_audited(references, stretch.day, later=later) for stretch in periods]
    return [
        _over_time(reference, written, periods, [audit[number] for audit in audits])
        for number, reference in enumerate(references)
    ]


def _over_time(
    reference: LegalReference, written: WrittenPeriod, periods: Sequence[Stretch], resolutions: Sequence[Resolution]
) -> LawReference:
    found = parts(
        Part(stretch=stretch, resolution=resolution) for stretch, resolution in zip(periods, resolutions, strict=True)
    )
    by_day = tuple(each.resolution for each in found) if len(found) > 1 else ()
    return LawReference(provision=reference, written=written, resolution=combined(found), by_day=by_day)


def _audited(references: Sequence[LegalReference], day: date, *, later: date | None) -> list[Resolution]:
    """Resolve the references of one document on one day.

    Each result includes the findings that only the other references show.
    """
    found = [resolve(each.as_written, on=day, subject=each.subject, later=later) for each in references]
    return [_beside(each, found) for each in found]


def _beside(resolution: Resolution, others: Sequence[Resolution]) -> Resolution:
    """Return the resolution with the findings that only the rest of the document shows."""
    found: list[LawFinding] = []
    numbered = {law.act for each in others for law in each.laws if law.cited.number}
    bare = [law.act for law in resolution.laws if law.act is not None and law.act not in numbered]
    for act in bare:
        message = Wording(
            sv=f"Lagens nummer anges ingenstans i dokumentet; den dagen är det {act}.",
            en=f"The act's number is nowhere in the document; on that day it is {act}.",
        )
        found.append(LawFinding(check=Check.NO_NUMBER, message=message))
    own = {law.cited.name for law in resolution.laws}
    halves = [
        each.as_written
        for each in others
        if resolution.subject
        and each.subject == resolution.subject
        and each.laws
        and not each.errors
        and own.isdisjoint(law.cited.name for law in each.laws)
    ]
    if halves and resolution.errors:
        message = Wording(
            sv=f"Anges för samma sak som {', '.join(halves)}: bara den hälften håller.",
            en=f"Is cited for the same as {', '.join(halves)}: only that half is correct.",
        )
        found.append(LawFinding(check=Check.PAIR, message=message))
    return attrs.evolve(resolution, findings=(*resolution.findings, *found))
