"""The identity of a county: its place, its documents, its municipalities, and equality."""

from collections.abc import Mapping

import attrs

from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.dating import written_period
from psykavtal.agreements.municipalities import municipalities_of, municipality_of
from psykavtal.lazy import Frozen
from psykavtal.model.answers import Answer
from psykavtal.model.display import ReprOnly
from psykavtal.model.documents import Document
from psykavtal.model.places import Municipality, Place
from psykavtal.model.things import Agreement
from psykavtal.model.vocabulary import Topic
from psykavtal.model.written_period import WrittenPeriod


@attrs.frozen(repr=False, eq=False, slots=False)
class CountyIdentity(Frozen, ReprOnly):
    """A county (län) with its documents.

    Attributes:
        holdings: the record and the contents of the documents.
    """

    holdings: CountyData

    @property
    def place(self) -> Place:
        """The county as a place."""
        return self.holdings.record.place

    @property
    def id(self) -> str:
        """Short name in ASCII."""
        return self.place.id

    @property
    def code(self) -> str:
        """SCB code, two digits, as text."""
        return self.place.code

    @property
    def name(self) -> str:
        """The county's name."""
        return self.place.name

    @property
    def documents(self) -> tuple[Document, ...]:
        """All documents, available or only known."""
        return self.holdings.record.documents

    @property
    def agreement(self) -> Agreement | None:
        """The agreement on psychiatric disabilities, across its editions; the first of several."""
        return next(iter(self.holdings.agreements()), None)

    @property
    def municipalities(self) -> Answer[tuple[Municipality, ...]]:
        """The county's municipalities; names that no text gives come from the national code list."""
        return municipalities_of(self.holdings)

    def municipality(self, name_or_code: str) -> Municipality:
        """Return one municipality.

        Raises:
            UnknownMunicipalityError: unknown name or code.
        """
        return municipality_of(self.place, name_or_code)

    def written_period(self, document_id: str) -> WrittenPeriod | None:
        """Derive the period in which a document was written; None if nothing bounds it.

        Raises:
            UnknownDocumentError: the county has no document of this id.
        """
        document = self.holdings.document(document_id)
        return written_period(document, self.holdings.provisions_about(document.id))

    @property
    def topics(self) -> Mapping[str, Topic]:
        """The vocabulary of topics, by id."""
        return self.holdings.topics

    def __eq__(self, other: object) -> bool:
        """Return whether all data of both are equal; reads every document."""
        return isinstance(other, CountyIdentity) and self._data() == other._data()

    def __hash__(self) -> int:
        """Return the hash of the code."""
        return hash(self.code)

    def _data(self) -> tuple[object, ...]:
        """Return the record and all contents."""
        record = self.holdings.record
        return (record, *self.holdings.contents)

    def __str__(self) -> str:
        """Return the name."""
        return self.name

    def __repr__(self) -> str:
        """Return name, code and number of documents."""
        return f"<County {self.id} ({self.code}, {self.name}): {len(self.documents)} documents>"
