"""Where two canonical values differ: paths with the old and the new value."""

import json
from collections.abc import Iterator
from typing import Any

ABSENT = "(absent)"
Difference = tuple[str, Any, Any]


def differences(old: Any, new: Any, path: str = "") -> Iterator[Difference]:
    """Each smallest place at which two values differ."""
    if old == new and type(old) is type(new):
        return
    if isinstance(old, dict) and isinstance(new, dict):
        if "runs" in old and "runs" in new:
            yield from _of_runs(old["runs"], new["runs"], path)
            return
        for name in sorted({*old, *new}):
            yield from differences(old.get(name, ABSENT), new.get(name, ABSENT), f"{path}.{name}" if path else name)
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for at, (one, other) in enumerate(zip(old, new, strict=True)):
            yield from differences(one, other, f"{path}[{at}]")
    else:
        yield path, old, new


def sorted_lists(value: Any) -> Any:
    """The value with every list sorted but runs of days, so that only what is in a list counts."""
    if isinstance(value, dict):
        return {key: _sorted_runs(each) if key == "runs" else sorted_lists(each) for key, each in value.items()}
    if isinstance(value, list):
        return sorted(map(sorted_lists, value), key=lambda each: json.dumps(_without_remarks(each), sort_keys=True))
    return value


def _without_remarks(value: Any) -> Any:
    """The value without what may be expected to differ: it must not decide which members are compared."""
    if isinstance(value, dict):
        return {key: _without_remarks(each) for key, each in value.items() if key not in ("rules", "notes")}
    return list(map(_without_remarks, value)) if isinstance(value, list) else value


def _sorted_runs(runs: list[Any]) -> list[Any]:
    return [[first, last, sorted_lists(facts)] for first, last, facts in runs]


def _of_runs(old: list[Any], new: list[Any], path: str) -> Iterator[Difference]:
    """Runs of days: compared from each day on which a run of either begins."""
    for day in sorted({run[0] for run in (*old, *new)}):
        yield from differences(_on(old, day), _on(new, day), f"{path}[{day}]")


def _on(runs: list[Any], day: str) -> Any:
    """The answer on a day; days between two runs were not asked and count to the earlier one."""
    found = [run[2] for run in runs if run[0] <= day]
    return found[-1] if found else ABSENT
