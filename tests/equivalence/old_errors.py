"""Errors of version 0.1.0 as facts: class, place, count of faults, and the name that is suggested."""

import importlib
import re
import sys
import tempfile
from collections.abc import Callable
from itertools import count
from pathlib import Path

from psykavtal import Counties, PsykavtalError, TomlCounty, load_counties
from psykavtal.errors import FaultsError

from .canonical import Json

_numbers = count(1)


def attempt(ask: Callable[[], Json]) -> Json:
    """The answer, or the error as facts; an error that is not the package's own is marked as foreign."""
    try:
        return ask()
    except ExceptionGroup as group:
        return {"errors": [_facts(each) for each in group.exceptions]}
    except Exception as error:  # noqa: BLE001 (whatever is raised is recorded)
        return {"error": _facts(error)}


def _facts(error: Exception) -> Json:
    if not isinstance(error, PsykavtalError):
        return {"class": type(error).__name__, "foreign": True}
    facts: dict[str, Json] = {"class": type(error).__name__, "place": _package_free(error.place)}
    if isinstance(error, FaultsError):
        facts["count"] = len(error.faults)
        facts["faults"] = [_fault(each) for each in error.faults]
    elif error.fix:
        facts["suggests"] = _suggested(str(error.fix))
    return {name: each for name, each in facts.items() if each not in ("", None)}


def _fault(fault: object) -> Json:
    """The place of one fault: of a file, or the first word of its line."""
    text = str(fault)
    if not hasattr(fault, "table"):
        return {"place": text.partition(":")[0], "suggests": _suggested(text)}
    names = ("table", "key", "line")
    found = {name: getattr(fault, name) for name in names}
    return {**found, "file": Path(str(getattr(fault, "file", ""))).name, "suggests": _suggested(text)}


def _suggested(text: str) -> str | None:
    found = re.search(r"Did you mean '([^']*)'", text)
    return found[1] if found else None


def _package_free(place: str) -> str:
    return re.sub(r"throwaway_equivalence_\d+(_\d+)?", "package", place)


def load_county_files(county: str, document: str = "") -> Counties:
    """Load a package of these two files strictly."""
    with tempfile.TemporaryDirectory() as folder:
        package = f"throwaway_equivalence_{next(_numbers)}"
        home = Path(folder, package)
        home.mkdir()
        for name, text in (("__init__.py", ""), ("county.toml", county), ("2024.toml", document)):
            (home / name).write_text(text, encoding="utf-8")
        sys.path.insert(0, folder)
        importlib.invalidate_caches()
        try:
            return load_counties(plugins=[TomlCounty(package)], strict=True)
        finally:
            sys.path.remove(folder)
            sys.modules.pop(package, None)
