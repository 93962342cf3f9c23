"""The view model of all output: a report of sections and lines, in both languages."""

import enum

import attrs

from psykavtal.model.wording import Wording


class LineKind(enum.Enum):
    """The part that a line plays in a section."""

    STATEMENT = "statement"
    ITEM = "item"
    READING = "reading"
    REMARK = "remark"
    FACT = "fact"
    CITATION = "citation"


@attrs.frozen(kw_only=True)
class Mark:
    """A status, a verdict or a truth value, shown beside a heading or a line.

    Attributes:
        key: its id, by which formats choose a colour.
        label: its label.
    """

    key: str
    label: Wording


class TargetType(enum.Enum):
    """The type of an object that a page describes."""

    COUNTY = "county"
    DOCUMENT = "document"
    TOPIC = "topic"
    PROVISION = "provision"


@attrs.frozen
class Target:
    """An object that a page describes and that other pages link to.

    Attributes:
        type: its type.
        id: its id.
        county: id of its county; empty for a topic.
    """

    type: TargetType
    id: str
    county: str = ""


@attrs.frozen
class LinkedPart:
    """A part of a line that names an object.

    Attributes:
        text: the part, as it is in the text of the line.
        target: the object.
    """

    text: Wording
    target: Target


@attrs.frozen
class Line:
    """One line of a section.

    Attributes:
        text: the content, without the mark and without signs that a format adds.
        level: the depth in the section; 0 for the outermost.
        kind: the part that it plays.
        mark: the mark before it, if it has one.
        defines: the object that it describes, with the deeper lines after it; formats for pages give it an anchor.
        links: the parts of the text that name objects, in order; formats for pages link them.
    """

    text: Wording
    level: int = 0
    kind: LineKind = LineKind.STATEMENT
    mark: Mark | None = None
    defines: Target | None = None
    links: tuple[LinkedPart, ...] = ()


@attrs.frozen(kw_only=True)
class Ruling:
    """The result of comparing the sub-sections of a section.

    Attributes:
        mark: the result.
        reason: the explanation; equal to the label of the mark if there is nothing to add.
        short: the result in one or two words, for a matrix; the label of the mark by default.
    """

    mark: Mark
    reason: Wording
    short: Wording = attrs.field(default=attrs.Factory(lambda self: self.mark.label, takes_self=True))

    @property
    def text(self) -> Wording:
        """The result with its reason in parentheses."""
        label, reason = self.mark.label, self.reason
        sv = label.sv if reason.sv == label.sv else f"{label.sv} ({reason.sv})"
        en = label.to("en") if reason.to("en") == label.to("en") else f"{label.to('en')} ({reason.to('en')})"
        return Wording(sv=sv, en=en)


@attrs.frozen(kw_only=True)
class ReportSection:
    """One part of a report.

    Attributes:
        heading: its heading; None for the only section of a report that has none.
        question: the question that it answers, printed after the heading.
        mark: its status.
        lines: its content.
        sections: its sub-sections; in a table, a cell for each column.
        verdict: the result of comparing its sub-sections.
        is_open: a page shows its content at once, not on request.
        subject: the object that its heading names; formats for pages link it.
    """

    heading: Wording | None = None
    question: Wording | None = None
    mark: Mark | None = None
    lines: tuple[Line, ...] = ()
    sections: "tuple[ReportSection, ...]" = ()
    verdict: Ruling | None = None
    is_open: bool = True
    subject: Target | None = None

    @property
    def sources(self) -> tuple[Line, ...]:
        """The citations."""
        return tuple(each for each in self.lines if each.kind is LineKind.CITATION)

    @property
    def content(self) -> tuple[Line, ...]:
        """The lines that are not citations."""
        return tuple(each for each in self.lines if each.kind is not LineKind.CITATION)


@attrs.frozen(kw_only=True)
class Report:
    """An object as every format prints it.

    Attributes:
        title: its title; None if it is a part of something else.
        remarks: notes on the whole, printed below the title.
        corner: the heading of the first column of a table.
        columns: the headings of the columns, if the sections are the rows of a table.
        is_matrix: whether each cell is one short line, so that the table has one line for each row.
        sections: its parts, in reading order.
        closing: notes printed after the last section.
    """

    title: Wording | None = None
    remarks: tuple[Wording, ...] = ()
    corner: Wording | None = None
    columns: tuple[str, ...] = ()
    is_matrix: bool = False
    sections: tuple[ReportSection, ...] = ()
    closing: tuple[Wording, ...] = ()

    @property
    def has_verdicts(self) -> bool:
        """Return True if a section has a verdict."""
        return any(each.verdict is not None for each in self.sections)
