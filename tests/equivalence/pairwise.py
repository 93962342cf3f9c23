"""A small generator of pairwise designs: each pair of values of two factors is in at least one row."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import combinations, product
from random import Random

Row = dict[str, Hashable]
Pair = tuple[str, Hashable, str, Hashable]


def rows(factors: Mapping[str, Sequence[Hashable]], *, seed: int) -> Iterator[Row]:
    """The rows of a design; always the same for the same factors and seed."""
    random = Random(seed)
    names = sorted(factors, key=lambda name: (-len(factors[name]), name))
    left = {
        (one, first, other, second)
        for one, other in combinations(names, 2)
        for first, second in product(factors[one], factors[other])
    }
    order = sorted(left, key=lambda pair: (names.index(pair[0]), names.index(pair[2]), repr(pair)))
    at = 0
    while left:
        while order[at] not in left:
            at += 1
        one, first, other, second = order[at]
        row: Row = {one: first, other: second}
        for name in names:
            if name not in row:
                row[name] = _best(name, factors[name], row, names, left, random)
        left -= {(a, row[a], b, row[b]) for a, b in combinations(names, 2)}
        yield {name: row[name] for name in factors}


def _best(
    name: str, values: Sequence[Hashable], row: Row, names: list[str], left: set[Pair], random: Random
) -> Hashable:
    """The value that is in most pairs not yet in a row."""
    place = {each: at for at, each in enumerate(names)}

    def gain(value: Hashable) -> int:
        return sum(
            ((other, held, name, value) if place[other] < place[name] else (name, value, other, held)) in left
            for other, held in row.items()
        )

    scored = [(gain(value), random.random(), at) for at, value in enumerate(values)]
    return values[max(scored)[2]]
