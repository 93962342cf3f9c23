"""How thorough a run is: `PSYKAVTAL_TESTS=full` tries every combination, as nox does; otherwise a part of them."""

import os
from collections.abc import Iterable, Sequence
from itertools import product
from typing import TypeVar

FULL = os.environ.get("PSYKAVTAL_TESTS") == "full"

A = TypeVar("A")
B = TypeVar("B")


def pairs(one: Iterable[A], other: Iterable[B]) -> Sequence[tuple[A, B]]:
    """Every pair if the run is full; otherwise enough pairs that each member of both is in one."""
    first, second = tuple(one), tuple(other)
    if FULL:
        return tuple(product(first, second))
    length = max(len(first), len(second))
    return tuple((first[number % len(first)], second[number % len(second)]) for number in range(length))


def share(items: Iterable[A], number: int, of: int) -> Sequence[A]:
    """Every item if the run is full; otherwise every `of`-th, so that shares of successive numbers are all of them."""
    every = tuple(items)
    return every if FULL else every[number % of :: of]


def some(items: Iterable[A], number: int) -> Sequence[A]:
    """Every item if the run is full; otherwise a number of them, as far apart as possible, the first among them."""
    every = tuple(items)
    if FULL or len(every) <= number:
        return every
    return tuple(every[len(every) * at // number] for at in range(number))
