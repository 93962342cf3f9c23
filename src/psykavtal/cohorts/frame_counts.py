"""Count the rows of a classified frame; narwhals is imported from here on."""

from collections.abc import Iterator

import narwhals as nw

from psykavtal.cohorts.column_names import PREFIX
from psykavtal.cohorts.engines import narwhal

_OUTCOME = f"{PREFIX}outcome"
_ROWS = f"{PREFIX}rows"


def counts_of(classified: object, municipality: str) -> Iterator[tuple[object, str, int]]:
    """Yield each municipality and outcome with its number of rows.

    An outcome is "covered", "not-covered", or the reason why it is undecided.

    Args:
        classified: a frame with the columns `in_target_group` and `reason`.
        municipality: the name of the column of municipalities.
    """
    frame = narwhal(classified).lazy()
    verdict = nw.col("in_target_group")
    decided = nw.when(verdict.fill_null(value=False)).then(nw.lit("covered")).otherwise(nw.lit("not-covered"))
    outcome = nw.when(verdict.is_null()).then(nw.col("reason")).otherwise(decided)
    counted = (
        frame.select(municipality, outcome.alias(_OUTCOME))
        .group_by(municipality, _OUTCOME)
        .agg(nw.len().alias(_ROWS))
        .collect()
    )
    for row in counted.iter_rows():
        code, found, rows = row
        yield code, str(found), int(rows)
