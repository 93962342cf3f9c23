"""How much of a text is accounted for: cited by provisions, left out with a reason, or by nobody."""

import enum
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

import attrs

from psykavtal.model.citations import Citation
from psykavtal.model.records import Content, CountyRecord, OmissionReason
from psykavtal.sources.citation_index import uses_by_omission, uses_by_record
from psykavtal.sources.duplicates import twins_in
from psykavtal.sources.folder import SourceFolder
from psykavtal.sources.passages import SourceText, UnresolvedError
from psykavtal.sources.segments import Unit, UnitKind, units_of

ENOUGH = 0.5
"""The share of a unit's words that citations must take in for the unit to be accounted for."""

_SET_APART = (OmissionReason.LAYOUT, OmissionReason.ADDRESS)


class Account(enum.Enum):
    """What has become of a unit. What is set apart (headings, contents, addresses) does not count."""

    SET_APART = "set-apart"
    CITED = "cited"
    LEFT_OUT = "omission"
    TWIN = "twin"
    OPEN = "open"


@attrs.frozen(kw_only=True)
class Accounted:
    """A unit and what accounts for it.

    Attributes:
        unit: the unit.
        account: what has become of it.
        by: ids of what accounts for it.
    """

    unit: Unit
    account: Account
    by: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class TextCoverage:
    """The coverage of one text.

    Attributes:
        document: id of the document.
        text: id of the text.
        headings: heading of each section, by its id, in the order of the text.
        units: every unit, in the order of the text.
    """

    document: str
    text: str
    headings: Mapping[str, str]
    units: tuple[Accounted, ...]

    @property
    def counted(self) -> tuple[Accounted, ...]:
        """The units that count: headings and what another copy of the text holds are set apart."""
        return tuple(each for each in self.units if each.account not in (Account.SET_APART, Account.TWIN))

    @property
    def missing(self) -> tuple[Accounted, ...]:
        """The units that nobody has accounted for."""
        return tuple(each for each in self.units if each.account is Account.OPEN)

    @property
    def by_provisions(self) -> float:
        """The share of what counts that provisions cite; 1 where nothing counts."""
        return _share([each.account is Account.CITED for each in self.counted])

    @property
    def accounted(self) -> float:
        """The share of what counts that is cited or left out with a reason; 1 where nothing counts."""
        return _share([each.account is not Account.OPEN for each in self.counted])

    def sections(self) -> "Iterator[TextCoverage]":
        """The coverage of each section that has something to count."""
        before = {"": ""} if any(not each.unit.section for each in self.units) else {}
        for section, heading in {**before, **self.headings}.items():
            units = tuple(each for each in self.units if each.unit.section == section)
            part = attrs.evolve(self, headings={section: heading}, units=units)
            if part.counted:
                yield part


def cover_county(record: CountyRecord, contents: Sequence[Content], folder: SourceFolder) -> list[TextCoverage]:
    """Account for every text of a county, in the order of its documents.

    What a later copy of a document shares with an earlier one is counted in the earlier one.

    Args:
        record: the county.
        contents: what was recorded of its documents.
        folder: where its texts are.

    Raises:
        SourceError: a text is not in the folder, or is another than the one that was read.
    """
    listed = [each for content in contents for each in content.omissions]
    set_apart = uses_by_omission(each for each in listed if each.reason in _SET_APART)
    omissions = uses_by_omission(each for each in listed if each.reason not in _SET_APART)
    cited = uses_by_record(record, contents)
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
    """Account for every unit of a text.

    Args:
        source: the text.
        document: id of its document.
        citations: what cites each passage.
        omissions: what leaves each passage out.
        set_apart: what lists a passage as layout, so that it does not count.
        other_copies: copies of the same document that are accounted for themselves; what they
            hold too is counted there.
    """
    units = units_of(source)
    accounts = {
        account: _by_word(source, document, users)
        for account, users in (
            (Account.CITED, citations),
            (Account.LEFT_OUT, omissions),
            (Account.SET_APART, set_apart),
        )
    }
    twins = twins_in(units, other_copies)
    return TextCoverage(
        document=document,
        text=source.text.id,
        headings={each.id: each.heading for each in source.text.sections},
        units=tuple(_account(unit, accounts, is_twin=unit in twins) for unit in units),
    )


def _account(unit: Unit, accounts: Mapping[Account, Mapping[int, tuple[str, ...]]], *, is_twin: bool) -> Accounted:
    if unit.kind is UnitKind.HEADING:
        return Accounted(unit=unit, account=Account.SET_APART)
    for account, words in accounts.items():
        met = [word for word in unit.words if word in words]
        if len(met) >= ENOUGH * len(unit.words):
            by = tuple(dict.fromkeys(by for word in met for by in words[word]))
            return Accounted(unit=unit, account=account, by=by)
    return Accounted(unit=unit, account=Account.TWIN if is_twin else Account.OPEN)


def _by_word(
    source: SourceText, document: str, citations: Mapping[Citation, Sequence[str]]
) -> dict[int, tuple[str, ...]]:
    """What accounts for each word of the text."""
    words: dict[int, tuple[str, ...]] = {}
    for citation, users in citations.items():
        if (citation.document, citation.text) != (document, source.text.id):
            continue
        try:
            passage = source.resolve(citation)
        except UnresolvedError:
            continue  # `sources check` tells of it
        for word in range(passage.first, passage.last + 1):
            words[word] = (*words.get(word, ()), *users)
    return words


def _share(met: Sequence[bool]) -> float:
    return sum(met) / len(met) if met else 1.0
