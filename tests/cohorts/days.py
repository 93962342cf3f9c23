"""Frames with a column of days."""

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pyarrow as pa
import pytest

import psykavtal
from psykavtal import Counties
from psykavtal.errors import CohortError

STOCKHOLM = ZoneInfo("Europe/Stockholm")

ON = date(2026, 1, 10)

UNITS = ("s", "ms", "us", "ns")

ZONES = ("UTC", "Europe/Stockholm", "+01:00", "America/St_Johns", "Pacific/Kiritimati")

MIDNIGHT = datetime(2008, 1, 11, tzinfo=STOCKHOLM)


def asked(role: str) -> dict[str, Any]:
    """The arguments of `classify` for a frame whose column of a role is called "dag"."""
    columns = {"municipality": "kommun", role: "dag"}
    return {"columns": columns if role == "born" else {**columns, "born": "fodd"}, "on": ON if role == "born" else None}


def table(days: list[datetime | None], kind: pa.DataType) -> pa.Table:
    """People of Jönköping with a day each, in a column of a type."""
    size = len(days)
    return pa.table(
        {
            "kommun": pa.array(["0680"] * size),
            "fodd": pa.array([date(2008, 1, 10)] * size, pa.date32()),
            "dag": pa.array(days, kind),
        }
    )


def refused(counties: Counties, frame: Any, role: str) -> str:
    """The fault that both functions refuse a frame with."""
    told = asked(role)
    with pytest.raises(CohortError) as one:
        psykavtal.classify(counties, frame, readings="inclusive", **told)
    with pytest.raises(CohortError) as other:
        psykavtal.check_people(frame, **told)
    assert one.value.faults == other.value.faults
    assert "2008" not in str(one.value)
    return "\n".join(map(str, one.value.faults))


AWARE = datetime(2008, 1, 11, tzinfo=UTC)
