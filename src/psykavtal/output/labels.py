"""The words that several views and formats share, and how wordings are joined."""

from collections.abc import Sequence

from psykavtal.model.wording import Wording

COMPARED = Wording(sv="Jämförelse", en="Comparison")
NEAREST = Wording(sv="närmast", en="nearest")
NOTE = Wording(sv="Att veta", en="Note")
BEFORE_HEADINGS = Wording(sv="före första rubriken", en="before the first heading")
AS_OF = Wording(sv="läget", en="as of")


def same(text: str) -> Wording:
    """Return text that is the same in both languages: a name, a day, a sign."""
    return Wording(sv=text, en=text)


def joined(*parts: Wording) -> Wording:
    """Return wordings one after another."""
    return Wording(sv="".join(each.sv for each in parts), en="".join(each.to("en") for each in parts))


def capitalised(text: Wording) -> Wording:
    """Return a wording that begins with a capital letter."""
    return Wording(sv=text.sv[:1].upper() + text.sv[1:], en=text.to("en")[:1].upper() + text.to("en")[1:])


def labelled(label: Wording, text: Wording) -> Wording:
    """Return a label, a colon and a text."""
    return joined(label, same(": "), text)


def listed(parts: Sequence[Wording]) -> Wording:
    """Return wordings as a list with semicolons."""
    return Wording(sv="; ".join(each.sv for each in parts), en="; ".join(each.to("en") for each in parts))
