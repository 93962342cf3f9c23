"""The entries of a diff: pairs of provisions, and the provisions of one document only."""

from collections.abc import Sequence

import attrs

from psykavtal.agreements.diff.corresponding_headings import CorrespondingHeadings, Headings
from psykavtal.agreements.diff.diff_entries import DiffEntry, DiffVerdict, PairCertainty
from psykavtal.agreements.diff.field_changes import field_changes, reading_changes
from psykavtal.agreements.diff.pair_reasons import pair_certainty, pair_reasons
from psykavtal.agreements.diff.provision_pairs import (
    LEAST_OF_TWO_AGREEMENTS,
    LEAST_SCORE,
    ProvisionPair,
    pair_provisions,
)
from psykavtal.agreements.diff.provision_traits import DocumentSide, traits_of
from psykavtal.model.provisions import Provision
from psykavtal.model.wording import Wording

_ITSELF = Wording(sv="samma dokument", en="the same document")


def entries_of_one(side: DocumentSide) -> tuple[DiffEntry, ...]:
    """Return the provisions of a document compared with itself: all are the same."""
    headings = Headings.of(side.data, side.document)
    return tuple(
        DiffEntry(
            verdict=DiffVerdict.SAME,
            before=each,
            after=each,
            before_short=side.short(each),
            after_short=side.short(each),
            before_place=place,
            after_place=place,
            is_verbatim=True,
            certainty=PairCertainty.CERTAIN,
            reasons=(_ITSELF,),
        )
        for each, place in ((each, headings.place(each)) for each in side.provisions)
    )


def entries_of(sides: tuple[DocumentSide, DocumentSide], *, is_succession: bool) -> tuple[DiffEntry, ...]:
    """Return the entries of two documents in the order of their texts.

    Those of the first document go before the provisions added.

    Args:
        sides: the documents.
        is_succession: whether both are editions of one agreement, between which a provision can move.
    """
    first, second = (each.provisions for each in sides)
    headings = [Headings.of(each.data, each.document) for each in sides]
    places = [[one.place(each) for each in given] for one, given in zip(headings, (first, second), strict=True)]
    corresponding = CorrespondingHeadings.of(headings[0], headings[1])
    traits = traits_of(sides)
    below = corresponding.pairs(places[0], places[1])
    least = LEAST_SCORE if is_succession else LEAST_OF_TWO_AGREEMENTS
    pairing = pair_provisions(traits[0], traits[1], below, least=least)
    pairs = {each.first: each for each in pairing.pairs}
    together = [(places[0][each.first], places[1][each.second]) for each in pairing.pairs]
    moved = dict(zip(pairs, corresponding.moved(together), strict=True)) if is_succession else {}
    found: list[DiffEntry] = []
    for at, (one, place) in enumerate(zip(first, places[0], strict=True)):
        pair = pairs.get(at)
        if pair is None:
            nearest = _id_at(second, pairing.nearest_to_first.get(at))
            dropped = DiffEntry(verdict=DiffVerdict.DROPPED, before=one, before_place=place, nearest=nearest)
            found.append(attrs.evolve(dropped, before_short=sides[0].short(one)))
        else:
            entry = _paired(pair, one, second[pair.second], sides, has_moved=moved.get(at, False))
            found.append(attrs.evolve(entry, before_place=place, after_place=places[1][pair.second]))
    paired = {each.second for each in pairing.pairs}
    for at, (other, place) in enumerate(zip(second, places[1], strict=True)):
        if at not in paired:
            nearest = _id_at(first, pairing.nearest_to_second.get(at))
            added = DiffEntry(verdict=DiffVerdict.ADDED, after=other, after_place=place, nearest=nearest)
            found.append(attrs.evolve(added, after_short=sides[1].short(other)))
    return tuple(found)


def _paired(
    pair: ProvisionPair, one: Provision, other: Provision, sides: tuple[DocumentSide, DocumentSide], *, has_moved: bool
) -> DiffEntry:
    is_verbatim = pair.score.passages == 1
    changes = field_changes(one, other, sides)
    if not is_verbatim:  # the same words can be read in the same senses
        changes += reading_changes(one, other)
    is_same = not changes and (is_verbatim or one.wording.sv == other.wording.sv)
    verdict = DiffVerdict.CHANGED if not is_same else DiffVerdict.MOVED if has_moved else DiffVerdict.SAME
    return DiffEntry(
        verdict=verdict,
        before=one,
        after=other,
        before_short=sides[0].short(one),
        after_short=sides[1].short(other),
        is_verbatim=is_verbatim,
        has_moved=has_moved,
        changes=changes,
        certainty=pair_certainty(pair),
        reasons=pair_reasons(pair, one, sides[0]),
    )


def _id_at(provisions: Sequence[Provision], position: int | None) -> str:
    return "" if position is None else provisions[position].id
