"""What is compared runs in turn, in one process: each ratio is one of the same round, so that the machine's moods cancel."""

import gc
import statistics
import sys
import time
from collections.abc import Callable, Collection, Mapping
from typing import Any

import attrs


@attrs.frozen
class Spread:
    """Times of several rounds, in seconds."""

    times: tuple[float, ...]

    @property
    def median(self) -> float:
        """The time of the round in the middle."""
        return statistics.median(self.times)

    def __str__(self) -> str:
        unit, factor = next(
            (each for each in (("s", 1.0), ("ms", 1e3), ("µs", 1e6)) if self.median * each[1] >= 1), ("ns", 1e9)
        )
        median, least, most = (f"{each * factor:.3g}" for each in (self.median, min(self.times), max(self.times)))
        return f"{median} {unit} [{least}-{most}]"


def in_turn(ways: Mapping[str, Callable[[], Any]], *, rounds: int = 9, repeat: int = 1) -> dict[str, Spread]:
    """Times of each way, all in turn in every round; one round goes before that is not counted."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for at in range(rounds + 1):
        names = list(ways)
        shift = at % len(names)
        for name in names[shift:] + names[:shift]:
            run = ways[name]
            gc.collect()
            gc.disable()
            start = time.perf_counter()
            for _ in range(repeat):
                run()
            taken = (time.perf_counter() - start) / repeat
            gc.enable()
            if at:
                times[name].append(taken)
    return {name: Spread(tuple(each)) for name, each in times.items()}


def ratio(ours: Spread, theirs: Spread) -> float:
    """The median of the rounds' ratios."""
    return statistics.median(a / b for a, b in zip(ours.times, theirs.times, strict=True))


def compare(
    what: str,
    ours: tuple[str, Callable[[], Any]],
    *theirs: tuple[str, Callable[[], Any], str],
    rounds: int = 9,
    repeat: int = 1,
    same: bool = True,
) -> None:
    """Print how ours compares with each of theirs; each has its target, or "" for none.

    Raises:
        AssertionError: they do not come to the same.
    """
    name, run = ours
    if same:
        result = run()
        for other, way, _ in theirs:
            found = way()
            assert found == result, f"{what}: {name} gives {result}, {other} gives {found}"
    times = in_turn({name: run, **{other: way for other, way, _ in theirs}}, rounds=rounds, repeat=repeat)
    for other, _, target in theirs:
        report(what, f"{name} {times[name]} / {other} {times[other]}", ratio(times[name], times[other]), target)


def report(what: str, how: str, found: float, target: str) -> None:
    """One line: what is compared, the ratio, the target, and what it was measured by."""
    digits = f"{found:.2f}" if found >= 0.1 else f"1/{1 / found:.0f}"
    print(f"{what:<58}{digits:>9}   {f'target {target}' if target else '':<16}{how}", flush=True)


def run_parts(parts: Mapping[str, Callable[[], None]], chosen: Collection[str] = ()) -> None:
    """Run the parts, or those chosen; one that fails stops no other, but the process ends in failure."""
    failed = []
    for name, part in parts.items():
        if chosen and name not in chosen:
            continue
        try:
            part()
        except (AssertionError, RecursionError) as error:
            print(f"{name}: FAILS, {type(error).__name__}: {error}", flush=True)
            failed.append(name)
    if failed:
        sys.exit(f"failed: {', '.join(failed)}")
