"""Print a report on a terminal, in colour.

It is a table if it has columns and they fit.
"""

from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from psykavtal.output.escaping import visible
from psykavtal.output.matrix import WIDEST, matrix_lines
from psykavtal.output.report import Line, LineKind, Mark, Report, ReportSection
from psykavtal.output.text import line_text

_NARROWEST = 24
_FIRST_COLUMN = 26
_COLOURS = {
    "stated": "green",
    "derived": "cyan",
    "reported": "magenta",
    "ambiguous": "yellow",
    "silent": "blue",
    "unreadable": "red",
    "not-recorded": "red",
    "not-applicable": "bright_black",
    "same": "green",
    "differs": "bold yellow",
    "depends-on-the-reading": "yellow",
    "not-comparable": "bright_black",
    "cited": "green",
    "omission": "blue",
    "open": "red",
    "changed": "yellow",
    "moved": "magenta",
    "added": "green",
    "dropped": "red",
}


def print_report(report: Report, console: Console, lang: str) -> None:
    """Print a report on a terminal."""
    console.print(Group(*_parts(report, console.width, lang)))


def _parts(report: Report, width: int, lang: str) -> Iterator[RenderableType]:
    if report.title is not None:
        yield Text(visible(report.title.to(lang)), style="bold")
    yield from (Text(visible(each.to(lang))) for each in report.remarks)
    if report.is_matrix:
        yield Text()
        yield Text("\n".join(matrix_lines(report, lang, min(width, WIDEST))), no_wrap=True)
    elif not report.columns:
        for each in report.sections:
            yield Text()
            yield from _block(each, lang, 0)
    elif (width - _FIRST_COLUMN) // len(report.columns) >= _NARROWEST:
        yield _table(report, lang)
    else:
        for each in report.sections:
            yield Padding(_row_heading(each, lang), (1, 0, 0, 0), expand=False)
            yield _row_table(each, lang)
    yield from (Text(visible(each.to(lang)), style="dim") for each in report.closing)


def _block(section: ReportSection, lang: str, depth: int) -> Iterator[RenderableType]:
    """Yield a section as lines, each indented by its level."""
    heading = Text(visible(section.heading.to(lang)) if section.heading is not None else "", style="bold")
    if section.mark is not None:
        heading.append(f" [{visible(section.mark.label.to(lang))}]", style=_colour(section.mark))
    if heading.plain:
        yield _indented(heading, depth)
    yield from (_indented(_styled(each, lang), depth + each.level + 1) for each in section.lines)
    for each in section.sections:
        yield from _block(each, lang, depth + 1)


def _indented(text: Text, level: int) -> RenderableType:
    return Padding(text, (0, 0, 0, 2 * level), expand=False)


def _styled(line: Line, lang: str) -> Text:
    text = Text(line_text(line, lang), style="dim" if line.kind is LineKind.CITATION else "")
    if line.mark is not None:
        text.stylize(_colour(line.mark), 0, len(visible(line.mark.label.to(lang))) + 2)
    return text


def _table(report: Report, lang: str) -> Table:
    """Return a table with a column for each column of the report."""
    table = Table(show_lines=True, expand=True, header_style="bold")
    table.add_column(
        Text(visible(report.corner.to(lang)) if report.corner is not None else ""), width=_FIRST_COLUMN - 4
    )
    for each in report.columns:
        table.add_column(Text(visible(each)), ratio=1)
    for section in report.sections:
        table.add_row(_row_heading(section, lang), *(_cell(each, lang) for each in section.sections))
    return table


def _row_table(section: ReportSection, lang: str) -> Table:
    """Return the cells of a row below each other, each beside its heading."""
    table = Table(show_header=False, expand=True, show_lines=True)
    table.add_column(width=_FIRST_COLUMN - 4)
    table.add_column(ratio=1)
    for each in section.sections:
        name = visible(each.heading.to(lang)) if each.heading is not None else ""
        table.add_row(Text(name, style="bold"), _cell(each, lang))
    return table


def _row_heading(section: ReportSection, lang: str) -> Text:
    heading = Text(visible(section.heading.to(lang)) if section.heading is not None else "", style="bold")
    text = Text.assemble(heading)
    if section.verdict is not None:
        label, reason = section.verdict.mark.label.to(lang), section.verdict.reason.to(lang)
        text.append(f"\n{visible(label)}", style=_colour(section.verdict.mark))
        if reason != label:
            text.append(f"\n{visible(reason)}", style="dim")
    return text


def _cell(section: ReportSection, lang: str) -> Text:
    """Return the status, the lines and the citations of a cell."""
    text = Text()
    if section.mark is not None:
        text.append(visible(section.mark.label.to(lang)), style=_colour(section.mark))
    content = section.content
    bullet = "• " if len(content) > 1 and not any(each.level for each in content) else ""
    for each in content:
        start = "\n" if text else ""
        text.append(f"{start}{'  ' * each.level}{bullet}{line_text(each, lang)}")
    for each in section.sources:
        text.append(f"\n‹{visible(each.text.to(lang))}›", style="dim")
    return text


def _colour(mark: Mark) -> str:
    return _COLOURS.get(mark.key, "")
