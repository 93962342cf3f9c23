"""Answers to cases as JSON: what is made when it is asked for is made, and written with the rest."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Never

import attrs

from psykavtal.ask.case.answer import WhatApplies
from psykavtal.ask.case.parts import Applied, Membership
from psykavtal.ask.case.receipts import Receipt
from psykavtal.codec.reading import Reader, Table, refuse_keys
from psykavtal.errors import InvalidValueError
from psykavtal.model.logic import Truth
from psykavtal.model.provisions import TargetGroup
from psykavtal.model.wording import Wording

Encode = Callable[[object], Any]
APPLIES = "what-applies"
MEMBERSHIP = "membership"


def of_what_applies(value: WhatApplies, encode: Encode) -> dict[str, object]:
    """The parts of an answer to a case, and its receipt."""
    parts = {name: encode(getattr(value, name)) for name in fields()}
    return {"kind": APPLIES, **parts, "labels": encode(value.labels), "receipt": encode(value.receipt)}


def read_what_applies(reader: Reader, value: Table) -> WhatApplies:
    """The answer that was written; it cannot be asked further."""
    known = fields()
    keys = [*known, "labels", "receipt"]
    refuse_keys(APPLIES, value, known=keys, required=keys)
    receipt: Receipt = reader.as_declared(value["receipt"], Receipt)
    labels = reader.as_declared(value["labels"], Mapping[str, Wording])
    parts = {name: reader.as_declared(value[name], declared) for name, declared in known.items()}
    return WhatApplies(**parts, behind=_Read(receipt, labels))


def of_membership(value: Membership, encode: Encode) -> dict[str, object]:
    """The verdict and the clauses."""
    return {"kind": MEMBERSHIP, "truth": value.truth.value, "clauses": encode(value.clauses)}


def read_membership(reader: Reader, value: Table) -> Membership:
    """The verdict and the clauses."""
    refuse_keys(MEMBERSHIP, value, known=["truth", "clauses"], required=["truth", "clauses"])
    clauses = reader.as_declared(value["clauses"], tuple[Applied[TargetGroup], ...])
    return Membership(reader.as_declared(value["truth"], Truth), lambda: clauses)


@cache
def fields() -> dict[str, Any]:
    """The parts of an answer that are written, with their types."""
    return {each.name: each.type for each in attrs.fields(attrs.resolve_types(WhatApplies)) if each.eq}


@attrs.frozen
class _Read:
    """Behind an answer that was read from JSON stands what was written with it."""

    given_receipt: Receipt
    given_labels: Mapping[str, Wording]

    def receipt(self, _: WhatApplies) -> Receipt:
        return self.given_receipt

    def labels(self, _: WhatApplies) -> Mapping[str, Wording]:
        return self.given_labels

    def ask(self, topic: str, about: str | None) -> Never:
        raise InvalidValueError(
            "an answer read from JSON cannot be asked further.", value=about or topic, hint="Ask the case again."
        )
