"""The table of a comparison: a row for each topic and county."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from psykavtal.agreements.comparison.comparing import compare
from psykavtal.agreements.tables.common_columns import DATE, STATUS, TEXTS, county_columns, topic_columns
from psykavtal.agreements.tables.county_rows import CountyRows
from psykavtal.agreements.tables.filled_columns import FilledColumn, Row, fill, filled, key, people_first
from psykavtal.agreements.tables.tabulation import Tabulation
from psykavtal.model.answers.in_force import InForce
from psykavtal.model.wording import Wording

if TYPE_CHECKING:
    from psykavtal.agreements.comparison.rows import Cell
    from psykavtal.agreements.comparison.rows import Row as ComparisonRow

_VERDICT = Wording(sv="Jämförelse", en="Comparison")
_IN_FORCE = Wording(sv="Gäller dagen", en="In force on the day")
_DOCUMENT = Wording(sv="Dokument som gäller", en="Document in force")
_OPEN = Wording(sv="Öppna frågor", en="Open questions")


@attrs.frozen(kw_only=True)
class Compared:
    """A row of a comparison, with the answer of one county.

    Attributes:
        row: the row.
        cell: the answer.
    """

    row: "ComparisonRow"
    cell: "Cell"

    @property
    def in_force(self) -> InForce | None:
        """The verdict on the county's agreement."""
        return self.cell.answer.in_force


def comparison_table() -> Tabulation:
    """Return the definition of the table of a comparison on all topics."""
    columns = people_first(_columns())

    def rows(counties: Sequence[CountyRows]) -> Iterator[Row]:
        for day in {each.on for each in counties if each.on is not None}:
            compared = compare([each.county for each in counties], on=day, topics="all")
            for row in compared.rows:
                for county, cell in zip(counties, row.cells, strict=True):
                    yield from fill(columns, county, (Compared(row=row, cell=cell),))

    return Tabulation(
        name="comparison",
        title=_VERDICT,
        description=Wording(
            sv="En rad för varje fråga och län: svaret den dagen, och hur länens svar förhåller sig till varandra.",
            en="A row for each topic and county: the answer on the day, and how the answers of the counties compare.",
        ),
        columns=tuple(each.column for each in columns),
        rows=rows,
        needs_day=True,
    )


def _itself(compared: Compared) -> object:
    return compared


def _topic(compared: Compared) -> str:
    return compared.row.topic.id


def _columns() -> tuple[FilledColumn[Compared], ...]:
    return (
        *(each.of(_topic) for each in topic_columns()),
        filled(
            "question",
            Wording(sv="Frågan i sin helhet", en="Question"),
            Wording(sv="Frågan som ställdes.", en="The question that was asked."),
            lambda rows, each: each.row.topic.question.to(rows.lang),
        ),
        *(each.of(_itself) for each in county_columns()),
        filled(
            "status",
            STATUS,
            Wording(
                sv="Svarets status enligt texten, skild från om den gäller.",
                en="The status of the answer by the text, apart from whether it applies.",
            ),
            lambda rows, each: each.cell.answer.label.to(rows.lang),
            brief=True,
        ),
        key("status_id", STATUS, lambda _, each: each.cell.answer.status),
        filled(
            "short",
            Wording(sv="Svar i korthet", en="Short answer"),
            Wording(
                sv="Svaret i några få ord; ett frågetecken betyder att läsningarna skiljer sig.",
                en="The answer in a few words; a question mark means that the readings differ.",
            ),
            lambda rows, each: each.cell.short.to(rows.lang),
            brief=True,
        ),
        filled(
            "text",
            Wording(sv="Svar", en="Answer"),
            Wording(sv="Svaret i sin helhet, rad för rad.", en="The answer in full, line by line."),
            lambda rows, each: tuple(line.to(rows.lang) for line in each.cell.lines),
            kind=TEXTS,
        ),
        filled(
            "open_questions",
            _OPEN,
            Wording(
                sv="Det som texten lämnar öppet under frågan.",
                en="The questions that the text leaves open below the topic.",
            ),
            lambda rows, each: tuple(one.to(rows.lang) for one in each.cell.answer.open_questions),
            kind=TEXTS,
        ),
        filled(
            "verdict",
            _VERDICT,
            Wording(
                sv="Lika, olika eller varför de inte kan jämföras: samma för alla län i frågan.",
                en="Same, different or not comparable: one for all counties of the topic.",
            ),
            lambda rows, each: each.row.verdict.result.label.to(rows.lang),
            brief=True,
        ),
        key("verdict_id", _VERDICT, lambda _, each: each.row.verdict.result.value),
        filled(
            "why",
            Wording(sv="Skäl", en="Reason"),
            Wording(sv="Skälet för jämförelsens utfall.", en="The reason for the result of the comparison."),
            lambda rows, each: each.row.verdict.why.to(rows.lang),
        ),
        *_sources(),
        *_day(),
    )


def _sources() -> tuple[FilledColumn[Compared], ...]:
    provisions = Wording(sv="Bestämmelser", en="Provisions")
    return (
        filled(
            "passages",
            Wording(sv="Textställen", en="Passages"),
            Wording(
                sv="Textställena som svaret vilar på, med dokument och rubrik.",
                en="The passages that the answer rests on, with document and heading.",
            ),
            lambda rows, each: tuple(
                f"{rows.name(one.document)}, {rows.cited(one)}" for one in each.cell.answer.citations
            ),
            kind=TEXTS,
        ),
        filled(
            "sources",
            Wording(sv="Webbkällor", en="Web sources"),
            Wording(
                sv="Adresserna till uppgifter från annat håll.", en="The addresses of what is reported from elsewhere."
            ),
            lambda _, each: tuple(one.url for one in each.cell.answer.sources),
            kind=TEXTS,
        ),
        key("provisions_id", provisions, lambda _, each: tuple(one.id for one in each.cell.answer.basis), kind=TEXTS),
    )


def _day() -> tuple[FilledColumn[Compared], ...]:
    return (
        filled(
            "on",
            Wording(sv="Dag", en="Day"),
            Wording(sv="Dagen som frågan gäller.", en="The day asked for."),
            lambda rows, _: rows.on,
            kind=DATE,
        ),
        filled(
            "in_force",
            _IN_FORCE,
            Wording(
                sv="Om länets överenskommelse gäller den dagen.",
                en="Whether the agreement of the county applies on the day.",
            ),
            lambda rows, each: None if each.in_force is None else each.in_force.label.to(rows.lang),
        ),
        key("in_force_id", _IN_FORCE, lambda _, each: None if each.in_force is None else each.in_force.key),
        filled(
            "document",
            _DOCUMENT,
            Wording(
                sv="Upplagan som gäller, eller den enda möjliga.", en="The edition that applies, or the only candidate."
            ),
            lambda rows, each: None if _document(each) is None else rows.name(str(_document(each))),
        ),
        key("document_id", _DOCUMENT, lambda _, each: _document(each)),
    )


def _document(compared: Compared) -> str | None:
    return None if compared.in_force is None else compared.in_force.document
