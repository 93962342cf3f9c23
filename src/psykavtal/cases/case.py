"""A case: the facts that a caller gives about a person.

It takes no name and no identity number, and nothing of it is in any repr.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, cast

import attrs

from psykavtal.errors import CaseError, InvalidDateError
from psykavtal.model.birthdays import OLDEST, age_on
from psykavtal.model.dates import parse_date
from psykavtal.model.display import OfCase
from psykavtal.model.vocabulary import Principal

_BOOL = frozenset((bool,))
_NOTHING: Mapping[str, Principal] = MappingProxyType({})
_PRINCIPALS = {each.value: each for each in Principal}


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
        raise CaseError("the case cannot be read:", ("principals: must be a table of facts and principals.",))
    known = {name: _PRINCIPALS.get(each, each) if isinstance(each, str) else each for name, each in given.items()}
    return MappingProxyType(cast("dict[str, Principal]", known))


def _facts(given: Mapping[str, bool]) -> Mapping[str, bool]:
    if not isinstance(cast("object", given), Mapping):
        raise CaseError("the case cannot be read:", ("facts: must be a table of facts, each true or false.",))
    return MappingProxyType(dict(given))


def named(name: object) -> str:
    """Return the name of a fact for an error.

    A name that may be data of a person is not shown; no name of a fact looks like one.
    """
    return repr(name) if isinstance(name, str) and re.fullmatch(r"[a-z][a-z:-]{0,60}", name) else "a name"


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
            raise CaseError("the case cannot be read:", faults)

    def _is_plainly_sound(self) -> bool:
        """Check quickly for the absence of faults, since many cases are made."""
        return (
            type(self.municipality) is type(self.lives_in) is type(self.placed_by) is type(self.stands_at) is str
            and (self.age is None or (type(self.age) is int and 0 <= self.age <= OLDEST and self.born is None))
            and (self.born is None or type(self.born) is date)
            and _BOOL.issuperset(map(type, self.facts.values()))
            and not self.principals
        )

    def _faults(self) -> Iterator[str]:
        for name in ("municipality", "lives_in", "placed_by", "stands_at"):
            if not isinstance(getattr(self, name), str):
                yield f"{name}: must be text, so that a code keeps its zero."
        yield from self._faults_of_age()
        for name, value in self.facts.items():
            if type(value) is not bool:
                yield f"facts: {named(name)} must be true or false. Leave out what is not known."
        for name, principal in cast("Mapping[str, object]", self.principals).items():
            if not isinstance(principal, Principal):
                yield f'principals: {named(name)} must be "municipality" or "region". Leave out what is not known.'

    def _faults_of_age(self) -> Iterator[str]:
        age, born = cast("object", self.age), cast("object", self.born)
        if age is not None and born is not None:
            yield "age: is given beside `born`. Give one of them."
        if isinstance(age, bool) or not isinstance(age, int | None):
            yield "age: must be a whole number of completed years."
        elif age is not None and not 0 <= age <= OLDEST:
            yield f"age: must be between 0 and {OLDEST} completed years."
        if isinstance(born, datetime) and born == born:  # noqa: PLR0124 (NaT of pandas differs from itself)
            kind = "time of day" if born.tzinfo is None else "time zone"
            yield f"born: a date-time with a {kind}. Give the local day that is meant, like 2008-03-01."
        elif isinstance(born, datetime) or not isinstance(born, date | None):
            yield "born: not a day of the calendar. Write year-month-day, like 2008-03-01."

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
        place = "lies after the day asked for" if age < 0 else f"makes an age of more than {OLDEST} years"
        del age  # a traceback can show the locals
        raise CaseError("the case cannot be asked:", (f"born: {place}.",))

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
    fault = f"case: must be a Case, not {type(case).__name__}. Write Case(municipality=..., ...)."
    raise CaseError("the case cannot be asked:", (fault,))
