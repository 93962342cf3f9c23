"""The table of ages: a row for each range of ages that a provision gives."""

from collections.abc import Iterator

import attrs

from psykavtal.agreements.field_text import field_label
from psykavtal.agreements.tables.county_rows import CountyRows
from psykavtal.agreements.tables.filled_columns import FilledColumn, filled, key
from psykavtal.agreements.tables.kind_columns import kind_columns
from psykavtal.agreements.tables.over_readings import versions
from psykavtal.agreements.tables.provision_columns import place_columns, subject_columns
from psykavtal.agreements.tables.tabulation import Tabulation, by_county
from psykavtal.model.age_wording import limit_short
from psykavtal.model.ages import AgeLimit, AgeRange
from psykavtal.model.conditions import AgeIs, AllOf, AnyOf, Criterion, FactIs, InWords, Not
from psykavtal.model.provisions import Provision
from psykavtal.model.readings import Reading
from psykavtal.model.table_columns import ColumnType
from psykavtal.model.wording import Wording

_READING = Wording(sv="Läsning", en="Reading")
_FIELD = Wording(sv="Ålder i", en="Age in")


@attrs.frozen(kw_only=True)
class StatedAge:
    """A range of ages that a provision gives under one reading.

    Attributes:
        provision: the provision as recorded.
        version: the provision under the reading.
        field: the field that has the age.
        words: the words of the text.
        range: the range; None if the words give no figures.
        readings: the names and reasons of the readings; empty if the age has one meaning.
        is_excluded: whether a condition excludes these ages.
    """

    provision: Provision
    version: Provision
    field: str
    words: str
    range: AgeRange | None
    readings: tuple[tuple[str, Wording], ...] = ()
    is_excluded: bool = False


def age_table() -> Tabulation:
    """Return the definition of the table of ages."""
    return by_county(
        "ages",
        Wording(sv="Åldrar", en="Ages"),
        Wording(
            sv="En rad för varje åldersspann som en bestämmelse anger, också i villkor; vid flera läsningar en rad för varje.",
            en="A row for each range of ages that a provision gives, also in a condition; with several readings, one for each.",
        ),
        (
            *(each.of(_provision) for each in subject_columns()),
            *(each.of(_version) for each in kind_columns("ages", without=("age_limit", "age_limits"))),
            *_columns(),
            *(each.of(_provision) for each in place_columns()),
        ),
        stated_ages,
    )


def _provision(age: StatedAge) -> Provision:
    return age.provision


def _version(age: StatedAge) -> Provision:
    return age.version


def _columns() -> tuple[FilledColumn[StatedAge], ...]:
    return (
        filled(
            "ages",
            Wording(sv="Ålder", en="Ages"),
            Wording(sv="Åldrarna i siffror.", en="The ages in figures."),
            lambda rows, age: limit_short(AgeLimit(words=age.words, range=age.range)).to(rows.lang),
            brief=True,
        ),
        filled(
            "at_least",
            Wording(sv="Från och med", en="From"),
            Wording(
                sv="Den lägsta åldern i hela år; tom om orden inte ger någon siffra.",
                en="The youngest age in completed years; empty if the words give no figure.",
            ),
            lambda _, age: None if age.range is None else age.range.at_least or 0,
            kind=ColumnType.INTEGER,
        ),
        filled(
            "below",
            Wording(sv="Yngre än", en="Below"),
            Wording(
                sv="Den lägsta ålder som inte ingår; tom utan övre gräns, och om orden inte ger någon siffra.",
                en="The youngest age above the range; empty without an upper limit, and if the words give no figure.",
            ),
            lambda _, age: None if age.range is None else age.range.below,
            kind=ColumnType.INTEGER,
        ),
        filled(
            "words",
            Wording(sv="Textens ord", en="Words of the text"),
            Wording(sv="Orden om åldern, som texten skriver dem.", en="The words on the age, as the text writes them."),
            lambda _, age: age.words,
        ),
        filled(
            "reading",
            _READING,
            Wording(
                sv="Skälet för läsningen, om orden kan läsas på flera sätt.",
                en="The reason for the reading, if the words have several.",
            ),
            lambda rows, age: " ".join(why.to(rows.lang) for _, why in age.readings) or None,
        ),
        key("reading_id", _READING, lambda _, age: " + ".join(name for name, _ in age.readings) or None),
        filled(
            "field",
            _FIELD,
            Wording(
                sv="Om det är bestämmelsens ålder eller ett villkor.", en="The age of the provision, or a condition."
            ),
            lambda rows, age: field_label(age.field, type(age.provision)).to(rows.lang),
        ),
        key("field_id", _FIELD, lambda _, age: age.field),
        filled(
            "is_excluded",
            Wording(sv="Undantas", en="Excluded"),
            Wording(sv="Ja om villkoret utesluter åldrarna.", en="True if the condition excludes the ages."),
            lambda _, age: age.is_excluded,
            kind=ColumnType.BOOLEAN,
        ),
    )


def stated_ages(rows: CountyRows) -> Iterator[StatedAge]:
    """Yield the ages of a county's provisions, in text order."""
    for each in rows.provisions:
        found = [list(_of_version(each, version)) for version in versions(each)]
        alike = [[attrs.evolve(age, version=each) for age in ages] for ages in found]
        if all(ages == alike[0] for ages in alike):
            yield from alike[0]
            continue
        for reading, ages in zip(each.readings, found, strict=True):
            own = (reading.name, reading.why)
            yield from (attrs.evolve(age, readings=(own, *age.readings)) for age in ages)


def _of_version(provision: Provision, version: Provision) -> Iterator[StatedAge]:
    field = "age_limits" if hasattr(version, "age_limits") else "age_limit"
    limits = [(field, each, False) for each in version.stated_ages()]
    limits += [(name, *age) for name, condition in version.conditions().items() for age in _in_condition(condition)]
    for name, limit, is_excluded in limits:
        for reading in limit.readings or (None,):
            yield _age(provision, version, name, limit, reading, is_excluded=is_excluded)


def _age(
    provision: Provision,
    version: Provision,
    field: str,
    limit: AgeLimit,
    reading: Reading[AgeRange] | None,
    *,
    is_excluded: bool,
) -> StatedAge:
    return StatedAge(
        provision=provision,
        version=version,
        field=field,
        words=limit.words,
        range=limit.range if reading is None else reading.value,
        readings=() if reading is None else ((reading.name, reading.why),),
        is_excluded=is_excluded,
    )


def _in_condition(criterion: Criterion, *, negated: bool = False) -> Iterator[tuple[AgeLimit, bool]]:
    """Yield the age limits of a condition, and whether each is negated."""
    match criterion:
        case AgeIs(limit=limit):
            yield limit, negated
        case Not(of=part):
            yield from _in_condition(part, negated=not negated)
        case AllOf(of=parts) | AnyOf(of=parts):
            for part in parts:
                yield from _in_condition(part, negated=negated)
        case FactIs() | InWords():
            return
