"""One question of the corpus, its key, and its answers by day."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

import attrs


@attrs.frozen(kw_only=True)
class Ask:
    """A question: an operation of an adapter with its arguments.

    Attributes:
        part: the part of the corpus.
        op: the name of the adapter's method.
        args: its arguments; plain values only. An argument of None is left out of the key.
        days: the days for which it is asked, in order; the method is then called with `on`. Empty if once.
        label: the arguments as the key shows them, if they are too long for it.
    """

    part: str
    op: str
    args: Mapping[str, Any] = attrs.field(factory=dict[str, Any])
    days: tuple[date, ...] = ()
    label: str = ""

    @property
    def key(self) -> str:
        """Part, operation and what is asked; made of no name of a class."""
        shown = self.label or " ".join(f"{name}={_text(each)}" for name, each in self.args.items() if each is not None)
        return f"{self.part}: {self.op} {shown}".rstrip()


def _text(value: object) -> str:
    if isinstance(value, Mapping):
        return ",".join(f"{name}:{_text(each)}" for name, each in sorted(value.items())) or "none"
    if isinstance(value, list | tuple):
        return ",".join(_text(each) for each in value) or "none"
    return str(value).lower() if isinstance(value, bool) else str(value)


def answer(ask: Ask, api: Any) -> dict[str, Any]:
    """The facts of one line: the answer, or the runs of days with the same answer."""
    method: Callable[..., Any] = getattr(api, ask.op)
    if not ask.days:
        return {"answer": api.attempt(lambda: method(**ask.args))}
    runs: list[list[Any]] = []
    for day in ask.days:
        found = api.attempt(lambda day=day: method(**ask.args, on=day))
        if runs and runs[-1][2] == found:
            runs[-1][1] = day.isoformat()
        else:
            runs.append([day.isoformat(), day.isoformat(), found])
    return {"runs": runs}


def answers(asks: list[Ask], api: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """The line of each question: its key and its facts."""
    for ask in asks:
        yield ask.key, answer(ask, api)
