"""A folder that appears with all its files, or not at all."""

import errno
import os
import secrets
import shutil
from collections.abc import Callable, Collection, Generator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path

from psykavtal.errors import NO_MESSAGE, ExportError, Message
from psykavtal.errors.system_reasons import system_reason
from psykavtal.plugins.form_messages import quoted

_ELSEWHERE = Message(en="Free some space, or write elsewhere.", sv="Frigör utrymme, eller skriv någon annanstans.")
_ALLOWED = Message(en="Write where you may.", sv="Skriv där du får.")
_FAULTS = {
    errno.ENOENT: (
        Message(en="does not exist, nor does the folder around it.", sv="finns inte, och inte heller mappen runt den."),
        Message(en="Make that folder first.", sv="Skapa den mappen först."),
    ),
    errno.ENOSPC: (Message(en="the disk is full.", sv="disken är full."), _ELSEWHERE),
    errno.EDQUOT: (Message(en="your share of the disk is full.", sv="din del av disken är full."), _ELSEWHERE),
    errno.EFBIG: (
        Message(en="a file becomes too large.", sv="en fil blir för stor."),
        Message(en="Write elsewhere.", sv="Skriv någon annanstans."),
    ),
    errno.EACCES: (Message(en="cannot be written.", sv="går inte att skriva till."), _ALLOWED),
    errno.EPERM: (Message(en="cannot be written.", sv="går inte att skriva till."), _ALLOWED),
    errno.EROFS: (Message(en="can only be read.", sv="går bara att läsa."), _ALLOWED),
}
_NAMED = 3


@contextmanager
def whole_folder(
    out: Path,
    *,
    replace: bool,
    is_own: Callable[[str], bool],
    moving: Callable[[], AbstractContextManager[None]] = nullcontext,
) -> Generator[Path]:
    """Return a folder whose files are given to `out` if the block raises no error.

    A new folder is written beside `out` and renamed. A folder that exists stays, and with it a symbolic link to it: it is
    written within and its files are moved, the older ones away first and back after an error.

    Args:
        out: the folder; it must not exist, or be empty.
        replace: whether the files of an older export are replaced.
        is_own: returns whether a path within the folder is one of an export.
        moving: returns a context within which the files are given to `out`; a signal waits for its end.

    Raises:
        ExportError: the folder has files that are not replaced, or cannot be written.
    """
    with _plainly(out):
        target = Path(os.path.realpath(out))
        older = _older(target, out, replace=replace, is_own=is_own)
        part = _temporary(target if target.is_dir() else target.parent)
        part.mkdir()
        try:
            yield part
            with moving():
                if part.parent == target:
                    _move_in(part, target, older)
                else:
                    part.rename(target)
        finally:
            shutil.rmtree(part, ignore_errors=True)


@contextmanager
def _plainly(out: Path) -> Generator[None]:
    """Raise an error of the system as one with place, fault and fix.

    Raises:
        ExportError: the block raises an error of the system.
    """
    try:
        yield
    except OSError as error:
        reason = system_reason(error.errno) if error.errno else quoted(error)
        other = Message(en="the system answers: {reason}.", sv="systemet svarar: {reason}.", reason=reason)
        fault, fix = _FAULTS.get(error.errno or 0, (other, NO_MESSAGE))
        raise ExportError(fault, place=str(out), fix=fix) from error


def _older(target: Path, out: Path, *, replace: bool, is_own: Callable[[str], bool]) -> tuple[Path, ...]:
    """Return what the folder contains, all of an older export.

    Raises:
        ExportError: it is not a folder, or has files that are not replaced.
    """
    if not target.exists():
        return ()
    if not target.is_dir():
        fix = Message(en="Give the name of a folder.", sv="Ange namnet på en mapp.")
        raise ExportError(Message(en="is a file.", sv="är en fil."), place=str(out), fix=fix)
    found = tuple(sorted(target.iterdir()))
    if found and not replace:
        fix = Message(
            en="Give an empty or a new folder, or --replace (replace=True) to replace an older export.",
            sv="Ange en tom eller ny mapp, eller --replace (replace=True) för att ersätta en äldre export.",
        )
        raise ExportError(Message(en="is not empty.", sv="är inte tom."), place=str(out), fix=fix)
    paths = [each.relative_to(target).as_posix() for each in _files(found)]
    foreign = [each for each in paths if not is_own(each)]
    if foreign:
        names = ", ".join(foreign[:_NAMED])
        more = ", ..." if len(foreign) > _NAMED else ""
        fault = Message(
            en="has files that are not of an export: {names}.",
            sv="har filer som inte kommer från en export: {names}.",
            names=names + more,
        )
        fix = Message(en="Move them, or give another folder.", sv="Flytta dem, eller ange en annan mapp.")
        raise ExportError(fault, place=str(out), fix=fix)
    return found


def _files(paths: Collection[Path]) -> Generator[Path]:
    for each in paths:
        if each.is_dir() and not each.is_symlink():
            yield from _files(tuple(each.iterdir()))
        else:
            yield each


def _temporary(folder: Path) -> Path:
    return folder / f".psykavtal-{secrets.token_hex(8)}"


def _move_in(part: Path, target: Path, older: Collection[Path]) -> None:
    """Move files from a part of the target into it, replacing older ones.

    After an error, everything is as it was.
    """
    away = _temporary(target)
    moved: list[tuple[Path, Path]] = []

    def move(source: Path, to: Path) -> None:
        source.rename(to)
        moved.append((source, to))

    try:
        if older:
            away.mkdir()
        for each in older:
            move(each, away / each.name)
        for each in sorted(part.iterdir()):
            move(each, target / each.name)
    except BaseException:
        for source, to in reversed(moved):
            with suppress(OSError):
                to.rename(source)
        with suppress(OSError):
            away.rmdir()
        raise
    shutil.rmtree(away, ignore_errors=True)
