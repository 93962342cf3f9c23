"""What the codec does not know: counties, and what is told by reference to them."""

from functools import partial
from typing import Any

from psykavtal.agreements.counties import Counties
from psykavtal.agreements.county import County
from psykavtal.agreements.document_on_day import DocumentOnDay
from psykavtal.agreements.escalation.queries import Escalation
from psykavtal.cases.receipts import ProvisionsByReference
from psykavtal.cases.what_applies import WhatApplies
from psykavtal.codec.reading import Reader, Special, Table, refuse_keys
from psykavtal.codec.writing import write
from psykavtal.errors import InvalidValueError
from psykavtal.exchange.case_values import (
    APPLIES,
    of_provisions_by_reference,
    of_what_applies,
    read_what_applies,
)
from psykavtal.exchange.public_kinds import classes
from psykavtal.model import arguments
from psykavtal.model.records import Snapshot
from psykavtal.plugins.county_toml.toml_values import as_table


def encode(value: object) -> Any:  # noqa: ANN401 (whatever JSON has)
    """A public object as JSON values."""
    special: dict[type, Any] = {
        Counties: _of_counties,
        County: _of_county,
        DocumentOnDay: _of_edition,
        Escalation: _of_escalation,
    }
    special[ProvisionsByReference] = partial(of_provisions_by_reference, special=special)
    special[WhatApplies] = partial(of_what_applies, special=special)
    return write(value, special)


def decode(value: Table, counties: Counties | None) -> object:
    """The object that was encoded; editions are looked up among `counties`."""
    special: dict[str, Special] = {
        "counties": _read_counties,
        "county": _read_county,
        "edition": partial(_read_edition, counties),
        "escalation": partial(_read_escalation, counties),
    }
    reader = Reader(classes(), special)
    special[APPLIES] = partial(read_what_applies, reader)
    return reader.read(value)


def _of_counties(value: Counties) -> dict[str, object]:
    return {"kind": "counties", "snapshot": encode(value.snapshot())}


def _of_county(value: County) -> dict[str, object]:
    alone = Counties((value.holdings.record,), value.holdings.registry)
    return {"kind": "county", "snapshot": encode(alone.snapshot())}


def _of_edition(value: DocumentOnDay) -> dict[str, object]:
    """An edition is told by its county, its document and the day; the texts stay with the county."""
    return {"kind": "edition", "county": value.county_code, "document": value.id, "on": value.on.isoformat()}


def _of_escalation(value: Escalation) -> dict[str, object]:
    return {"kind": "escalation", "edition": _of_edition(DocumentOnDay(value.document, value.on, value.holdings))}


def _read_counties(value: Table) -> Counties:
    refuse_keys(str(value["kind"]), value, known=["snapshot"], required=["snapshot"])
    return Counties.from_snapshot(Reader(classes()).as_declared(value.get("snapshot"), Snapshot))


def _read_county(value: Table) -> County:
    members = _read_counties(value).members
    if len(members) != 1:
        raise InvalidValueError("a county holds one county.", value=len(members))
    return members[0]


def _read_edition(counties: Counties | None, value: Table) -> DocumentOnDay:
    keys = ["county", "document", "on"]
    refuse_keys("edition", value, known=keys, required=keys)
    if counties is None:
        raise InvalidValueError(
            "an edition is read among counties.", value=value.get("document"), fix="Give counties=load_counties()."
        )
    county, document, on = (arguments.text(value[key], key) for key in keys)
    return counties[county].document(document, on=on)


def _read_escalation(counties: Counties | None, value: Table) -> Escalation:
    refuse_keys("escalation", value, known=["edition"], required=["edition"])
    return _read_edition(counties, as_table(value["edition"]) or {}).escalation
