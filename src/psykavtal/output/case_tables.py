"""One case put through several counties, side by side."""

import sys
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from psykavtal.cases.what_applies import WhatApplies
from psykavtal.output import case_labels as labels
from psykavtal.output.case_sections import Section, sections
from psykavtal.output.labels import COLOURS

_DEEPEST = 2
_NARROWEST = 32


def print_beside(answers: Sequence[WhatApplies], *, lang: str) -> None:
    """Print the answers: on a terminal that is wide enough a column for each, else one below the other."""
    console = Console()
    if sys.stdout.isatty() and console.width // (len(answers) + 1) >= _NARROWEST // 2:
        console.print(_table(answers, lang))
    else:
        print(plain_beside(answers, lang=lang), end="")  # noqa: T201 (this is what prints)


def plain_beside(answers: Sequence[WhatApplies], *, lang: str) -> str:
    """The answers as plain text: a block for each part, in it each county."""
    blocks = [labels.NO_ASSESSMENT.to(lang)]
    for title, cells in _rows(answers, lang):
        lines = [title]
        for answer, cell in zip(answers, cells, strict=True):
            lines.append(f"  {answer.county_name}{_status(cell, lang)}")
            lines += [f"    {'  ' * level}{text}" for level, text in _lines(cell, lang)]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def _table(answers: Sequence[WhatApplies], lang: str) -> Table:
    table = Table(show_lines=True, expand=True, header_style="bold")
    table.add_column("", width=_NARROWEST // 2)
    for each in answers:
        table.add_column(each.county_name, ratio=1)
    for title, cells in _rows(answers, lang):
        table.add_row(Text(title, style="bold"), *(_cell(each, lang) for each in cells))
    return table


def _cell(section: Section | None, lang: str) -> Text:
    text = Text()
    if section is not None and section.status_label is not None:
        text.append(section.status_label.to(lang), style=COLOURS[section.status])
        text.append("\n")
    text.append("\n".join(f"{'  ' * level}{line}" for level, line in _lines(section, lang)))
    return text


def _rows(answers: Sequence[WhatApplies], lang: str) -> list[tuple[str, list[Section | None]]]:
    """For each part that any of them has, its title and the section of each."""
    found = [{each.title.to(lang): each for each in sections(answer) if each.lines} for answer in answers]
    titles = dict.fromkeys(title for each in found for title in each)
    return [(title, [each.get(title) for each in found]) for title in titles]


def _lines(section: Section | None, lang: str) -> list[tuple[int, str]]:
    """The outer lines of a section; where it says so is told by the answer for one county."""
    lines = () if section is None else section.lines
    return [(each.level, each.text.to(lang)) for each in lines if each.level <= _DEEPEST and not each.is_source]


def _status(section: Section | None, lang: str) -> str:
    return f" [{section.status_label.to(lang)}]" if section is not None and section.status_label is not None else ""
