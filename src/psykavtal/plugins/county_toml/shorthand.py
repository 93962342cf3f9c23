"""The short forms of county files: a citation in one line, readings beside their provision."""

from collections.abc import Collection, Mapping
from functools import partial
from typing import Any

import attrs

from psykavtal.errors import CitationError, suggestion
from psykavtal.model.citations import Citation, Section, Text
from psykavtal.model.documents import Document
from psykavtal.plugins.county_toml.faults import Suggestions
from psykavtal.plugins.county_toml.toml_values import Table, as_list

_FORM = '"section: first words … last words", with "text/" or "document/text/" before and "words before » " within'


@attrs.frozen
class CitationReader:
    """Reads citations against the documents that are declared.

    Attributes:
        documents: those that can be cited, by id.
        default: id of the document meant where none is named; None in a file about several.
        faulty: ids of documents that are declared but could not be read whole.
    """

    documents: Mapping[str, Document]
    default: str | None = None
    faulty: frozenset[str] = frozenset()
    _sections: dict[tuple[str, str], dict[str, Section]] = attrs.field(
        factory=dict[tuple[str, str], dict[str, Section]], init=False, eq=False, repr=False
    )

    def read(self, at: object, suggestions: Suggestions) -> Citation | None:
        """Read one citation; None if the faults of its document have been reported.

        Args:
            at: the citation as a county file has it.
            suggestions: gives the nearest known name for a fault.

        Raises:
            CitationError: it has another form, or names a document, text or section that is not declared.
        """
        path, after, start, end = _parted(at)
        parts = path.split("/")
        whole = len(("document", "text", "section"))
        if len(parts) > whole or (len(parts) < whole and self.default is None):
            raise CitationError("does not say where.", value=at, fix=f"Write {_FORM}.")
        document_id = parts[0] if len(parts) == whole else self.default or ""
        known = self.documents.get(document_id)
        if document_id in self.faulty and (known is None or len(parts) < whole or known.text(parts[1]) is None):
            return None
        document = self._document(document_id, at, suggestions)
        if not document.texts:
            raise CitationError(f"{document.id!r} is not held, and cannot be cited.", value=at)
        text_id = parts[-2] if len(parts) > 1 else document.texts[0].id
        text = document.text(text_id)
        if text is None:
            texts = [each.id for each in document.texts]
            raise CitationError(
                f"no text {text_id!r}.",
                value=at,
                fix=suggestions.give(partial(suggestion, text_id, texts, what="texts")),
            )
        sections = self._sections_of(document, text)
        section = sections.get(parts[-1])
        if section is None:
            raise CitationError(
                f"no section {parts[-1]!r}.",
                value=at,
                fix=suggestions.give(partial(suggestion, parts[-1], sections, what="sections")),
            )
        return Citation(
            document=document.id,
            text=text.id,
            section=section.id,
            heading=section.heading,
            start=start,
            end=end,
            after=after,
        )

    def _document(self, document_id: str, at: object, suggestions: Suggestions) -> Document:
        document = self.documents.get(document_id)
        if document is None:
            fix = suggestions.give(partial(suggestion, document_id, self.documents, what="documents"))
            raise CitationError(f"the document {document_id!r} is not declared.", value=at, fix=fix)
        return document

    def _sections_of(self, document: Document, text: Text) -> dict[str, Section]:
        """Return the sections of a text by id.

        They are gathered once, since every citation asks for one.
        """
        key = (document.id, text.id)
        if key not in self._sections:
            self._sections[key] = {each.id: each for each in text.sections}
        return self._sections[key]


def _parted(at: object) -> tuple[str, str, str, str]:
    """The path, the words before, the first and the last words of a citation."""
    path, colon, fragment = at.partition(":") if isinstance(at, str) else ("", "", "")
    after, before, rest = fragment.rpartition("»")
    first, dots, last = rest.partition("…")
    start, end = first.strip(), last.strip()
    parts = (path.strip(), after.strip(), start, end)
    well_formed = colon and parts[0] and start and bool(before) == bool(parts[1]) and bool(dots) == bool(end)
    if not well_formed or "…" in end or "»" in after:
        raise CitationError("is no citation.", value=at, fix=f"Write {_FORM}.")
    return parts


def unfold(table: Table, fields: Collection[str]) -> dict[str, Any]:
    """A provision's table with its short forms written out; citations and readings apart."""
    out = {key: value for key, value in table.items() if key not in ("sv", "en", "at", "age", "reading", "reported")}
    if "sv" in table or "en" in table:
        out["wording"] = {key: table[key] for key in ("sv", "en") if key in table}
    if "age" in table:
        if "age_limits" in fields:
            out["age_limits"] = as_list(table["age"])
        else:
            out["age_limit" if "age_limit" in fields else "age"] = table["age"]
    if "reported" in table:
        out["reported"] = [{"url": url} if isinstance(url, str) else url for url in as_list(table["reported"])]
    return out


def overlay(base: Table, change: Table) -> dict[str, Any]:
    """The base table with what a reading changes; sub-tables are replaced whole."""
    return {**{key: value for key, value in base.items() if key != "reading"}, **change}
