"""Answers to cases as JSON: provisions once, and what is made when it is asked for made and written with the rest."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import attrs

from psykavtal.cases.receipts import ProvisionsByReference, Receipt
from psykavtal.cases.what_applies import Recorded, WhatApplies
from psykavtal.codec.reading import Reader, Table, refuse_keys
from psykavtal.codec.writing import Json, Special, write
from psykavtal.errors import InvalidValueError
from psykavtal.exchange.schema_types import BY_REFERENCE
from psykavtal.lazy import once
from psykavtal.model.provisions import KINDS, Provision
from psykavtal.model.wording import Wording

APPLIES = "what-applies"

Specials = Mapping[type, Special]


def of_what_applies(value: WhatApplies, special: Specials) -> dict[str, object]:
    """The parts of an answer to a case, its provisions once, what its ids are called, and its receipt."""
    kept = ByReference()
    parts = {name: kept.write(getattr(value, name), special) for name in fields()}
    rest = {"labels": write(value.labels), "receipt": write(value.receipt)}
    return {"kind": APPLIES, **parts, "provisions": kept.written(), **rest}


def of_provisions_by_reference(value: ProvisionsByReference, special: Specials) -> Json:
    """Write a value with its provisions by reference only."""
    return ByReference().write(value.value, special)


@attrs.define
class ByReference:
    """Provisions that were met, each to be written once; elsewhere they are told by reference.

    One that is read in several ways is met in several forms: each form has a reference of its own.

    Attributes:
        forms: by the provision's id, each form with its reference.
    """

    forms: dict[str, list[tuple[Provision, str]]] = attrs.field(factory=dict[str, list[tuple[Provision, str]]])

    def write(self, value: object, special: Specials) -> Json:
        """A value with its provisions by reference."""
        return write(value, {**special, **dict.fromkeys(KINDS.values(), self._refer)})

    def written(self) -> dict[str, object]:
        """The provisions that were met, by their references."""
        return {reference: write(each) for forms in self.forms.values() for each, reference in forms}

    def _refer(self, provision: Provision) -> dict[str, str]:
        forms = self.forms.setdefault(provision.id, [])
        for each, reference in forms:
            if each is provision or each == provision:
                return {"kind": BY_REFERENCE, "ref": reference}
        forms.append((provision, provision.id + (f"~{len(forms) + 1}" if forms else "")))
        return {"kind": BY_REFERENCE, "ref": forms[-1][1]}


def read_what_applies(reader: Reader, value: Table) -> WhatApplies:
    """The answer that was written; it cannot be asked further."""
    known = fields()
    keys = [*known, "provisions", "labels", "receipt"]
    refuse_keys(APPLIES, value, known=keys, required=keys)
    provisions = reader.as_declared(value["provisions"], Mapping[str, Provision])
    referring = Reader(reader.classes, {**reader.special, BY_REFERENCE: partial(_referred, provisions)})
    receipt: Receipt = reader.as_declared(value["receipt"], Receipt)
    labels = reader.as_declared(value["labels"], Mapping[str, Wording])
    parts = {name: referring.as_declared(value[name], declared) for name, declared in known.items()}
    return WhatApplies(**parts, behind=Recorded(receipt, labels))


@once
def fields() -> dict[str, Any]:
    """The parts of an answer that are written, with their types."""
    return {each.name: each.type for each in attrs.fields(attrs.resolve_types(WhatApplies)) if each.eq}


def _referred(provisions: Mapping[str, Provision], value: Table) -> Provision:
    refuse_keys(BY_REFERENCE, value, known=["ref"], required=["ref"])
    reference = value["ref"]
    if not isinstance(reference, str) or reference not in provisions:
        raise InvalidValueError("no provision is written under this reference.", place="ref")
    return provisions[reference]
