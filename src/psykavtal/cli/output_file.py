"""A file that appears under its name whole, or not at all."""

import errno
import os
import secrets
import shutil
import stat
from collections.abc import Generator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from psykavtal.cli.interrupts import Interrupts

_NEW = 0o666
_OWN = 0o600


@contextmanager
def whole_file(out: Path, interrupts: Interrupts, *, replace: bool) -> Generator[BinaryIO]:
    """Open a file for writing, and name it once the block ends without an error.

    Until then it has no name if the platform supports that (Linux, on most file systems): whatever ends the
    process, even SIGKILL or a crash, the system frees what was written. Elsewhere it has a temporary name in
    the folder of `out`, and is removed after an error and after a signal that `interrupts` handles.

    An older file keeps its content until it is replaced, and gives the new one its permissions. A symbolic link
    stays, and the file that it leads to is replaced.

    Args:
        out: the name.
        interrupts: the signals that end the process.
        replace: whether an older file of this name may be replaced.

    Raises:
        FileExistsError: an older file exists and must not be replaced.
        OSError: the file cannot be written.
    """
    target = Path(os.path.realpath(out))
    with ExitStack() as stack:
        fd = _unnamed(target)
        named = None
        if fd is None:
            named, fd = _named(target, interrupts, stack)
        file = stack.enter_context(os.fdopen(fd, "w+b"))
        yield file
        file.flush()
        if named is None and not _can_be_linked(fd):
            named, copy = _named(target, interrupts, stack)
            with os.fdopen(copy, "wb") as other:
                file.seek(0)
                shutil.copyfileobj(file, other)
        with interrupts.deferred():
            if named is None:
                _link(fd, target, replace=replace)
            else:
                _rename(file, named, target, replace=replace)


def _unnamed(target: Path) -> int | None:
    """Return a file without a name in the folder of the target.

    None if the platform or the file system does not support it.
    """
    if not hasattr(os, "O_TMPFILE"):
        return None
    mode = _OWN if target.exists() else _NEW
    try:
        return os.open(target.parent, os.O_TMPFILE | os.O_RDWR | os.O_CLOEXEC, mode)
    except OSError:  # the file system has none, or the folder cannot be written: then a named one fails, too
        return None


def _named(target: Path, interrupts: Interrupts, stack: ExitStack) -> tuple[Path, int]:
    """Return a file with a temporary name in the folder of the target.

    It is removed however the block ends.
    """
    part = _temporary(target)

    def remove() -> None:
        with suppress(OSError):
            os.truncate(part, 0)  # an open file cannot be removed on every platform
        part.unlink(missing_ok=True)

    with interrupts.deferred():
        stack.enter_context(interrupts.undoing(remove))
        flags = os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0)
        fd = os.open(part, flags, _OWN)
        stack.callback(part.unlink, missing_ok=True)
    return part, fd


def _temporary(target: Path) -> Path:
    return target.with_name(f".psykavtal-{secrets.token_hex(8)}{target.suffix}")


def _can_be_linked(fd: int) -> bool:
    return Path(_path(fd)).exists()


def _path(fd: int) -> str:
    return f"/proc/self/fd/{fd}"


def _link(fd: int, target: Path, *, replace: bool) -> None:
    """Give a file without a name the name of the target."""
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        if not replace or not target.exists():
            os.link(_path(fd), target.name, dst_dir_fd=folder, follow_symlinks=True)
            return
        _take_permissions(fd, target)
        part = _temporary(target)  # for the moment between two calls: a link cannot replace a file
        os.link(_path(fd), part.name, dst_dir_fd=folder, follow_symlinks=True)
        try:
            part.replace(target)
        except OSError:
            part.unlink()
            raise
    finally:
        os.close(folder)


def _rename(file: BinaryIO, part: Path, target: Path, *, replace: bool) -> None:
    """Give a file with a temporary name that of the target."""
    file.close()  # an open file cannot be renamed on every platform
    if target.exists():
        if not replace:
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        _take_permissions(part, target)
    else:
        part.chmod(_NEW & ~_mask())
    part.replace(target)


def _take_permissions(file: int | Path, older: Path) -> None:
    """Give a file the permissions of an older one, and its owner if allowed."""
    found = older.stat()
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(file, found.st_uid, found.st_gid)
    os.chmod(file, stat.S_IMODE(found.st_mode))  # noqa: PTH101 (of an open file, too)


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
