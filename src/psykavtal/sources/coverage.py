"""Coverage of a text: the shares cited by provisions, omitted with a reason, and missing."""

import enum
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

import attrs

from psykavtal.model.citations import Citation
from psykavtal.model.records import Content, CountyRecord, OmissionReason
from psykavtal.sources.citation_index import omission_uses, recorded_uses
from psykavtal.sources.duplicates import duplicates_in
from psykavtal.sources.folder import SourceFolder
from psykavtal.sources.passages import SourceText, UnresolvedError
from psykavtal.sources.segments import Segment, SegmentType, segments_of

ENOUGH = 0.5
"""The share of a segment's words that citations must include to cover it."""

_SET_APART = (OmissionReason.LAYOUT, OmissionReason.ADDRESS)


class Account(enum.Enum):
    """The account of a segment. Headings, contents and addresses do not count."""

    SET_APART = "set-apart"
    CITED = "cited"
    OMITTED = "omission"
    DUPLICATE = "twin"
    OPEN = "open"


@attrs.frozen(kw_only=True)
class AccountedSegment:
    """A segment with its account.

    Attributes:
        segment: the segment.
        account: the account.
        by: ids of the records that cover it.
    """

    segment: Segment
    account: Account
    by: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class TextCoverage:
    """The coverage of one text.

    Attributes:
        document: id of the document.
        text: id of the text.
        file: name of the file of the text.
        headings: heading of each section, by its id, in the order of the text.
        segments: every segment, in the order of the text.
    """

    document: str
    text: str
    file: str
    headings: Mapping[str, str]
    segments: tuple[AccountedSegment, ...]

    @property
    def counted(self) -> tuple[AccountedSegment, ...]:
        """The segments that count: not headings, nor duplicates of another copy."""
        return tuple(each for each in self.segments if each.account not in (Account.SET_APART, Account.DUPLICATE))

    @property
    def missing(self) -> tuple[AccountedSegment, ...]:
        """The segments that no record covers."""
        return tuple(each for each in self.segments if each.account is Account.OPEN)

    @property
    def by_provisions(self) -> float:
        """The share of segments cited by provisions; 1 if none counts."""
        return _share([each.account is Account.CITED for each in self.counted])

    @property
    def accounted(self) -> float:
        """The share of segments cited or omitted with a reason; 1 if none counts."""
        return _share([each.account is not Account.OPEN for each in self.counted])

    def record(self) -> dict[str, object]:
        """Return the text with each segment, for JSON; shares are between 0 and 1."""
        return {
            "document": self.document,
            "text": self.text,
            "counted": len(self.counted),
            "accounted": self.accounted,
            "by_provisions": self.by_provisions,
            "units": [
                {
                    "kind": each.segment.kind.value,
                    "section": each.segment.section,
                    "text": each.segment.text,
                    "account": each.account.value,
                    "by": list(each.by),
                }
                for each in self.segments
            ],
        }

    def sections(self) -> "Iterator[TextCoverage]":
        """Yield the coverage of each section with segments that count."""
        before = {"": ""} if any(not each.segment.section for each in self.segments) else {}
        for section, heading in {**before, **self.headings}.items():
            segments = tuple(each for each in self.segments if each.segment.section == section)
            part = attrs.evolve(self, headings={section: heading}, segments=segments)
            if part.counted:
                yield part


def cover_county(record: CountyRecord, contents: Sequence[Content], folder: SourceFolder) -> list[TextCoverage]:
    """Measure the coverage of every text of a county, in the order of its documents.

    A segment in several copies of a document counts in the earliest copy only.

    Args:
        record: the county.
        contents: the recorded contents of its documents.
        folder: the folder of its texts.

    Raises:
        SourceError: a text is not in the folder, or differs from the one that was read.
    """
    listed = [each for content in contents for each in content.omissions]
    set_apart = omission_uses(each for each in listed if each.reason in _SET_APART)
    omissions = omission_uses(each for each in listed if each.reason not in _SET_APART)
    cited = recorded_uses(record, contents)
    found: list[TextCoverage] = []
    for document in record.documents:
        sources = [folder.read_as_recorded(document, text.id) for text in document.texts]
        found += [
            cover(source, document.id, cited, omissions, set_apart=set_apart, other_copies=sources[:at])
            for at, source in enumerate(sources)
        ]
    return found


def cover(
    source: SourceText,
    document: str,
    citations: Mapping[Citation, Sequence[str]],
    omissions: Mapping[Citation, Sequence[str]],
    *,
    set_apart: Mapping[Citation, Sequence[str]] = MappingProxyType({}),
    other_copies: Iterable[SourceText] = (),
) -> TextCoverage:
    """Measure the coverage of a text.

    Args:
        source: the text.
        document: id of its document.
        citations: the ids that cite each passage.
        omissions: the ids that omit each passage.
        set_apart: the ids that list a passage as layout, which does not count.
        other_copies: other copies of the document; their segments are counted there.
    """
    segments = segments_of(source)
    accounts = {
        account: _by_word(source, document, users)
        for account, users in (
            (Account.CITED, citations),
            (Account.OMITTED, omissions),
            (Account.SET_APART, set_apart),
        )
    }
    duplicates = duplicates_in(segments, other_copies)
    return TextCoverage(
        document=document,
        text=source.text.id,
        file=source.text.file,
        headings={each.id: each.heading for each in source.text.sections},
        segments=tuple(_account(segment, accounts, is_duplicate=segment in duplicates) for segment in segments),
    )


def _account(
    segment: Segment, accounts: Mapping[Account, Mapping[int, tuple[str, ...]]], *, is_duplicate: bool
) -> AccountedSegment:
    if segment.kind is SegmentType.HEADING:
        return AccountedSegment(segment=segment, account=Account.SET_APART)
    for account, words in accounts.items():
        covered = [word for word in segment.words if word in words]
        if len(covered) >= ENOUGH * len(segment.words):
            by = tuple(dict.fromkeys(by for word in covered for by in words[word]))
            return AccountedSegment(segment=segment, account=account, by=by)
    return AccountedSegment(segment=segment, account=Account.DUPLICATE if is_duplicate else Account.OPEN)


def _by_word(
    source: SourceText, document: str, citations: Mapping[Citation, Sequence[str]]
) -> dict[int, tuple[str, ...]]:
    """Return the ids that cover each word of the text."""
    words: dict[int, tuple[str, ...]] = {}
    for citation, users in citations.items():
        if (citation.document, citation.text) != (document, source.text.id):
            continue
        try:
            passage = source.resolve(citation)
        except UnresolvedError:
            continue  # `sources check` reports it
        for word in range(passage.first, passage.last + 1):
            words[word] = (*words.get(word, ()), *users)
    return words


def _share(flags: Sequence[bool]) -> float:
    return sum(flags) / len(flags) if flags else 1.0
