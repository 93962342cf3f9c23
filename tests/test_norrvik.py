"""Each command's output for Norrvik, an invented county that changes only when a test needs it."""

import io
from pathlib import Path

import pytest
from click.testing import CliRunner

from psykavtal import compare, load_counties
from psykavtal.cli import main
from psykavtal.testing import CountyTests

from .norrvik import plugin

DAY = "2024-01-10"
SOURCES = Path(__file__).parent / "norrvik" / "sources"
ONE = ("compare", "--county", "norrvik", "--on", DAY)
CASE = ("case", "--municipality", "9911", "--on", DAY)
FULL = (*CASE, "--full")


class TestNorrvik(CountyTests):
    plugin = plugin
    sources = SOURCES
    least_by_provisions = 90


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """The command, with Norrvik installed beside the counties of this repository."""
    site = tmp_path_factory.mktemp("site")
    folder = site / "psykavtal_norrvik-1.0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: psykavtal-norrvik\nVersion: 1.0\n", "utf-8")
    (folder / "entry_points.txt").write_text(f"[psykavtal]\nnorrvik = {plugin.package}:plugin\n", "utf-8")

    def runner(*arguments):
        result = CliRunner().invoke(main, list(arguments), catch_exceptions=False)
        assert result.exit_code == 0, result.output
        return result.output

    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(site))
        yield runner


# The arguments of one run for each format and language, and the sections that are compared (none: the whole output).
RUNS = {
    "short case": ((*CASE, "--age", "18", "--fact", "psychiatric-problems"), ()),
    "short case in English": ((*CASE, "--age", "18", "--fact", "psychiatric-problems", "--lang", "en"), ()),
    "case": (
        (*FULL, "--born", "2006-03-01", "--fact", "psychiatric-disability", "--not-fact", "inpatient"),
        ("Norrvik", "Målgrupp", "Verksamheter efter ålder", "Kommande övergångar"),
    ),
    "case in English": (
        (*FULL, "--age", "18", "--fact", "psychiatric-problems", "--lang", "en"),
        ("Norrvik", "Edition", "Responsibilities", "Linked agreements", "Coordinated individual plan (SIP)"),
    ),
    "case with readings": (
        (*FULL, "--age", "18", "--fact", "psychiatric-problems", "--lang", "en"),
        ("Target group",),
    ),
    "case in a disagreement": (
        (*FULL, "--age", "40", "--fact", "disagreement", "--stands-at", "tln"),
        ("Vid oenighet: ansvar under tiden", "Vägen vid oenighet", "Nästa steg därifrån frågan står"),
    ),
    "case before the start": (
        ("case", "--municipality", "9911", "--age", "18", "--on", "2023-03-31", "--full"),
        ("Norrvik", "Upplaga", "Målgrupp"),
    ),
    "compare": (
        (*ONE, "--topic", "target-group.age", "--topic", "bodies", "--topic", "sip.discharge", "--topic", "follow-up"),
        (),
    ),
    "compare in detail": ((*ONE, "--topic", "target-group.age", "--topic", "sip.discharge", "--detail"), ()),
    "compare in English with sources": (
        (
            *ONE,
            "--lang",
            "en",
            "--detail",
            "--sources",
            "--topic",
            "target-group.who",
            "--topic",
            "disagreement.interim",
        ),
        (),
    ),
    "compare as Markdown": (
        (
            *("compare", "--county", "norrvik", "--county", "jonkoping", "--on", "2025-12-01"),
            *("--topic", "target-group.age", "--format", "markdown"),
        ),
        (),
    ),
    "escalation": (("escalation", "norrvik", "--on", DAY, "--sources"), ()),
    "escalation in English": (("escalation", "norrvik", "--on", DAY, "--lang", "en"), ()),
    "escalation as Mermaid": (("escalation", "norrvik", "--on", DAY, "--format", "mermaid"), ()),
    "timeline": (("timeline", "norrvik", "--on", "2026-06-01"), ()),
    "timeline in English in full": (("timeline", "norrvik", "--on", "2025-06-01", "--lang", "en", "--full"), ()),
    "audit": (("audit", "norrvik", "--on", "2025-01-10"), ()),
    "audit in English in detail": (("audit", "norrvik", "--on", "2025-01-10", "--lang", "en", "--detail"), ()),
    "law": (("law", "--county", "norrvik", "--on", DAY), ()),
    "law in English": (("law", "--county", "norrvik", "--on", DAY, "--lang", "en"), ()),
    "coverage": (("sources", "coverage", str(SOURCES), "--county", "norrvik"), ()),
}


@pytest.mark.parametrize("name", RUNS)
def test_output(run, snapshot, name):
    arguments, titles = RUNS[name]
    output = run(*arguments)

    assert (sections(output, titles) if titles else output) == snapshot


@pytest.mark.parametrize("width", [120, 60], ids=["wide", "narrow"])
def test_table_on_a_terminal(snapshot, width):
    from rich.console import Console

    from psykavtal.output.terminal import print_report
    from psykavtal.output.views.comparison_view import comparison_report

    console = Console(width=width, record=True, file=io.StringIO())
    comparison = compare(load_counties([plugin]), on=DAY, topics=["target-group.age", "sip.discharge"])
    print_report(comparison_report(comparison), console, "sv")

    assert console.export_text() == snapshot


def sections(output, titles):
    """The sections of these titles, in their order; each begins after a blank line."""
    every = output.split("\n\n")
    chosen = [next(each for each in every if each.startswith(title)) for title in titles]
    return "\n\n".join(chosen)
