"""The limits of an add-on: it speaks in its own name only.

The plugin that gives a county is its owner; every other plugin that gives something to it is an
add-on. An add-on has documents and things of its own, with ids of its own, and states things of
these only. So what the county's own documents answer is the same with and without it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import attrs

from psykavtal.errors import NO_MESSAGE, DuplicateIdError, Message, UnknownNameError, safe_repr, suggestion
from psykavtal.model.citations import Citation
from psykavtal.model.documents import Document
from psykavtal.model.provisions import Provision
from psykavtal.model.records import Content, CountyRecord
from psykavtal.model.things import Agreement
from psykavtal.plugins.county_toml.faults import Fault
from psykavtal.plugins.hookspecs import AnyOwnThing
from psykavtal.plugins.plugin import LoadedPlugin

_OWN_DOCUMENT = Message(
    en="An add-on states only provisions of its own documents, about those documents and its own things.",
    sv="Ett tillägg anger bestämmelser i de dokument som det ger, och om dem.",
)


@attrs.frozen
class Ownership:
    """The contribution of one plugin to a county, and the givers of the rest.

    Attributes:
        record: the county, with the contribution of this plugin.
        plugin: the plugin.
        givers: the plugin that gives each thing, document and provision, by id.
        is_add_on: whether another plugin gives the county.
    """

    record: CountyRecord
    plugin: LoadedPlugin
    givers: Mapping[str, LoadedPlugin]
    is_add_on: bool

    def gives(self, name: str) -> bool:
        """Return whether this plugin gives the thing, document or provision of this id."""
        return self.givers.get(name) is self.plugin

    def check_record(
        self, things: Iterable[AnyOwnThing], documents: Iterable[Document], standing: Iterable[Provision]
    ) -> list[Fault]:
        """Return the faults of what the plugin gives beside the contents of documents."""
        if not self.is_add_on:
            return []
        faults: list[Fault] = []
        for each in (*things, *documents):
            kind = "document" if isinstance(each, Document) else type(each).__name__.lower()
            if self._is_of_another(each.id):
                fault = Message(
                    en="the id begins with one of another plugin.",
                    sv="id:t börjar med ett från en annan insticksmodul.",
                )
                faults.append(self._fault(f"{kind}.{each.id}", "", fault, each.id))
        county_has_one = any(isinstance(each, Agreement) and not self.gives(each.id) for each in self.record.things)
        taken = Message(
            en="the county has no agreement of its own: this would be taken for it.",
            sv="länet har ingen egen överenskommelse: denna skulle tas för den.",
        )
        faults += [
            self._fault(f"agreement.{each.id}", "", taken)
            for each in things
            if isinstance(each, Agreement) and not county_has_one
        ]
        for document in documents:
            place = f"document.{document.id}"
            if document.edition_of is not None and not self.gives(document.edition_of):
                fix = Message(
                    en="Declare an agreement of its own; [document-relation] gives its relation to the county's.",
                    sv="Deklarera en egen överenskommelse; [document-relation] anger dess förhållande till länets.",
                )
                message = Message(
                    en="is an agreement of {giver}.",
                    sv="är en överenskommelse från {giver}.",
                    giver=self._giver(document.edition_of),
                )
                faults.append(self._fault(place, "edition_of", message, document.edition_of, fix))
            faults += [
                self._fault(place, "speaks_of", self._is_of(name), name, _OWN_DOCUMENT)
                for name in document.speaks_of
                if not self.gives(name)
            ]
        return [*faults, *(fault for each in standing for fault in self._check_provision(each))]

    def check_content(self, content: Content) -> list[Fault]:
        """Return the faults of what the plugin gives on one document."""
        parts = (*content.provisions, *content.silences, *content.unread, *content.omissions)
        if parts and not self.gives(content.document):
            fix = Message(
                en="Only the plugin that gives a document states its provisions.",
                sv="Bara den insticksmodul som ger ett dokument anger dess bestämmelser.",
            )
            return [self._fault(content.document, "", self._is_document_of(content.document), fix=fix)]
        faults = [fault for each in content.provisions for fault in self._check_provision(each)]
        faults += [
            self._about(f"unread.{each.topic}", each.about)
            for each in content.unread
            if self.is_add_on and not self.gives(each.about)
        ]
        cited = (
            *((f"silence.{each.topic}", (each.near,) if each.near else ()) for each in content.silences),
            *((f"unread.{each.topic}", (each.at,)) for each in content.unread),
            *((f"omission.{each.name}", each.at) for each in content.omissions),
        )
        return [*faults, *(fault for table, citations in cited for fault in self._check_citations(table, citations))]

    def _check_provision(self, provision: Provision) -> Iterator[Fault]:
        table = provision.id.partition(".")[2] or provision.id
        for each in (provision, *(reading.value for reading in provision.readings)):
            yield from self._check_citations(table, each.citations)
            if not self.is_add_on:
                continue
            if not self.gives(each.document):
                yield self._fault(table, "document", self._is_document_of(each.document), each.document, _OWN_DOCUMENT)
            elif not each.id.startswith(f"{each.document}."):
                fix = Message(
                    en="Write an id that begins with {document}.",
                    sv="Skriv ett id som börjar med {document}.",
                    document=each.document,
                )
                fault = Message(en="the id does not begin with the document's.", sv="id:t börjar inte med dokumentets.")
                yield self._fault(table, "", fault, each.id, fix)
            if not self.gives(each.about):
                yield self._about(table, each.about)
            if each.reads_with and self._is_of_another(each.reads_with):
                fault = Message(
                    en="begins with an id of another plugin.", sv="börjar med ett id från en annan insticksmodul."
                )
                yield self._fault(table, "reads_with", fault, each.reads_with)

    def _check_citations(self, table: str, citations: Iterable[Citation]) -> Iterator[Fault]:
        for each in citations:
            if each.document in self.givers and not self.gives(each.document):
                fault = Message(
                    en="is in a document of {giver}.",
                    sv="finns i ett dokument från {giver}.",
                    giver=self._giver(each.document),
                )
                fix = Message(
                    en="A plugin cites the documents that it gives.",
                    sv="En insticksmodul hänvisar till de dokument som den ger.",
                )
                yield self._fault(table, "passage", fault, each.key, fix)

    def _about(self, table: str, name: str) -> Fault:
        return self._fault(table, "about", self._is_of(name), name, _OWN_DOCUMENT)

    def _giver(self, name: str) -> Message:
        giver = self.givers.get(name)
        if giver is None:
            return Message(en="no plugin", sv="ingen insticksmodul")
        return Message(en="the plugin {name}", sv="insticksmodulen {name}", name=giver)

    def _is_of(self, name: str) -> Message:
        return Message(en="is of {giver}.", sv="är från {giver}.", giver=self._giver(name))

    def _is_document_of(self, name: str) -> Message:
        return Message(en="is a document of {giver}.", sv="är ett dokument från {giver}.", giver=self._giver(name))

    def _is_of_another(self, name: str) -> bool:
        """Return whether a dotted name belongs to another plugin.

        It does if it begins with the county's id, or with an id that another plugin gives.
        """
        if name.partition(".")[0] in {self.record.place.id, "county"}:
            return True
        parts = name.split(".")
        beginnings = (".".join(parts[:end]) for end in range(1, len(parts) + 1))
        return any(each in self.givers and not self.gives(each) for each in beginnings)

    def _fault(self, table: str, key: str, message: Message, value: str = "", fix: Message = NO_MESSAGE) -> Fault:
        shown = safe_repr(value) if value else ""
        return Fault(file=self.plugin.name, table=table, key=key, value=shown, message=message, fix=fix)


def documents_of(
    record: CountyRecord, givers: Mapping[str, LoadedPlugin], owner: LoadedPlugin, plugin: str | None
) -> frozenset[str]:
    """Return the ids of the documents that one plugin gives to a county.

    Args:
        record: the county.
        givers: the plugin that gives each thing and document, by id.
        owner: the county's own plugin.
        plugin: the name of the plugin; None for the county's own.

    Raises:
        UnknownNameError: no plugin of this name gives a document to the county.
    """
    names = {givers[each.id].name for each in record.documents} | {owner.name}
    name = owner.name if plugin is None else plugin
    if name not in names:
        fix = suggestion(name, names, kind="plugins")
        fault = Message(
            en="no plugin {plugin!r} with a document.", sv="okänd insticksmodul {plugin!r} med dokument.", plugin=name
        )
        raise UnknownNameError(fault, value=name, place=record.place.id, fix=fix)
    return frozenset(each.id for each in record.documents if givers[each.id].name == name)


def refuse_twice(givers: dict[str, LoadedPlugin], plugin: LoadedPlugin, ids: Iterable[str]) -> None:
    """Note who gives each id; one that was given already is refused, naming both.

    Raises:
        DuplicateIdError: another plugin gave one of the ids, or this one gave it before.
    """
    fix = Message(en="Ids are unique within a county.", sv="Ett id förekommer en gång i ett län.")
    given: dict[str, LoadedPlugin] = {}
    for each, count in Counter(ids).items():
        if count > 1 or givers.get(each) is plugin:
            fault = Message(
                en="{plugin} gives {name!r} twice.", sv="{plugin} ger {name!r} två gånger.", plugin=plugin, name=each
            )
            raise DuplicateIdError(fault, value=each, fix=fix)
        if each in givers:
            fault = Message(
                en="{other} and {plugin} both give {name!r}.",
                sv="både {other} och {plugin} ger {name!r}.",
                other=givers[each],
                plugin=plugin,
                name=each,
            )
            raise DuplicateIdError(fault, value=each, fix=fix)
        given[each] = plugin
    givers.update(given)
