"""Questions with expected answers, read from TOML files.

    [[case]]
    question = "Vem kallar till SIP vid utskrivning?"
    on = 2026-01-10
    ask = { topic = "sip.discharge", document = "exempel-2026" }
    status = "stated"
    holds = ["exempel-2026.responsibility.plan-at-discharge"]
    passage = ["3. Samordnad plan: Inför en"]

`ask` is one of

- `{ topic, [document | about], [facts], [readings], [include_reported] }`: the county, or one document;
- `{ in_force = true, [facts], [readings], [include_reported] }`: the verdict on the agreement; the id of the edition is the value;
- `{ route = occasion, document, [start], [readings] }`: the ids of the bodies, in order, are the value;
- `{ age, provision, [limit], [readings] }`: whether an age limit covers an age: true, false or unknown;
- `{ law = citation, [subject] }`: the checks that find something are the value.

The expected answer: `status` of the text; `in_force`; `value`; `holds` and `lacks` (ids of provisions in the answer or not);
`ambiguous` (ids of the members with several readings);
`readings` (the names of all readings); `fields` (id of a provision, then field and value);
`passage` (parts of citations, as county files write them).
"""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import cast

import attrs

Table = Mapping[str, object]


@attrs.frozen(kw_only=True)
class Expected:
    """The expected answer. A field with the value None is not compared.

    Attributes:
        status: the status of the text's answer.
        in_force: whether that text applies: "in-force", "presumed", "unclear" or "not-in-force".
        value: the value, as text or a list of texts.
        holds: ids of provisions in the answer.
        lacks: ids of provisions not in the answer.
        ambiguous: ids of the members of the answer with several readings.
        readings: the names of all readings of the answer.
        fields: by id of a provision, its fields with their values, as in JSON.
        passage: parts of citations of the answer, as county files write them.
    """

    status: str | None = None
    in_force: str | None = None
    value: object = None
    holds: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    readings: tuple[str, ...] | None = None
    fields: Mapping[str, Table] = attrs.field(factory=dict[str, Table])
    passage: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Question:
    """A question with the expected answer of a careful reader.

    Attributes:
        place: file and number.
        question: the question in plain language.
        on: the day.
        ask: the query.
        expected: the answer.
    """

    place: str
    question: str
    on: date
    ask: Table
    expected: Expected

    def __str__(self) -> str:
        """The place and the question."""
        return f"{self.place}: {self.question}"


def read_questions(folder: Path) -> list[Question]:
    """Read the questions of every TOML file of a folder.

    Raises:
        ValueError: a file or a question has an unknown key, or no expected answer.
    """
    return [each for file in sorted(folder.glob("*.toml")) for each in _read(file)]


def _read(file: Path) -> Iterator[Question]:
    raw = tomllib.loads(file.read_text(encoding="utf-8"))
    if raw.keys() != {"case"}:
        raise ValueError(f"{file.name}: must contain only [[case]]")
    tables = cast("list[dict[str, object]]", raw["case"])
    for number, table in enumerate(tables, start=1):
        place = f"{file.name} case {number}"
        rest = {key: value for key, value in table.items() if key not in _OWN}
        unknown = rest.keys() - {each.name for each in attrs.fields(Expected)}
        if unknown or not rest or not table.keys() >= _OWN:
            raise ValueError(f"{place}: give {sorted(_OWN)} and an expected answer; unknown: {sorted(unknown)}")
        yield Question(
            place=place,
            question=str(table["question"]),
            on=cast("date", table["on"]),
            ask=cast("Table", table["ask"]),
            expected=Expected(
                status=cast("str | None", rest.get("status")),
                in_force=cast("str | None", rest.get("in_force")),
                value=_value(rest.get("value")),
                holds=_texts(place, rest, "holds"),
                lacks=_texts(place, rest, "lacks"),
                ambiguous=_texts(place, rest, "ambiguous"),
                readings=_texts(place, rest, "readings") if "readings" in rest else None,
                fields=cast("Mapping[str, Table]", rest.get("fields", {})),
                passage=_texts(place, rest, "passage"),
            ),
        )


def _value(given: object) -> object:
    """Return a truth as a word, since TOML has only true and false."""
    return str(given).lower() if isinstance(given, bool) else given


def _texts(place: str, table: Mapping[str, object], key: str) -> tuple[str, ...]:
    given = table.get(key, [])
    texts = cast("list[object]", given) if isinstance(given, list) else [given, ""]
    if not all(isinstance(each, str) and each for each in texts):
        raise ValueError(f"{place}: {key!r} must be a list of texts that are not empty")
    return tuple(cast("list[str]", texts))


_OWN = {"question", "on", "ask"}
