"""Resolve citations to passages of a text."""

import enum
import hashlib

import attrs

from psykavtal.errors import Bilingual, CitationError, Message
from psykavtal.lazy import locked_property
from psykavtal.model.citations import Citation, Text
from psykavtal.model.wording import Wording
from psykavtal.sources.tokens import Words, fold


class Trouble(enum.Enum):
    """The reason why a citation is not confirmed."""

    NO_FILE = "no-file"
    FILE_CHANGED = "file-changed"
    NO_SECTION = "no-section"
    NOT_FOUND = "not-found"
    NOT_UNIQUE = "not-unique"
    NOT_LOCKED = "not-locked"
    READS_OTHERWISE = "reads-otherwise"
    PLACE_CHANGED = "place-changed"

    @property
    def label(self) -> Wording:
        """The label for people."""
        return _TROUBLES[self]


_TROUBLES = {
    Trouble.NO_FILE: Wording(sv="filen saknas", en="no file"),
    Trouble.FILE_CHANGED: Wording(sv="filen är ändrad", en="file changed"),
    Trouble.NO_SECTION: Wording(sv="avsnittet saknas", en="no section"),
    Trouble.NOT_FOUND: Wording(sv="hittas inte", en="not found"),
    Trouble.NOT_UNIQUE: Wording(sv="inte entydigt", en="not unique"),
    Trouble.NOT_LOCKED: Wording(sv="inte låst", en="not locked"),
    Trouble.READS_OTHERWISE: Wording(sv="annan lydelse", en="reads otherwise"),
    Trouble.PLACE_CHANGED: Wording(sv="annan plats", en="place changed"),
}


@attrs.frozen(kw_only=True)
class Finding(Bilingual):
    """A citation that is not confirmed.

    Attributes:
        county: id of the county.
        citation: its key: document, text, section and fragment; a file's name for a whole text.
        used_by: ids of the records that use it.
        trouble: the reason.
        message: the reason, for people.
    """

    county: str
    citation: str
    used_by: tuple[str, ...] = ()
    trouble: Trouble
    message: Message

    def to(self, lang: str) -> str:
        """Return the citation and the reason as one line, in `lang`."""
        return f"{self.citation}: {self.message.to(lang)}"

    def __str__(self) -> str:
        """The citation and the reason in English."""
        return self.to("en")


@attrs.frozen(kw_only=True)
class Passage:
    """The passage of a citation.

    Attributes:
        text: the words, with line breaks and spaces folded.
        first: number of its first word in the text.
        last: number of its last word.
    """

    text: str
    first: int
    last: int

    @property
    def digest(self) -> str:
        """A short digest of the text."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]


class UnresolvedError(CitationError):
    """A citation that does not resolve in its text.

    Attributes:
        trouble: the reason.
    """

    def __init__(self, trouble: Trouble, message: Message) -> None:
        """Keep the reason and the message."""
        super().__init__(message)
        self.trouble = trouble


_BEFORE = Message(en="the words before it", sv="orden före")
_START = Message(en="its start", sv="dess början")


@attrs.define(slots=False)
class SourceText:
    """A text with the content of its file.

    Attributes:
        text: its record.
        content: the content of the file.
    """

    text: Text
    content: str

    @locked_property
    def words(self) -> Words:
        """The words of the text."""
        return Words.of(self.content, self.text.furniture)

    @locked_property
    def sections(self) -> dict[str, tuple[int, int]]:
        """The first word and the end of each section that was found."""
        starts: list[tuple[str, int]] = []
        position = 0
        for section in self.text.sections:
            at = 0 if not section.heading else self._heading(fold(section.heading), position)
            if at is not None:
                starts.append((section.id, at))
                position = at + max(1, len(fold(section.heading)))
        ends = [*(at for _, at in starts[1:]), len(self.words.words)]
        return {name: (at, end) for (name, at), end in zip(starts, ends, strict=False)}

    def resolve(self, citation: Citation) -> Passage:
        """Return the passage of a citation.

        Raises:
            UnresolvedError: it is not found, or not unique.
        """
        if citation.section not in self.sections:
            raise UnresolvedError(
                Trouble.NO_SECTION,
                Message(
                    en="the heading of section {section!r} is not in the text.",
                    sv="rubriken till avsnittet {section!r} finns inte i texten.",
                    section=citation.section,
                ),
            )
        first, last = self.sections[citation.section]
        if citation.after:
            first = self._once(fold(citation.after), first, last, _BEFORE) + len(fold(citation.after))
        start = self._once(
            fold(citation.start),
            first,
            last,
            _START,
            may_repeat=bool(citation.after),
        )
        stop = start + len(fold(citation.start)) - 1
        if citation.end:
            end = fold(citation.end)
            found = self.words.find(end, stop + 1, last)
            if not found:
                raise UnresolvedError(
                    Trouble.NOT_FOUND,
                    Message(
                        en="its end, “{end}”, does not follow in the section.",
                        sv="dess slut, ”{end}”, följer inte i avsnittet.",
                        end=citation.end,
                    ),
                )
            stop = found[0] + len(end) - 1
        return Passage(text=self.words.between(start, stop), first=start, last=stop)

    def _heading(self, heading: tuple[str, ...], position: int) -> int | None:
        for at in self.words.find(heading, position, len(self.words.words)):
            if self.words.starts_line(at) and self.words.ends_line(at + len(heading) - 1):
                return at
        return None

    def _once(
        self,
        wanted: tuple[str, ...],
        first: int,
        last: int,
        role: Message,
        *,
        may_repeat: bool = False,
    ) -> int:
        found = self.words.find(wanted, first, last) if wanted else []
        if not found:
            raise UnresolvedError(
                Trouble.NOT_FOUND,
                Message(
                    en="{role}, “{words}”, is not in the section.",
                    sv="{role}, ”{words}”, finns inte i avsnittet.",
                    role=role,
                    words=" ".join(wanted),
                ),
            )
        if len(found) > 1 and not may_repeat:
            raise UnresolvedError(
                Trouble.NOT_UNIQUE,
                Message(
                    en="{role}, “{words}”, occurs {count} times in the section.",
                    sv="{role}, ”{words}”, förekommer {count} gånger i avsnittet.",
                    role=role,
                    words=" ".join(wanted),
                    count=len(found),
                ),
            )
        return found[0]
