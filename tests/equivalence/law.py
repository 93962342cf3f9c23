"""Questions about citations of law: those of the documents, those of the tests, and a few that are odd."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from .ask import Ask
from .cases import LAW_DAYS
from .outline import Outline

# Invented: each needs a rule of the parser on which mention, chapter or place another one refers to.
MORE = (
    "5 kap. 7 § och 16 kap. 3 § HSL samt 4 § samma kapitel",
    "5 kap. 7 § HSL, 16 kap. 3 § HSL och 4 § i samma kapitel",
    "16 kap. 3 § HSL, 7 kap. 2 § SoL och 4 § samma lag",
    "HSL 5 kap. 7 §, 16 kap. 3 § samt samma paragraf andra stycket",
    "LSS 9 §, SoL 7 kap. 2 §, HSL 16 kap. 3 § samma lag",
    "LSS, SoL och HSL 16 kap. 3 §",
    "7 kap. 2 § SoL samt 16 kap. 3 och 4 §§ HSL",
    "16 kap. 1-4 §§ HSL och 9 § 1, 2 och 10 LSS",
)
TESTED = Path(__file__).parents[1] / "law" / "citations.toml"


def law(outline: Outline) -> Iterator[Ask]:
    """Each citation on six days, alone and with its subject, and each county's references to law."""
    for county in outline.counties:
        yield Ask(part="law", op="law_references", args={"county": county}, days=LAW_DAYS)
    tested = tomllib.loads(TESTED.read_text(encoding="utf-8"))
    alone = (as_written for tables in (*tested.values(), MORE) for as_written in tables)
    asked = dict.fromkeys((*outline.laws, *((each, "") for each, _ in outline.laws), *((each, "") for each in alone)))
    for as_written, subject in asked:
        args = {"citation": as_written, "subject": subject or None}
        yield Ask(part="law", op="law", args=args, days=LAW_DAYS)
        yield Ask(part="law", op="law", args={**args, "later": LAW_DAYS[-1]}, days=LAW_DAYS[:1] + LAW_DAYS[3:4])
