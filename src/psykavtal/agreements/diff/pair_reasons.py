"""The certainty of a pair of provisions, and its reasons in words."""

from collections.abc import Iterator

from psykavtal.agreements.diff.diff_entries import PairCertainty
from psykavtal.agreements.diff.pair_scores import PairScore
from psykavtal.agreements.diff.provision_pairs import ProvisionPair
from psykavtal.agreements.diff.provision_traits import DocumentSide
from psykavtal.model.provisions import KINDS, Provision, Responsibility
from psykavtal.model.wording import Wording

_CERTAIN, _LIKELY = 0.75, 0.5
_MOST_WORDS, _SOME_WORDS = 0.6, 0.3

_SAME_WORDS = Wording(sv="samma ord i båda texterna", en="the same words in both texts")
_SAME_PASSAGES = Wording(
    sv="en del av textställena är ordagrant lika", en="some of the passages are the same word for word"
)
_WORDS = (
    (_MOST_WORDS, Wording(sv="till stor del samma ord", en="mostly the same words")),
    (_SOME_WORDS, Wording(sv="delvis samma ord", en="partly the same words")),
    (0.0, Wording(sv="få ord gemensamma", en="few words in common")),
)
_ALONE = Wording(
    sv="de enda i båda dokumenten med detta gemensamt", en="the only ones in both documents that share this"
)
_HEADINGS = Wording(sv="motsvarande rubriker", en="corresponding headings")
_NEIGHBOURS = Wording(sv="bestämmelser intill hör också ihop", en="provisions beside them correspond, too")
_CONTESTED = Wording(sv="ett annat par är nästan lika troligt", en="another pair is nearly as likely")
_KIND = Wording(sv="samma slag", en="the same kind")
_TOPICS = Wording(sv="samma frågor", en="the same topics")
_BEARER = Wording(sv="samma ansvarig", en="the same bearer")
_THINGS = Wording(sv="nämner samma", en="name the same")
_FACTS = Wording(sv="samma villkor", en="the same conditions")


def pair_certainty(pair: ProvisionPair) -> PairCertainty:
    """Return the certainty of a pair."""
    if pair.score.passages == 1 or (pair.total >= _CERTAIN and not pair.is_contested):
        return PairCertainty.CERTAIN
    return PairCertainty.LIKELY if pair.total >= _LIKELY else PairCertainty.POSSIBLE


def pair_reasons(pair: ProvisionPair, one: Provision, side: DocumentSide) -> tuple[Wording, ...]:
    """Return the reasons for a pair in words.

    Args:
        pair: the pair.
        one: the provision of the first document.
        side: the first document.
    """
    reasons = [_words(pair.score), *_structure(pair.score.common, one, side)]
    if pair.score.is_only or pair.score.uniqueness == 1:
        reasons.append(_ALONE)
    if pair.has_headings:
        reasons.append(_HEADINGS)
    if pair.has_neighbours:
        reasons.append(_NEIGHBOURS)
    if pair.is_contested and pair.score.passages < 1:
        reasons.append(_CONTESTED)
    return tuple(reasons)


def _words(score: PairScore) -> Wording:
    if score.passages == 1:
        return _SAME_WORDS
    if score.passages:
        return _SAME_PASSAGES
    return next(wording for least, wording in _WORDS if score.words >= least)


def _structure(common: frozenset[str], one: Provision, side: DocumentSide) -> Iterator[Wording]:
    """Yield the common marks in words, each group with its members."""
    groups: dict[str, list[str]] = {}
    for each in sorted(common):
        group, _, value = each.partition(":")
        groups.setdefault(group, []).append(value)
    for kind in groups.pop("kind", ()):
        yield _with(_KIND, [KINDS[kind].PLURAL])
    topics = groups.pop("topic", ())
    if topics:
        yield _with(_TOPICS, [_named(each, side) for each in one.topics if each in topics])
    for _ in groups.pop("bearer", ()):
        yield _with(_BEARER, [_bearer(one, side)])
    facts = groups.pop("fact", ())
    if facts:
        yield _with(_FACTS, [_named(each, side) for each in facts])
    things = [each for values in one.refers_to().values() for each in values if _is_common(each, groups, side)]
    if things:
        yield _with(_THINGS, [_named(each, side) for each in dict.fromkeys(things)])


def _is_common(thing: str, groups: dict[str, list[str]], side: DocumentSide) -> bool:
    return thing != side.document and any(side.thing(thing) in values for values in groups.values())


def _bearer(provision: Provision, side: DocumentSide) -> Wording:
    if isinstance(provision, Responsibility):
        return provision.bearer.label
    return _named(provision.bearer_name or "", side)


def _named(each: str, side: DocumentSide) -> Wording:
    return Wording(sv=side.data.name_of(each, "sv"), en=side.data.name_of(each, "en"))


def _with(label: Wording, members: list[Wording]) -> Wording:
    sv, en = (", ".join(each.to(lang) for each in members) for lang in ("sv", "en"))
    return Wording(sv=f"{label.sv}: {sv}", en=f"{label.to('en')}: {en}")
