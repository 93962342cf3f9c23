"""Plugins that raise or give wrong objects, and the check that other counties still answer."""

import warnings
from functools import cache
from pathlib import Path
from typing import Any

import psykavtal_dalarna
import psykavtal_jamtland
import psykavtal_jonkoping

from psykavtal import Case, Counties, load_counties
from psykavtal.errors import PluginWarning, PsykavtalError
from psykavtal.model.citations import Citation, Section, Text
from psykavtal.model.documents import Document, DocumentType
from psykavtal.plugins.problems import Problem

ON = "2026-01-10"

INSTALLED = (psykavtal_dalarna.plugin, psykavtal_jamtland.plugin, psykavtal_jonkoping.plugin)

NAMES = ["jonkoping", "dalarna", "jamtland"]

CASE = Case(municipality="2321", age=30, facts={"psychiatric-disability": True, "coordinated": True})

NAIVE: Any = object.__new__
AT = Citation(document="avtal", text="t", section="s", start="A")


def check_others(counties: Counties) -> None:
    """The installed counties answer as they do alone."""
    answers, target_group = alone()
    assert [counties[name].ask("sip.convener", on=ON) for name in NAMES] == answers
    assert counties.target_group(CASE, on=ON) == target_group


@cache
def alone() -> tuple[list[object], object]:
    counties = load_counties(INSTALLED)
    return [counties[name].ask("sip.convener", on=ON) for name in NAMES], counties.target_group(CASE, on=ON)


def load(*plugins: object) -> Counties:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PluginWarning)
        return load_counties([*INSTALLED, *plugins])


def is_disabled(plugin: object) -> tuple[Problem, ...]:
    """The plugin is disabled, and nothing else is."""
    counties = load(plugin)
    assert list(counties) == NAMES
    assert counties.problems
    check_others(counties)
    for problem in counties.problems:
        assert isinstance(str(problem), str)
        assert isinstance(problem.error, PsykavtalError)
    return counties.problems


def made(cls: Any, **fields: object) -> Any:
    """An object with these fields, whatever their types; validators are evaded."""
    new = NAIVE(cls)
    defaults = {
        each.name: each.default for each in cls.__attrs_attrs__ if isinstance(each.default, tuple | str | type(None))
    }
    for name, value in {**defaults, **fields}.items():
        object.__setattr__(new, name, value)
    return new


def text_of(**fields: object) -> Any:
    return made(Text, **{"id": "t", "file": "a.txt", "digest": "sha256:00", "sections": (Section(id="s"),), **fields})


def document(**fields: object) -> Any:
    given = {"id": "avtal", "names": ("Avtalet",), "type": DocumentType.AGREEMENT, "unnamed": False}
    return made(Document, **{**given, "edition_of": "avtalet", "texts": (text_of(),), **fields})


def distribution(site: Path, name: str, points: bytes, *, metadata: str | None = None) -> None:
    folder = site / f"{name}-1.0.dist-info"
    folder.mkdir()
    text = f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n" if metadata is None else metadata
    if text:
        (folder / "METADATA").write_text(text, encoding="utf-8")
    (folder / "entry_points.txt").write_bytes(points)
