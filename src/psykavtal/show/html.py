"""Objects as HTML, for a notebook."""

from functools import singledispatch
from html import escape

from psykavtal.ask.case.answer import WhatApplies
from psykavtal.ask.comparison import Cell, Comparison, Row
from psykavtal.ask.describing import describe
from psykavtal.ask.escalation import Escalation
from psykavtal.model.answers import Answer, AnswerBase
from psykavtal.show.case_html import case_html
from psykavtal.show.paths import escalation_text
from psykavtal.show.words import (
    COMPARED,
    HUES,
    QUESTION,
    cell_lines,
    further,
    source_lines,
    title,
)

LANG = "sv"

_CELL = "vertical-align:top;text-align:left;padding:.4em .6em;border-top:1px solid rgba(128,128,128,.35)"


@singledispatch
def render(value: object) -> str:
    """HTML of anything that is shown; the repr where there is no better."""
    return f"<pre>{escape(repr(value))}</pre>"


@render.register
def _comparison(value: Comparison) -> str:
    head = "".join(
        f'<th style="{_CELL}">{escape(each)}</th>' for each in (QUESTION.to(LANG), *value.subjects, COMPARED.to(LANG))
    )
    body = "".join(_row(row) for row in value)
    rest = further(value, LANG).replace("--topic ", "topics=")
    foot = f"<p><small>{escape(rest)}</small></p>" if rest else ""
    return (
        f'<div><p><b>{escape(title(value, LANG))}</b></p><table style="border-collapse:collapse">'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{foot}</div>"
    )


@render.register(AnswerBase)
def _answer(value: Answer[object]) -> str:
    lines = describe(value, lambda thing_id, _: thing_id)
    said = "".join(f"<div>{escape(line.to(LANG))}</div>" for line in lines)
    notes = "".join(f"<div><i>{escape(note.to(LANG))}</i></div>" for note in value.notes)
    return f"<div>{_badge(value)}{said}{notes}{_sources(value)}</div>"


@render.register
def _what_applies(value: WhatApplies) -> str:
    return case_html(value, LANG)


@render.register
def _escalation(value: Escalation) -> str:
    return f"<pre>{escape(escalation_text(value, lang=LANG))}</pre>"


def _row(row: Row) -> str:
    question = f"<b>{escape(row.topic.label.to(LANG))}</b><br><small>{escape(row.topic.question.to(LANG))}</small>"
    cells = "".join(f'<td style="{_CELL}">{_cell(cell)}</td>' for cell in row.cells)
    verdict = f"{escape(row.verdict.result.label.to(LANG))}<br><small>{escape(row.verdict.why.to(LANG))}</small>"
    return f'<tr><td style="{_CELL}">{question}</td>{cells}<td style="{_CELL}">{verdict}</td></tr>'


def _cell(cell: Cell) -> str:
    said = "".join(f"<div>{escape(line)}</div>" for line in cell_lines(cell, LANG))
    return f"{_badge(cell.answer)}{said}{_sources(cell.answer)}"


def _badge(answer: AnswerBase[object]) -> str:
    return f'<span style="color:{HUES[answer.status]};font-weight:600">{escape(answer.label.to(LANG))}</span>'


def _sources(answer: AnswerBase[object]) -> str:
    lines = source_lines(answer, LANG)
    if not lines:
        return ""
    count = "1 källa" if len(lines) == 1 else f"{len(lines)} källor"
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f'<details><summary><small>{count}</small></summary><ul style="margin:.2em 0"><small>{items}</small></ul></details>'
