"""The documentation names everything public, and what it shows works."""

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import psykavtal
from psykavtal import TomlCounty
from psykavtal.agreements.counties import Counties
from psykavtal.cli import main
from psykavtal.model.provisions import KINDS
from psykavtal.plugins import hookspecs
from psykavtal.testing import CountyTests

DOCS = Path(__file__).parent.parent / "docs"
EXAMPLE = DOCS / "example"
REFERENCE = "\n".join(page.read_text(encoding="utf-8") for page in sorted((DOCS / "reference").glob("*.md")))
PAGES = sorted(page for page in DOCS.rglob("*.md") if "_build" not in page.parts)
COMMANDS = DOCS.joinpath("reference", "command.md").read_text(encoding="utf-8")
HOOKS = [name for name in dir(hookspecs) if name.startswith(hookspecs.PREFIX)]


@pytest.mark.parametrize("name", psykavtal.__all__)
def test_every_public_name_has_its_reference(name: str) -> None:
    assert re.search(rf"^\.\. (auto\w+|data):: psykavtal\.{name}$", REFERENCE, re.MULTILINE)


@pytest.mark.parametrize("name", HOOKS)
def test_every_hook_is_in_the_reference(name: str) -> None:
    assert f"`{name}`" in REFERENCE


@pytest.mark.parametrize("kind", KINDS.values())
def test_every_kind_of_provision_is_in_the_reference(kind: type) -> None:
    assert f"automodule:: {kind.__module__}\n   :members:" in REFERENCE


@pytest.mark.parametrize(
    "page", [page for page in PAGES if "{code-cell}" in page.read_text(encoding="utf-8")], ids=lambda page: page.stem
)
def test_the_cells_of_a_page_run(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(DOCS / page.parent.relative_to(DOCS))
    monkeypatch.setattr(sys, "path", [*sys.path])
    names: dict[str, object] = {}
    for cell in re.findall(
        r"^```\{code-cell\}[^\n]*\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    ):
        if "skip-execution" in cell:
            continue
        code = "\n".join(line for line in cell.splitlines() if not line.startswith(":tags:"))
        exec(compile(code, str(page), "exec"), names)


@pytest.fixture
def example(monkeypatch: pytest.MonkeyPatch) -> Counties:
    monkeypatch.syspath_prepend(str(EXAMPLE))
    return psykavtal.load_counties(plugins=[TomlCounty("psykavtal_exempel")], strict=True)


def test_the_example_county_stands_in_a_comparison(example: Counties) -> None:
    assert list(example) == ["exempel"]
    assert not example.problems
    comparison = psykavtal.compare(example, on="2026-06-15")
    assert comparison.subjects == ("Exempel län",)
    assert len(comparison) > 1


def test_the_example_county_answers_as_the_guide_says(example: Counties) -> None:
    county = example["99"]
    assert [county.in_force(on=day).key for day in ("2026-03-31", "2026-04-15", "2026-04-30")] == [
        "not-in-force",
        "unclear",
        "in-force",
    ]
    asked = {
        "sip.discharge": "stated",
        "sip.consent": "silent",
        "sip.participants": "unreadable",
        "target-group.age": "ambiguous",
        "decision.path": "silent",
        "commission.scope": "not-applicable",
    }
    assert {topic: county.ask(topic, on="2026-06-15").status for topic in asked} == asked


class TestExempel(CountyTests):
    """The example passes the kit that its guide tells of."""

    plugin = TomlCounty("psykavtal_exempel")
    sources = EXAMPLE / "sources"

    @pytest.fixture(scope="class", autouse=True)
    @classmethod
    def importable(cls) -> Iterator[None]:
        with pytest.MonkeyPatch.context() as patch:
            patch.syspath_prepend(str(EXAMPLE))
            yield


def test_the_example_names_its_plugin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(EXAMPLE))
    project = tomllib.loads(EXAMPLE.joinpath("pyproject.toml").read_text(encoding="utf-8"))["project"]
    module, _, name = project["entry-points"]["psykavtal"]["exempel"].partition(":")
    assert isinstance(getattr(__import__(module), name), TomlCounty)


def test_the_guide_mentions_only_keys_that_there_are() -> None:
    guide = DOCS.joinpath("county-plugin.md").read_text(encoding="utf-8")
    schema = psykavtal.schema_of("document")
    keys = set(schema["properties"]["statement"]["additionalProperties"]["properties"])  # type: ignore[index] (a schema is a plain dict)
    rows = re.findall(r"^\| (`[^|]+) \|", guide, re.MULTILINE)
    named = {key for row in rows for key in re.findall(r"`([a-z_]+)`", row)}
    assert named == keys - {"modality"}


@pytest.mark.parametrize("line", sorted(set(re.findall(r"(?:`|\$ uv run )(psykavtal [a-z][^`\n]*)", COMMANDS))))
def test_every_command_of_the_reference_exists(line: str) -> None:
    command: click.Command = main
    context = click.Context(main)
    for word in line.split()[1:]:
        if not isinstance(command, click.Group):
            break
        found = command.get_command(context, word)
        assert found is not None, f"{line}: no command {word!r}"
        command = found
    assert command is not main


def test_the_guide_names_the_topic_of_each_kind_that_has_one() -> None:
    guide = DOCS.joinpath("county-plugin.md").read_text(encoding="utf-8")
    rows = re.findall(r'^\| `\[([a-z-]+)\.\*\]` \| `"([^"]+)"` \|$', guide, re.MULTILINE)
    assert dict(rows) == {name: cls.TOPIC for name, cls in KINDS.items() if cls.TOPIC}
    assert {topic for _, topic in rows} <= set(psykavtal.load_counties().topics)
