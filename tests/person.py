"""A case with recognisable values, and a search for them."""

import io
import logging
import pprint
import reprlib
import traceback
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any

import hypothesis.vendor.pretty
import pytest
from IPython.lib import pretty as ipython
from rich.console import Console
from rich.pretty import pretty_repr

from psykavtal import Counties, load_counties
from psykavtal.errors import PsykavtalError, in_language

DAY = "2026-01-10"

# A birth date and an age that stand nowhere else, and a word that no document has.
BORN = date(1931, 7, 19)

MARK = "Qvxzhem"

TRACES = ("Qvxzhem", "1931", "07-19", "7, 19)")

FULL: dict[str, Any] = {
    "municipality": "2321",
    "lives_in": MARK,
    "placed_by": f"{MARK} kommun",
    "born": BORN,
    "facts": {"discharge": True, "disagreement": True},
    "principals": {"need-noticed": "region"},
    "stands_at": "lokal-samverkansarena",
}


@cache
def loaded() -> Counties:
    return load_counties()


def left_in(text: str) -> list[str]:
    """What of the person is in a text."""
    return [each for each in TRACES if each in text]


def with_rich(value: object) -> str:
    console = Console(file=io.StringIO(), width=200)
    console.print(value)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def with_logging(value: object) -> str:
    record = logging.LogRecord("x", logging.ERROR, "x", 1, "%r %s", (value, value), None)
    return record.getMessage()


PRINTED: dict[str, Callable[[Any], str]] = {
    "repr": repr,
    "str": str,
    "format": lambda value: f"{value!s} {value!r} {value!a}",
    "rich": pretty_repr,
    "the console of rich": with_rich,
    "pprint": pprint.pformat,
    "IPython": ipython.pretty,
    "hypothesis": hypothesis.vendor.pretty.pretty,
    "reprlib": reprlib.repr,
    "logging": with_logging,
    "a list of rich": lambda value: pretty_repr([value, {"case": value}]),
}


def chain(error: BaseException | None) -> Iterator[BaseException]:
    """An error and every error behind it, whether Python would show it or not."""
    met: list[BaseException] = []
    left = [error]
    while left:
        each = left.pop()
        if each is not None and each not in met:
            met.append(each)
            left += [each.__cause__, each.__context__]
            left += each.exceptions if isinstance(each, BaseExceptionGroup) else ()
    yield from met


def texts_of(error: BaseException) -> Iterator[str]:
    for each in chain(error):
        yield str(each)
        yield repr(each)
        yield repr(each.args)
        yield repr(vars(each))
        yield repr(getattr(each, "__notes__", ()))
        yield from traceback.format_exception_only(each)
        yield from (str(getattr(each, name, "")) for name in ("doc", "object", "value", "fix", "place", "faults"))
        yield from _messages_of(each)


def _messages_of(error: BaseException) -> Iterator[str]:
    """The text in both languages, and the parameters, of an error and of each of its messages."""
    texts = [error, *(getattr(error, name, "") for name in ("fault", "fix")), *getattr(error, "faults", ())]
    for each in texts:
        yield in_language(each, "sv")
        yield repr(getattr(each, "parameters", ""))


def raised(ask: Callable[[], object]) -> PsykavtalError:
    with pytest.raises(PsykavtalError) as caught:
        ask()
    return caught.value


def table(**changes: object) -> dict[str, Any]:
    return {"kind": "case", **FULL, "born": BORN.isoformat(), **changes}
