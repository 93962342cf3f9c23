"""Every class of the model, by its `kind` in JSON."""

from collections.abc import Iterable
from types import ModuleType

import attrs

from psykavtal.lazy import once
from psykavtal.model import (
    ages,
    audit_findings,
    citations,
    conditions,
    dates,
    documents,
    places,
    readings,
    records,
    remarks,
    text_places,
    things,
    vocabulary,
)
from psykavtal.model.provisions import KINDS, kind_of, value_classes
from psykavtal.model.wording import Wording


@once
def model_classes() -> dict[str, type]:
    """The classes of what is recorded, by kind."""
    modules = (
        ages,
        audit_findings,
        citations,
        conditions,
        dates,
        documents,
        places,
        readings,
        records,
        remarks,
        text_places,
        vocabulary,
    )
    found = [each for module in modules for each in classes_of(module)]
    concrete = [each for each in classes_of(things) if each is not things.Thing]
    return by_kind([*found, *concrete, *KINDS.values(), *value_classes(), Wording])


def classes_of(module: ModuleType) -> list[type]:
    """Return the attrs classes that a module defines."""
    return [
        each
        for each in vars(module).values()
        if isinstance(each, type) and attrs.has(each) and each.__module__ == module.__name__
    ]


def by_kind(classes: Iterable[type]) -> dict[str, type]:
    """Return the classes by their kinds, without private ones.

    Raises:
        ValueError: two classes have the same kind.
    """
    found: dict[str, type] = {}
    for each in classes:
        if each.__name__.startswith("_"):
            continue
        if found.setdefault(kind_of(each), each) is not each:
            raise ValueError(f"{each.__module__}.{each.__name__} and {found[kind_of(each)]} have one kind")
    return found
