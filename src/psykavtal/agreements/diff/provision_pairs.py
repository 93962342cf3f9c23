"""Pairs of corresponding provisions of two documents: the assignment with the greatest sum of scores."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import chain

import attrs

from psykavtal.agreements.diff.pair_scores import Pair, PairScore, pair_scores
from psykavtal.agreements.diff.provision_traits import Traits

LEAST_SCORE = 0.3
"""The least score of a pair of two editions of an agreement."""

LEAST_OF_TWO_AGREEMENTS = 0.4
"""The least score of a pair of other documents, of which fewer provisions can be expected to correspond."""

_HEADINGS = 0.15
_NEIGHBOURS = 0.2
_NEAR = (1, 2, 3)
_DOUBTFUL = 3
_CONTESTED = 0.9
_UNITS = 10_000


@attrs.frozen(kw_only=True)
class ProvisionPair:
    """Two provisions that correspond, by their positions in the documents.

    Attributes:
        first: the position in the first document.
        second: the position in the second.
        score: the similarity of the two alone.
        total: the score with that of their headings and neighbours.
        has_headings: whether their headings have the same words.
        has_neighbours: whether provisions beside them correspond, too.
        is_contested: whether another pair of one of them has nearly the same score.
    """

    first: int
    second: int
    score: PairScore
    total: float
    has_headings: bool
    has_neighbours: bool
    is_contested: bool


@attrs.frozen(kw_only=True)
class Pairing:
    """The pairs of two documents, and the most similar provision for each that has none.

    Attributes:
        pairs: in the order of the first document.
        nearest_to_first: for an unpaired provision of the first document, the most similar one of the second.
        nearest_to_second: the same in the other direction.
    """

    pairs: tuple[ProvisionPair, ...]
    nearest_to_first: Mapping[int, int]
    nearest_to_second: Mapping[int, int]


def pair_provisions(
    first: Sequence[Traits],
    second: Sequence[Traits],
    corresponding: Collection[Pair] = frozenset(),
    *,
    least: float = LEAST_SCORE,
) -> Pairing:
    """Pair the provisions of two documents, each with at most one.

    Pairs are assigned twice: the second time, pairs whose neighbours in the text correspond count more.

    Args:
        first: the traits of the provisions of the first document, in text order.
        second: those of the second document.
        corresponding: the positions of provisions below headings with the same words.
        least: the least score of a pair.
    """
    scores = pair_scores(first, second)
    alone = {pair: _lifted(each.score, _HEADINGS * (pair in corresponding)) for pair, each in scores.items()}
    near = _near(alone, _assigned(alone, least))
    totals = {pair: _lifted(score, _NEIGHBOURS * near.get(pair, 0.0)) for pair, score in alone.items()}
    pairs = _assigned(totals, least)
    rivals = _Rivals.of(totals)
    found = tuple(
        ProvisionPair(
            first=one,
            second=other,
            score=scores[one, other],
            total=totals[one, other],
            has_headings=(one, other) in corresponding,
            has_neighbours=(one, other) in near,
            is_contested=rivals.best(one, other) > totals[one, other] * _CONTESTED,
        )
        for one, other in sorted(pairs.items())
    )
    paired = set(pairs.values())
    return Pairing(
        pairs=found,
        nearest_to_first=_nearest({(a, b): score for (a, b), score in totals.items() if a not in pairs}),
        nearest_to_second=_nearest({(b, a): score for (a, b), score in totals.items() if b not in paired}),
    )


def _assigned(scores: Mapping[Pair, float], least: float) -> dict[int, int]:
    """Return the assignment with the greatest sum of scores above the least.

    Provisions without a common candidate do not depend on each other: each group of candidates is solved alone.
    """
    import networkx as nx  # noqa: PLC0415 (only for a diff)

    graph: nx.Graph[tuple[int, int]] = nx.Graph()
    for (one, other), score in scores.items():
        if score > least:
            graph.add_edge((0, one), (1, other), weight=round((score - least) * _UNITS) + 1)
    found: dict[int, int] = {}
    for group in nx.connected_components(graph):
        candidates = graph.subgraph(sorted(group))
        for edge in nx.max_weight_matching(candidates):
            (_, one), (_, other) = sorted(edge)
            found[one] = other
    return found


def _near(scores: Mapping[Pair, float], assigned: Mapping[int, int]) -> dict[Pair, float]:
    """Return for each pair the score of an assigned pair beside it.

    It is half of that score if the other pair is one further away, and a third if it is two.
    """
    found: dict[Pair, float] = {}
    for one, other in scores:
        beside = [
            scores[pair] / max(before, after)
            for before in _NEAR
            for after in _NEAR
            for side in (-1, 1)
            for pair in [(one + side * before, other + side * after)]
            if assigned.get(pair[0]) == pair[1]
        ]
        if beside:
            found[one, other] = max(beside)
    return found


def _lifted(score: float, lift: float) -> float:
    """Return a score with a lift, which is less for a low score."""
    return 1 - (1 - score) * (1 - lift * min(1, _DOUBTFUL * score))


@attrs.frozen
class _Rivals:
    """The scores of all pairs of each provision."""

    firsts: Mapping[int, Mapping[int, float]]
    seconds: Mapping[int, Mapping[int, float]]

    @classmethod
    def of(cls, scores: Mapping[Pair, float]) -> "_Rivals":
        firsts: dict[int, dict[int, float]] = defaultdict(dict)
        seconds: dict[int, dict[int, float]] = defaultdict(dict)
        for (one, other), score in scores.items():
            firsts[one][other] = score
            seconds[other][one] = score
        return cls(firsts, seconds)

    def best(self, one: int, other: int) -> float:
        """Return the greatest score of another pair of either; 0 without one."""
        firsts = (score for each, score in self.firsts[one].items() if each != other)
        seconds = (score for each, score in self.seconds[other].items() if each != one)
        return max(chain(firsts, seconds), default=0.0)


def _nearest(scores: Mapping[Pair, float]) -> dict[int, int]:
    """Return the most similar provision of the other document, the first of several."""
    found: dict[int, int] = {}
    for one, other in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        if scores[one, other] >= LEAST_SCORE:
            found.setdefault(one, other)
    return found
