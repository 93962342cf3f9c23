"""A comparison as a table for a terminal, as plain text, and as Markdown."""

import textwrap

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from psykavtal.ask.comparison import Cell, Comparison, Row
from psykavtal.show.words import (
    COLOURS,
    COMPARED,
    QUESTION,
    VERDICT_COLOURS,
    cell_lines,
    further,
    source_lines,
    title,
)

_NARROWEST = 24
_FIRST_COLUMN = 26


def rich_table(comparison: Comparison, *, width: int, lang: str = "sv", sources: bool = False) -> RenderableType:
    """The comparison for a terminal of `width` columns.

    Side by side where every county gets room enough; else one below the other, a table for each question.
    """
    side_by_side = (width - _FIRST_COLUMN) // max(1, len(comparison.subjects)) >= _NARROWEST
    body = _beside(comparison, lang, sources=sources) if side_by_side else _below(comparison, lang, sources=sources)
    parts: list[RenderableType] = [Text(title(comparison, lang), style="bold"), body]
    if rest := further(comparison, lang):
        parts.append(Text(rest, style="dim"))
    return Group(*parts)


def print_table(comparison: Comparison, console: Console, *, lang: str = "sv", sources: bool = False) -> None:
    """Print the comparison on a terminal."""
    console.print(rich_table(comparison, width=console.width, lang=lang, sources=sources))


def plain(comparison: Comparison, *, lang: str = "sv", sources: bool = False, width: int = 100) -> str:
    """The comparison as plain text: a block for each question, for pipes and for grep."""
    blocks = [title(comparison, lang)]
    for row in comparison:
        lines = [f"{row.topic.label.to(lang)} — {row.topic.question.to(lang)}"]
        for cell in row.cells:
            said = [
                *cell_lines(cell, lang),
                *(f"<{each}>" for each in source_lines(cell.answer, lang) if sources),
            ]
            lines.append(f"  {cell.subject} [{cell.answer.label.to(lang)}]")
            lines += [_wrapped(each, width) for each in said]
        lines.append(_wrapped(f"{COMPARED.to(lang)}: {_verdict(row, lang)}", width, indent="  "))
        blocks.append("\n".join(lines))
    if rest := further(comparison, lang):
        blocks.append(rest)
    return "\n\n".join(blocks) + "\n"


def markdown(comparison: Comparison, *, lang: str = "sv", sources: bool = False) -> str:
    """The comparison as a Markdown table."""
    head = [QUESTION.to(lang), *comparison.subjects, COMPARED.to(lang)]
    lines = [
        f"**{title(comparison, lang)}**",
        "",
        _markdown_row(head),
        _markdown_row(["---"] * len(head)),
    ]
    for row in comparison:
        cells = [_markdown_cell(cell, lang, sources=sources) for cell in row.cells]
        lines.append(_markdown_row([f"**{row.topic.label.to(lang)}**", *cells, _verdict(row, lang)]))
    return "\n".join(lines) + "\n"


def _beside(comparison: Comparison, lang: str, *, sources: bool) -> Table:
    table = Table(show_lines=True, expand=True, header_style="bold")
    table.add_column(QUESTION.to(lang), width=_FIRST_COLUMN - 4)
    for subject in comparison.subjects:
        table.add_column(subject, ratio=1)
    for row in comparison:
        table.add_row(
            _question(row, lang),
            *(_cell(cell, lang, sources=sources) for cell in row.cells),
        )
    return table


def _below(comparison: Comparison, lang: str, *, sources: bool) -> Group:
    tables: list[RenderableType] = []
    for row in comparison:
        table = Table(show_header=False, expand=True, show_lines=True)
        table.add_column(width=_FIRST_COLUMN - 4)
        table.add_column(ratio=1)
        for cell in row.cells:
            table.add_row(Text(cell.subject, style="bold"), _cell(cell, lang, sources=sources))
        tables += [Padding(_question(row, lang), (1, 0, 0, 0)), table]
    return Group(*tables)


def _question(row: Row, lang: str) -> Text:
    result = row.verdict.result
    return Text.assemble(
        (row.topic.label.to(lang), "bold"),
        "\n",
        (result.label.to(lang), VERDICT_COLOURS[result.value]),
        (
            f"\n{row.verdict.why.to(lang)}" if row.verdict.why.to(lang) != result.label.to(lang) else "",
            "dim",
        ),
    )


def _cell(cell: Cell, lang: str, *, sources: bool) -> Text:
    text = Text(cell.answer.label.to(lang), style=COLOURS[cell.answer.status])
    lines = cell_lines(cell, lang)
    bullet = "• " if len(lines) > 1 else ""
    for line in lines:
        text.append(f"\n{bullet}{line}", style="default")
    if sources:
        for line in source_lines(cell.answer, lang):
            text.append(f"\n‹{line}›", style="dim")
    return text


def _verdict(row: Row, lang: str) -> str:
    label, why = row.verdict.result.label.to(lang), row.verdict.why.to(lang)
    return label if why == label else f"{label} ({why})"


def _wrapped(text: str, width: int, *, indent: str = "    ") -> str:
    return textwrap.fill(
        text,
        width,
        initial_indent=indent,
        subsequent_indent=indent + "  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _markdown_cell(cell: Cell, lang: str, *, sources: bool) -> str:
    said = [f"*{cell.answer.label.to(lang)}*", *cell_lines(cell, lang)]
    said += [f"<small>{each}</small>" for each in source_lines(cell.answer, lang) if sources]
    return "<br>".join(said)


def _markdown_row(cells: list[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"
