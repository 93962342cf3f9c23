"""Split a text into words with their places, without breaks and page furniture."""

import re
from collections.abc import Iterable, Sequence

import attrs

_WORD = re.compile(r"\w+")
# A hyphen at a line's end joins two halves of a word, unless it replaces an omitted part
# ("vård-\noch stödinsatser").
_BROKEN = re.compile(r"(?<=\w)-[ \t]*\n\s*(?!(?:och|eller|samt)\b)(?=[a-zåäö])")


@attrs.frozen
class Words:
    """The words of a text, folded, with their places in it.

    Attributes:
        text: the text without its furniture.
        words: the words, in lower case.
        places: the start and end of each word in `text`.
    """

    text: str
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, text: str, furniture: Iterable[str] = ()) -> "Words":
        r"""Read a text, ignoring whole lines that match `furniture`.

        Examples:
            >>> Words.of("Vård och\n12\nom-\nsorg", [r"\d+"]).words
            ('vård', 'och', 'omsorg')
        """
        clean = _without(text, furniture)
        matches = list(_WORD.finditer(clean))
        return cls(
            clean,
            tuple(m[0].casefold() for m in matches),
            tuple(m.span() for m in matches),
        )

    def find(self, wanted: Sequence[str], first: int, last: int) -> list[int]:
        """Return the positions of a sequence of words between two word numbers."""
        width = len(wanted)
        return [
            at
            for at in range(first, last - width + 1)
            if self.words[at] == wanted[0] and self.words[at : at + width] == tuple(wanted)
        ]

    def starts_line(self, at: int) -> bool:
        """Return whether word number `at` is the first of its line."""
        return not self.text[: self.places[at][0]].rpartition("\n")[2].strip()

    def ends_line(self, at: int) -> bool:
        """Return whether word number `at` is the last of its line."""
        rest = self.text[self.places[at][1] :].partition("\n")[0]
        return not _WORD.search(rest)

    def between(self, first: int, last: int) -> str:
        """Return the text from one word to another, with spaces folded."""
        end = self.places[last][1]
        while end < len(self.text) and self.text[end] in ".)”":
            end += 1
        return " ".join(self.text[self.places[first][0] : end].split())


def fold(fragment: str) -> tuple[str, ...]:
    """Return the words of a fragment in lower case.

    Examples:
        >>> fold("Målgrupp: Personer …")
        ('målgrupp', 'personer')
    """
    return tuple(match[0].casefold() for match in _WORD.finditer(fragment))


def _without(text: str, furniture: Iterable[str]) -> str:
    patterns = [re.compile(pattern) for pattern in furniture]
    lines = (
        "" if any(pattern.fullmatch(line) for pattern in patterns) else line
        for line in text.replace("\f", "\n").splitlines()
    )
    return _BROKEN.sub("", "\n".join(lines))
