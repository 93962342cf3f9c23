"""Answers to cases as JSON: every provision is written once, and referred to elsewhere."""

from collections.abc import Mapping
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

import attrs

from psykavtal.agreements.counties import Counties
from psykavtal.cases.receipts import ProvisionsByReference, Receipt
from psykavtal.cases.what_applies import Recorded, WhatApplies
from psykavtal.errors import InvalidValueError, Message
from psykavtal.exchange.json_values import Json, Special, write
from psykavtal.exchange.schema_types import BY_REFERENCE
from psykavtal.lazy import once
from psykavtal.model.provisions import KINDS, Definition, Provision
from psykavtal.model.wording import Wording

if TYPE_CHECKING:
    from cattrs import Converter

APPLIES = "what-applies"

Specials = Mapping[type, Special]


@attrs.frozen(kw_only=True)
class References:
    """The objects that a text being read refers to.

    Attributes:
        counties: the counties of editions.
        provisions: the provisions of an answer, by reference.
    """

    counties: Counties | None = None
    provisions: Mapping[str, Provision] = attrs.field(factory=dict[str, Provision])


REFERENCES: ContextVar[References] = ContextVar("REFERENCES", default=References())  # noqa: B039 (it never changes)
"""The references of the text that this thread or task is reading; the converter is made once and knows none."""


def write_what_applies(value: WhatApplies, special: Specials) -> dict[str, object]:
    """Return the parts of an answer to a case, with definitions, labels and receipt.

    Each provision is written once. The labels are those of the ids in the answer.
    """
    kept = ByReference()
    parts = {name: kept.write(getattr(value, name), special) for name in fields()}
    parts["definitions"] = kept.write(value.definitions, special)
    rest = {"labels": write(value.labels), "receipt": write(value.receipt)}
    return {"kind": APPLIES, **parts, "provisions": kept.written(), **rest}


def write_provisions_by_reference(value: ProvisionsByReference, special: Specials) -> Json:
    """Return a value with its provisions by reference only."""
    return ByReference().write(value.value, special)


@attrs.define
class ByReference:
    """Provisions to be written once; elsewhere they are written by reference.

    A provision with several readings occurs in several forms: each form has a reference of its own.

    Attributes:
        forms: by the provision's id, each form with its reference.
    """

    forms: dict[str, list[tuple[Provision, str]]] = attrs.field(factory=dict[str, list[tuple[Provision, str]]])

    def write(self, value: object, special: Specials) -> Json:
        """Return a value with its provisions by reference."""
        return write(value, {**special, **dict.fromkeys(KINDS.values(), self._refer)})

    def written(self) -> dict[str, object]:
        """Return the provisions that were referred to, by their references."""
        return {reference: write(each) for forms in self.forms.values() for each, reference in forms}

    def _refer(self, provision: Provision) -> dict[str, str]:
        forms = self.forms.setdefault(provision.id, [])
        for each, reference in forms:
            if each is provision or each == provision:
                return {"kind": BY_REFERENCE, "ref": reference}
        forms.append((provision, provision.id + (f"~{len(forms) + 1}" if forms else "")))
        return {"kind": BY_REFERENCE, "ref": forms[-1][1]}


def read_what_applies(converter: "Converter", value: Mapping[str, Any]) -> WhatApplies:
    """Return the answer that was written; it cannot be asked further."""
    from psykavtal.plugins.tagged_converter import structure_fields  # noqa: PLC0415 (brings cattrs)

    written = {name: each for name, each in value.items() if name == "provisions"}
    rest = {name: each for name, each in value.items() if name != "provisions"}
    found = structure_fields(converter, WhatApplies, written, {"provisions": Mapping[str, Provision]})
    token = REFERENCES.set(attrs.evolve(REFERENCES.get(), provisions=found["provisions"]))
    try:
        declared = {
            **fields(),
            "definitions": tuple[Definition, ...],
            "labels": Mapping[str, Wording],
            "receipt": Receipt,
        }
        parts = structure_fields(converter, WhatApplies, rest, declared)
    finally:
        REFERENCES.reset(token)
    behind = Recorded(parts.pop("receipt"), parts.pop("labels"), parts.pop("definitions"))
    return WhatApplies(behind=behind, **parts)


def read_reference(value: Mapping[str, Any]) -> Provision:
    """Return the provision that is written under a reference."""
    found = REFERENCES.get().provisions.get(str(value.get("ref")))
    if found is None or set(value) != {"kind", "ref"}:
        raise InvalidValueError(
            Message(
                en="no provision is written under this reference.", sv="ingen bestämmelse finns under denna referens."
            ),
            place="ref",
        )
    return found


@once
def fields() -> dict[str, Any]:
    """Return the parts of an answer that are written, with their types."""
    return {each.name: each.type for each in attrs.fields(attrs.resolve_types(WhatApplies)) if each.eq}
