"""Compare two documents provision by provision."""

from psykavtal.agreements.counties import Counties
from psykavtal.agreements.diff.compared_documents import compared_document, document_of
from psykavtal.agreements.diff.document_diff import Diff
from psykavtal.agreements.diff.paired_entries import entries_of, entries_of_one
from psykavtal.agreements.diff.provision_traits import DocumentSide
from psykavtal.agreements.diff.remark_diffs import remark_diffs
from psykavtal.agreements.diff.topic_diffs import topic_diffs
from psykavtal.model.wording import Wording

_REVERSED = Wording(
    sv="Det första dokumentet är skrivet efter det andra.", en="The first document was written after the second."
)


def diff(counties: Counties, before: str, after: str) -> Diff:
    """Compare two documents provision by provision.

    Provisions are paired by their words, their passages, their structure and their neighbours in the text, each with at
    most one. Each pair has its certainty and its reasons. "Dropped" and "added" mean that no corresponding provision
    was found, not that the matter is not mentioned elsewhere: see `DiffEntry.nearest`.

    Args:
        counties: the counties.
        before: id of the first document, usually the older.
        after: id of the second, of the same county or another one.

    Raises:
        UnknownDocumentError: no installed county has a document of this id.
        InvalidValueError: the document is not available, so that it cannot be compared.
        CountyFileError: the file of a document has faults.

    Examples:
        >>> from psykavtal import load_counties
        >>> found = diff(load_counties(), "jamtland-2021", "jamtland-2025")
        >>> found.select(topic="disagreement.first-step")[0].verdict
        <DiffVerdict.SAME: 'same'>
    """
    owners = (document_of(counties, before, "before"), document_of(counties, after, "after"))
    by_name = owners[0].id != owners[1].id
    sides = (
        DocumentSide(data=owners[0].holdings, document=before, by_name=by_name),
        DocumentSide(data=owners[1].holdings, document=after, by_name=by_name),
    )
    is_succession = _is_succession(sides)
    is_one = not by_name and before == after
    entries = entries_of_one(sides[0]) if is_one else entries_of(sides, is_succession=is_succession)
    return Diff(
        before=compared_document(owners[0], before),
        after=compared_document(owners[1], after),
        is_succession=is_succession,
        entries=entries,
        topics=topic_diffs(*sides, entries),
        remarks=remark_diffs(*sides, entries),
        notes=(_REVERSED,) if is_succession and _is_reversed(sides) else (),
    )


def _is_succession(sides: tuple[DocumentSide, DocumentSide]) -> bool:
    one, other = (each.data.document(each.document).edition_of for each in sides)
    return one is not None and one == other and not sides[0].by_name


def _is_reversed(sides: tuple[DocumentSide, DocumentSide]) -> bool:
    """Return whether the first document was surely written after the second."""
    one, other = (each.data.written_period(each.document) for each in sides)
    if one is None or other is None or one.earliest is None or other.latest is None:
        return False
    return one.earliest.date.earliest > other.latest.date.latest
