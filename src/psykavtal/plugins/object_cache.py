"""Objects read from a package's TOML, cached beside Python's bytecode.

A county's file takes longer to check than to unpickle. The cache is optional: a file that is missing,
damaged or made from anything else is ignored, and one that cannot be written is left out. Whoever can
write it can write the bytecode of the package, too.
"""

import hashlib
import importlib.util
import io
import os
import pickle
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar, cast

import attr
import attrs

from psykavtal.lazy import once
from psykavtal.plugins.package_files import package_folder, read_regular

T = TypeVar("T")


@attrs.frozen
class ObjectCache:
    """The cache of the object that was read from one file.

    Attributes:
        path: the file of the cache; None if there can be none, as for a package in an archive.
        key: a digest of everything that the object was made from.
    """

    path: Path | None
    key: bytes

    @classmethod
    def of(cls, package: str, file: str, sources: Sequence[bytes]) -> "ObjectCache":
        """Return the cache for a file of a package.

        Args:
            package: name of the package.
            file: name of the file in it.
            sources: the content of every file that the object is read from.
        """
        folder, library = package_folder(package), _library_state()
        if folder is None or library is None:
            return cls(None, b"")
        try:
            path = Path(importlib.util.cache_from_source(f"{folder / file}.py")).with_suffix(".pickle")
        except NotImplementedError:  # this Python caches no bytecode
            return cls(None, b"")
        digests = (hashlib.sha256(each).digest() for each in sources)
        return cls(path, hashlib.sha256(b"".join((library, *digests))).digest())

    def load(self, cls: type[T]) -> T | None:
        """Return the cached object; None if none was made from these files."""
        if self.path is None:
            return None
        try:
            data = read_regular(self.path, self.path.name)
            body = data[2 * _SIZE :]
            if data != self.signed(body):
                return None
            found = _Unpickler(io.BytesIO(body)).load()
        except Exception:  # noqa: BLE001 (a damaged pickle raises anything; the file is read anew)
            return None
        return found if type(found) is cls else None

    def signed(self, body: bytes) -> bytes:
        """Return the content of the cache file for a pickled object.

        It is the key, a digest, the object.
        """
        return self.key + hashlib.sha256(body).digest() + body

    def store(self, value: object) -> None:
        """Write the object for the next process, unless Python is to write no bytecode."""
        if self.path is None or sys.dont_write_bytecode:
            return
        draft = self.path.with_name(f"{self.path.name}.{os.getpid()}-{threading.get_ident()}")
        try:
            body = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if self.path.parent.is_symlink():
                return
            with draft.open("xb") as stream:
                stream.write(self.signed(body))
            draft.replace(self.path)
        except Exception:  # noqa: BLE001 (no place to write to, or an object of a subclass that cannot be pickled)
            with suppress(OSError):
                draft.unlink(missing_ok=True)


def cached_tuple(
    package: str, file: str, source: bytes, read: Callable[[bytes], tuple[T, ...]], of: type[T]
) -> tuple[T, ...]:
    """Return what a file of a package has, from its cache if there is one.

    Args:
        package: name of the package.
        file: name of the file.
        source: its content.
        read: reads the content; what it raises is raised, and nothing is cached.
        of: the class of each member; a cache with any other is ignored.
    """
    cache = ObjectCache.of(package, file, [source])
    found = cast("tuple[T, ...] | None", cache.load(tuple))
    if found is None or any(type(each) is not of for each in found):
        found = read(source)
        cache.store(found)
    return found


_SIZE = hashlib.sha256().digest_size


class _Unpickler(pickle.Unpickler):
    """Reads objects of the model, and of nothing else."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 (as the base has it)
        """Return a class of the model.

        Raises:
            UnpicklingError: the pickle names anything else.
        """
        if module.startswith("psykavtal.model.") or (module, name) in _OTHERS:
            found = super().find_class(module, name)
            if isinstance(found, type):
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")


_OTHERS = {("psykavtal.plugins.toml_county", "CountyTables"), ("datetime", "date")}


@once
def _library_state() -> bytes | None:
    """Return a digest of the version of the code that reads and makes objects.

    None if the code is in no folder. As Python does for bytecode, a file counts as changed
    if its size or its time differs.
    """
    root = Path(__file__).parents[1]
    folders = [str(root / each) for each in ("errors", "model", "plugins", "law", "agreements/search")]
    state = [sys.version]
    try:
        made = Path(attr.__file__).with_name("_make.py").stat()
        state.append(f"attrs {made.st_mtime_ns} {made.st_size}")
        while folders:
            with os.scandir(folders.pop()) as found:  # much faster than paths
                for each in sorted(found, key=lambda entry: entry.name):
                    if each.is_dir():
                        folders.append(each.path)
                    elif each.name.endswith(".py"):
                        state.append(f"{each.path} {each.stat().st_mtime_ns} {each.stat().st_size}")
    except OSError:
        return None
    return hashlib.sha256("\n".join(state).encode()).digest()
