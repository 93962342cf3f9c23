"""The names that a contribution may use, and the faults of all others."""

from collections.abc import Iterable, Iterator
from functools import cached_property

import attrs

from psykavtal.errors import NO_MESSAGE, Message, safe_repr
from psykavtal.model.citations import Citation
from psykavtal.model.documents import Document
from psykavtal.model.provisions import Provision
from psykavtal.model.vocabulary import Fact, FactType, Topic
from psykavtal.plugins.county_toml.faults import Fault, Suggestions


@attrs.frozen(kw_only=True)
class Known:
    """The names that a contribution may use.

    Attributes:
        things: ids of things and documents.
        topics: by id.
        facts: by id.
        provisions: ids of the provisions of the county so far.
        documents: the county's documents, by id.
    """

    things: frozenset[str] = frozenset()
    topics: dict[str, Topic] = attrs.field(factory=dict[str, Topic])
    facts: dict[str, Fact] = attrs.field(factory=dict[str, Fact])
    provisions: frozenset[str] = frozenset()
    documents: dict[str, Document] = attrs.field(factory=dict[str, Document])

    def facts_of_type(self, *types: FactType) -> set[str]:
        """Ids of the facts of these types."""
        return {fact.id for fact in self.facts.values() if fact.type in types}


@attrs.frozen(slots=False)
class Reporter:
    """Makes the faults of one file, with suggestions from the names known."""

    file: str
    known: Known
    suggestions: Suggestions = attrs.field(factory=Suggestions, init=False)

    @cached_property
    def _facts(self) -> dict[FactType, set[str]]:
        return {each: self.known.facts_of_type(each) for each in FactType}

    def facts_of(self, kind: FactType) -> set[str]:
        """Return the ids of the facts of a type."""
        return self._facts[kind]

    @cached_property
    def sections(self) -> dict[tuple[str, str], frozenset[str]]:
        """The ids of the sections of every text, by document and text."""
        return {
            (document.id, text.id): frozenset(each.id for each in text.sections)
            for document in self.known.documents.values()
            for text in document.texts
        }

    def fault(self, table: str, key: str, message: Message, *, value: str = "", fix: Message = NO_MESSAGE) -> Fault:
        """Return a fault of the file."""
        return Fault(file=self.file, table=table, key=key, message=message, value=value, fix=fix)

    def unknown(self, table: str, key: str, name: str, kind: str, known: Iterable[str], *, of: str = "") -> Fault:
        """Return the fault of an unknown name, with the nearest known one.

        Args:
            table: the table.
            key: the key in it.
            name: the unknown name.
            kind: the kind of the thing named.
            known: the known names.
            of: the document or text to which things of the kind belong.
        """
        fix = self.suggestions.near(name, known)
        missing = Message.written(en=f"no {kind}", sv=_MISSING[kind])
        if of:
            missing = Message(en="{missing} of {whole}", sv="{missing} i {whole}", missing=missing, whole=of)
        fault = Message(
            en="there is {missing} of this name.", sv="det finns {missing} med det namnet.", missing=missing
        )
        return self.fault(table, key, fault, value=safe_repr(name), fix=fix)

    def check_citations(self, table: str, citations: Iterable[Citation], *, key: str = "passage") -> Iterator[Fault]:
        """Yield the citations that lead nowhere."""
        documents = self.known.documents
        for citation in citations:
            sections = self.sections.get((citation.document, citation.text))
            if citation.document not in documents:
                yield self.unknown(table, key, citation.document, "document", documents)
            elif sections is None:
                texts = [each.id for each in documents[citation.document].texts]
                yield self.unknown(table, key, citation.text, "text", texts, of=citation.document)
            elif citation.section not in sections:
                text = f"{citation.document}/{citation.text}"
                yield self.unknown(table, key, citation.section, "section", sections, of=text)


def table_of(provision: Provision) -> str:
    """Return the table of a provision in its file."""
    return provision.id.partition(".")[2] or provision.id


_MISSING = {
    "document": "inget dokument",
    "event": "ingen händelse",
    "fact": "ingen uppgift",
    "municipality": "ingen kommun",
    "occasion": "inget tillfälle",
    "principal": "ingen uppgift om huvudman",
    "provision": "ingen bestämmelse",
    "rule": "ingen regel",
    "section": "inget avsnitt",
    "text": "ingen text",
    "thing": "inget ting",
    "thing or document": "inget ting eller dokument",
    "topic": "ingen fråga",
    "truth": "ingen uppgift som är sann eller falsk",
}
"""The Swedish of "no" with each kind of thing that a table can name."""
