"""Every format prints the same parts of a report: title, remarks, headings, lines, verdicts and closing notes."""

import html as html_escapes
import io
import re

import pytest
from rich.console import Console

from psykavtal.model.wording import Wording
from psykavtal.output.html import html
from psykavtal.output.markdown import markdown
from psykavtal.output.report import Line, LineKind, Mark, Report, ReportSection, Ruling
from psykavtal.output.terminal import print_report
from psykavtal.output.text import text


def wording(name: str) -> Wording:
    return Wording(sv=f"sv-{name}", en=f"en-{name}")


def mark(name: str) -> Mark:
    return Mark(key=name, label=wording(name))


LINES = (
    Line(wording("statement"), mark=mark("true")),
    Line(wording("deeper"), 1),
    Line(wording("remark"), kind=LineKind.REMARK),
    Line(wording("citation"), kind=LineKind.CITATION),
)
CELL = ReportSection(heading=wording("column"), mark=mark("stated"), lines=LINES)
HEADS = {"title": wording("title"), "remarks": (wording("note"),), "closing": (wording("closing"),)}
REPORTS = {
    "sections": Report(
        sections=(ReportSection(heading=wording("heading"), mark=mark("silent"), lines=LINES, sections=(CELL,)),),
        **HEADS,
    ),
    "a table": Report(
        corner=wording("corner"),
        columns=("a column",),
        sections=(
            ReportSection(
                heading=wording("heading"),
                sections=(CELL,),
                verdict=Ruling(mark=mark("differs"), reason=wording("reason")),
            ),
        ),
        **HEADS,
    ),
}
COMMON = {"title", "note", "closing", "heading", "stated", "true", "statement", "deeper", "remark", "citation"}
PARTS = {"sections": COMMON | {"silent"}, "a table": COMMON | {"differs", "reason"}}


def on_a_terminal(report: Report, lang: str, *, width: int = 100, colours: bool = False) -> str:
    console = Console(width=width, file=io.StringIO(), record=True, force_terminal=colours)
    print_report(report, console, lang)
    return console.export_text(styles=colours)


FORMATS = {"text": text, "markdown": markdown, "html": html, "terminal": on_a_terminal}


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("name", FORMATS)
def test_every_part_is_printed_in_one_language(name: str, report: str, lang: str) -> None:
    output = html_escapes.unescape(FORMATS[name](REPORTS[report], lang)).replace("\\", "")
    words = set(re.findall(r"(?:sv|en)-[a-z]+", output))
    assert {each.removeprefix(f"{lang}-") for each in words} >= PARTS[report]
    assert not [each for each in words if not each.startswith(lang)]


@pytest.mark.parametrize("width", [40, 100])
def test_lines_of_sections_on_a_terminal_have_no_spaces_at_their_end(width: int) -> None:
    lines = on_a_terminal(REPORTS["sections"], "sv", width=width).splitlines()
    assert any(each.startswith("    ") for each in lines)
    assert [each for each in lines if each != each.rstrip()] == []


def test_a_line_without_a_mark_has_no_colour_on_a_terminal() -> None:
    output = on_a_terminal(REPORTS["sections"], "sv", colours=True)
    lines = [each for each in output.splitlines() if "sv-deeper" in each]
    assert lines
    assert not [each for each in lines if "\x1b" in each]
    assert "\x1b" in output
