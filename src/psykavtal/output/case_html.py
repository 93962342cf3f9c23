"""An answer to a case as a section of a page."""

from html import escape

from psykavtal.cases.what_applies import WhatApplies
from psykavtal.output import case_labels as labels
from psykavtal.output.case_sections import Line, Section, sections, title_of
from psykavtal.output.labels import HUES

# What a reader looks for first stands open; the rest opens when it is asked for.
_OPEN = (labels.EDITION, labels.TARGET_GROUP, labels.TRANSITIONS)
_SOURCE = "opacity:.7;font-size:.85em"


def case_html(answer: WhatApplies, lang: str) -> str:
    """The answer as HTML: a heading, and a part that opens for each section."""
    notes = "".join(f"<p>{escape(each.to(lang))}</p>" for each in answer.notes)
    body = "".join(_section(each, lang) for each in sections(answer) if each.lines)
    title, care = title_of(answer).to(lang), labels.NO_ASSESSMENT.to(lang)
    return f'<section lang="{lang}"><h3>{escape(title)}</h3><p><small>{escape(care)}</small></p>{notes}{body}</section>'


def _section(section: Section, lang: str) -> str:
    shown = " open" if section.title in _OPEN else ""
    return (
        f"<details{shown}><summary><b>{escape(section.title.to(lang))}</b>{_badge(section, lang)}</summary>"
        f"{_list(list(section.lines), lang)}</details>"
    )


def _badge(section: Section, lang: str) -> str:
    label = section.status_label
    if label is None:
        return ""
    return f' <span style="color:{HUES[section.status]};font-weight:600">{escape(label.to(lang))}</span>'


def _list(lines: list[Line], lang: str, level: int = 0) -> str:
    """Lines as a list, those that stand deeper within the one before them."""
    items: list[str] = []
    at = 0
    while at < len(lines):
        end = next((n for n in range(at + 1, len(lines)) if lines[n].level <= level), len(lines))
        within = _list(lines[at + 1 : end], lang, level + 1) if end > at + 1 else ""
        items.append(f"<li{_style(lines[at])}>{escape(lines[at].text.to(lang))}{within}</li>")
        at = end
    return f'<ul style="margin:.2em 0">{"".join(items)}</ul>'


def _style(line: Line) -> str:
    return f' style="{_SOURCE}"' if line.is_source else ""
