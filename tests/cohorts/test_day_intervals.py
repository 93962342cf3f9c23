"""Each row's day lies in the interval that begins with the latest change on or before it."""

from bisect import bisect_right
from datetime import date, timedelta

import narwhals as nw
import polars as pl
import pytest

from psykavtal.cohorts.day_intervals import interval

FIRST = date(2012, 2, 28)
CHANGES = {
    "no changes": [],
    "one change": [FIRST],
    "as many as are counted": [FIRST + timedelta(days=5 * at) for at in range(24)],
    "more than are counted": [FIRST + timedelta(days=5 * at) for at in range(25)],
    "on successive days": [FIRST + timedelta(days=at) for at in range(200)],
    "over centuries": [date(1000 + 50 * at, 1, 1) for at in range(60)],
}


@pytest.mark.parametrize("by_number", [True, False], ids=["looked up", "counted"])
@pytest.mark.parametrize("changes", CHANGES.values(), ids=CHANGES)
def test_the_interval_is_the_number_of_changes_up_to_the_day(changes: list[date], by_number: bool) -> None:
    around = [each + timedelta(days=beside) for each in changes for beside in (-1, 0, 1)]
    days = [None, date.min, *around, FIRST + timedelta(days=7), date.max]
    frame = nw.from_native(pl.DataFrame({"on": pl.Series(days, dtype=pl.Date)}).lazy())
    found = frame.select(found=interval(changes, nw.col("on"), by_number=by_number)).collect()["found"].to_list()
    assert found == [None if day is None else bisect_right(changes, day) for day in days]


def test_a_column_without_any_day_has_no_interval() -> None:
    frame = nw.from_native(pl.DataFrame({"on": pl.Series([None, None], dtype=pl.Date)}).lazy())
    for changes in CHANGES.values():
        found = frame.select(found=interval(changes, nw.col("on"), by_number=True)).collect()["found"].to_list()
        assert found == [None, None]
