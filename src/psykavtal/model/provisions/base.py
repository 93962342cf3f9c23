"""The shape that every kind of provision has, and the register of kinds."""

import enum
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, ClassVar, Self, TypeAlias

import attrs

from psykavtal.errors import Message, UnknownReadingError, suggestion
from psykavtal.model import arguments
from psykavtal.model.ages import AgeLimit
from psykavtal.model.citations import Citation, WebSource
from psykavtal.model.conditions import Criterion, facts_of
from psykavtal.model.documents import Document
from psykavtal.model.modality import Modality
from psykavtal.model.provisions.field_fault import FieldFault
from psykavtal.model.provisions.tabulated import Tabulated
from psykavtal.model.readings import Reading  # noqa: TC001 (cattrs resolves the annotation)
from psykavtal.model.remarks import Remark
from psykavtal.model.vocabulary import FactType
from psykavtal.model.wording import Wording

NameOf: TypeAlias = Callable[[str, str], str]
"""Returns the name of a thing, a document, a fact or a topic by its id, in a language."""


class Review(enum.Enum):
    """The thoroughness of the reading of a passage."""

    READ_ONCE = "read-once"
    REREAD = "reread"
    CONFIRMED = "confirmed"


@attrs.frozen(kw_only=True, repr=False)
class Provision(Tabulated):
    """The content of one passage, with its speaker and its subject.

    A kind is a subclass with fields of its own. Its class attributes give the rest of the
    program about them; the field of an age limit is called `age_limit` or `age_limits`.

    Attributes:
        id: document, kind and name; unique within the county, never reused.
        topic: the topic that it answers.
        also: further topics that it answers.
        document: id of the document that states it.
        about: id of its subject: that document, another one, an agreement.
        wording: in our own words.
        verb: the verb of the passage as written; empty for a bullet without one.
        modality: its binding force, by the verb.
        citations: the passages.
        reported: addresses, if no available document states it.
        when: the condition under which it applies.
        defers_to: ids of the documents or bodies that it hands the matter to.
        contradicted_by: ids of the provisions that contradict it.
        readings: the possible interpretations, each as a provision of its own.
        reads_with: the name of a group of provisions whose readings are chosen together; empty
            if its readings are chosen alone.
        follows_by: id of the rule by which it follows, if the passage does not state it.
        review: the thoroughness of the reading.
        read_on: the day of the last reading.
        remarks: the questions that the text leaves open here, and other remarks.
    """

    TOPIC: ClassVar[str] = ""
    """The topic that a provision of this kind answers unless it gives others; may be empty."""
    REFERENCES: ClassVar[tuple[str, ...]] = ("about", "defers_to")
    """The fields that name things and documents by id."""
    CONDITIONS: ClassVar[tuple[str, ...]] = ("when",)
    """The fields with a condition."""
    FACTS: ClassVar[Mapping[str, FactType]] = {}
    """The fields that name facts by id, with the type of fact."""
    SINGLE_VALUES: ClassVar[frozenset[str]] = frozenset()
    """The topics that ask for one of several values of the provision; `comparable` returns it."""
    QUOTED: ClassVar[frozenset[str]] = frozenset({"verb"})
    """The fields that quote the text; all but the verb are searched."""
    PLURAL: ClassVar[Wording] = Wording(sv="Bestämmelser", en="Provisions")
    """The name of several provisions of the kind."""
    LABELS: ClassVar[Mapping[str, Wording]] = {
        "about": Wording(sv="gäller", en="about"),
        "also": Wording(sv="svarar också på", en="also answers"),
        "contradicted_by": Wording(sv="sägs emot av", en="contradicted by"),
        "defers_to": Wording(sv="lämnas till", en="handed over to"),
        "document": Wording(sv="sägs i", en="stated in"),
        "follows_by": Wording(sv="följer av", en="follows by"),
        "modality": Wording(sv="hur det binder", en="how it binds"),
        "topic": Wording(sv="svarar på", en="answers"),
        "verb": Wording(sv="verb", en="verb"),
        "when": Wording(sv="villkor", en="condition"),
    }
    """The labels of the fields."""

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
    remarks: tuple[Remark, ...] = ()

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics that it answers, the main one first."""
        return (self.topic, *self.also)

    @property
    def is_reported(self) -> bool:
        """True if it is only known from elsewhere, and no available document states it."""
        return not self.citations

    @property
    def bearer_name(self) -> str | None:
        """The bearer by name, or by the fact that names it.

        None if the kind has no bearer.
        """
        return None

    def under(self, reading: str) -> Self:
        """Return the provision under one of its readings.

        Raises:
            UnknownReadingError: it has no reading of that name.
        """
        for each in self.readings:
            if each.name == reading and isinstance(each.value, type(self)):
                return each.value
        arguments.text(reading, "reading")
        raise UnknownReadingError(
            Message(en="unknown reading {reading!r}.", sv="okänd läsning {reading!r}.", reading=reading),
            value=reading,
            place=self.id,
            fix=suggestion(reading, [each.name for each in self.readings], kind="readings"),
        )

    def refers_to(self) -> dict[str, tuple[str, ...]]:
        """Return ids of things and documents, by the field that names them."""
        return {name: self._names(name) for name in self.REFERENCES}

    def conditions(self) -> dict[str, Criterion]:
        """Return the conditions, by field."""
        found = {name: getattr(self, name) for name in self.CONDITIONS}
        return {name: each for name, each in found.items() if each is not None}

    def named_facts(self) -> dict[str, tuple[str, ...]]:
        """Return ids of facts, by the field that names them; those in conditions apart."""
        return {name: self._names(name) for name in self.FACTS}

    def facts(self) -> Iterator[str]:
        """Yield the facts that the provision names or depends on."""
        for names in self.named_facts().values():
            yield from names
        for each in self.conditions().values():
            yield from facts_of(each)
        yield from (limit.fact for limit in self.stated_ages() if limit.fact)

    def stated_ages(self) -> tuple[AgeLimit, ...]:
        """Return the age limits."""
        one: AgeLimit | None = getattr(self, "age_limit", None)
        several: tuple[AgeLimit, ...] = getattr(self, "age_limits", ())
        return several if one is None else (one, *several)

    def with_ages(self, limits: tuple[AgeLimit, ...]) -> Self:
        """Return the provision with other age limits, as many as it has."""
        if limits == self.stated_ages():
            return self
        changes: dict[str, Any] = {"age_limits": limits} if hasattr(self, "age_limits") else {"age_limit": limits[0]}
        return attrs.evolve(self, **changes)

    def searchable(self) -> Iterator[tuple[str, str]]:
        """Yield the words quoted from the text, each with its field."""
        for name in sorted(self.QUOTED):
            if name != "verb":
                yield from ((name, each) for each in self._names(name))
        ages = self.stated_ages()
        if ages:
            field = "age_limits" if hasattr(self, "age_limits") else "age_limit"
            yield from ((field, each.words) for each in ages)

    def comparable(self, topic: str) -> Hashable | None:
        """Return a value for a topic with the same meaning in every county.

        None if there is only wording.
        """
        del topic
        return None

    def check(self, documents: Mapping[str, Document]) -> Iterator[FieldFault]:
        """Yield the faults between the fields; `documents` are those of the county, by id."""
        del documents
        yield from ()

    def lines(self, topic: str, name_of: NameOf) -> tuple[Wording, ...]:
        """Return the provision as lines of text on a topic."""
        del topic, name_of
        return (self.wording,)

    def short(self, topic: str, name_of: NameOf) -> Wording | None:
        """Return the structured value on a topic in a few words, or None."""
        del topic, name_of
        return None

    def in_language(self, lang: str) -> str:
        """Return the wording in `lang`."""
        return self.wording.to(lang)

    def _names(self, field: str) -> tuple[str, ...]:
        """Return the texts of a field with none, one or several."""
        value: str | tuple[str, ...] = getattr(self, field)
        return value if isinstance(value, tuple) else (value,) if value else ()

    def __str__(self) -> str:
        """The wording in Swedish."""
        return str(self.wording)

    def __repr__(self) -> str:
        """Kind, id and wording, in English."""
        return f"<{type(self).__name__} {self.id}: {self.in_language('en')}>"


def named(thing: str, name_of: NameOf) -> Wording:
    """Return the name of a thing in both languages."""
    return Wording(sv=name_of(thing, "sv"), en=name_of(thing, "en"))


def listed(wordings: Iterable[Wording]) -> Wording:
    """Return wordings as a list with commas."""
    every = list(wordings)
    return Wording(sv=", ".join(each.sv for each in every), en=", ".join(each.to("en") for each in every))


def remarks_of(provisions: Iterable[Provision]) -> tuple[Remark, ...]:
    """Return the remarks of provisions, each once."""
    return tuple(dict.fromkeys(remark for each in provisions for remark in each.remarks))
