"""The files of a package, and no others."""

import pkgutil
import stat
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from psykavtal.errors import InvalidValueError, Message, SourceError
from psykavtal.model.file_names import check_file_name

MOST_BYTES = 20_000_000
"""The largest file that is read; the largest county file is a hundredth of it."""


def package_file(package: str, name: str) -> bytes | None:
    """Return the content of a file of a package; None if the file is missing.

    A package in a folder is read from the folder, one in an archive by its loader.

    Raises:
        InvalidValueError: the name leads out of the package, or the file is not a regular one or too large.
    """
    check_file_name(name)
    folder = package_folder(package)
    if folder is None:
        try:
            data = pkgutil.get_data(package, name)
        except OSError:
            return None
        if data is not None and len(data) > MOST_BYTES:
            raise _too_large(name)
        return data
    return read_within(folder, name, also=partial(_linked, package))


def read_within(folder: Path, name: str, *, also: Callable[[], Path | None]) -> bytes | None:
    """Return the content of a file below a folder; None if it is missing.

    A link is followed if it leads to a file below the folder, or below the other.

    Args:
        folder: the folder.
        name: name of the file in it.
        also: returns the other folder, if there is one; called only for a link that leads out of the first.

    Raises:
        InvalidValueError: the name leads out of the folders, or the file is not a regular one or too large.
    """
    check_file_name(name)
    path = folder / name
    try:
        target = path.resolve()
        if not target.is_relative_to(folder.resolve()) and not _is_below(target, also()):
            fault = Message(en="is a link that leads out of the folder.", sv="är en länk som leder ut ur mappen.")
            fix = Message(en="Put the file there.", sv="Lägg filen där.")
            raise InvalidValueError(fault, value=name, fix=fix)
        if not target.exists():
            return None
        return read_regular(target, name)
    except (OSError, RuntimeError):  # not readable; links in a circle
        return None


def read_regular(path: Path, name: str) -> bytes:
    """Return the content of a regular file of bounded size.

    Raises:
        InvalidValueError: it is a folder, a device, a pipe, or too large.
        OSError: it cannot be read.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        fault = Message(en="is not a regular file.", sv="är ingen vanlig fil.")
        fix = Message(en="Give a file with text.", sv="Ange en fil med text.")
        raise InvalidValueError(fault, value=name, fix=fix)
    with path.open("rb") as stream:
        data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise _too_large(name)
    return data


def write_within(folder: Path, name: str, text: str) -> bool:
    """Write a file below a folder if its content differs; return whether it was written.

    Raises:
        SourceError: the name leads out of the folder, or the file is a link or not a regular one.
    """
    path = folder / check_file_name(name)
    inside = path.parent.resolve().is_relative_to(folder.resolve())
    if not inside or path.is_symlink() or (path.exists() and not path.is_file()):
        fault = Message(
            en="cannot be written: it leads to another file.", sv="kan inte skrivas: den leder till en annan fil."
        )
        fix = Message(en="Remove the link, or whatever is there.", sv="Ta bort länken, eller det som finns där.")
        raise SourceError(fault, value=name, place=name, fix=fix)
    if path.exists() and path.read_bytes() == text.encode():
        return False
    path.write_text(text, "utf-8", newline="\n")
    return True


def _too_large(name: str) -> InvalidValueError:
    fix = Message(en="A file has {most:,} bytes at most.", sv="En fil har högst {most} byte.", most=MOST_BYTES)
    return InvalidValueError(Message(en="is too large.", sv="är för stor."), value=name, fix=fix)


def package_folder(package: str) -> Path | None:
    """Return the folder of a package; None without one, as in an archive."""
    origin = _origin_of(package)
    return origin.parent if origin is not None and origin.parent.is_dir() else None


def _linked(package: str) -> Path | None:
    """Return the folder that the package's own file is linked from.

    Some installers link every file.
    """
    origin = _origin_of(package)
    return None if origin is None else origin.resolve().parent


def _is_below(target: Path, folder: Path | None) -> bool:
    return folder is not None and target.is_relative_to(folder.resolve())


def _origin_of(package: str) -> Path | None:
    try:
        spec = find_spec(package)
    except (ImportError, ValueError):
        return None
    return Path(spec.origin) if spec is not None and spec.origin and spec.has_location else None
