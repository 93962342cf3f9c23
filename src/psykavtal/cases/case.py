"""A case: the facts that a caller gives about a person.

It takes no name and no identity number, and nothing of it is in any repr.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, cast

import attrs

from psykavtal.errors import CaseError, InvalidDateError, Message
from psykavtal.model.birthdays import OLDEST, age_on
from psykavtal.model.dates import parse_date
from psykavtal.model.display import OfCase
from psykavtal.model.vocabulary import Principal

CANNOT_BE_READ = Message(en="the case cannot be read:", sv="fallet kan inte läsas:")
CANNOT_BE_ASKED = Message(en="the case cannot be asked:", sv="fallet kan inte besvaras:")
_BOOL = frozenset((bool,))
_NOTHING: Mapping[str, Principal] = MappingProxyType({})
_PRINCIPALS = {each.value: each for each in Principal}
_TIME_OF_DAY = Message(en="time of day", sv="klockslag")
_TIME_ZONE = Message(en="time zone", sv="tidszon")
_BORN_LATER = Message(en="born: lies after the day asked for.", sv="born: ligger efter den dag som frågan gäller.")
_TOO_OLD = Message(
    en="born: makes an age of more than {oldest} years.", sv="born: ger en ålder över {oldest} år.", oldest=OLDEST
)


def _day(value: date | str | None) -> date | None:
    """Return a day from its text or a `datetime`.

    An invalid value is kept, to be rejected with the other faults.
    """
    if value is None or type(value) is date:
        return value
    try:
        return parse_date(value)
    except InvalidDateError:
        return cast("date", value)


def _principals(given: Mapping[str, Principal | str]) -> Mapping[str, Principal]:
    if not given:
        return _NOTHING
    if not isinstance(cast("object", given), Mapping):
        fault = Message(
            en="principals: must be a table of facts and principals.",
            sv="principals: ska vara en tabell med uppgifter och huvudmän.",
        )
        raise CaseError(CANNOT_BE_READ, (fault,))
    known = {name: _PRINCIPALS.get(each, each) if isinstance(each, str) else each for name, each in given.items()}
    return MappingProxyType(cast("dict[str, Principal]", known))


def _facts(given: Mapping[str, bool]) -> Mapping[str, bool]:
    if type(cast("object", given)) is not dict and not isinstance(cast("object", given), Mapping):
        fault = Message(
            en="facts: must be a table of facts, each true or false.",
            sv="facts: ska vara en tabell med uppgifter, var och en sann eller falsk.",
        )
        raise CaseError(CANNOT_BE_READ, (fault,))
    return MappingProxyType(dict(given))


def named(name: object) -> Message:
    """Return the name of a fact for an error.

    A name that may be data of a person is not shown; no name of a fact looks like one.
    """
    if isinstance(name, str) and re.fullmatch(r"[a-z][a-z:-]{0,60}", name):
        return Message(en="{name!r}", sv="{name!r}", name=name)
    return UNNAMED


UNNAMED = Message(en="a name", sv="ett namn")
"""Shown by errors instead of a name that may be data of a person."""


@attrs.frozen(kw_only=True, repr=False, unsafe_hash=False)
class Case(OfCase):
    """The facts given about a person. A fact not given is unknown, never false.

    Attributes:
        municipality: the municipality that is responsible, by name or SCB code as text; "" if
            no county's is, for example when one case is put through every county.
        lives_in: where the person lives, if elsewhere; "" if not given.
        placed_by: who placed the person, if another; "" if not given.
        age: completed years; or give `born`.
        born: the birth date, or its text.
        facts: true or false by the vocabulary's ids (`counties.facts`), events and occasions too.
        principals: for facts that ask which principal ("need-noticed"), "municipality" or "region".
        stands_at: id of the body at which a disagreement is now; "" if it has not entered.

    Raises:
        CaseError: with all faults of what is given, and nothing of the person.

    Examples:
        >>> Case(municipality="2321", born="2008-03-01", facts={"coordinated": True, "inpatient": False})
        <Case>
        >>> Case(municipality="2321", age=130)
        Traceback (most recent call last):
        psykavtal.errors.CaseError: the case cannot be read:
          - age: must be between 0 and 120 completed years.
    """

    municipality: str = ""
    lives_in: str = ""
    placed_by: str = ""
    age: int | None = None
    born: date | None = attrs.field(default=None, converter=_day)
    facts: Mapping[str, bool] = attrs.field(factory=dict[str, bool], converter=_facts)
    principals: Mapping[str, Principal] = attrs.field(default=_NOTHING, converter=_principals)
    stands_at: str = ""

    def __attrs_post_init__(self) -> None:
        """Refuse an invalid case, with all faults together."""
        if self._is_plainly_sound():
            return
        faults = tuple(self._faults())
        if faults:
            raise CaseError(CANNOT_BE_READ, faults)

    def _is_plainly_sound(self) -> bool:
        """Check quickly for the absence of faults, since many cases are made."""
        return (
            type(self.municipality) is type(self.lives_in) is type(self.placed_by) is type(self.stands_at) is str
            and (self.age is None or (type(self.age) is int and 0 <= self.age <= OLDEST and self.born is None))
            and (self.born is None or type(self.born) is date)
            and _BOOL.issuperset(map(type, self.facts.values()))
            and not self.principals
        )

    def _faults(self) -> Iterator[Message]:
        for name in ("municipality", "lives_in", "placed_by", "stands_at"):
            if not isinstance(getattr(self, name), str):
                yield Message(
                    en="{field}: must be text, so that a code keeps its zero.",
                    sv="{field}: ska vara text, så att en kod behåller sin nolla.",
                    field=name,
                )
        yield from self._faults_of_age()
        for name, value in self.facts.items():
            if type(value) is not bool:
                yield Message(
                    en="facts: {fact} must be true or false. Leave out what is not known.",
                    sv="facts: {fact} ska vara sant eller falskt. Utelämna det som inte är känt.",
                    fact=named(name),
                )
        for name, principal in cast("Mapping[str, object]", self.principals).items():
            if not isinstance(principal, Principal):
                yield Message(
                    en='principals: {fact} must be "municipality" or "region". Leave out what is not known.',
                    sv='principals: {fact} ska vara "municipality" eller "region". Utelämna det som inte är känt.',
                    fact=named(name),
                )

    def _faults_of_age(self) -> Iterator[Message]:
        age, born = cast("object", self.age), cast("object", self.born)
        if age is not None and born is not None:
            yield Message(
                en="age: is given beside `born`. Give one of them.", sv="age: anges jämte `born`. Ange ett av dem."
            )
        if isinstance(age, bool) or not isinstance(age, int | None):
            yield Message(
                en="age: must be a whole number of completed years.", sv="age: ska vara ett heltal fyllda år."
            )
        elif age is not None and not 0 <= age <= OLDEST:
            yield Message(
                en="age: must be between 0 and {oldest} completed years.",
                sv="age: ska vara mellan 0 och {oldest} fyllda år.",
                oldest=OLDEST,
            )
        if isinstance(born, datetime) and born == born:  # noqa: PLR0124 (NaT of pandas differs from itself)
            yield Message(
                en="born: a date-time with a {kind}. Give the local day that is meant, like 2008-03-01.",
                sv="born: en tidpunkt med {kind}. Ange den lokala dag som avses, som 2008-03-01.",
                kind=_TIME_OF_DAY if born.tzinfo is None else _TIME_ZONE,
            )
        elif isinstance(born, datetime) or not isinstance(born, date | None):
            yield Message(
                en="born: not a day of the calendar. Write year-month-day, like 2008-03-01.",
                sv="born: ingen dag i kalendern. Skriv år-månad-dag, som 2008-03-01.",
            )

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle the fields as plain values; they are checked again when unpickled."""
        plain = {each.name: getattr(self, each.name) for each in attrs.fields(type(self))}
        return _case, (type(self), {**plain, "facts": dict(self.facts), "principals": dict(self.principals)})

    def age_on(self, day: date) -> int | None:
        """Return the age in completed years on a day; None if it is not given.

        Raises:
            CaseError: the person was not born then, or would be older than anybody is.
        """
        if self.born is None:
            return self.age
        age = age_on(self.born, day)
        if 0 <= age <= OLDEST:
            return age
        fault = _BORN_LATER if age < 0 else _TOO_OLD
        del age  # a traceback can show the locals
        raise CaseError(CANNOT_BE_ASKED, (fault,))

    def __repr__(self) -> str:
        """Return the name of the class, and nothing of the person."""
        return "<Case>"


def _case(cls: type[Case], parts: dict[str, Any]) -> Case:
    return cls(**parts)


def checked_case(case: object) -> Case:
    """Return the case.

    Raises:
        CaseError: it is not a `Case`; nothing of it is shown.
    """
    if isinstance(case, Case):
        return case
    fault = Message(
        en="case: must be a Case, not {kind}. Write Case(municipality=..., ...).",
        sv="case: ska vara ett Case, inte {kind}. Skriv Case(municipality=..., ...).",
        kind=type(case).__name__,
    )
    raise CaseError(CANNOT_BE_ASKED, (fault,))
