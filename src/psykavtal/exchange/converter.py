"""Public objects to JSON values and back, with references to counties and to provisions resolved."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import attrs

from psykavtal.agreements.counties import Counties
from psykavtal.agreements.county import County
from psykavtal.agreements.document_on_day import DocumentOnDay
from psykavtal.agreements.escalation.queries import Escalation
from psykavtal.cases.receipts import ProvisionsByReference
from psykavtal.cases.what_applies import WhatApplies
from psykavtal.errors import InvalidValueError, Message, PsykavtalError
from psykavtal.exchange.case_values import (
    APPLIES,
    REFERENCES,
    References,
    read_reference,
    read_what_applies,
    write_provisions_by_reference,
    write_what_applies,
)
from psykavtal.exchange.json_values import write
from psykavtal.exchange.public_kinds import classes
from psykavtal.exchange.schema_types import BY_REFERENCE
from psykavtal.lazy import once
from psykavtal.model.dates import parse_date

if TYPE_CHECKING:
    from cattrs import Converter

Table = Mapping[str, Any]


@attrs.frozen
class Decoded:
    """A table that was decoded.

    Attributes:
        value: the object; None if there is an error.
        error: the error with all faults; None if the table has no faults.
    """

    value: object = attrs.field(default=None, repr=False)
    error: PsykavtalError | None = None


def encode(value: object) -> Any:  # noqa: ANN401 (any JSON value)
    """Return a public object as JSON values."""
    special: dict[type, Any] = {
        Counties: _write_counties,
        County: _write_county,
        DocumentOnDay: _write_edition,
        Escalation: _write_escalation,
    }
    special[WhatApplies] = partial(write_what_applies, special=special)
    special[ProvisionsByReference] = partial(write_provisions_by_reference, special=special)
    return write(value, special)


def decode(value: Table, counties: Counties | None) -> Decoded:
    """Return the object that was encoded, or an error; editions are looked up in `counties`."""
    from psykavtal.exchange.structure_faults import refusal  # noqa: PLC0415 (brings cattrs)

    token = REFERENCES.set(References(counties=counties))
    try:
        return Decoded(_converter().structure(value, object))
    except Exception as error:  # noqa: BLE001 (every error becomes one without values)
        return Decoded(error=refusal(error))
    finally:
        REFERENCES.reset(token)


@once
def _converter() -> "Converter":
    """Return the converter of JSON values, made once."""
    from psykavtal.plugins.tagged_converter import tagged_converter  # noqa: PLC0415 (brings cattrs)

    special: dict[str, Callable[[Table], object]] = {BY_REFERENCE: read_reference}
    converter = tagged_converter(classes(), special)
    converter.register_structure_hook(date, _day)
    special["edition"] = partial(_read_edition, converter)
    special["escalation"] = partial(_read_escalation, converter)
    special[APPLIES] = partial(read_what_applies, converter)
    return converter


def _day(value: object, _: object) -> date:
    return parse_date(value if isinstance(value, str) else "")


def _write_counties(value: Counties) -> Any:  # noqa: ANN401 (any JSON value)
    """Return the data of counties as a snapshot, which is not read back as counties."""
    return encode(value.registry.snapshot(value.records))


def _write_county(value: County) -> Any:  # noqa: ANN401 (any JSON value)
    return encode(value.holdings.registry.snapshot([value.holdings.record]))


def _write_edition(value: DocumentOnDay) -> dict[str, object]:
    """Return the county, the document and the day of an edition.

    The texts stay with the county.
    """
    return {"kind": "edition", "county": value.county_code, "document": value.id, "on": value.on.isoformat()}


GIVE_COUNTIES = Message(en="Give counties=load_counties().", sv="Ange counties=load_counties().")


def _write_escalation(value: Escalation) -> dict[str, object]:
    return {"kind": "escalation", "edition": _write_edition(DocumentOnDay(value.document, value.on, value.holdings))}


def _read_edition(converter: "Converter", value: Table) -> DocumentOnDay:
    from psykavtal.plugins.tagged_converter import structure_fields  # noqa: PLC0415 (brings cattrs)

    found = structure_fields(converter, DocumentOnDay, value, {"county": str, "document": str, "on": date})
    counties = REFERENCES.get().counties
    if counties is None:
        fault = Message(en="an edition is read from its counties.", sv="en upplaga läses från sina län.")
        raise InvalidValueError(fault, fix=GIVE_COUNTIES)
    return counties[found["county"]].document(found["document"], on=found["on"])


def _read_escalation(converter: "Converter", value: Table) -> Escalation:
    from psykavtal.plugins.tagged_converter import structure_fields  # noqa: PLC0415 (brings cattrs)

    edition: DocumentOnDay = structure_fields(converter, Escalation, value, {"edition": DocumentOnDay})["edition"]
    return edition.escalation
