"""Corresponding headings of two documents, by their words or by the pairs below them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import attrs

from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.outline import Outline
from psykavtal.agreements.search.stop_words import STOP_WORDS
from psykavtal.agreements.search.word_forms import WordForms, words_of
from psykavtal.model.provisions import Provision
from psykavtal.model.text_places import Heading, TextPlace

_COMMON_WORDS = 0.5
_FEWEST = 2


@attrs.frozen
class Headings:
    """The headings of a document, each with those above it.

    Attributes:
        outline: the outline of the document.
        chains: by copy and section, the texts of the heading and of those above it, the innermost first.
    """

    outline: Outline
    chains: Mapping[tuple[str, str], tuple[str, ...]]

    @classmethod
    def of(cls, data: CountyData, document_id: str) -> "Headings":
        """Return the headings of a document."""
        outline = Outline(data, data.document(document_id))
        return cls(outline, dict(_chains(outline.headings)))

    def place(self, provision: Provision) -> TextPlace:
        """Return the place of a provision."""
        return self.outline.place_of(provision)


def _chains(headings: Iterable[Heading]) -> Iterable[tuple[tuple[str, str], tuple[str, ...]]]:
    above: list[Heading] = []
    for each in headings:
        while above and (above[-1].level >= each.level or above[-1].text != each.text):
            above.pop()
        above.append(each)
        yield (each.text, each.section), tuple(one.heading for one in reversed(above))


@attrs.frozen
class CorrespondingHeadings:
    """The headings of two documents that have the same words.

    A footnote has no heading of its own.

    Attributes:
        first: the headings of the first document.
        second: the headings of the second.
        known: for each two sections, whether their headings have the same words.
    """

    first: Headings
    second: Headings
    known: Mapping[tuple[str, str], bool]

    @classmethod
    def of(cls, first: Headings, second: Headings) -> "CorrespondingHeadings":
        """Compare every heading of one document with every one of the other."""
        chains = [(section, chain) for (_, section), chain in first.chains.items()]
        others = [(section, chain) for (_, section), chain in second.chains.items()]
        words = _HeadingWords.of(chain for _, chain in (*chains, *others))
        known = {
            (section, other): words.correspond(chain, another) for section, chain in chains for other, another in others
        }
        return cls(first, second, known)

    def pairs(self, first: Sequence[TextPlace], second: Sequence[TextPlace]) -> frozenset[tuple[int, int]]:
        """Return the positions of places below headings with the same words."""
        return frozenset(
            (at, position)
            for at, one in enumerate(first)
            for position, other in enumerate(second)
            if not (one.footnote or other.footnote) and self.known.get((one.section, other.section), False)
        )

    def moved(self, places: Iterable[tuple[TextPlace, TextPlace]]) -> list[bool]:
        """Return for each pair of places whether its headings do not correspond.

        Headings correspond if they have the same words, or if at least half of the pairs below the first, and no fewer
        than two, are below the second. A footnote never moves.
        """
        pairs = [(one, other, (one.section, other.section)) for one, other in places]
        together = Counter(sections for _, _, sections in pairs)
        below = Counter(sections[0] for _, _, sections in pairs)
        return [
            not (
                one.footnote
                or other.footnote
                or self.known.get(sections, False)
                or together[sections] >= max(_FEWEST, below[sections[0]] / 2)
            )
            for one, other, sections in pairs
        ]


@attrs.frozen
class _HeadingWords:
    """The normal forms of the words of headings."""

    forms: WordForms

    @classmethod
    def of(cls, chains: Iterable[tuple[str, ...]]) -> "_HeadingWords":
        return cls(WordForms.of({word.casefold() for chain in chains for each in chain for word in words_of(each)}))

    def correspond(self, first: tuple[str, ...], second: tuple[str, ...]) -> bool:
        """Return whether a heading shares most of its words with the other."""
        one, other = ([self._words(each) for each in chain] for chain in (first, second))
        return any(_overlap(one[0], each) for each in other) or any(_overlap(each, other[0]) for each in one)

    def _words(self, heading: str) -> frozenset[str]:
        words = (each.casefold() for each in words_of(heading))
        return frozenset(self.forms.form(each, "sv") for each in words if each not in STOP_WORDS)


def _overlap(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether the shorter heading has more than half of its words in the other."""
    if not one or not other:
        return False
    return len(one & other) / min(len(one), len(other)) > _COMMON_WORDS
