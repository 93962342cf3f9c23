"""The columns of a frame that describe people.

The caller names them, and they are checked against the frame before anything runs.
"""

from collections.abc import Collection, Iterator, Mapping

import attrs

from psykavtal.cohorts.output_names import AGE, BORN, MUNICIPALITY, ON, OWN
from psykavtal.cohorts.refusal_messages import COLUMNS
from psykavtal.errors import CohortError, Message, suggestion
from psykavtal.model.vocabulary import Fact, FactType


@attrs.frozen(kw_only=True)
class PeopleColumns:
    """The columns that describe people, by their contents.

    Attributes:
        municipality: the column of the responsible municipality's code; None if it holds only nulls.
        age: the column of completed years, if any.
        born: the column of birth dates, if any.
        on: the column of days, if each row has its own.
        facts: the columns of facts, by the facts' ids.
    """

    municipality: str | None
    age: str | None = None
    born: str | None = None
    on: str | None = None
    facts: Mapping[str, str]

    @property
    def every(self) -> tuple[str, ...]:
        """Every column that is read, each once."""
        own = (self.municipality, self.age, self.born, self.on)
        return tuple(dict.fromkeys(each for each in (*own, *self.facts.values()) if each is not None))


def people_columns(
    columns: Mapping[str, str],
    *,
    facts: Mapping[str, Fact],
    for_all: Collection[str],
    edition_facts: Collection[str],
    has_day: bool,
) -> PeopleColumns:
    """Return the columns by their contents.

    Args:
        columns: the columns' names, by their contents.
        facts: the vocabulary.
        for_all: facts that are given for every row.
        edition_facts: facts that decide which edition applies.
        has_day: whether one day is given for all rows.

    Raises:
        CohortError: with all that is invalid.
    """
    faults = [
        *_faults(columns, facts, has_day=has_day),
        *(_given_twice(each) for each in columns if each in for_all),
        *(_decides_edition(each) for each in columns if each in edition_facts),
    ]
    if faults:
        raise CohortError(COLUMNS, faults)
    return PeopleColumns(
        municipality=columns[MUNICIPALITY],
        age=columns.get(AGE),
        born=columns.get(BORN),
        on=columns.get(ON),
        facts={name: column for name, column in columns.items() if name not in OWN},
    )


def _faults(columns: Mapping[str, str], facts: Mapping[str, Fact], *, has_day: bool) -> Iterator[Message]:
    if MUNICIPALITY not in columns:
        yield Message(
            en="{name}: is missing. Name the column of the responsible municipality's SCB code.",
            sv="{name}: saknas. Ange kolumnen med SCB-koden för den ansvariga kommunen.",
            name=MUNICIPALITY,
        )
    if AGE in columns and BORN in columns:
        yield Message(
            en="{age}: is given beside {born!r}. Give one of them.",
            sv="{age}: anges jämte {born!r}. Ange ett av dem.",
            age=AGE,
            born=BORN,
        )
    if has_day and ON in columns:
        yield Message(
            en="{on}: one day for all is given beside a column of days. Give one of them.",
            sv="{on}: en dag för alla anges jämte en kolumn med dagar. Ange ett av dem.",
            on=ON,
        )
    if not has_day and ON not in columns:
        yield Message(
            en="{on}: is missing. Give on= for one day for all, or a column of days under {on!r}.",
            sv="{on}: saknas. Ange on= för en dag för alla, eller en kolumn med dagar under {on!r}.",
            on=ON,
        )
    usable = [each.id for each in facts.values() if each.type is not FactType.PRINCIPAL]
    for name in columns:
        if name not in OWN and name not in usable:
            yield Message(
                en="{fact!r}: unknown fact. {fix}",
                sv="{fact!r}: okänd uppgift. {fix}",
                fact=name,
                fix=suggestion(name, [*OWN, *usable], kind="facts"),
            )


def without_nulls(columns: PeopleColumns, nulls: Collection[str]) -> PeopleColumns:
    """Return the columns without those that contain only nulls.

    Their contents are unknown for every row.
    """

    def unless_null(name: str | None) -> str | None:
        return None if name in nulls else name

    return PeopleColumns(
        municipality=unless_null(columns.municipality),
        age=unless_null(columns.age),
        born=unless_null(columns.born),
        on=columns.on,
        facts={fact: name for fact, name in columns.facts.items() if unless_null(name)},
    )


def _given_twice(fact: str) -> Message:
    return Message(
        en="{fact!r}: is given for every row and by a column. Give it once.",
        sv="{fact!r}: anges både för alla rader och i en kolumn. Ange den en gång.",
        fact=fact,
    )


def _decides_edition(fact: str) -> Message:
    return Message(
        en="{fact!r}: the edition that applies depends on it. Give it for every row, as facts={{{fact!r}: True}}.",
        sv="{fact!r}: vilken upplaga som gäller beror på den. Ange den för alla rader, som facts={{{fact!r}: True}}.",
        fact=fact,
    )
