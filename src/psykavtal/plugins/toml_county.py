"""The content of a county's own file."""

import attrs

from psykavtal.model.documents import Document
from psykavtal.model.places import Place
from psykavtal.model.provisions import Provision
from psykavtal.model.things import Agreement, Body, Role, Service
from psykavtal.model.vocabulary import Fact


@attrs.frozen(kw_only=True)
class CountyTables:
    """The content of a `county.toml`.

    Attributes:
        place: the county; None in a plugin that adds to another's.
        adds_to: code of the county that it adds to; None in a county's own plugin.
        things: bodies, roles, services, agreements.
        documents: available or not.
        standing: provisions about documents and agreements as wholes.
        facts: the county's own events.
        content: for each document that has content, its id and the file that holds it.
    """

    place: Place | None
    adds_to: str | None
    things: tuple[Body | Role | Service | Agreement, ...]
    documents: tuple[Document, ...]
    standing: tuple[Provision, ...]
    facts: tuple[Fact, ...]
    content: tuple[tuple[str, str], ...]

    def file_of(self, document: Document) -> str | None:
        """Return the file that holds the content of a document; None if it has none."""
        return dict(self.content).get(document.id)
