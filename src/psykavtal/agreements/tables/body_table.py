"""The table of bodies and roles, with the provisions that describe them."""

import enum
from collections.abc import Callable, Iterator

import attrs

from psykavtal.agreements.tables.common_columns import TEXTS, county_columns, day_columns, remark_text
from psykavtal.agreements.tables.county_rows import CountyRows
from psykavtal.agreements.tables.filled_columns import FilledColumn, filled, key
from psykavtal.agreements.tables.kind_columns import kind_columns, kinds_of
from psykavtal.agreements.tables.provision_columns import provision_columns
from psykavtal.agreements.tables.tabulation import Tabulation, by_county
from psykavtal.model.provisions import Provision, kind_of
from psykavtal.model.table_columns import CellValue, ColumnType
from psykavtal.model.things import Body, Role
from psykavtal.model.wording import Wording

_BODY = Wording(sv="Organ", en="Body")
_THINGS = {"body": Wording(sv="organ", en="body"), "role": Wording(sv="funktion", en="role")}
_TYPE = Wording(sv="Organets slag", en="Type of body")
_SIDE = Wording(sv="Huvudmannens sida", en="Side of the principals")
_LEVEL = Wording(sv="Nivå", en="Level")
_THING = Wording(sv="Organ eller funktion", en="Body or role")


@attrs.frozen(kw_only=True)
class DescribedBody:
    """A body or a role, with one provision that describes it.

    Attributes:
        thing: the body or role.
        provision: the provision; None if no provision of a kind of bodies describes it.
    """

    thing: Body | Role
    provision: Provision | None


def body_table() -> Tabulation:
    """Return the definition of the table of bodies and roles."""
    own = {each.column.name for columns in (county_columns(), day_columns()) for each in columns}
    common = (each for each in provision_columns() if each.column.name not in own)
    fields = (each for each in kind_columns("bodies") if each.column.name not in ("body", "body_id"))
    return by_county(
        "bodies",
        Wording(sv="Organ", en="Bodies"),
        Wording(
            sv="En rad för varje organ eller funktion och bestämmelse som beskriver det; en rad utan bestämmelse om ingen gör det.",
            en="A row for each body or role and provision that describes it; a row without a provision if none does.",
        ),
        (
            *(each.of(_itself) for each in county_columns()),
            *_columns(),
            *(each.or_none().of(_provision) for each in (*common, *fields)),
            *(each.of(_document) for each in day_columns()),
        ),
        _described,
    )


def _itself(found: DescribedBody) -> object:
    return found


def _provision(found: DescribedBody) -> Provision | None:
    return found.provision


def _document(found: DescribedBody) -> str | None:
    return None if found.provision is None else found.provision.document or None


def _described(rows: CountyRows) -> Iterator[DescribedBody]:
    """Yield the bodies and roles of a county, each with the provisions that describe it."""
    kinds = kinds_of("bodies")
    describing = [each for each in rows.provisions if isinstance(each, kinds)]
    for thing in rows.data.record.things:
        if isinstance(thing, Body | Role):
            found = [each for each in describing if thing.id in each.refers_to().get("body", ())]
            yield from (DescribedBody(thing=thing, provision=each) for each in found or (None,))


def _columns() -> tuple[FilledColumn[DescribedBody], ...]:
    return (
        filled(
            "body",
            _BODY,
            Wording(sv="Namnet, så fullt som texterna skriver det.", en="The name, as full as the texts write it."),
            lambda rows, found: found.thing.label(rows.lang),
            brief=True,
        ),
        key("body_id", _BODY, lambda _, found: found.thing.id),
        filled(
            "other_names",
            Wording(sv="Andra namn", en="Other names"),
            Wording(sv="Andra namn och förkortningar i texterna.", en="Other names and abbreviations in the texts."),
            lambda _, found: found.thing.names[1:],
            kind=TEXTS,
        ),
        filled(
            "thing",
            _THING,
            Wording(
                sv="Om det är ett organ eller en persons funktion.", en="Whether it is a body or the role of a person."
            ),
            lambda rows, found: _THINGS[kind_of(type(found.thing))].to(rows.lang),
        ),
        key("thing_id", _THING, lambda _, found: kind_of(type(found.thing))),
        *_labelled(
            "body_type",
            _TYPE,
            Wording(sv="Slaget, om en text anger det.", en="The type, if a text states it."),
            lambda body: body.type,
        ),
        *_labelled(
            "side",
            _SIDE,
            Wording(
                sv="Huvudmännen det hör till, om en text anger dem.",
                en="The principals that it belongs to, if a text states them.",
            ),
            lambda body: body.side,
        ),
        *_labelled(
            "level",
            _LEVEL,
            Wording(
                sv="Politisk eller tjänstemannanivå, om en text anger det.",
                en="Political or official, if a text states it.",
            ),
            lambda body: body.level,
        ),
        filled(
            "is_named",
            Wording(sv="Namnges", en="Named"),
            Wording(sv="Nej om texten bara beskriver det.", en="False if the text only describes it."),
            lambda _, found: not found.thing.unnamed,
            kind=ColumnType.BOOLEAN,
        ),
        filled(
            "body_remarks",
            Wording(sv="Anmärkningar om organet", en="Remarks on the body"),
            Wording(sv="Det som texterna lämnar öppet om organet.", en="What the texts leave open on the body."),
            lambda rows, found: tuple(remark_text(rows, each) for each in found.thing.remarks),
            kind=TEXTS,
        ),
    )


def _labelled(
    name: str, label: Wording, description: Wording, value: Callable[[Body], enum.Enum | None]
) -> tuple[FilledColumn[DescribedBody], ...]:
    """Return the columns of a property of bodies; empty for roles."""

    def given(found: DescribedBody) -> enum.Enum | None:
        return value(found.thing) if isinstance(found.thing, Body) else None

    def text(rows: CountyRows, found: DescribedBody) -> CellValue:
        each = given(found)
        shown: Wording | None = getattr(each, "label", None)
        return rows.text(shown)

    def id_of(_: CountyRows, found: DescribedBody) -> CellValue:
        each = given(found)
        return None if each is None else str(each.value)

    return filled(name, label, description, text), key(f"{name}_id", label, id_of)
