"""What one passage says: the one shape that every kind of provision has."""

import enum
import re
from datetime import date
from typing import Self

import attrs

from psykavtal.errors import UnknownReadingError, suggestion
from psykavtal.model import arguments
from psykavtal.model.citations import Citation, WebSource
from psykavtal.model.conditions import Criterion
from psykavtal.model.modality import Modality
from psykavtal.model.readings import Reading  # noqa: TC001 (cattrs resolves the annotation)
from psykavtal.model.wording import Wording


class Review(enum.Enum):
    """How well a passage was read."""

    READ_ONCE = "read-once"
    REREAD = "reread"
    CONFIRMED = "confirmed"


@attrs.frozen(kw_only=True, repr=False)
class Provision:
    """What one passage says about things.

    Attributes:
        id: document, kind and name; unique within the county, never reused.
        topic: the question that it answers.
        also: further questions that the same passage answers.
        document: id of the document that says it.
        about: id of what it is said of: that document, another one, an agreement.
        wording: in our own words.
        verb: the verb of the passage as written; empty for a bullet without one.
        modality: what the verb makes of it.
        citations: the passages.
        reported: addresses, for what no document held says.
        when: under which condition it applies.
        defers_to: ids of the documents or bodies that it hands the matter to.
        contradicted_by: ids of the provisions that say otherwise.
        readings: the ways in which the passage can be read, each as a provision of its own.
        reads_with: the name of a group of provisions whose readings are chosen together; empty
            where its readings stand for themselves.
        follows_by: id of the rule by which it follows, where the passage does not state it outright.
        review: how well it was read.
        read_on: the day of the last reading.
        note: what a reader should know.
    """

    id: str
    topic: str
    also: tuple[str, ...] = ()
    document: str
    about: str
    wording: Wording
    verb: str = ""
    modality: Modality = Modality.NONE
    citations: tuple[Citation, ...] = ()
    reported: tuple[WebSource, ...] = ()
    when: Criterion | None = None
    defers_to: tuple[str, ...] = ()
    contradicted_by: tuple[str, ...] = ()
    readings: "tuple[Reading[Provision], ...]" = ()
    reads_with: str = ""
    follows_by: str | None = None
    review: Review = Review.READ_ONCE
    read_on: date | None = None
    note: Wording | None = None

    @property
    def topics(self) -> tuple[str, ...]:
        """Every question that it answers, the main one first."""
        return (self.topic, *self.also)

    @property
    def is_reported(self) -> bool:
        """Return whether it is known from elsewhere and said by no document held."""
        return not self.citations

    def under(self, reading: str) -> Self:
        """The provision as it says when read so.

        Raises:
            UnknownReadingError: it has no reading of that name.
        """
        for each in self.readings:
            if each.name == reading and isinstance(each.value, type(self)):
                return each.value
        arguments.text(reading, "reading")
        raise UnknownReadingError(
            f"no reading {reading!r}.",
            value=reading,
            place=self.id,
            fix=suggestion(reading, [each.name for each in self.readings], what="readings"),
        )

    def refers_to(self) -> dict[str, tuple[str, ...]]:
        """Ids of things and documents, by the field that names them."""
        return {"about": (self.about,), "defers_to": self.defers_to}

    def in_language(self, lang: str) -> str:
        """Return the wording in `lang`."""
        return self.wording.to(lang)

    def __str__(self) -> str:
        """The wording in Swedish."""
        return str(self.wording)

    def __repr__(self) -> str:
        """Kind, id and wording, in English."""
        return f"<{type(self).__name__} {self.id}: {self.in_language('en')}>"


def kind_of(cls: type) -> str:
    """The name of a class in files and in JSON.

    Examples:
        >>> kind_of(Provision)
        'provision'
    """
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", cls.__name__).lower()
