"""People that nobody is: drawn, of Sweden's size."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import attrs
import numpy as np

from .rules import COUNTIES, TODAY

SWEDEN = 10_600_000

# How often each need is true, and null: of everybody, and of the patients of a register.
EVERYBODY = {"region": (0.08, 0.03), "municipality": (0.05, 0.06), "substance": (0.03, 0.15)}
PATIENTS = {"region": (0.80, 0.03), "municipality": (0.72, 0.06), "substance": (0.03, 0.15)}

_EPOCH = date(1970, 1, 1)


@attrs.frozen
class Column:
    """Values of a column, and which of them are null."""

    held: "np.ndarray[Any, Any]"
    nulls: "np.ndarray[Any, Any] | None" = None


def people(rows: int, needs: Mapping[str, tuple[float, float]] = EVERYBODY) -> dict[str, Column]:
    """The columns of so many people, always the same."""
    random = np.random.default_rng(7)
    codes = [county * 100 + each for county, (count, _) in COUNTIES.items() for each in range(1, count + 1)]
    weights = np.array([living / count for count, living in COUNTIES.values() for _ in range(count)])
    code = random.choice(np.array(codes, dtype=np.int16), size=rows, p=weights / weights.sum())
    born = (TODAY - _EPOCH).days - (random.beta(1.15, 1.5, rows) * 103 * 365.2425).astype(np.int32)
    first, last = ((each - _EPOCH).days for each in (date(2012, 1, 1), date(2027, 1, 1)))
    on = random.integers(first, last, rows, dtype=np.int32)
    columns = {
        "code": Column(code),
        "born": Column(born.astype("datetime64[D]"), random.random(rows) < 0.002),
        "on": Column(on.astype("datetime64[D]")),
    }
    for name, (true, null) in needs.items():
        drawn = random.random(rows, dtype=np.float32)
        columns[name] = Column(drawn < true, drawn > 1 - null)
    return columns


def arrow(columns: Mapping[str, Column]) -> Any:
    """The columns as a table of pyarrow."""
    import pyarrow as pa

    return pa.table({name: pa.array(each.held, mask=each.nulls) for name, each in columns.items()})


if __name__ == "__main__":
    import sys

    import pyarrow.parquet as pq

    pq.write_table(arrow(people(int(sys.argv[2]))), sys.argv[1])
