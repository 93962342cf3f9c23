"""The words that every view shares, in both languages."""

from psykavtal.ask.comparison import Cell, Comparison
from psykavtal.model.answers import AnswerBase
from psykavtal.model.wording import Wording

COLOURS = {
    "stated": "green",
    "derived": "cyan",
    "reported": "magenta",
    "ambiguous": "yellow",
    "silent": "blue",
    "unreadable": "red",
    "not-recorded": "red",
    "not-applicable": "bright_black",
}
# Colours that read on light and on dark pages.
HUES = {
    "stated": "#2e8b57",
    "derived": "#1f8a9c",
    "reported": "#9b59b6",
    "ambiguous": "#b8860b",
    "silent": "#4a7ebb",
    "unreadable": "#c0392b",
    "not-recorded": "#c0392b",
    "not-applicable": "#888888",
}
VERDICT_COLOURS = {
    "same": "green",
    "differs": "bold yellow",
    "depends-on-the-reading": "yellow",
    "not-comparable": "bright_black",
    "silent": "blue",
    "not-recorded": "red",
}

QUESTION = Wording(sv="Fråga", en="Question")
NEAREST = Wording(sv="närmast", en="nearest")
COMPARED = Wording(sv="Jämförelse", en="Comparison")
FURTHER = Wording(
    sv="{} frågor till: --topic all, eller ett tema som --topic sip.",
    en="{} further questions: --topic all, or a theme like --topic sip.",
)


def title(comparison: Comparison, lang: str) -> str:
    """The heading of a comparison, with the day."""
    names = ", ".join(comparison.subjects)
    day = comparison.on.isoformat()
    return f"{names}: läget {day}" if lang == "sv" else f"{names}: as of {day}"


def further(comparison: Comparison, lang: str) -> str:
    """How to see the questions left out; empty where none are."""
    return FURTHER.to(lang).format(comparison.left_out) if comparison.left_out else ""


def cell_lines(cell: Cell, lang: str) -> list[str]:
    """What a cell says, line by line, without its status."""
    return [line.to(lang) for line in cell.lines]


def source_lines(answer: AnswerBase[object], lang: str) -> list[str]:
    """Return the sources of an answer: citations, then addresses."""
    near = getattr(answer, "near", None)
    nearest = [f"{NEAREST.to(lang)}: {near}"] if near is not None else []
    return [
        *(str(each) for each in answer.citations),
        *nearest,
        *(each.url for each in answer.sources),
    ]
