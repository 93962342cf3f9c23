"""Print a report as plain text, for pipes, files and `grep`."""

import textwrap
from collections.abc import Iterator

from psykavtal.output.escaping import visible
from psykavtal.output.labels import COMPARED
from psykavtal.output.matrix import WIDEST, matrix_lines
from psykavtal.output.report import Line, LineKind, Mark, Report, ReportSection

WIDTH = 100


def text(report: Report, lang: str, *, width: int | None = WIDTH) -> str:
    """Return a report as plain text.

    Each section is a block, with an empty line between blocks.

    Args:
        report: the report.
        lang: "sv" or "en".
        width: the columns in which lines are wrapped; None for lines of any length.
    """
    heads = [*([report.title] if report.title is not None else []), *report.remarks]
    blocks = ["\n".join(_wrapped(each.to(lang), 0, width) for each in heads)] if heads else []
    if report.is_matrix:
        blocks.append("\n".join(matrix_lines(report, lang, WIDEST)))
    else:
        blocks += ["\n".join(_section(each, lang, 0, width)) for each in report.sections]
    blocks += [_wrapped(each.to(lang), 0, width) for each in report.closing]
    return "\n\n".join(blocks) + "\n"


def line_text(line: Line, lang: str) -> str:
    """Return a line with its mark and its sign, safe for a terminal."""
    content = visible(line.text.to(lang))
    match line.kind:
        case LineKind.CITATION:
            content = f"<{content}>"
        case LineKind.ITEM:
            content = f"– {content}"
        case _:
            pass
    return content if line.mark is None else f"[{visible(line.mark.label.to(lang))}] {content}"


def heading_text(section: ReportSection, lang: str) -> str:
    """Return the heading of a section with its question and status, or an empty text."""
    heading = visible(section.heading.to(lang)) if section.heading is not None else ""
    question = f" — {visible(section.question.to(lang))}" if section.question is not None else ""
    return f"{heading}{question}{_bracketed(section.mark, lang)}".strip()


def _section(section: ReportSection, lang: str, depth: int, width: int | None) -> Iterator[str]:
    heading = heading_text(section, lang)
    if heading:
        yield "  " * depth + heading
    for line in section.lines:
        yield _wrapped(line_text(line, lang), depth + line.level + 1, width)
    for each in section.sections:
        yield from _section(each, lang, depth + 1, width)
    if section.verdict is not None:
        yield _wrapped(f"{COMPARED.to(lang)}: {section.verdict.text.to(lang)}", depth + 1, width)


def _bracketed(mark: Mark | None, lang: str) -> str:
    return f" [{visible(mark.label.to(lang))}]" if mark is not None else ""


def _wrapped(content: str, level: int, width: int | None) -> str:
    indent, content = "  " * level, visible(content)
    if width is None:
        return indent + content
    return textwrap.fill(
        content,
        width,
        initial_indent=indent,
        subsequent_indent=f"{indent}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
