"""The canonical form of any value: a walk over the fields of attrs classes.

Classes become their kind ("LinkedAgreement" is "linked-agreement"), so that a renamed class or field is one line of
renames.csv. What is None or empty is left out. An adapter says which fields are prose and which classes have a form
of their own.
"""

import enum
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

import attrs

Json = Any
Special = Callable[[Any], Json]


def kind_of(cls: Any) -> str:
    """The name of a class as a kind: "LinkedAgreement" is "linked-agreement"."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", cls.__name__).lower()


def _fields(cls: Any) -> tuple[str, ...]:
    return tuple(each.name for each in attrs.fields(cls) if not each.name.startswith("_"))


@attrs.frozen(kw_only=True)
class Form:
    """How the objects of one API are written.

    Attributes:
        prose: fields that are left out, as "kind.field".
        special: classes with a form of their own; subclasses included.
    """

    prose: frozenset[str] = frozenset()
    special: Mapping[type, Special] = attrs.field(factory=dict[type, Special])
    _shapes: dict[type, tuple[str, tuple[str, ...]]] = attrs.field(
        factory=dict[type, tuple[str, tuple[str, ...]]], init=False
    )
    _found: dict[type, Special | None] = attrs.field(factory=dict[type, "Special | None"], init=False)

    def write(self, value: Any) -> Json:
        """The value as JSON.

        Raises:
            TypeError: a value has no canonical form.
        """
        if value is None or type(value) in (str, bool, int, float):
            return value
        special = self._special(type(value))
        if special is not None:
            return special(value)
        if isinstance(value, enum.Enum):
            return value.value
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, Mapping):
            return {str(name): self.write(each) for name, each in value.items()}
        if isinstance(value, set | frozenset):
            return sorted(self.write(each) for each in value)
        if isinstance(value, list | tuple):
            return [self.write(each) for each in value]
        if attrs.has(type(value)):
            return self.fields(value)
        raise TypeError(f"no canonical form: {type(value).__name__}")

    def fields(self, value: Any) -> dict[str, Json]:
        """An attrs object by its fields, without those that are prose, None or empty."""
        cls = type(value)
        if cls not in self._shapes:
            self._shapes[cls] = kind_of(cls), _fields(cls)
        kind, names = self._shapes[cls]
        found: dict[str, Json] = {"kind": kind}
        for name in names:
            held = getattr(value, name)
            if held is None or held in ((), "", {}) or f"{kind}.{name}" in self.prose:
                continue
            found[name] = self.write(held)
        return found

    def _special(self, cls: type) -> Special | None:
        if cls not in self._found:
            self._found[cls] = next((self.special[each] for each in cls.__mro__ if each in self.special), None)
        return self._found[cls]


def dates_in(value: Any) -> Iterator[date]:
    """Every date within a value, whatever holds it."""
    if isinstance(value, date):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from dates_in(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from dates_in(each)
    elif attrs.has(type(value)):
        for name in _fields(type(value)):
            yield from dates_in(getattr(value, name))
