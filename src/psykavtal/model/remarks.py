"""Remarks: what a text leaves open below a topic, and the state of the text."""

import enum

import attrs

from psykavtal.model.validators import not_empty
from psykavtal.model.wording import Wording


class RemarkKind(enum.Enum):
    """The kind of a remark."""

    NOT_STATED = "not-stated"
    CONTRADICTION = "contradiction"
    COPY = "copy"
    CONTEXT = "context"

    @property
    def label(self) -> Wording:
        """The label for people."""
        return _LABELS[self]

    @property
    def is_open(self) -> bool:
        """Return whether a remark of this kind is an open question."""
        return self in (RemarkKind.NOT_STATED, RemarkKind.CONTRADICTION)


_LABELS = {
    RemarkKind.NOT_STATED: Wording(sv="anges inte", en="not stated"),
    RemarkKind.CONTRADICTION: Wording(sv="motsägelse", en="contradiction"),
    RemarkKind.COPY: Wording(sv="kopian", en="copy"),
    RemarkKind.CONTEXT: Wording(sv="sammanhang", en="context"),
}


@attrs.frozen(kw_only=True)
class Remark:
    """A remark on a provision, a silence, a thing or a document.

    Attributes:
        name: unique among the remarks beside it.
        type: whether the text leaves something open, contradicts itself, is a faulty copy, or needs context.
        text: the question left open, or the remark, for people.
        provision: id of the other provision of a contradiction; empty for other types.
    """

    name: str = attrs.field(validator=not_empty)
    type: RemarkKind
    text: Wording
    provision: str = ""

    def in_language(self, lang: str) -> str:
        """Return the text in `lang`."""
        return self.text.to(lang)

    def __str__(self) -> str:
        """The text in Swedish."""
        return str(self.text)
