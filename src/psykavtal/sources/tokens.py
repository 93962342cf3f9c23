"""A text as words with their places; breaks, spaces and page furniture do not matter."""

import re
from collections.abc import Iterable, Sequence

import attrs

_WORD = re.compile(r"\w+")
# A hyphen at a line's end joins two halves of a word, unless it stands for a part left out
# ("vård-\noch stödinsatser").
_BROKEN = re.compile(r"(?<=\w)-[ \t]*\n\s*(?!(?:och|eller|samt)\b)(?=[a-zåäö])")


@attrs.frozen
class Words:
    """The words of a text, folded, with their places in it.

    Attributes:
        text: the text without its furniture.
        words: folded to lower case.
        places: start and end of each in `text`.
    """

    text: str
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, text: str, furniture: Iterable[str] = ()) -> "Words":
        r"""Read a text, passing over whole lines that match `furniture`.

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
        """Where the words stand one after another, between two word numbers."""
        width = len(wanted)
        return [
            at
            for at in range(first, last - width + 1)
            if self.words[at] == wanted[0] and self.words[at : at + width] == tuple(wanted)
        ]

    def starts_line(self, at: int) -> bool:
        """Whether word number `at` is the first of its line."""
        return not self.text[: self.places[at][0]].rpartition("\n")[2].strip()

    def ends_line(self, at: int) -> bool:
        """Whether word number `at` is the last of its line."""
        rest = self.text[self.places[at][1] :].partition("\n")[0]
        return not _WORD.search(rest)

    def between(self, first: int, last: int) -> str:
        """The text from one word to another, spaces folded."""
        end = self.places[last][1]
        while end < len(self.text) and self.text[end] in ".)”":
            end += 1
        return " ".join(self.text[self.places[first][0] : end].split())


def fold(fragment: str) -> tuple[str, ...]:
    """The words of a fragment, folded.

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
