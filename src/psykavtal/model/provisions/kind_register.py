"""The register of kinds of provisions."""

import re
from functools import cache
from typing import TypeVar, get_args

import attrs

from psykavtal.model.provisions.base import Provision

P = TypeVar("P", bound=Provision)

KINDS: dict[str, type[Provision]] = {}
"""The kinds of provisions, by their names in files and in JSON."""


def kind(cls: type[P]) -> type[P]:
    """Register a class as a kind of provision."""
    KINDS[kind_of(cls)] = cls
    return cls


def kind_of(cls: type) -> str:
    """Return the name of a class in files and in JSON.

    Examples:
        >>> kind_of(Provision)
        'provision'
    """
    return _kind_name(cls.__name__)


@cache
def _kind_name(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", name).lower()


def value_classes() -> tuple[type, ...]:
    """Return the classes that only occur within fields of kinds, such as `Cadence`."""
    modules = {each.__module__ for each in KINDS.values()}
    found: dict[type, None] = {}
    waiting: list[object] = list(KINDS.values())
    while waiting:
        each = waiting.pop()
        waiting += get_args(each)
        if isinstance(each, type) and attrs.has(each) and each.__module__ in modules and each not in found:
            if not issubclass(each, Provision):
                found[each] = None
            waiting += [field.type for field in attrs.fields(attrs.resolve_types(each))]
    return tuple(sorted(found, key=lambda each: each.__name__))
