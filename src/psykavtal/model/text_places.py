"""Places in a text: headings, items of lists, rows of tables, footnotes, pages."""

import attrs

from psykavtal.model.validators import no_less_than
from psykavtal.model.wording import Wording


@attrs.frozen
class ListItem:
    """An item of a list, or a row of a table, by its number.

    Attributes:
        number: its number, from 1.
        of: the number of items or rows.
    """

    number: int = attrs.field(validator=no_less_than(1))
    of: int = attrs.field(validator=no_less_than(1))

    def __str__(self) -> str:
        """Number and count, as "3/7"."""
        return f"{self.number}/{self.of}"


@attrs.frozen(kw_only=True)
class LockedPassage:
    """A cited passage as `psykavtal sources lock` found it in its text.

    Attributes:
        passage: the key of its citation.
        digest: a digest of its words.
        order: its number among the passages of its document, in text order; None if it is unknown.
        items: the list item that contains it, with the items around it, the outermost first.
        row: the row of a table that contains it.
        footnote: the number of the footnote that contains it.
        page: its page in a copy with page breaks, counted from 1.
        leads_in: whether a list follows directly after it.
    """

    passage: str
    digest: str
    order: int | None = None
    items: tuple[ListItem, ...] = ()
    row: ListItem | None = None
    footnote: int | None = None
    page: int | None = None
    leads_in: bool = False


@attrs.frozen(kw_only=True)
class Heading:
    """A heading of a document, with the number of provisions below it.

    Attributes:
        section: id of its section.
        text: id of the copy that has it.
        heading: the heading as printed; empty for the part before the first heading.
        level: its level; 1 for the outermost, and if no other is declared.
        page: the page on which it begins, if that is recorded.
        provisions: the number of provisions directly below it, without those below its subheadings.
        total: the number of provisions below it and its subheadings.
    """

    section: str
    text: str
    heading: str
    level: int = 1
    page: int | None = None
    provisions: int = 0
    total: int = 0

    @property
    def label(self) -> Wording:
        """The heading without a colon at its end."""
        return heading_label(self.heading)

    def __str__(self) -> str:
        """The heading."""
        return str(self.label)


@attrs.frozen(kw_only=True)
class TextPlace:
    """The place of a provision in its document.

    A field that is not recorded has the value None.

    A provision with several passages has the place of the first of them. If that one leads in a list, it has the place of
    the first of its other passages in the same section.

    Attributes:
        section: id of the section.
        text: id of the copy.
        heading: the heading of the section as printed.
        order: the number of the provision among those of its document, in text order.
        items: the list item that it is, with the items around it, the outermost first; empty outside lists.
        row: the row of a table that it is.
        footnote: the number of the footnote that states it.
        page: its page.
        others: the number of its other passages.
    """

    section: str
    text: str
    heading: str
    order: int | None = None
    items: tuple[ListItem, ...] = ()
    row: ListItem | None = None
    footnote: int | None = None
    page: int | None = None
    others: int = 0

    @property
    def item(self) -> int | None:
        """The number of the list item; None outside lists."""
        return self.items[-1].number if self.items else None

    @property
    def of(self) -> int | None:
        """The number of items of the list; None outside lists."""
        return self.items[-1].of if self.items else None

    @property
    def label(self) -> Wording:
        """The place for people: "punkt 3 av 7 under «Syfte»"."""
        sv, en = _below(self.heading)
        found = self.position
        if found is not None and self.footnote is not None:
            sv, en = f"{found.sv}, tryckt {sv}", f"{found.to('en')}, printed {en}"
        elif found is not None:
            sv, en = f"{found.sv} {sv}", f"{found.to('en')} {en}"
        if self.page is not None:
            sv, en = f"{sv}, sidan {self.page}", f"{en}, page {self.page}"
        if self.others:
            sv += f", och {self.others} {'ställe' if self.others == 1 else 'ställen'} till"
            en += f", and {self.others} more {'passage' if self.others == 1 else 'passages'}"
        return Wording(sv=sv, en=en)

    @property
    def position(self) -> Wording | None:
        """The list item, row or footnote for people; None for none or an unknown one."""
        if self.footnote is not None:
            return Wording(sv=f"fotnot {self.footnote}", en=f"footnote {self.footnote}")
        if self.row is not None:
            number, of = self.row.number, self.row.of
            return Wording(sv=f"tabellrad {number} av {of}", en=f"table row {number} of {of}")
        if not self.items:
            return None
        inner_first = self.items[::-1]
        return Wording(
            sv=" i ".join(f"punkt {each.number} av {each.of}" for each in inner_first),
            en=" of ".join(f"item {each.number} of {each.of}" for each in inner_first),
        )

    def __str__(self) -> str:
        """The place in Swedish."""
        return str(self.label)


@attrs.frozen
class HeadingCount:
    """The number of provisions counted directly below a heading.

    Attributes:
        heading: the heading.
        count: the number.
    """

    heading: Heading
    count: int


@attrs.frozen(kw_only=True)
class ProvisionCounts:
    """The number of provisions of a document, by heading.

    Attributes:
        counted: the name of the provisions counted.
        total: the number.
        by_heading: the headings with any of them, each with its number, in text order.
    """

    counted: Wording
    total: int
    by_heading: tuple[HeadingCount, ...] = ()

    @property
    def label(self) -> Wording:
        """The counts for people: "Mål: 7, varav 2 under «Syfte» och 5 under «Mål»"."""
        sv, en = f"{self.counted.sv}: {self.total}", f"{self.counted.to('en')}: {self.total}"
        parts = [(each.count, *_below(each.heading.heading)) for each in self.by_heading]
        if len(parts) == 1:
            _, below_sv, below_en = parts[0]
            return Wording(sv=f"{sv}, {below_sv}", en=f"{en}, {below_en}")
        if parts:
            sv += ", varav " + _joined([f"{count} {below}" for count, below, _ in parts], "och")
            en += ", of which " + _joined([f"{count} {below}" for count, _, below in parts], "and")
        return Wording(sv=sv, en=en)

    def __str__(self) -> str:
        """The counts in Swedish."""
        return str(self.label)


def heading_label(heading: str) -> Wording:
    """Return a heading without its colon, or a name for the part before the first."""
    printed = heading.removesuffix(":").strip()
    return Wording(sv=printed, en=printed) if printed else BEFORE_HEADINGS


BEFORE_HEADINGS = Wording(sv="före första rubriken", en="before the first heading")


def _below(heading: str) -> tuple[str, str]:
    """Return "under" with a heading, in both languages."""
    label = heading_label(heading)
    if label is BEFORE_HEADINGS:
        return label.sv, label.to("en")
    return f"under «{label.sv}»", f"under «{label.sv}»"


def _joined(parts: list[str], word: str) -> str:
    """Return parts with commas, and a word before the last."""
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"
