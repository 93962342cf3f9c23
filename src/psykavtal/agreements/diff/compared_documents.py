"""The documents that are compared, found by id among all counties."""

import attrs

from psykavtal.agreements.counties import Counties
from psykavtal.agreements.county import County
from psykavtal.errors import NO_MESSAGE, InvalidValueError, Message, UnknownDocumentError, suggestion
from psykavtal.model import arguments
from psykavtal.model.things import Agreement, Body, Role, Service
from psykavtal.model.wording import Wording


@attrs.frozen(kw_only=True)
class DiffDocument:
    """One of the two documents of a diff.

    Attributes:
        document: its id.
        name: its name.
        county: id of the county.
        county_name: the name of the county.
        provisions: the number of provisions that it states.
    """

    document: str
    name: Wording
    county: str
    county_name: str
    provisions: int


def compared_document(county: County, document_id: str) -> DiffDocument:
    """Return a document of a county as one of two that are compared."""
    document = county.holdings.document(document_id)
    return DiffDocument(
        document=document.id,
        name=Wording(sv=document.label("sv"), en=document.label("en")),
        county=county.id,
        county_name=county.name,
        provisions=len(county.holdings.stated_by(document.id)),
    )


def document_of(counties: Counties, document: str, place: str) -> County:
    """Return the county with an available document.

    Args:
        counties: the counties.
        document: id of the document.
        place: the name of the argument, for an error.

    Raises:
        UnknownDocumentError: no county has it; if the id is of something else, the error states of what.
        InvalidValueError: it is known and not available.
    """
    fix = Message(en="Give load_counties().", sv="Ange load_counties().")
    arguments.instance(counties, Counties, "counties", fix)
    name = arguments.text(document, place)
    for county in counties.values():
        found = county.holdings.record.document(name)
        if found is not None and found.is_available:
            return county
        if found is not None:
            fault = Message(
                en="document {name!r} ({title}) is not available, so that it cannot be compared.",
                sv="dokumentet {name!r} ({title}) finns inte hos oss och kan inte jämföras.",
                name=name,
                title=found.name,
            )
            raise InvalidValueError(fault, value=name, place=place, fix=_available(county))
    fault = Message(
        en="no document {name!r}.{other}", sv="inget dokument {name!r}.{other}", name=name, other=_other(counties, name)
    )
    raise UnknownDocumentError(fault, value=name, place=place, fix=_fix(counties, name))


def _other(counties: Counties, name: str) -> Message:
    """Return what else an id is, as a sentence; empty if it is nothing."""
    for county in counties.values():
        if name in (county.id, county.code):
            return Message(en=" It is the county {name}.", sv=" Det är länet {name}.", name=county.name)
        thing = county.holdings.record.thing(name)
        if thing is not None:
            return Message(
                en=" It is the {kind} {name!r} of {county}.",
                sv=" Det är {kind} «{name}» i {county}.",
                kind=_KINDS.get(type(thing), _THING),
                name=thing.name,
                county=county.name,
            )
    return NO_MESSAGE


_THING = Message(en="thing", sv="saken")
_KINDS: dict[type, Message] = {
    Agreement: Message(en="agreement", sv="överenskommelsen"),
    Body: Message(en="body", sv="organet"),
    Role: Message(en="role", sv="funktionen"),
    Service: Message(en="service", sv="verksamheten"),
}


def _fix(counties: Counties, name: str) -> Message:
    """Return the documents to give instead: those of the county that was named, else all."""
    for county in counties.values():
        if name in (county.id, county.code) or county.holdings.record.thing(name) is not None:
            return _available(county)
    available = [each.id for county in counties.values() for each in county.documents if each.is_available]
    return suggestion(name, available, kind="documents")


def _available(county: County) -> Message:
    return Message(
        en="Available documents of {county}: {documents}.",
        sv="Dokument som finns i {county}: {documents}.",
        county=county.name,
        documents=", ".join(each.id for each in county.documents if each.is_available),
    )
