"""The structure of a document as its attributes: outline, provisions by heading, places, counts."""

from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.outline import Outline
from psykavtal.lazy import locked_property
from psykavtal.model.documents import Document
from psykavtal.model.provisions import Provision
from psykavtal.model.text_places import Heading, ProvisionCounts, TextPlace


class OutlinedDocument:
    """A mixin for a document of a county: the structure of its text."""

    document: Document
    holdings: CountyData

    @locked_property
    def structure(self) -> Outline:
        """The headings of the document, with the provisions below them."""
        return Outline(self.holdings, self.document)

    @property
    def outline(self) -> tuple[Heading, ...]:
        """The headings of the document as printed, with the number of provisions below each."""
        return self.structure.headings

    def provisions(self, section: str | None = None) -> tuple[Provision, ...]:
        """Return the provisions that the document states, in text order.

        Args:
            section: a heading by its text, id or number; those below its subheadings are returned too.

        Raises:
            UnknownNameError: no heading or several have this name.
        """
        return self.structure.provisions if section is None else self.structure.below(section)

    def place_of(self, provision: Provision) -> TextPlace:
        """Return the place of a provision: its heading, list item, table row or footnote.

        Raises:
            UnknownNameError: the document does not state it.
        """
        return self.structure.place_of(provision)

    def counts(self, kind: type[Provision] | str | None = None, *, topic: str | None = None) -> ProvisionCounts:
        """Count the provisions of a kind, on a topic, or all of them, by heading.

        Raises:
            InvalidValueError: unknown kind.
            UnknownTopicError: unknown topic.
        """
        return self.structure.counts(kind, topic=topic)
