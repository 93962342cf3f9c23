"""Questions about citations of law: those of the documents, those of the tests, and a few that are odd."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from .ask import Ask
from .cases import LAW_DAYS
from .outline import Outline

TESTED = Path(__file__).parents[1] / "law" / "citations.toml"


def law(outline: Outline) -> Iterator[Ask]:
    """Each citation on six days, alone and with its subject, and each county's references to law."""
    for county in outline.counties:
        yield Ask(part="law", op="law_references", args={"county": county}, days=LAW_DAYS)
    tested = tomllib.loads(TESTED.read_text(encoding="utf-8"))
    alone = (as_written for tables in tested.values() for as_written in tables)
    asked = dict.fromkeys((*outline.laws, *((each, "") for each, _ in outline.laws), *((each, "") for each in alone)))
    for as_written, subject in asked:
        args = {"citation": as_written, "subject": subject or None}
        yield Ask(part="law", op="law", args=args, days=LAW_DAYS)
        yield Ask(part="law", op="law", args={**args, "later": LAW_DAYS[-1]}, days=LAW_DAYS[:1] + LAW_DAYS[3:4])
