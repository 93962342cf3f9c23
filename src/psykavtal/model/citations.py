"""Citations: texts, their sections, and passages within them."""

from datetime import date

import attrs

from psykavtal.model.file_names import file_name
from psykavtal.model.validators import no_less_than


@attrs.frozen(kw_only=True)
class Section:
    """A part of a text, from its heading to the next section's heading.

    Attributes:
        id: short name, unique within the text.
        heading: the heading as the text spells it; empty for the part before the first heading.
        level: the level of the heading; 1 for the outermost, and if no other is declared.
        page: the printed page on which it begins; None if that is not recorded.
        lists: the number of items of each list in it, if our copy breaks lists or joins them; empty if our copy
            has lost its lists, None if they can be counted in it.
        heading_rows: the number of rows with headings at the top of each table in it; they are not counted.
    """

    id: str
    heading: str = ""
    level: int = attrs.field(default=1, validator=no_less_than(1))
    page: int | None = attrs.field(default=None, validator=no_less_than(1))
    lists: tuple[int, ...] | None = None
    heading_rows: int = attrs.field(default=0, validator=no_less_than(0))


@attrs.frozen(kw_only=True)
class Text:
    """One copy of a document that was read.

    Attributes:
        id: short name, unique within the document.
        file: the name of the file of the text, below the folder of sources.
        digest: SHA-256 of that file, as "sha256:...".
        sections: in the order of the text.
        furniture: regular expressions of whole lines that belong to the page and not to the text.
    """

    id: str
    file: str = attrs.field(validator=file_name)
    digest: str
    sections: tuple[Section, ...]
    furniture: tuple[str, ...] = ()

    def section(self, section_id: str) -> Section | None:
        """Return the section with this id, or None."""
        return next((each for each in self.sections if each.id == section_id), None)


@attrs.frozen(kw_only=True, repr=False)
class Citation:
    """A passage: a few words at its start and at its end, within a section.

    It stores no sentence of a source. Given the source text, the library shows the
    passage (`psykavtal sources show`).

    Attributes:
        document: id of the document.
        text: id of the text of that document.
        section: id of the section of that text.
        heading: the heading of the section, for people.
        start: the first words of the passage.
        end: its last words; empty if `start` is the whole passage.
        after: words before the passage, if `start` alone is not unique.
    """

    document: str
    text: str
    section: str
    heading: str = ""
    start: str
    end: str = ""
    after: str = ""

    @property
    def key(self) -> str:
        """The citation with the ids of its document, text and section."""
        after = f"{self.after} » " if self.after else ""
        end = f" … {self.end}" if self.end else ""
        return f"{self.document}/{self.text}/{self.section}: {after}{self.start}{end}"

    def __str__(self) -> str:
        """Document, section and fragment, for people."""
        place = self.heading or self.section
        end = f" … {self.end}" if self.end else ""
        return f"{self.document}, «{place}»: {self.start}{end}"

    def __repr__(self) -> str:
        """The key."""
        return f"Citation({self.key!r})"


@attrs.frozen(kw_only=True)
class WebSource:
    """The address of a source that is not one of the available documents.

    Attributes:
        url: the address.
        retrieved: the day it was read, or None if that is not recorded.
    """

    url: str
    retrieved: date | None = None

    def __str__(self) -> str:
        """The address."""
        return self.url
