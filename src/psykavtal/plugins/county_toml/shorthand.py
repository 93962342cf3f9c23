"""The short forms of county files: a citation in one line, readings beside their provision."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import partial
from typing import Any, TypeAlias

import attrs

from psykavtal.errors import NO_MESSAGE, CitationError, Message, suggestion
from psykavtal.model.citations import Citation, Section, Text
from psykavtal.model.documents import Document
from psykavtal.plugins.county_toml.faults import Suggestions
from psykavtal.plugins.county_toml.toml_values import Table, as_list, as_table

_FORM = Message(
    en='Write "Heading: first words … last words", with "text/" or "document/text/" before and "words before » " within.',
    sv='Skriv "Rubrik: första orden … sista orden", med "text/" eller "dokument/text/" före och "orden före » " inuti.',
)
_Place: TypeAlias = tuple[str, str | None, str]
"""A document, one of its texts (None for the first), and the name of a section."""


@attrs.frozen
class CitationReader:
    """Reads citations against the documents that are declared.

    A section is named by its heading as printed; by its id if it has none, or another has the same.

    Attributes:
        documents: those that can be cited, by id.
        default: id of the document meant if none is named; None in a file about several.
        faulty: ids of documents that are declared but could not be read whole.
    """

    documents: Mapping[str, Document]
    default: str | None = None
    faulty: frozenset[str] = frozenset()
    _names: dict[tuple[str, str], dict[str, Section]] = attrs.field(
        factory=dict[tuple[str, str], dict[str, Section]], init=False, eq=False, repr=False
    )

    def read(self, passage: object, suggestions: Suggestions) -> Citation | None:
        """Read one citation; None if the faults of its document have been reported.

        Args:
            passage: the citation as a county file gives it.
            suggestions: gives the nearest known name for a fault.

        Raises:
            CitationError: it has another form, or names a document, text or section that is not declared.
        """
        written = list(_splits(passage))
        for place, fragment in written:
            for document_id, text_id, name in self._places(place):
                document = self.documents.get(document_id)
                text = None if document is None else _text(document, text_id)
                section = None if document is None or text is None else self._sections(document, text).get(name)
                if document is not None and text is not None and section is not None:
                    after, start, end = _parted(fragment, passage)
                    return Citation(
                        document=document.id,
                        text=text.id,
                        section=section.id,
                        heading=section.heading,
                        start=start,
                        end=end,
                        after=after,
                    )
        place, fragment = written[-1]
        _parted(fragment, passage)
        self._refuse(place, passage, suggestions)
        return None

    def _places(self, place: str) -> Iterator[_Place]:
        """Yield the possible meanings of the part before the colon.

        A heading can contain a slash.
        """
        first, slash, rest = place.partition("/")
        second, another, last = rest.partition("/")
        if self.default is not None:
            yield self.default, None, place
            if slash:
                yield self.default, first, rest
        if another:
            yield first, second, last

    def _refuse(self, place: str, passage: object, suggestions: Suggestions) -> None:
        """Raise the fault of a place that is not declared.

        Nothing is raised if its document's own faults have been reported.
        """
        document_id, text_id, name = self._meant(place, passage)
        known = self.documents.get(document_id)
        if document_id in self.faulty and (known is None or text_id is None or known.text(text_id) is None):
            return
        if known is None:
            fix = suggestions.give(partial(suggestion, document_id, self.documents, kind="documents"))
            fault = Message(
                en="the document {document!r} is not declared.",
                sv="dokumentet {document!r} är inte deklarerat.",
                document=document_id,
            )
            raise CitationError(fault, value=passage, fix=fix)
        if not known.texts:
            fault = Message(
                en="{document!r} is not available, and cannot be cited.",
                sv="{document!r} finns inte hos oss, och kan inte citeras.",
                document=known.id,
            )
            raise CitationError(fault, value=passage)
        text = _text(known, text_id)
        if text is None:
            texts = [each.id for each in known.texts]
            fix = suggestions.give(partial(suggestion, text_id or "", texts, kind="texts"))
            fault = Message(en="no text {text!r}.", sv="okänd text {text!r}.", text=text_id)
            raise CitationError(fault, value=passage, fix=fix)
        sections = self._sections(known, text)
        fix = suggestions.give(lambda: _other_name(text, name) or suggestion(name, sections, kind="sections"))
        fault = Message(en="no section {section!r}.", sv="okänt avsnitt {section!r}.", section=name)
        raise CitationError(fault, value=passage, fix=fix)

    def _meant(self, place: str, passage: object) -> _Place:
        """Return the most probable meaning of a place that is not declared."""
        places = list(self._places(place))
        if not places:
            raise CitationError(Message(en="does not state where.", sv="säger inte var."), value=passage, fix=_FORM)
        own = self.documents.get(self.default or "")
        if own is not None and len(places) > 1:
            whole, within, *named = places
            if own.text(within[1] or "") is not None:
                return within
            if not named or named[0][0] not in self.documents:
                names = self._sections(own, own.texts[0]) if own.texts else {}
                return whole if any("/" in each for each in names) else places[-1]
        return places[-1]

    def _sections(self, document: Document, text: Text) -> dict[str, Section]:
        """Return the sections of a text by the names that citations give them.

        They are gathered once, since every citation asks for one.
        """
        key = (document.id, text.id)
        if key not in self._names:
            count = Counter(map(_printed, text.sections))
            self._names[key] = {
                heading if (heading := _printed(each)) and count[heading] == 1 else each.id: each
                for each in text.sections
            }
        return self._names[key]


def _printed(section: Section) -> str:
    """The heading, without a colon at its end: a citation writes one there."""
    return section.heading.removesuffix(":").strip()


def _other_name(text: Text, name: str) -> Message:
    """Return the fix for a section named by its id or an ambiguous heading."""
    several = [each.id for each in text.sections if _printed(each) == name]
    if len(several) > 1:
        ids = [repr(each) for each in several]
        return Message(
            en="Several sections have this heading: write {ids}.",
            sv="Flera avsnitt har denna rubrik: skriv {ids}.",
            ids=Message.written(en=" or ".join(ids), sv=" eller ".join(ids)),
        )
    section = text.section(name)
    if section is None:
        return NO_MESSAGE
    heading = _printed(section)
    return Message(en="Write its heading, {heading!r}.", sv="Skriv dess rubrik, {heading!r}.", heading=heading)


def _text(document: Document, text_id: str | None) -> Text | None:
    """Return a text of a document; the first if none is named."""
    return document.text(text_id) if text_id is not None else next(iter(document.texts), None)


def _splits(passage: object) -> Iterator[tuple[str, str]]:
    """Yield place and fragment for each colon, the last first: a heading can contain one."""
    parts = passage.split(":") if isinstance(passage, str) else []
    if len(parts) < len(("place", "fragment")):
        raise _no_citation(passage)
    for count in range(len(parts) - 1, 0, -1):
        yield ":".join(parts[:count]).strip(), ":".join(parts[count:])


def _parted(fragment: str, passage: object) -> tuple[str, str, str]:
    """The words before, the first and the last words of a citation."""
    after, before, rest = fragment.rpartition("»")
    first, dots, last = rest.partition("…")
    after, start, end = after.strip(), first.strip(), last.strip()
    well_formed = start and start[0] != ":" and bool(before) == bool(after) and bool(dots) == bool(end)
    if not well_formed or "…" in end or "»" in after:
        raise _no_citation(passage)
    return after, start, end


def _no_citation(passage: object) -> CitationError:
    return CitationError(Message(en="is not a citation.", sv="är ingen källhänvisning."), value=passage, fix=_FORM)


def unfold(table: Table, fields: Collection[str]) -> dict[str, Any]:
    """A provision's table with its short forms written out; topics, citations and readings apart."""
    out = {key: value for key, value in table.items() if key not in _APART}
    if "sv" in table or "en" in table:
        out["wording"] = {key: table[key] for key in ("sv", "en") if key in table}
    if "age" in table:
        if "age_limits" in fields:
            out["age_limits"] = as_list(table["age"])
        else:
            out["age_limit" if "age_limit" in fields else "age"] = table["age"]
    if "reported" in table:
        out["reported"] = [{"url": url} if isinstance(url, str) else url for url in as_list(table["reported"])]
    return unfold_remarks(out)


def unfold_remarks(table: Table) -> dict[str, Any]:
    """Return a table with its `remark` tables as a list, each with its name."""
    out = {key: value for key, value in table.items() if key != "remark"}
    if "remark" in table:
        remarks = as_table(table["remark"])
        out["remarks"] = (
            table["remark"] if remarks is None else [_remark(name, given) for name, given in remarks.items()]
        )
    return out


def _remark(name: str, given: object) -> object:
    table = as_table(given)
    if table is None:
        return given
    text = {key: table[key] for key in ("sv", "en") if key in table}
    rest = {"type" if key == "kind" else key: value for key, value in table.items() if key not in ("sv", "en")}
    return {"name": name, **rest, **({"text": text} if text else {})}


_APART = ("answers", "sv", "en", "passage", "age", "reading", "reported")


def overlay(base: Table, change: Table) -> dict[str, Any]:
    """The base table with what a reading changes; sub-tables are replaced whole."""
    return {**{key: value for key, value in base.items() if key != "reading"}, **change}
