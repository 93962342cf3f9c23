"""A provision with several readings as part of a value: the fields that differ raise."""

from functools import cache
from typing import Any, TypeVar, cast

import attrs

from psykavtal.errors import Message, UndeterminedError
from psykavtal.model.provisions.base import Provision

P = TypeVar("P", bound=Provision)

NOT_CONTENT = frozenset(
    {"id", "wording", "citations", "reported", "readings", "reads_with", "review", "read_on", "remarks"}
)
"""The fields that identify or explain a provision, and do not belong to its content."""


def differing_fields(provision: Provision) -> frozenset[str]:
    """Return the names of the fields of its content that differ between its readings."""
    names = (each.name for each in attrs.fields(type(provision)) if each.name not in NOT_CONTENT)
    values = {name: [getattr(each.value, name) for each in provision.readings] for name in names}
    return frozenset(name for name, each in values.items() if any(one != each[0] for one in each))


def as_member(provision: P) -> P:
    """Return a provision whose differing fields raise an error; itself if none differ.

    It is an instance of the same kind, and equal to the provision.

    Examples:
        >>> from psykavtal import load_counties
        >>> answer = load_counties()["jonkoping"].ask("responsibility.joint", on="2026-01-10")
        >>> (member,) = [each for each in answer.value if each.id in answer.ambiguous_members]
        >>> member.bearer
        Traceback (most recent call last):
        psykavtal.errors.UndeterminedError: jonkoping-2025.responsibility.health-care-shared: ...
        >>> member.under("in-common").bearer
        <Bearer.JOINT: 'joint'>
    """
    differing = differing_fields(provision)
    if not differing:
        return provision
    kind = _member_class(type(provision))  # type: ignore[arg-type]  # a class is hashable
    member = cast("P", object.__new__(kind))
    object.__setattr__(member, "_record", provision)
    object.__setattr__(member, "_differing", differing)
    return member


def record_of(member: object) -> object:
    """Return the provision behind a member; any other object itself."""
    return object.__getattribute__(member, "_record") if isinstance(member, AmbiguousMember) else member


class AmbiguousMember:
    """The attributes of a provision, but for those that differ between its readings."""

    __slots__ = ()

    def __getattribute__(self, name: str) -> Any:  # noqa: ANN401 (an attribute of any kind)
        """Return an attribute of the provision.

        Raises:
            UndeterminedError: it differs between the readings.
        """
        record = object.__getattribute__(self, "_record")
        if name in object.__getattribute__(self, "_differing"):
            raise _differs(record, name)
        return object.__getattribute__(self, name) if name in _OWN else getattr(record, name)

    def __eq__(self, other: object) -> bool:
        """Return whether it is the same provision."""
        return record_of(self) == record_of(other)

    def __hash__(self) -> int:
        """Return the hash of the provision."""
        return hash(record_of(self))

    def __str__(self) -> str:
        """Return the wording in Swedish."""
        return str(record_of(self))

    def __repr__(self) -> str:
        """Return kind, id and wording, in English."""
        return repr(record_of(self))

    def __reduce__(self) -> tuple[object, ...]:
        """Return how to make it again."""
        return as_member, (record_of(self),)


_OWN = frozenset({"__class__", "__reduce__", "__reduce_ex__"})


@cache
def _member_class(kind: type[object]) -> type[object]:
    """Return the class of members of a kind; it has the name of the kind."""
    slots = {"__slots__": ("_differing", "_record"), "__module__": kind.__module__, "__doc__": kind.__doc__}
    return cast("type[object]", type(kind.__name__, (AmbiguousMember, kind), slots))


def _differs(record: Provision, name: str) -> UndeterminedError:
    readings = ", ".join(repr(each.name) for each in record.readings)
    return UndeterminedError(
        Message(
            en="the readings {readings} differ in {field!r}.",
            sv="läsningarna {readings} skiljer sig i {field!r}.",
            readings=readings,
            field=name,
        ),
        value=name,
        place=record.id,
        fix=Message(
            en="Use `.under({reading!r})`, or ask with `readings=`; `answer.certain` has the members with one meaning.",
            sv="Använd `.under({reading!r})`, eller fråga med `readings=`; `answer.certain` har dem som har en betydelse.",
            reading=record.readings[0].name,
        ),
    )
