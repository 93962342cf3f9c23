"""One result of a search."""

import attrs

from psykavtal.agreements.search.recorded_status import RecordedStatus
from psykavtal.model.display import Shown
from psykavtal.model.places import Municipality
from psykavtal.model.provisions import Provision
from psykavtal.model.records import AnyThing
from psykavtal.model.remarks import Remark


@attrs.frozen(kw_only=True, repr=False)
class Found(Shown):
    """A result: a provision, or a thing or municipality that no provision names.

    Attributes:
        county: id of the county.
        provision: the provision; None for a thing or a municipality.
        thing: the thing or municipality; None for a provision.
        rank: its place among all results, from 1.
        score: its relevance by BM25, comparable within one search only; 0 if no words were given.
        words: the words that match, as written.
        remarks: the remarks on the provision that have any of them.
        where: the fields that have them: "wording", "topic", "remark", "heading", "passage", a field of the kind.
    """

    county: str
    provision: Provision | None = None
    thing: AnyThing | Municipality | None = None
    rank: int
    score: float = 0.0
    words: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def document(self) -> str | None:
        """The id of the document that states the provision."""
        return None if self.provision is None else self.provision.document

    @property
    def status(self) -> str | None:
        """The recorded status of the provision; None for a thing or a municipality."""
        return None if self.provision is None else RecordedStatus.of(self.provision).value

    @property
    def name(self) -> str:
        """The id of the provision, or the name of the thing."""
        return self.provision.id if self.provision is not None else str(self.thing)

    def __repr__(self) -> str:
        """Return the county, the object, and the words with their fields."""
        matched = f" ({', '.join(self.words)}; in {', '.join(self.where)})" if self.words else ""
        wording = "" if self.provision is None else f": {self.provision.in_language('en')}"
        status = "" if self.status in (None, RecordedStatus.STATED.value) else f" [{self.status}]"
        return f"<Found {self.rank} in {self.county}: {self.name}{status}{matched}{wording}>"
