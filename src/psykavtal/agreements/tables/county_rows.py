"""The data of one county from which the rows of tables are made."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

import attrs

from psykavtal.agreements.applicability import agreement_in_force, document_in_force
from psykavtal.agreements.query import Query
from psykavtal.errors import PsykavtalError
from psykavtal.lazy import Frozen, locked_property
from psykavtal.model.answers import InForce
from psykavtal.model.citations import Citation
from psykavtal.model.provisions import Provision
from psykavtal.model.records import Content
from psykavtal.model.text_places import heading_label
from psykavtal.model.wording import Wording

if TYPE_CHECKING:
    from psykavtal.agreements.county import County
    from psykavtal.agreements.county_data import CountyData


@attrs.frozen(eq=False, slots=False, repr=False)
class CountyRows(Frozen):
    """A county with the language and the day of its tables.

    Attributes:
        county: the county.
        lang: "sv" or "en".
        on: the day of the verdicts; None for none.
    """

    county: "County"
    lang: str
    on: date | None

    @property
    def data(self) -> "CountyData":
        """The county's data."""
        return self.county.holdings

    @locked_property
    def contents(self) -> tuple[Content, ...]:
        """The contents of the documents that can be read."""
        found = list[Content]()
        for each in self.data.record.documents:
            try:
                found.append(self.data.content(each))
            except PsykavtalError:  # in `not_read`
                continue
        return tuple(found)

    @locked_property
    def not_read(self) -> tuple[str, ...]:
        """Ids of the documents that cannot be read."""
        read = {each.document for each in self.contents}
        return tuple(each.id for each in self.data.record.documents if each.id not in read)

    @locked_property
    def provisions(self) -> tuple[Provision, ...]:
        """All provisions of the county, in text order."""
        stated = (provision for each in self.contents for provision in each.provisions)
        return self.data.text_order.sorted((*self.data.record.standing, *stated))

    @locked_property
    def by_id(self) -> dict[str, Provision]:
        """The provisions by id."""
        return {each.id: each for each in self.provisions}

    @locked_property
    def order(self) -> dict[str, int]:
        """The number of each provision among those of its document, in text order, by id."""
        counts = dict[str, int]()
        found = dict[str, int]()
        for each in self.provisions:
            if each.citations:
                found[each.id] = counts[each.document] = counts.get(each.document, 0) + 1
        return found

    @locked_property
    def _facts(self) -> dict[str, tuple[str, ...]]:
        return {each.id: facts_over(each) for each in self.provisions}

    def facts(self, provision: Provision) -> tuple[str, ...]:
        """Return the facts that a provision depends on under any reading."""
        return self._facts[provision.id]

    @locked_property
    def _names(self) -> dict[tuple[str, str], str]:
        return {}

    def name_of(self, thing_id: str, lang: str) -> str:
        """Return the name or label for an id, in a language."""
        key = (thing_id, lang)
        found = self._names.get(key)
        if found is None:
            found = self._names[key] = self.data.name_of(thing_id, lang)
        return found

    def name(self, thing_id: str) -> str:
        """Return the name or label for an id."""
        return self.name_of(thing_id, self.lang)

    def names(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return the names or labels for ids."""
        return tuple([self.name_of(each, self.lang) for each in ids])

    def text(self, wording: Wording | None) -> str | None:
        """Return a wording in the language of the tables."""
        return None if wording is None else wording.to(self.lang)

    @locked_property
    def _verdicts(self) -> dict[str, InForce]:
        return {}

    def in_force(self, subject: str | None) -> InForce | None:
        """Return whether a document or an agreement applies on the day.

        None without a day, and for no document.
        """
        if self.on is None or subject is None:
            return None
        found = self._verdicts.get(subject)
        if found is None:
            found = self._verdicts[subject] = self._verdict(subject, self.on)
        return found

    def _verdict(self, subject: str, on: date) -> InForce:
        query = Query(subject=subject, on=on, name_of=self.data.labels)
        document = self.data.record.document(subject)
        return (
            agreement_in_force(self.data, query) if document is None else document_in_force(self.data, document, query)
        )

    @locked_property
    def _passages(self) -> dict[str, Citation | None]:
        return {each.id: self.data.text_order.passage_of(each) for each in self.provisions}

    def passage(self, provision: Provision) -> Citation | None:
        """Return the passage that gives a provision its place; None for a report."""
        return self._passages[provision.id]

    def heading(self, citation: Citation | None) -> str | None:
        """Return the heading below which a passage is."""
        if citation is None:
            return None
        place = (citation.document, citation.text, citation.section)
        found = self._headings.get(place)
        if found is None:
            section = self.data.text_order.section_of(citation)
            label = heading_label(citation.heading if section is None else section.heading)
            found = self._headings[place] = label.to(self.lang)
        return found

    @locked_property
    def _headings(self) -> dict[tuple[str, str, str], str]:
        return {}

    def page(self, citation: Citation | None) -> int | None:
        """Return the page of a passage, in a copy with page breaks."""
        locked = None if citation is None else self.data.text_order.passages.get(citation.key)
        return None if locked is None else locked.page

    def heading_page(self, citation: Citation | None) -> int | None:
        """Return the printed page on which the section of a passage begins."""
        section = None if citation is None else self.data.text_order.section_of(citation)
        return None if section is None else section.page

    def cited(self, citation: Citation) -> str:
        """Return a passage with its heading."""
        return f"«{self.heading(citation)}»: {words_of(citation)}"


def facts_over(provision: Provision) -> tuple[str, ...]:
    """Return the facts that a provision depends on under any reading."""
    every = (provision, *(each.value for each in provision.readings))
    return tuple(dict.fromkeys([fact for each in every for fact in each.facts()]))


def words_of(citation: Citation | None) -> str | None:
    """Return the first and last words of a passage."""
    if citation is None:
        return None
    return f"{citation.start} … {citation.end}" if citation.end else citation.start
