"""The county of a document that a command names."""

from psykavtal.agreements.counties import Counties
from psykavtal.agreements.county import County
from psykavtal.errors import Message, UnknownDocumentError, suggestion


def county_of(counties: Counties, document: str) -> County:
    """Return the county that has a document.

    Raises:
        UnknownDocumentError: no installed county has it; with the available ones.
    """
    for county in counties.values():
        if any(each.id == document for each in county.documents):
            return county
    available = [each.id for county in counties.values() for each in county.documents if each.is_available]
    fault = Message(en="no document {document!r}.", sv="okänt dokument {document!r}.", document=document)
    raise UnknownDocumentError(fault, value=document, fix=suggestion(document, available, kind="documents"))
