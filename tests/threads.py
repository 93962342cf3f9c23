"""Run work in many threads at once."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from tests.thorough import FULL

DAY = "2026-01-10"

THREADS = 16 if FULL else 6

ROUNDS = 3 if FULL else 1


def at_once(*work: Callable[[], Any], threads: int = THREADS) -> list[Any]:
    """Let every thread begin at the same moment, with the work in turn; return the results in their order."""
    barrier = threading.Barrier(threads)

    def run(number: int) -> Any:
        barrier.wait()
        return work[number % len(work)]()

    with ThreadPoolExecutor(threads) as pool:
        return [each.result() for each in [pool.submit(run, number) for number in range(threads)]]
