"""Recordings: lines of JSON, compressed, in the order of the questions; the same bytes each time."""

import gzip
import json
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import Any

from .ask import Ask, answers
from .parts import PARTS

_CHUNK = 400
_made: dict[str, Any] = {}


def _start(adapter: str, sources: Path, every: int) -> None:
    """Load the library once in a process."""
    _made["every"] = every
    _made["api"] = import_module(f".{adapter}", __package__).Api(sources)


def _asks(part: str) -> list[Ask]:
    if part not in _made:
        _made[part] = list(PARTS[part](_made["api"].outline))[:: _made["every"]]
    asks: list[Ask] = _made[part]
    return asks


def _count(part: str) -> int:
    return len(_asks(part))


def _chunk(part: str, start: int, step: int) -> tuple[str, list[str], float]:
    """The lines of `step` questions of a part, and the seconds that they took."""
    began = time.perf_counter()
    lines = [
        json.dumps({"key": key, "facts": facts}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        for key, facts in answers(_asks(part)[start : start + step], _made["api"])
    ]
    return part, lines, time.perf_counter() - began


def record(file: Path, parts: Sequence[str], *, adapter: str, sources: Path, processes: int, every: int = 1) -> None:
    """Record parts of the corpus in a file; only every n-th question of a part, if `every` is n.

    Raises:
        ValueError: two questions have the same key.
    """
    seen: set[str] = set()
    seconds = dict.fromkeys(parts, 0.0)
    counts = dict.fromkeys(parts, (0, 0))
    with (
        ProcessPoolExecutor(processes, initializer=_start, initargs=(adapter, sources, every)) as pool,
        file.open("wb") as raw,
        gzip.GzipFile("", "wb", 6, raw, mtime=0) as out,
    ):
        found = dict(zip(parts, pool.map(_count, parts), strict=True))
        jobs = [(part, start, _step(part)) for part in parts for start in range(0, found[part], _step(part))]
        for part, lines, took in pool.map(_chunk, *zip(*jobs, strict=True)):
            for line in lines:
                key = _key_of(line)
                if key in seen:
                    raise ValueError(f"asked twice: {key}")
                seen.add(key)
                out.write(line.encode() + b"\n")
            seconds[part] += took
            counts[part] = (counts[part][0] + len(lines), counts[part][1] + sum(map(len, lines)))
    for part in parts:
        number, size = counts[part]
        sys.stderr.write(f"{part:12} {number:7} lines {size / 1e6:7.1f} MB {seconds[part]:6.1f} s\n")


def _step(part: str) -> int:
    return {"cohorts": 1, "records": 20, "sources": 1, "editions": 4}.get(part, _CHUNK)


def _key_of(line: str) -> str:
    """The key of a line; it is the last member, so that it need not be parsed."""
    return line[line.rindex(',"key":"') :]


def lines_of(file: Path) -> Iterator[tuple[str, str]]:
    """Each line of a recording: its key, and its facts as text."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads("{" + _key_of(line.rstrip())[1:])["key"], line
