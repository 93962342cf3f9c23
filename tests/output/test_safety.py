"""No text of a county reaches an output as a control character or as syntax of a format."""

import io
import json
import unicodedata
from html.parser import HTMLParser

import pytest
from click.testing import CliRunner
from rich.console import Console

import psykavtal
from psykavtal import Case
from psykavtal.cli import main
from psykavtal.model.wording import Wording
from psykavtal.output.escaping import json_text, markdown_text, visible
from psykavtal.output.html import html, page
from psykavtal.output.markdown import markdown
from psykavtal.output.mermaid import mermaid
from psykavtal.output.report import Line, LineKind, Mark, Report, ReportSection, Ruling
from psykavtal.output.terminal import print_report
from psykavtal.output.text import text
from tests.counties import AGREEMENT, COUNTY, DOCUMENT, MakeCounty

DAY = "2026-01-10"
UNSAFE = {
    "escape sequence": "\x1b[31mred",
    "operating system command": "\x1b]0;title\x07",
    "C1 control": "\x9b31m",
    "NUL": "a\x00b",
    "delete": "a\x7fb",
    "carriage return": "hidden\rshown",
    "backspace": "a\bb",
    "override": "a\u202eb",
    "isolate": "a\u2067b\u2069",
    "mark": "a\u200fb",
    "line separator": "a\u2028b",
    "surrogate": "a\ud800b",
}
SYNTAX = [
    "<script>alert(1)</script>",
    "[click](javascript:alert(1))",
    "![picture](https://example.org/x.png)",
    "<https://example.org>",
    "`code` *bold* _italic_ ~~gone~~",
    "a | b",
    "&lt;b&gt;",
    "# heading",
    "- item",
    "1. item",
    "{{x}}",
]


def _report(content, *, columns):
    """A report that has the content in each of its texts."""
    wording = Wording(sv=content, en=content)
    mark = Mark(key="stated", label=wording)
    lines = tuple(Line(wording, level, kind, mark if level else None) for kind in LineKind for level in (0, 1))
    cell = ReportSection(heading=wording, question=wording, mark=mark, lines=lines)
    verdict = Ruling(mark=mark, reason=Wording(sv=f"{content} x", en=f"{content} x"))
    whole = ReportSection(
        heading=wording, question=wording, mark=mark, lines=lines, sections=(cell, cell), verdict=verdict
    )
    return Report(
        title=wording,
        remarks=(wording,),
        corner=wording,
        columns=(content, content) if columns else (),
        sections=(whole,),
        closing=(wording,),
    )


def _on_terminal(report, width=100):
    console = Console(width=width, file=io.StringIO(), no_color=True)
    print_report(report, console, "sv")
    return console.file.getvalue()


FORMATS = {
    "text": lambda report: text(report, "sv"),
    "text of any width": lambda report: text(report, "sv", width=None),
    "terminal": _on_terminal,
    "narrow terminal": lambda report: _on_terminal(report, 40),
    "markdown": lambda report: markdown(report, "sv"),
    "html": lambda report: html(report, "sv"),
    "page": lambda report: page(report, "sv"),
}


@pytest.mark.parametrize("columns", [False, True], ids=["sections", "table"])
@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize("content", UNSAFE.values(), ids=UNSAFE)
def test_no_format_prints_a_control_character(content, fmt, columns):
    printed = FORMATS[fmt](_report(f"before {content} after", columns=columns))

    assert "before" in printed
    assert "after" in printed
    found = {each for each in printed if each != "\n" and unicodedata.category(each) in {"Cc", "Cs", "Zl", "Zp"}}
    assert not found
    assert not set(printed) & {"\u202e", "\u2067", "\u2069", "\u200f"}


class _Tags(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.tags, self.text = [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, attrs))

    def handle_data(self, data):
        self.text.append(data)


@pytest.mark.parametrize("columns", [False, True], ids=["sections", "table"])
@pytest.mark.parametrize("content", SYNTAX)
def test_html_has_the_same_elements_whatever_the_texts(content, columns):
    plain = _Tags(html(_report("plain", columns=columns), "sv"))
    hostile = _Tags(html(_report(content, columns=columns), "sv"))

    assert hostile.tags == plain.tags
    assert content in "".join(hostile.text)


