"""Tables of counties and of a day: equality, repr, and wrong arguments."""

import pickle

import pytest

from psykavtal.agreements.tables.making import make_tables
from psykavtal.errors import InvalidDateError, InvalidValueError, UnknownNameError
from tests.tables.exports import DAY


def test_without_a_day_nothing_is_said_to_be_in_force(counties):
    tables = list(make_tables(counties.members))
    assert "comparison" not in [each.name for each in tables]
    for each in tables:
        assert each.on is None
        assert set(each.column("in_force")) == set(each.column("in_force_id")) == set(each.column("on")) == {None}


def test_a_county_has_the_rows_of_its_own(counties):
    whole = counties.table("duties", on=DAY)
    one = counties["jamtland"].table("duties", on=DAY)
    code = [each.name for each in whole.columns].index("county_code")
    assert one.rows == tuple(row for row in whole.rows if row[code] == "23")
    assert one.columns == whole.columns


def test_equal_data_make_equal_tables(counties):
    one, other = (counties.table("ages", on=DAY) for _ in range(2))
    assert one == other
    assert hash(one) == hash(other)
    assert one != counties.table("ages", on="2026-01-11")
    assert pickle.loads(pickle.dumps(one)) == one


def test_the_repr_gives_the_size_and_the_day(counties):
    table = counties.table("silences", on=DAY, lang="en")
    assert repr(table) == f"<Table silences: {len(table)} rows, {len(table.columns)} columns, en, on 2026-01-10>"


@pytest.mark.parametrize(
    ("arguments", "error", "fault"),
    [
        ({"name": "provision"}, UnknownNameError, "unknown table 'provision'. Did you mean 'provisions'?"),
        ({"name": 5}, InvalidValueError, "name: must be text, not int."),
        ({"name": "ages", "lang": "de"}, InvalidValueError, "unknown language 'de'. Languages: sv, en."),
        ({"name": "ages", "lang": None}, InvalidValueError, "lang: must be text, not NoneType."),
        ({"name": "ages", "on": "2026-13-01"}, InvalidDateError, "on: '2026-13-01' is not a day of the calendar."),
        ({"name": "ages", "on": ""}, InvalidDateError, "on: '' is not a date."),
        ({"name": "comparison"}, InvalidValueError, "comparison: needs a day. Give the day to ask for"),
    ],
)
def test_a_mistake_is_refused_with_what_would_be_right(counties, arguments, error, fault):
    for source in (counties, counties["jamtland"]):
        with pytest.raises(error) as caught:
            source.table(**arguments)
        assert str(caught.value).startswith(fault)


def test_an_unknown_column_suggests_the_nearest(counties):
    with pytest.raises(UnknownNameError, match=r"ages: unknown column 'at_leest'\. Did you mean 'at_least'?"):
        counties.table("ages").column("at_leest")


def test_a_day_before_any_edition_is_not_in_force(counties):
    verdicts = set(counties["jamtland"].table("provisions", on="1950-01-01").column("in_force_id"))
    assert "in-force" not in verdicts
    assert "presumed" not in verdicts
