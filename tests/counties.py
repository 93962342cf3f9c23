"""Throw-away counties: packages of TOML files, made for one test."""

import importlib
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from psykavtal import Citation, TomlCounty, hookimpl
from psykavtal.model.citations import Section, Text
from psykavtal.model.documents import Document, DocumentType
from psykavtal.model.places import Place
from psykavtal.model.provisions import Arena
from psykavtal.model.things import Agreement, Body
from psykavtal.model.wording import Wording
from psykavtal.plugins.county_toml.checks import Known

_numbers: Iterator[int] = count(1)

# A county that is none of those installed. Its agreement, its section and its words are invented.
COUNTY = """\
[county]
id = "varmland"
code = "17"
name = "Värmland"
region = "Region Värmland"

[county.municipalities]
"1780" = "Karlstad"
"1785" = "Säffle"
"""

AGREEMENT = """\
[content]
avtal-2024 = "2024.toml"

[agreement.avtalet]
names = ["avtalet"]

[body.radet]
names = ["Rådet"]
type = "council"

[document.avtal-2024]
names = ["Avtalet 2024"]
type = "agreement"
edition_of = "avtalet"
read_on = 2026-01-01
checked_until = 2026-01-01

[document.avtal-2024.text.ren]
file = "avtal.txt"
digest = "sha256:00"

[document.avtal-2024.text.ren.sections]
malgrupp = "Målgrupp"
oenighet = "Oenighet"

[validity.avtal-2024]
answers = ["validity.start", "validity.end"]
about = "avtal-2024"
passage = "avtal-2024/ren/Målgrupp: Avtalet gäller … tills vidare"
start = 2024-03-01
until_further_notice = true
sv = "Gäller tills vidare från den 1 mars 2024."
"""

DOCUMENT = """\
document = "avtal-2024"
silent_on = ["sip.convener"]

[target-group.main]
answers = ["target-group.who", "target-group.age"]
passage = "Målgrupp: Personer från … båda huvudmännen"
who = ["needs-region", "needs-municipality"]
age = { words = "från 18 år", from = 18 }
verb = "omfattar"
sv = "Den som är minst 18 år och behöver båda huvudmännen."

[relation.up]
answers = ["disagreement.first-step"]
passage = "Oenighet: Frågan ska … i Rådet"
relation = "escalates-to"
target = "radet"
trigger = ["disagreement"]
verb = "ska"
sv = "Oenighet lyfts i Rådet."
"""


VARMLAND = Place(id="varmland", code="17", name="Värmland", region="Region Värmland")


class MakeCounty:
    """Makes packages in a folder of its own; the `make_county` fixture of the tests that use it."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._folder = folder
        monkeypatch.syspath_prepend(str(folder))

    def __call__(self, county: str = COUNTY, **files: str) -> TomlCounty:
        """A county of a `county.toml` and further files: `_2024=...` makes 2024.toml."""
        package = f"throwaway_county_{next(_numbers)}"
        home = self._folder / package
        home.mkdir()
        (home / "__init__.py").write_text("", encoding="utf-8")
        (home / "county.toml").write_text(county, encoding="utf-8")
        for name, text in files.items():
            (home / f"{name.removeprefix('_')}.toml").write_text(text, encoding="utf-8")
        importlib.invalidate_caches()
        return TomlCounty(package)

    def whole(self, county: str = COUNTY + AGREEMENT, document: str = DOCUMENT) -> TomlCounty:
        """A county of one `county.toml` and one document file."""
        return self(county, _2024=document)


def to_toml(tables: Mapping[str, object]) -> str:
    """A TOML document of these values, everything inline."""
    return "".join(f"{_text(key)} = {_inline(value)}\n" for key, value in tables.items())


def _inline(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_text(key)} = {_inline(item)}" for key, item in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(_inline(each) for each in value) + "]"
    if isinstance(value, date):
        return value.isoformat()
    return _text(value) if isinstance(value, str) else repr(value)


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


# --- The same as code ---


class Coded:
    """A county written as code: the hooks that a test gives it."""

    def __init__(self, **hooks: Callable[..., object]) -> None:
        for name, hook in hooks.items():
            setattr(self, name, hookimpl(hook))


def a_county() -> Place:
    return VARMLAND


def some_things(county: Place) -> tuple[Agreement | Body, ...]:
    if county.code != "17":
        return ()
    return (Agreement(id="avtalet", names=("avtalet",)), Body(id="radet", names=("Rådet",)))


def a_document(county: Place) -> tuple[Document, ...]:
    text = Text(id="t", file="avtal.txt", digest="sha256:00", sections=(Section(id="s"),))
    agreement = Document(
        id="avtal", names=("Avtalet",), type=DocumentType.AGREEMENT, edition_of="avtalet", texts=(text,)
    )
    return (agreement,) if county.code == "17" else ()


def an_arena(document: Document, known: Known) -> tuple[Arena, ...]:
    if document.id != "avtal":
        return ()
    assert "radet" in known.things
    return (
        Arena(
            id="avtal.arena.radet",
            topic="bodies.arenas",
            document="avtal",
            about="avtal",
            wording=Wording(sv="Rådet."),
            citations=(Citation(document="avtal", text="t", section="s", start="Rådet"),),
            body="radet",
        ),
    )
