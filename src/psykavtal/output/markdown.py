"""Print a report as Markdown: a table if it has columns, else headings and lists."""

from collections.abc import Iterator

from psykavtal.output.escaping import markdown_text
from psykavtal.output.labels import COMPARED
from psykavtal.output.report import Line, LineKind, Report, ReportSection


def markdown(report: Report, lang: str) -> str:
    """Return a report as Markdown in which no text of a county is syntax."""
    lines = _table(report, lang) if report.columns else _document(report, lang)
    return "\n".join(lines) + "\n"


def _table(report: Report, lang: str) -> Iterator[str]:
    if report.title is not None:
        yield f"**{markdown_text(report.title.to(lang))}**"
        yield ""
    for each in report.remarks:
        yield markdown_text(each.to(lang))
        yield ""
    corner = report.corner.to(lang) if report.corner is not None else ""
    heads = [corner, *report.columns, *([COMPARED.to(lang)] if report.has_verdicts else [])]
    yield _row(markdown_text(each) for each in heads)
    yield _row("---" for _ in heads)
    for section in report.sections:
        heading = markdown_text(section.heading.to(lang)) if section.heading is not None else ""
        verdict = [markdown_text(section.verdict.text.to(lang))] if section.verdict is not None else []
        yield _row([f"**{heading}**", *(_cell(each, lang) for each in section.sections), *verdict])
    for each in report.closing:
        yield ""
        yield markdown_text(each.to(lang))


def _row(cells: "Iterator[str] | list[str]") -> str:
    return f"| {' | '.join(cells)} |"


def _cell(section: ReportSection, lang: str) -> str:
    parts = [f"*{markdown_text(section.mark.label.to(lang))}*"] if section.mark is not None else []
    parts += [f"{'&emsp;' * each.level}{_line(each, lang)}" for each in section.lines]
    return "<br>".join(parts)


def _document(report: Report, lang: str) -> Iterator[str]:
    if report.title is not None:
        yield f"# {markdown_text(report.title.to(lang))}"
    for each in report.remarks:
        yield ""
        yield markdown_text(each.to(lang))
    for section in report.sections:
        yield from _section(section, lang, 2)
    for each in report.closing:
        yield ""
        yield markdown_text(each.to(lang))


def _section(section: ReportSection, lang: str, depth: int) -> Iterator[str]:
    heading = markdown_text(section.heading.to(lang)) if section.heading is not None else ""
    status = f"*{markdown_text(section.mark.label.to(lang))}*" if section.mark is not None else ""
    if heading or status:
        yield ""
        yield f"{'#' * min(depth, 6)} {' — '.join(each for each in (heading, status) if each)}"
    if section.lines:
        yield ""
    yield from (f"{'  ' * each.level}- {_line(each, lang)}" for each in section.lines)
    for each in section.sections:
        yield from _section(each, lang, depth + 1)


def _line(line: Line, lang: str) -> str:
    content = markdown_text(line.text.to(lang))
    if line.kind is LineKind.CITATION:
        content = f"<small>{content}</small>"
    return content if line.mark is None else f"**{markdown_text(line.mark.label.to(lang))}** {content}"
