"""Print a matrix as plain text, its cells shortened to fit."""

from collections.abc import Iterator, Sequence

from psykavtal.output.escaping import visible
from psykavtal.output.labels import COMPARED
from psykavtal.output.report import Report, ReportSection

WIDEST = 120
_FIRST = 26
_LAST = 14
_NARROWEST = 18
_GAP = "  "


def matrix_lines(report: Report, lang: str, width: int) -> Iterator[str]:
    """Yield the lines of a matrix; columns that do not fit follow in further blocks.

    Args:
        report: a report with columns whose cells have one line each.
        lang: "sv" or "en".
        width: the columns of the page.
    """
    count = len(report.columns)
    rest = width - _FIRST - (_LAST + len(_GAP) if report.has_verdicts else 0)
    fitting = max(1, min(count, rest // (_NARROWEST + len(_GAP))))
    for start in range(0, count, fitting):
        if start:
            yield ""
        yield from _block(report, lang, range(start, min(start + fitting, count)), rest)


def _block(report: Report, lang: str, columns: range, rest: int) -> Iterator[str]:
    """Yield the head and the rows of some of the columns."""
    verdicts = report.has_verdicts and columns.stop == len(report.columns)
    size = rest // len(columns) - len(_GAP)
    corner = "" if report.corner is None else report.corner.to(lang)
    heads = [report.columns[each] for each in columns]
    head = [_fitted(corner, _FIRST), *(_fitted(each, size) for each in heads)]
    yield _line([*head, COMPARED.to(lang)] if verdicts else head)
    for section in report.sections:
        heading = "" if section.heading is None else section.heading.to(lang)
        cells = [_fitted(_cell(section.sections[each], lang), size) for each in columns]
        verdict = [] if section.verdict is None or not verdicts else [section.verdict.short.to(lang)]
        yield _line([_fitted(heading, _FIRST), *cells, *verdict])


def _cell(cell: ReportSection, lang: str) -> str:
    return " ".join(line.text.to(lang) for line in cell.content)


def _line(parts: Sequence[str]) -> str:
    return _GAP.join(visible(each) for each in parts).rstrip()


def _fitted(text: str, size: int) -> str:
    """Return text in exactly `size` columns, shortened at a word if half remains."""
    if len(text) <= size:
        return text.ljust(size)
    cut = text[: size - 1]
    at = cut.rfind(" ")
    if at >= size // 2:
        cut = cut[:at]
    sign = " ?" if text.endswith(" ?") else ""
    return f"{cut[: size - 1 - len(sign)].rstrip(' ,;')}…{sign}".ljust(size)
