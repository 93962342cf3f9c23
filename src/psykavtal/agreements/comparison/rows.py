"""The comparison of counties or editions: typed rows by topic, each with an explained verdict."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import overload

import attrs

from psykavtal.agreements.comparison.verdicts import Verdict
from psykavtal.agreements.descriptions import joined
from psykavtal.errors import Message, UnknownTopicError, suggestion
from psykavtal.model import arguments
from psykavtal.model.answers import Answer, InForce
from psykavtal.model.display import Shown
from psykavtal.model.vocabulary import Topic
from psykavtal.model.wording import Wording


@attrs.frozen(kw_only=True)
class Cell:
    """The answer of one county, or one edition.

    Attributes:
        subject: its name.
        answer: the answer, with status and citations.
        short: the answer in a few words.
        lines: the answer in full.
    """

    subject: str
    answer: Answer[object]
    short: Wording
    lines: tuple[Wording, ...]


@attrs.frozen(kw_only=True)
class Row:
    """One question, with the answer of each and how they compare.

    Attributes:
        topic: the question.
        cells: in the order of those compared.
        pairs: the verdict on each pair.
        verdict: the one of them that takes precedence, explained.
    """

    topic: Topic
    cells: tuple[Cell, ...]
    pairs: tuple[Verdict, ...]
    verdict: Verdict


@attrs.frozen(kw_only=True, repr=False)
class Comparison(Shown, Sequence[Row]):
    """Rows by topic.

    Attributes:
        on: the day for which it was asked.
        subjects: names of those compared.
        in_force: for each of them, whether its document applies on the day.
        rows: in the order of the vocabulary.
        omissions: how many further topics there are.
    """

    on: date
    subjects: tuple[str, ...]
    in_force: tuple[InForce, ...] = ()
    rows: tuple[Row, ...]
    omissions: int = 0

    def row(self, topic: str) -> Row:
        """The row of a topic.

        Raises:
            UnknownTopicError: the comparison has no such row.
        """
        for each in self.rows:
            if each.topic.id == topic:
                return each
        known = [each.topic.id for each in self.rows]
        arguments.text(topic, "topic")
        raise UnknownTopicError(
            Message(en="no row {topic!r}.", sv="ingen rad {topic!r}.", topic=topic),
            value=topic,
            fix=suggestion(topic, known, kind="rows"),
        )

    def records(self, lang: str = "sv") -> list[dict[str, str]]:
        """A flat record for each cell, for a data frame: `pandas.DataFrame(comparison.records())`."""
        return [
            {
                "topic": row.topic.id,
                "label": row.topic.label.to(lang),
                "subject": cell.subject,
                "on": self.on.isoformat(),
                "status": cell.answer.status,
                "in_force": "" if cell.answer.in_force is None else cell.answer.in_force.key,
                "short": cell.short.to(lang),
                "text": joined(cell.lines, lang),
                "verdict": row.verdict.result.value,
                "why": row.verdict.why.to(lang),
                "citations": "; ".join(each.key for each in cell.answer.citations),
                "sources": "; ".join(each.url for each in cell.answer.sources),
            }
            for row in self.rows
            for cell in row.cells
        ]

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        """A row, or several."""
        return self.rows[index]

    def __iter__(self) -> Iterator[Row]:
        """The rows."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.rows)

    def __repr__(self) -> str:
        """A line for each row: the verdict and why, in English."""
        lines = "".join(
            f"\n  {row.topic.id:<28} {row.verdict.result.value:<22} {row.verdict.why.to('en')}" for row in self.rows
        )
        return f"<Comparison of {', '.join(self.subjects)} on {self.on.isoformat()}:{lines}>"
