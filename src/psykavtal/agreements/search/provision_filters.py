"""Filters of a search, each checked against the values that exist."""

from collections.abc import Iterable
from typing import TypedDict, cast

import attrs

from psykavtal.agreements.search.recorded_status import RecordedStatus
from psykavtal.agreements.search.searchable_text import Subject
from psykavtal.errors import (
    InvalidValueError,
    Message,
    UnknownDocumentError,
    UnknownNameError,
    UnknownTopicError,
    suggestion,
)
from psykavtal.model import arguments
from psykavtal.model.modality import Modality
from psykavtal.model.places import Municipality
from psykavtal.model.provisions import KINDS, Bearer, Provision, kind_of
from psykavtal.model.records import CountyRecord
from psykavtal.model.vocabulary import Fact, FactType, Topic


class FilterArguments(TypedDict, total=False):
    """The filters as keyword arguments; each is explained at `ProvisionFilters`."""

    document: str | None
    section: str | None
    topic: str | None
    kind: type[Provision] | str | None
    bearer: str | None
    modality: Modality | str | None
    status: str | None


@attrs.frozen(kw_only=True)
class ProvisionFilters:
    """Criteria; a provision must match all that are given.

    Attributes:
        document: id of the document that states the provision, that it is about, or that names the municipality.
        section: id or heading of a section that it cites.
        topic: a topic's id, or a theme ("sip").
        kind: a kind of provision, as a class or by its name.
        bearer: the bearer of a responsibility: "region", or the fact that states which principal it is.
        modality: its binding force, as a member of `Modality` or by its value ("duty").
        status: "stated", "derived", "ambiguous" or "reported".
    """

    document: str | None = None
    section: str | None = None
    topic: str | None = None
    kind: type[Provision] | str | None = None
    bearer: str | None = None
    modality: Modality | str | None = None
    status: str | None = None

    def __attrs_post_init__(self) -> None:
        """Reject criteria of wrong types, and unknown kinds, modalities and statuses."""
        for name in ("document", "section", "topic", "bearer", "status"):
            if getattr(self, name) is not None:
                arguments.text(getattr(self, name), name)
        if not isinstance(self.kind, str | None) and not _is_kind(self.kind):
            fault = Message(en="must be a kind of provision.", sv="ska vara ett slag av bestämmelse.")
            raise InvalidValueError(fault, place="kind", fix=_by_name(KINDS))
        if not isinstance(cast("object", self.modality), str | Modality | None):
            fault = Message(en="must be a modality.", sv="ska vara ett slag av bindning.")
            raise InvalidValueError(fault, place="modality", fix=_by_name(each.value for each in Modality))
        _known(self.kind, KINDS, "kinds", InvalidValueError)
        _known(self.modality, [each.value for each in Modality], "modalities", InvalidValueError)
        _known(self.status, [each.value for each in RecordedStatus], "statuses", InvalidValueError)

    @property
    def are_given(self) -> bool:
        """Return whether there is any criterion."""
        return any(value is not None for value in attrs.astuple(self, recurse=False))

    def check(self, records: Iterable[CountyRecord], topics: Iterable[Topic], facts: Iterable[Fact]) -> None:
        """Reject an unknown document, section, topic, theme or bearer.

        An empty result would otherwise mean that nothing is stated.

        Raises:
            UnknownDocumentError: unknown document.
            UnknownTopicError: unknown topic or theme.
            InvalidValueError: unknown section or bearer.
        """
        if self.document is not None or self.section is not None:
            documents = {each.id: each for record in records for each in record.documents}
            things = {each.id: each for record in records for each in record.things}
            if self.document in things:
                fault = Message(
                    en="{name!r} is a {kind}, not a document.",
                    sv="{name!r} är av slaget {kind}, inget dokument.",
                    name=self.document,
                    kind=things[self.document].KIND,
                )
                fix = suggestion(self.document, documents, kind="documents")
                raise UnknownDocumentError(fault, value=self.document, fix=fix)
            _known(self.document, documents, "documents", UnknownDocumentError)
            chosen = documents.values() if self.document is None else (documents[self.document],)
            sections = {each for document in chosen for text in document.texts for each in text.sections}
            _known(self.section, {name for each in sections for name in (each.id, each.heading)}, "sections")
        if self.topic is not None:
            _known(self.topic, {name for each in topics for name in (each.id, each.theme)}, "topics", UnknownTopicError)
        if self.bearer is not None:
            principals = {each.id for each in facts if each.type is FactType.PRINCIPAL}
            _known(self.bearer, {*principals, *(each.value for each in Bearer)}, "bearers")

    def match(self, subject: Subject) -> bool:
        """Return whether an object of the index matches.

        A municipality matches a document and a section that name it; things match no criterion.
        """
        if isinstance(subject, Municipality):
            return self._names(subject)
        if not isinstance(subject, Provision):
            return not self.are_given
        return (
            (self.document is None or self.document in (subject.document, subject.about))
            and (self.topic is None or any(self.topic in (each, each.partition(".")[0]) for each in subject.topics))
            and (self.kind is None or self._is_kind(subject))
            and (self.bearer is None or self.bearer == subject.bearer_name)
            and (
                self.section is None or any(self.section in (each.section, each.heading) for each in subject.citations)
            )
            and (self.modality is None or self.modality in (subject.modality, subject.modality.value))
            and (self.status is None or self.status == RecordedStatus.of(subject).value)
        )

    def _names(self, municipality: Municipality) -> bool:
        """Return whether a passage that matches names a municipality; true without criteria."""
        others = attrs.evolve(self, document=None, section=None)
        if not self.are_given or others.are_given:
            return not self.are_given
        return any(
            self.document in (None, each.document) and self.section in (None, each.section, each.heading)
            for each in municipality.named_by
        )

    def _is_kind(self, provision: Provision) -> bool:
        kind = self.kind
        return isinstance(provision, kind) if isinstance(kind, type) else kind_of(type(provision)) == kind


def _is_kind(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Provision)


def _known(
    value: object,
    known: Iterable[str],
    names_of: str,
    error: type[InvalidValueError | UnknownNameError] = InvalidValueError,
) -> None:
    """Reject a text that is not among the known ones."""
    names = [each for each in known if each]
    if isinstance(value, str) and value not in names:
        fault = Message(en="{unknown} {name!r}.", sv="{unknown} {name!r}.", unknown=_UNKNOWN[names_of], name=value)
        raise error(fault, value=value, fix=suggestion(value, names, kind=names_of))


_UNKNOWN = {
    "bearers": Message(en="no bearer", sv="okänd ansvarig"),
    "documents": Message(en="no document", sv="okänt dokument"),
    "kinds": Message(en="no kind", sv="okänt slag"),
    "modalities": Message(en="no modality", sv="okänt slag av bindning"),
    "sections": Message(en="no section", sv="okänt avsnitt"),
    "statuses": Message(en="no status", sv="okänd status"),
    "topics": Message(en="no topic or theme", sv="okänd fråga eller okänt tema"),
}


def _by_name(names: Iterable[str]) -> Message:
    return Message(en="Give one by its name: {names}.", sv="Ange ett med dess namn: {names}.", names=", ".join(names))
