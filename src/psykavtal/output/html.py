"""Print a report as HTML, for a notebook or a page.

A report with columns is a table; every other has parts that open.
"""

from collections.abc import Iterable, Sequence

from psykavtal.model.wording import Wording
from psykavtal.output.escaping import html_text
from psykavtal.output.labels import COMPARED
from psykavtal.output.report import Line, LineKind, Mark, Report, ReportSection

# The colours of the bars beside statuses; their words have the colour of the page, so that they are legible on any.
_HUES = {
    "stated": "#2e8b57",
    "derived": "#1f8a9c",
    "reported": "#9b59b6",
    "ambiguous": "#b8860b",
    "silent": "#4a7ebb",
    "unreadable": "#c0392b",
    "not-recorded": "#c0392b",
    "not-applicable": "#888888",
    "cited": "#2e8b57",
    "omission": "#4a7ebb",
    "open": "#c0392b",
}
_CELL = "vertical-align:top;text-align:left;padding:.4em .6em;border-top:1px solid rgba(128,128,128,.35)"
_SOURCE = "opacity:.7;font-size:.85em"
_ONE_SOURCE = Wording(sv="1 källa", en="1 source")
_SOURCES = Wording(sv="{} källor", en="{} sources")


def html(report: Report, lang: str) -> str:
    """Return a report as an element of HTML."""
    title = f"<p><strong>{html_text(report.title.to(lang))}</strong></p>" if report.title is not None else ""
    return _content(report, lang, title)


def _content(report: Report, lang: str, title: str) -> str:
    remarks = "".join(f"<p><small>{html_text(each.to(lang))}</small></p>" for each in report.remarks)
    body = _table(report, lang) if report.columns else "".join(_section(each, lang) for each in report.sections)
    closing = "".join(f"<p><small>{html_text(each.to(lang))}</small></p>" for each in report.closing)
    return f'<section lang="{html_text(lang)}">{title}{remarks}{body}{closing}</section>'


def page(report: Report, lang: str) -> str:
    """Return a report as a whole page."""
    title = html_text(report.title.to(lang)) if report.title is not None else "psykavtal"
    content = _content(report, lang, f"<h1>{title}</h1>")
    return (
        f'<!doctype html>\n<html lang="{html_text(lang)}"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<style>:root { color-scheme: light dark } body { font: 16px/1.45 system-ui, sans-serif;"
        " max-width: 75em; margin: 2em auto; padding: 0 1em } h1 { font-size: 1.5em }</style></head>\n"
        f"<body><main>{content}</main></body></html>\n"
    )


def _table(report: Report, lang: str) -> str:
    corner = report.corner.to(lang) if report.corner is not None else ""
    heads = [corner, *report.columns, *([COMPARED.to(lang)] if report.has_verdicts else [])]
    head = "".join(f'<th scope="col" style="{_CELL}">{html_text(each)}</th>' for each in heads)
    body = "".join(_row(each, lang) for each in report.sections)
    table = f'<table style="border-collapse:collapse"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    return f'<div tabindex="0" style="overflow-x:auto">{table}</div>'


def _row(section: ReportSection, lang: str) -> str:
    heading = html_text(section.heading.to(lang)) if section.heading is not None else ""
    question = (
        f"<br><small style='font-weight:400'>{html_text(section.question.to(lang))}</small>"
        if section.question is not None
        else ""
    )
    cells = [_cell(each, lang) for each in section.sections]
    if section.verdict is not None:
        label, reason = section.verdict.mark.label.to(lang), section.verdict.reason.to(lang)
        cells.append(f"{html_text(label)}<br><small>{html_text(reason)}</small>")
    columns = "".join(f'<td style="{_CELL}">{each}</td>' for each in cells)
    return f'<tr><th scope="row" style="{_CELL}">{heading}{question}</th>{columns}</tr>'


def _section(section: ReportSection, lang: str) -> str:
    """Return a section as a part that opens; one without a heading as its content."""
    if section.heading is None:
        return f"<div>{_cell(section, lang)}</div>"
    heading = f"<b>{html_text(section.heading.to(lang))}</b>"
    badge = f" {_badge(section.mark, lang)}" if section.mark is not None else ""
    below = "".join(_section(each, lang) for each in section.sections)
    return (
        f"<details{' open' if section.is_open else ''}><summary>{heading}{badge}</summary>"
        f"{_list(section.lines, lang)}{below}</details>"
    )


def _cell(section: ReportSection, lang: str) -> str:
    """Return the status, the lines and, on request, the citations."""
    badge = _badge(section.mark, lang) if section.mark is not None else ""
    if any(each.level for each in section.content):
        return f"{badge}{_list(section.content, lang)}{_sources(section.sources, lang)}"
    content = "".join(_div(each, lang) for each in section.content)
    return f"{badge}{content}{_sources(section.sources, lang)}"


def _div(line: Line, lang: str) -> str:
    content = _line(line, lang)
    return f"<div><i>{content}</i></div>" if line.kind is LineKind.REMARK else f"<div>{content}</div>"


def _list(lines: Sequence[Line], lang: str, level: int = 0) -> str:
    """Return lines as a list, deeper lines as a list within the line before them."""
    items: list[str] = []
    at = 0
    while at < len(lines):
        end = next((n for n in range(at + 1, len(lines)) if lines[n].level <= level), len(lines))
        within = _list(lines[at + 1 : end], lang, level + 1) if end > at + 1 else ""
        style = f' style="{_SOURCE}"' if lines[at].kind is LineKind.CITATION else ""
        items.append(f"<li{style}>{_line(lines[at], lang)}{within}</li>")
        at = end
    return f'<ul style="margin:.2em 0">{"".join(items)}</ul>' if items else ""


def _line(line: Line, lang: str) -> str:
    text = html_text(line.text.to(lang))
    if line.mark is None:
        return text
    return f"{_with_bar(line.mark, f'[{html_text(line.mark.label.to(lang))}]')} {text}"


def _badge(mark: Mark, lang: str) -> str:
    return _with_bar(mark, f"<b>{html_text(mark.label.to(lang))}</b>")


def _with_bar(mark: Mark, content: str) -> str:
    """Return the words of a mark, with a bar in the colour of its status."""
    hue = _HUES.get(mark.key)
    return content if hue is None else f'<span style="border-left:.3em solid {hue};padding-left:.3em">{content}</span>'


def _sources(lines: Iterable[Line], lang: str) -> str:
    items = [f"<li>{_line(each, lang)}</li>" for each in lines]
    if not items:
        return ""
    count = _ONE_SOURCE.to(lang) if len(items) == 1 else _SOURCES.to(lang).format(len(items))
    return (
        f"<details><summary><small>{count}</small></summary>"
        f'<ul style="margin:.2em 0"><small>{"".join(items)}</small></ul></details>'
    )
