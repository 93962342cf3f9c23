"""The coverage of source texts as records for JSON."""

from collections.abc import Sequence
from typing import TypedDict

from psykavtal.sources.coverage import TextCoverage


class UnitRecord(TypedDict):
    """A unit in JSON."""

    kind: str
    section: str
    text: str
    account: str
    by: list[str]


class TextRecord(TypedDict):
    """A text in JSON; shares are between 0 and 1."""

    document: str
    text: str
    counted: int
    accounted: float
    by_provisions: float
    units: list[UnitRecord]


def coverage_records(texts: Sequence[TextCoverage]) -> list[TextRecord]:
    """Return each text with each unit."""
    return [
        {
            "document": each.document,
            "text": each.text,
            "counted": len(each.counted),
            "accounted": each.accounted,
            "by_provisions": each.by_provisions,
            "units": [
                {
                    "kind": unit.segment.kind.value,
                    "section": unit.segment.section,
                    "text": unit.segment.text,
                    "account": unit.account.value,
                    "by": list(unit.by),
                }
                for unit in each.segments
            ],
        }
        for each in texts
    ]