@pytest.mark.parametrize("columns", [False, True], ids=["sections", "table"])
@pytest.mark.parametrize("content", SYNTAX)
def test_markdown_has_the_same_elements_whatever_the_texts(content, columns):
    markdown_it = pytest.importorskip("markdown_it")
    parser = markdown_it.MarkdownIt("gfm-like", {"linkify": False})

    def elements(tokens):
        for each in tokens:
            if each.type not in {"text", "text_special", "inline"}:
                yield each.type, each.content
            yield from elements(each.children or ())

    def texts(tokens):
        for each in tokens:
            yield each.content if each.type in {"text", "text_special"} else ""
            yield from texts(each.children or ())

    plain = parser.parse(markdown(_report("plain", columns=columns), "sv"))
    hostile = parser.parse(markdown(_report(content, columns=columns), "sv"))

    assert list(elements(hostile)) == list(elements(plain))
    assert content in "".join(texts(hostile))


def test_printable_text_stays_as_it_is():
    for each in ("Å ä ö – ”citat” «x» 1 § 2 st.", "a\N{NO-BREAK SPACE}b", "sam\N{SOFT HYPHEN}verkan"):
        assert visible(each) == each
    assert markdown_text("Vård och stöd, 2 kap. 1 §.") == "Vård och stöd, 2 kap. 1 §."


@pytest.mark.parametrize("content", UNSAFE.values(), ids=UNSAFE)
def test_json_escapes_control_characters_and_loses_none(content):
    printed = json_text({"å": content}, indent=2)

    assert json.loads(printed) == {"å": content}
    assert not [each for each in printed if each != "\n" and unicodedata.category(each) in {"Cc", "Cs"}]
    assert "å" in printed
    assert "\u202e" not in printed


def test_a_name_cannot_end_a_label_of_mermaid(tmp_path, monkeypatch):
    names = '["Rådet\\"] --> x[\\"<img src=x>`#quot;"]'
    county = (COUNTY + AGREEMENT).replace('["Rådet"]', names)
    assert names in county
    made = psykavtal.load_counties(plugins=[MakeCounty(tmp_path, monkeypatch).whole(county, DOCUMENT)], strict=True)
    edition = made["varmland"].document("avtal-2024", on="2025-01-01")
    (node,) = [each for each in mermaid(edition.escalation).splitlines() if "Rådet" in each and "--" not in each[:12]]

    label = node.partition('"')[2]
    assert label == 'Rådet#quot;] --#gt; x[#quot;#lt;img src=x#gt;#96;#35;quot;"]'


def test_an_error_on_standard_error_has_no_control_characters():
    result = CliRunner().invoke(main, ["escalation", "jamt\x1b[31mland", "--on", DAY])

    assert result.exit_code == 1
    assert "\x1b" not in result.output


@pytest.mark.parametrize("fmt", ["text", "markdown", "html"])
@pytest.mark.parametrize(
    "command",
    [
        "compare --topic target-group",
        "diff jamtland-2021 jamtland-2025",
        "case --municipality 2321 --age 17",
        "case --age 17 --all-counties",
        "escalation jamtland --sources",
        "escalation dalarna",
        "law",
        "law HSL",
    ],
)
def test_every_command_has_every_format(command, fmt):
    result = CliRunner().invoke(main, [*command.split(), "--on", DAY, "--format", fmt], catch_exceptions=False)

    assert result.exit_code == 0
    first = {"text": "", "markdown": ("#", "**", "\n", "Detta", "|"), "html": "<!doctype html>"}[fmt]
    assert result.output.startswith(first)
    assert len(result.output) > 100


@pytest.mark.parametrize("command", ["counties", "facts"])
@pytest.mark.parametrize("fmt", ["text", "markdown", "html"])
def test_lists_have_every_format(command, fmt):
    result = CliRunner().invoke(main, [command, "--format", fmt], catch_exceptions=False)

    assert result.exit_code == 0
    shown = {"counties": "Jämtland Härjedalen", "facts": "needs-region"}[command]
    assert shown in result.output.replace("\\-", "-")


def test_a_terminal_prints_the_same_lines_as_text(counties):
    from psykavtal.output.views.case_view import case_report

    report = case_report(counties.what_applies(Case(municipality="2321", age=17), on=DAY))
    terminal = " ".join(_on_terminal(report, 200).split())

    for section in report.sections:
        for line in section.lines:
            assert " ".join(line.text.sv.split()) in terminal
