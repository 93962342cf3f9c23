"""Scores of pairs of provisions, by their words, their passages and their structure."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import attrs

from psykavtal.agreements.diff.provision_traits import Traits

_STRUCTURE = 0.6
_PART_OF_PASSAGES = 0.9
_ANOTHER_KIND = 0.75
_FEW_WORDS, _MUCH_STRUCTURE = 0.1, 0.65
_MANY_WORDS = 0.6
_ONLY = 0.25
_LEAST = 0.12
_KIND = "kind:"


@attrs.frozen(kw_only=True)
class PairScore:
    """The similarity of two provisions; each part is between 0 and 1.

    Attributes:
        score: the whole.
        words: the similarity of their words; 1 if they cite the same passages.
        structure: the share of their marks that are common, each weighted by how rare it is.
        uniqueness: 1 if no other provision of either document has all the common marks, less the more have them.
        passages: the share of their passages that are the same, word for word.
        common: the marks that both have.
        is_only: whether they are the only ones in their documents with their kind and first topic.
    """

    score: float
    words: float
    structure: float
    uniqueness: float
    passages: float
    common: frozenset[str]
    is_only: bool


Pair = tuple[int, int]
"""The positions of two provisions in their documents."""


def pair_scores(first: Sequence[Traits], second: Sequence[Traits]) -> dict[Pair, PairScore]:
    """Return the scores of the pairs that may correspond, in the order of the texts."""
    both = (*first, *second)
    vectors = _Vectors.of(both)
    marks = _Marks.of(first, second)
    found: dict[Pair, PairScore] = {}
    for at, one in enumerate(first):
        similar = vectors.similar(at, len(first))
        for position, other in enumerate(second):
            score = _score(one, other, similar.get(len(first) + position, 0.0), marks)
            if score is not None and score.score >= _LEAST:
                found[at, position] = score
    return found


def _score(one: Traits, other: Traits, words: float, marks: "_Marks") -> PairScore | None:
    """Return the score of a pair; None if neither words nor structure suggest it."""
    shared = one.passages & other.passages
    passages = len(shared) / len(one.passages | other.passages) if shared else 0.0
    if passages == 1:
        words = 1.0
    elif shared:
        words = max(words, _PART_OF_PASSAGES * len(shared) / min(len(one.passages), len(other.passages)))
    common = one.marks & other.marks
    structure = marks.weight(common) / marks.weight(one.marks | other.marks) if common else 0.0
    is_only = bool(one.signature) and one.signature == other.signature and marks.are_only(one.signature)
    has_topic = any(not each.startswith(_KIND) for each in common)
    if (words < _FEW_WORDS and structure < _MUCH_STRUCTURE and not is_only) or (words < _MANY_WORDS and not has_topic):
        return None
    uniqueness = marks.uniqueness(common) if common else 0.0
    score = 1 - (1 - words) * (1 - _STRUCTURE * structure * uniqueness) * (1 - _ONLY * is_only)
    if not any(each.startswith(_KIND) for each in common):
        score *= _ANOTHER_KIND
    return PairScore(
        score=score,
        words=words,
        structure=structure,
        uniqueness=uniqueness,
        passages=passages,
        common=common,
        is_only=is_only,
    )


@attrs.frozen
class _Vectors:
    """The words of provisions as vectors of length 1; a rare word weighs more.

    Attributes:
        vectors: the weight of each word, by provision.
        occurrences: the provisions with each word, with its weight there.
    """

    vectors: Sequence[Mapping[str, float]]
    occurrences: Mapping[str, Sequence[tuple[int, float]]]

    @classmethod
    def of(cls, traits: Sequence[Traits]) -> "_Vectors":
        weights = _weights((each.words for each in traits), len(traits))
        vectors = [
            _unit({word: weights[word] * (1 + math.log(n)) for word, n in each.words.items()}) for each in traits
        ]
        occurrences: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for at, vector in enumerate(vectors):
            for word, weight in vector.items():
                occurrences[word].append((at, weight))
        return cls(vectors, occurrences)

    def similar(self, at: int, start: int) -> Mapping[int, float]:
        """Return the similarity of a provision to those from a position on."""
        found: dict[int, float] = defaultdict(float)
        for word, weight in self.vectors[at].items():
            for position, other in self.occurrences[word]:
                if position >= start:
                    found[position] += weight * other
        return found


def _unit(vector: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(each * each for each in vector.values()))
    return {word: weight / length for word, weight in vector.items()} if length else {}


@attrs.frozen
class _Marks:
    """The marks of both documents.

    Attributes:
        weights: the weight of each; a rare one weighs more.
        owners: for each document, the provisions with each mark.
        only: the signatures that one provision of each document has.
        cached: the uniqueness of sets of marks.
    """

    weights: Mapping[str, float]
    owners: tuple[Mapping[str, frozenset[int]], ...]
    only: frozenset[str]
    cached: dict[frozenset[str], float]

    @classmethod
    def of(cls, *documents: Sequence[Traits]) -> "_Marks":
        every = [each.marks for traits in documents for each in traits]
        signatures = [Counter(each.signature for each in traits) for traits in documents]
        only = frozenset(each for each in signatures[0] if all(counts[each] == 1 for counts in signatures))
        return cls(_weights(every, len(every)), tuple(_owners(each) for each in documents), only, {})

    def are_only(self, signature: str) -> bool:
        return signature in self.only

    def weight(self, marks: Iterable[str]) -> float:
        # In a fixed order: the sum of floats depends on it, and the order of a set on the process.
        return sum(sorted(self.weights[each] for each in marks))

    def uniqueness(self, marks: frozenset[str]) -> float:
        found = self.cached.get(marks)
        if found is None:
            counts = (len(set[int].intersection(*(set(owners[each]) for each in marks))) for owners in self.owners)
            found = self.cached[marks] = 1 / math.sqrt(math.prod(counts))
        return found


def _owners(traits: Sequence[Traits]) -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for at, each in enumerate(traits):
        for mark in each.marks:
            found[mark].add(at)
    return {mark: frozenset(each) for mark, each in found.items()}


def _weights(members: Iterable[Iterable[str]], count: int) -> dict[str, float]:
    """Return the weight of each word or mark: more for a rare one."""
    occurring = Counter(each for one in members for each in one)
    return {each: math.log((count + 1) / number) for each, number in occurring.items()}
