"""The remarks of two documents: open questions, contradictions, the state of a copy, context."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import attrs

from psykavtal.agreements.diff.diff_entries import DiffEntry, DiffVerdict, RemarkDiff
from psykavtal.agreements.diff.provision_traits import DocumentSide
from psykavtal.model.remarks import Remark
from psykavtal.model.wording import Wording

_SIMILAR = 0.6


@attrs.frozen
class _Placed:
    """A remark with the provision, silence or document to which it belongs.

    Attributes:
        remark: the remark.
        id: id of the provision, topic or document.
        at: its wording or label.
    """

    remark: Remark
    id: str
    at: Wording


def remark_diffs(first: DocumentSide, second: DocumentSide, entries: Sequence[DiffEntry]) -> tuple[RemarkDiff, ...]:
    """Return the remarks of both documents.

    A remark is the same if it is of the same kind, belongs to a corresponding provision or the same topic, and its text
    is equal or similar. A remark on words that are in both documents is the same, even if only one record has it.
    """
    before, after = list(_remarks(first)), list(_remarks(second))
    partners = {each.before.id: each.after.id for each in entries if each.before is not None and each.after is not None}
    verbatim = {provision.id for each in entries if each.is_verbatim for provision in each.provisions}
    found: list[RemarkDiff] = []
    for each in before:
        partner = second.document if each.id == first.document else partners.get(each.id, each.id)
        similar = [one for one in after if one.id == partner and one.remark.type is each.remark.type]
        same = max(similar, key=lambda one: _similarity(each, one), default=None)
        if same is not None and _similarity(each, same) >= _SIMILAR:
            after.remove(same)
            found.append(_of(DiffVerdict.SAME, before=each, after=same))
        else:
            found.append(_of(_alone(each, verbatim, DiffVerdict.DROPPED), before=each))
    return (*found, *(_of(_alone(each, verbatim, DiffVerdict.ADDED), after=each) for each in after))


def _alone(placed: _Placed, verbatim: set[str], otherwise: DiffVerdict) -> DiffVerdict:
    return DiffVerdict.SAME if placed.id in verbatim else otherwise


def _similarity(one: _Placed, other: _Placed) -> float:
    return SequenceMatcher(None, one.remark.text.sv, other.remark.text.sv, autojunk=False).ratio()


def _remarks(side: DocumentSide) -> Iterator[_Placed]:
    """Yield the remarks of a document, on its provisions and on its silences."""
    document = side.data.document(side.document)
    label = Wording(sv=document.label("sv"), en=document.label("en"))
    yield from (_Placed(each, document.id, label) for each in document.remarks)
    for provision in side.provisions:
        yield from (_Placed(each, provision.id, provision.wording) for each in provision.remarks)
    for silence in side.data.content(document).silences:
        topic = side.data.topic(silence.topic).label
        yield from (_Placed(each, silence.topic, topic) for each in silence.remarks)


def _of(verdict: DiffVerdict, *, before: _Placed | None = None, after: _Placed | None = None) -> RemarkDiff:
    given = next(each for each in (before, after) if each is not None)
    return RemarkDiff(
        verdict=verdict,
        type=given.remark.type,
        before=None if before is None else before.remark.text,
        after=None if after is None else after.remark.text,
        before_at=None if before is None else before.at,
        after_at=None if after is None else after.at,
        before_id="" if before is None else before.id,
        after_id="" if after is None else after.id,
    )
