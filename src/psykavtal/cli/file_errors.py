"""Errors of reading and writing files of people.

An engine's message may show values of a file, and is never part of them.
"""

import csv
import errno
import re
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import polars as pl

from psykavtal.cohorts.column_names import several_columns
from psykavtal.errors import NO_MESSAGE, CohortError, Message
from psykavtal.errors.system_reasons import system_reason


@contextmanager
def plainly(path: Path, *, written: Path | None = None) -> Generator[None]:
    """Replace an engine's error about a file by one without its message.

    The engine's message may contain values of the file.

    Args:
        path: the file that is read.
        written: the file that is written, if any: an error of the file system is then about this one.

    Raises:
        CohortError: for every error of the engine or the file system.
    """
    fault: Message | None = None
    try:
        yield
    except (pl.exceptions.PolarsError, OSError, UnicodeDecodeError, csv.Error) as error:
        name = path.name if written is None or _number(error) is None else written.name
        fault = Message(en="{file}: {fault}", sv="{file}: {fault}", file=name, fault=_fault(error))
    if fault is not None:
        raise CohortError(Message(en="the file cannot be used:", sv="filen kan inte användas:"), (fault,))


def _fault(error: Exception) -> Message:
    number = _number(error)
    if number is not None:
        return Message(
            en="{reason}.{fix}",
            sv="{reason}.{fix}",
            reason=system_reason(number),
            fix=_FIXES.get(number, NO_MESSAGE),
        )
    if isinstance(error, pl.exceptions.DuplicateError):
        name = re.search(r"column with name '(.*)' has more than one", str(error))
        return several_columns(repr(name[1]) if name else _TWO, 2)
    if "more fields" in str(error):
        return Message(
            en="a row has more fields than the header. Put quotes around a field that contains a comma.",
            sv="en rad har fler fält än rubrikraden. Sätt citattecken runt ett fält som innehåller ett kommatecken.",
        )
    return Message(
        en="{error}. Is it a file of this kind, in UTF-8, with commas?",
        sv="{error}. Är det en fil av detta slag, i UTF-8, med kommatecken?",
        error=type(error).__name__,
    )


_TWO = Message(en="two", sv="två")


def _number(error: Exception) -> int | None:
    """Return the system's number of an error, also of one that polars wraps.

    None for every other error.
    """
    if isinstance(error, OSError) and error.errno is not None:
        return error.errno
    found = re.search(r"\(os error ([0-9]+)\)", str(error))
    if found:
        return int(found[1])
    return errno.ENOENT if isinstance(error, FileNotFoundError) else None


_FREE_SPACE = Message(en=" Free some space, or write elsewhere.", sv=" Frigör utrymme, eller skriv någon annanstans.")
_ELSEWHERE = Message(en=" Write where you may.", sv=" Skriv där du får.")
_FIXES = {
    errno.ENOENT: Message(en=" Does its folder exist?", sv=" Finns dess mapp?"),
    errno.ENOSPC: _FREE_SPACE,
    errno.EDQUOT: _FREE_SPACE,
    errno.EFBIG: Message(en=" Write elsewhere.", sv=" Skriv någon annanstans."),
    errno.EACCES: _ELSEWHERE,
    errno.EROFS: _ELSEWHERE,
    errno.EEXIST: Message(en=" Give --force to write over it.", sv=" Ange --force för att skriva över den."),
}
