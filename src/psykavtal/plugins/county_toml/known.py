"""The names that a contribution may use, and the faults of all others."""

from collections.abc import Iterable, Iterator
from functools import cached_property

import attrs

from psykavtal.errors import safe_repr
from psykavtal.model.citations import Citation
from psykavtal.model.documents import Document
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

    def fault(self, table: str, key: str, message: str, *, value: str = "", fix: str = "") -> Fault:
        """Return a fault of the file."""
        return Fault(file=self.file, table=table, key=key, message=message, value=value, fix=fix)

    def unknown(self, table: str, key: str, name: str, what: str, known: Iterable[str]) -> Fault:
        """Return the fault of an unknown name, with the nearest known one."""
        fix = self.suggestions.near(name, known)
        return self.fault(table, key, f"there is no {what} of this name.", value=safe_repr(name), fix=fix)

    def check_citations(self, table: str, citations: Iterable[Citation], *, key: str = "passage") -> Iterator[Fault]:
        """Yield the citations that lead nowhere."""
        documents = self.known.documents
        for citation in citations:
            sections = self.sections.get((citation.document, citation.text))
            if citation.document not in documents:
                yield self.unknown(table, key, citation.document, "document", documents)
            elif sections is None:
                texts = [each.id for each in documents[citation.document].texts]
                yield self.unknown(table, key, citation.text, f"text of {citation.document}", texts)
            elif citation.section not in sections:
                what = f"section of {citation.document}/{citation.text}"
                yield self.unknown(table, key, citation.section, what, sections)
