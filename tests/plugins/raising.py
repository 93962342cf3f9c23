"""Plugins that raise."""

import sys
from collections.abc import Callable

from psykavtal.errors import CountyFileError, PluginError, PsykavtalError
from tests.plugins.hostile import NAIVE


class MuteError(Exception):
    """An error that cannot be written."""

    def __str__(self) -> str:
        raise RuntimeError("no text")

    __repr__ = __str__


class WrongTextError(Exception):
    """An error whose text is none."""

    def __str__(self) -> str:
        return NAIVE(int)


class ExitingTextError(Exception):
    """An error that ends the program when it is written."""

    def __str__(self) -> str:
        raise SystemExit(7)


class OwnBaseError(BaseException):
    """An error that is no Exception."""


class MuteFaultError(PsykavtalError):
    """One of the library's own kind that cannot be written."""

    def __str__(self) -> str:
        raise RuntimeError("no text")


class NamelessMeta(type):
    """A class whose name cannot be read."""

    @property
    def __name__(cls) -> str:  # type: ignore[override] (that is what is wrong with it)
        raise RuntimeError("no name")


def nameless() -> object:
    """Raise an error of such a class."""
    raise NamelessMeta("NamelessError", (Exception,), {})  # type: ignore[misc] (a class made by hand)


def endless() -> object:
    return endless()


RAISED: dict[str, Callable[[], object]] = {
    "SystemExit": lambda: sys.exit(0),
    "SystemExit with a text": lambda: sys.exit("bye"),
    "KeyboardInterrupt": lambda: throw(KeyboardInterrupt()),
    "GeneratorExit": lambda: throw(GeneratorExit()),
    "a BaseException": lambda: throw(OwnBaseError("own")),
    "an error that cannot be written": lambda: throw(MuteError()),
    "an error whose text is a number": lambda: throw(WrongTextError()),
    "an error that exits when written": lambda: throw(ExitingTextError()),
    "an error of a class without a name": nameless,
    "an own error that cannot be written": lambda: throw(MuteFaultError("x")),
    "an own error whose message is no text": lambda: throw(PluginError(5)),  # type: ignore[arg-type] (that is what is wrong with it)
    "an own error with faults that cannot be written": lambda: throw(CountyFileError("x", (MuteError(),))),
    "a group of errors": lambda: throw(ExceptionGroup("some", [ValueError("a"), OSError("b")])),
    "a group with an exit": lambda: throw(BaseExceptionGroup("some", [SystemExit(0), KeyboardInterrupt()])),
    "an error with a mute cause": lambda: throw_from(ValueError("x"), MuteError()),
    "RecursionError": endless,
    "MemoryError": lambda: throw(MemoryError()),
    "StopIteration": lambda: throw(StopIteration()),
    "a warning as an error": lambda: throw(DeprecationWarning("old")),
    "AssertionError": lambda: throw(AssertionError()),
}


def throw(error: BaseException) -> object:
    raise error


def throw_from(error: BaseException, cause: BaseException) -> object:
    raise error from cause
