"""The lock of a plugin contains the passages of its own documents, and of no other plugin."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from psykavtal.cli import main

from .counties import AGREEMENT, COUNTY, DOCUMENT, MakeCounty

ADD_ON = """\
[adds-to]
county = "17"

[content]
lokal = "x.toml"

[document.lokal]
names = ["Lokal överenskommelse"]
type = "agreement"
read_on = 2026-01-01

[document.lokal.text.t]
file = "lokal.txt"
digest = "sha256:00"
sections = { s = "" }
"""
ADD_ON_DOCUMENT = """\
document = "lokal"
[responsibility.two-weeks]
answers = ["sip.convener"]
passage = "s: Mötet hålls … två veckor"
bearer = "joint"
sv = "Mötet hålls inom två veckor."
"""
TEXTS = {
    "avtal.txt": """Målgrupp

Avtalet gäller tills vidare. Personer från 18 år som behöver båda huvudmännen.

Oenighet

Frågan ska tas upp i Rådet.
""",
    "lokal.txt": "Mötet hålls inom två veckor.\n",
}
OWN = {
    "avtal-2024/ren/malgrupp: Avtalet gäller … tills vidare",
    "avtal-2024/ren/malgrupp: Personer från … båda huvudmännen",
    "avtal-2024/ren/oenighet: Frågan ska … i Rådet",
}
ADDED = {"lokal/t/s: Mötet hålls … två veckor"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of source texts, with the county and its add-on installed."""
    make = MakeCounty(tmp_path, monkeypatch)
    plugins = {
        "varmland": make(COUNTY + AGREEMENT, _2024=DOCUMENT),
        "lokalt": make(ADD_ON, x=ADD_ON_DOCUMENT),
    }
    for name, plugin in plugins.items():
        info = tmp_path / f"psykavtal_{name}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: psykavtal-{name}\nVersion: 1.0\n", "utf-8")
        (info / "entry_points.txt").write_text(f"[psykavtal]\n{name} = {plugin.package}:plugin\n", "utf-8")
        start = f"from psykavtal import TomlCounty\n\nplugin = TomlCounty({plugin.package!r})\n"
        (tmp_path / plugin.package / "__init__.py").write_text(start, "utf-8")
    texts = tmp_path / "texts"
    texts.mkdir()
    for file, text in TEXTS.items():
        (texts / file).write_text(text, "utf-8")
    return texts


def lock(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["sources", "lock", str(folder), "--county", "varmland", *arguments])


def passages(result: Result) -> set[str]:
    return {each["passage"] for each in json.loads(result.stdout)["passages"]}


@pytest.mark.parametrize(
    ("arguments", "locked"),
    [((), OWN), (("--plugin", "varmland"), OWN), (("--plugin", "lokalt"), ADDED)],
    ids=["a county", "a county by its plugin", "an add-on"],
)
def test_lock_of_a_plugin(folder: Path, arguments: tuple[str, ...], locked: set[str]) -> None:
    result = lock(folder, *arguments)
    assert result.exit_code == 0, result.output
    assert passages(result) == locked


def test_a_county_is_locked_without_the_texts_of_its_add_ons(folder: Path) -> None:
    (folder / "lokal.txt").unlink()
    assert passages(lock(folder)) == OWN


def test_an_unknown_plugin_is_refused_with_the_known_ones(folder: Path) -> None:
    result = lock(folder, "--plugin", "lokal", "--lang", "en")
    assert result.exit_code == 1
    assert "Did you mean 'lokalt'?" in result.stderr
    assert "varmland" in result.stderr
