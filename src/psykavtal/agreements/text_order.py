"""The order of provisions by their documents' texts, and the place of each."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

import attrs

from psykavtal.lazy import Frozen, locked_property
from psykavtal.model.citations import Citation, Section
from psykavtal.model.provisions import Provision
from psykavtal.model.records import CountyRecord
from psykavtal.model.text_places import LockedPassage

P = TypeVar("P", bound=Provision)


@attrs.frozen(slots=False)
class TextOrder(Frozen):
    """The order of a county's provisions: by document, copy, section and passage.

    A passage without a recorded place comes last in its section; a report comes last in its document.

    Attributes:
        record: the county.
        passages: the locked passages, by the keys of citations.
    """

    record: CountyRecord
    passages: Mapping[str, LockedPassage]

    def sorted(self, provisions: Iterable[P]) -> tuple[P, ...]:
        """Return provisions in text order; those at one place keep their order."""
        return tuple(sorted(provisions, key=self._key))

    def passage_of(self, provision: Provision) -> Citation | None:
        """Return the passage that gives a provision its place; None for a report.

        It is the first that it cites in the first copy. If that one leads in a list, it is the next in the same
        section that does not.
        """
        own = [each for each in provision.citations if each.document == provision.document] or provision.citations
        if not own:
            return None
        text = min(self._text_at(each) for each in own)
        cited = [each for each in own if self._text_at(each) == text]
        first = cited[0]
        if not self._leads_in(first):
            return first
        return next((each for each in cited if each.section == first.section and not self._leads_in(each)), first)

    def section_of(self, citation: Citation) -> Section | None:
        """Return the section of a citation; None if it is not declared."""
        found = self._sections.get((citation.document, citation.text, citation.section))
        return None if found is None else found[1]

    def _key(self, provision: Provision) -> tuple[int, int, int, int]:
        document = self._documents.get(provision.document, len(self._documents))
        citation = self.passage_of(provision)
        if citation is None:
            return document, _LAST, 0, 0
        locked = self.passages.get(citation.key)
        section = self._sections.get((citation.document, citation.text, citation.section))
        order = _LAST if locked is None or locked.order is None else locked.order
        return document, self._text_at(citation), _LAST if section is None else section[0], order

    def _leads_in(self, citation: Citation) -> bool:
        locked = self.passages.get(citation.key)
        return locked is not None and locked.leads_in

    def _text_at(self, citation: Citation) -> int:
        return self._texts.get((citation.document, citation.text), _LAST)

    @locked_property
    def _documents(self) -> dict[str, int]:
        return {each.id: at for at, each in enumerate(self.record.documents)}

    @locked_property
    def _texts(self) -> dict[tuple[str, str], int]:
        return {(each.id, text.id): at for each in self.record.documents for at, text in enumerate(each.texts)}

    @locked_property
    def _sections(self) -> dict[tuple[str, str, str], tuple[int, Section]]:
        return {
            (each.id, text.id, section.id): (at, section)
            for each in self.record.documents
            for text in each.texts
            for at, section in enumerate(text.sections)
        }


_LAST = 10**9
