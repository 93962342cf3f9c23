"""Inputs that are refused: recorded with the class of the error, its place, and how many faults it lists."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from .ask import Ask
from .cases import TODAY
from .outline import Outline

_JAMTLAND = {"county": "jamtland", "topic": "sip.use", "on": TODAY}
_PERSON = {"municipality": "2321"}
_EDITION = {"county": "jamtland", "on": TODAY}
_ROUTE = {"county": "jamtland", "document": "jamtland-2025", "occasion": "disagreement", "on": TODAY}
_FRAME = {"engine": "polars", "age": "born", "on": TODAY}

TOPICS: dict[str, dict[str, Any]] = {
    "an unknown topic": {"topic": "sip.convenor"},
    "an empty topic": {"topic": ""},
    "a theme as topic": {"topic": "sip"},
    "an unknown county": {"county": "jamtlnad"},
    "an unknown document": {"document": "jamtland-2042"},
    "an unknown subject": {"about": "jamtland-overenskommelsen"},
    "an unknown reading": {"readings": "inclusiv"},
    "an unknown reading of a group": {"readings": {"oenighet": "sequentiel"}},
    "an unknown group": {"readings": {"oenigheten": "sequential"}},
    "a reading of another group": {"readings": {"oenighet": "inclusive"}},
    "an unknown fact": {"facts": {"consnet": True}},
    "a fact that is text": {"facts": {"consent": "yes"}},
    "a fact that is a number": {"facts": {"consent": 1}},
    "a fact that is None": {"facts": {"consent": None}},
    "a short year": {"on": "26-01-10"},
    "a day not in the calendar": {"on": "2026-02-29"},
    "a month only": {"on": "2026-01"},
    "no day": {"on": None},
    "a number for a day": {"on": 20260110},
    "a time": {"on": datetime(2026, 1, 10, 12, 0)},  # noqa: DTZ001 (the input is the fault)
    "a day as text": {"on": "2026-01-10"},
}
EDITIONS: dict[str, dict[str, Any]] = {
    "an unknown agreement": {"agreement": "jamtland-overenskommelsen"},
    "an unknown event": {"facts": {"revision-need-rased": True}},
    "an event as text": {"facts": {"revision-need-raised": "yes"}},
    "an unknown reading": {"readings": "starts-revison"},
    "an unknown group": {"readings": {"jamtland.validity.v6-end": "lapses"}},
    "a short year": {"on": "26-01-10"},
}
ROUTES: dict[str, dict[str, Any]] = {
    "an unknown occasion": {"occasion": "disagrement"},
    "an unknown body": {"start": "lokal-arena"},
    "a body of another county": {"start": "chefsnatverket"},
    "still disagreed, without a body": {"occasion": "still-disagreed"},
    "an unknown reading": {"readings": "sequentiel"},
    "an unknown document": {"document": "jamtland-2042"},
}
PERSONS: dict[str, dict[str, Any]] = {
    "an age of 130": {"age": 130},
    "an age of -1": {"age": -1},
    "an age that is true": {"age": True},
    "half a year": {"age": 17.5},
    "an age as text": {"age": "17"},
    "an age beside a birth date": {"age": 17, "born": "2008-03-01"},
    "a birth date not in the calendar": {"born": "2008-02-30"},
    "a birth date as a number": {"born": 20080301},
    "born after the day": {"born": "2026-01-11"},
    "born too long ago": {"born": "1905-01-10"},
    "a municipality as a number": {"municipality": 2321},
    "a code without its zero": {"municipality": "680"},
    "a code of a county not installed": {"municipality": "0180"},
    "a code of no county": {"municipality": "9999"},
    "an unknown code of an installed county": {"municipality": "2399"},
    "a name of no county": {"municipality": "Håbo"},
    "no municipality": {"municipality": ""},
    "blanks for a municipality": {"municipality": "  "},
    "a body as a number": {"stands_at": 1},
    "an unknown body": {"stands_at": "lokal-arena"},
    "an agreement for a body": {"stands_at": "jamtland-overenskommelse"},
    "a fact as text": {"facts": {"inpatient": "yes"}},
    "a fact of 1": {"facts": {"inpatient": 1}},
    "a fact of None": {"facts": {"inpatient": None}},
    "a misspelt fact": {"facts": {"inpatent": True}},
    "a principal among facts": {"facts": {"need-noticed": True}},
    "facts as a list": {"facts": ["inpatient"]},
    "an unknown principal": {"principals": {"need-noticed": "landsting"}},
    "a misspelt principal": {"principals": {"need-notised": "region"}},
    "a fact among principals": {"principals": {"inpatient": "region"}},
    "four faults": {"born": "2030-01-01", "facts": {"a": True}, "principals": {"b": "region"}, "stands_at": "x"},
    "five faults": {
        "municipality": 2321,
        "age": 130,
        "born": "x",
        "facts": {"inpatient": "ja"},
        "principals": {"a": "x"},
    },
}
HOW: dict[str, dict[str, Any]] = {
    "a short year": {"on": "26-01-10"},
    "an unknown document": {"document": "jamtland-2012"},
    "an unknown reading": {"readings": "inclusiv"},
    "an unknown group": {"readings": {"oenigheten": "sequential"}},
    "an unknown county": {"county": "jamtlnad"},
}
FRAMES: dict[str, dict[str, Any]] = {
    "no day": {"on": None, "age": "age", "without": "on"},
    "a short year": {"on": "26-01-10"},
    "an unknown reading": {"readings": "inclusiv"},
    "an unknown fact": {"facts": {"consnet": True}},
    "a fact as text": {"facts": {"consent": "yes"}},
    "no municipality": {"without": "code"},
    "a column that is missing": {"without": "next-of-kin"},
    "an unknown column to add": {"add": ("edition", "services_opn")},
    "no column to add": {"add": ()},
}
LAWS: dict[str, dict[str, Any]] = {
    "an unknown subject": {"citation": "16 kap. 3 § HSL", "subject": "individual-plna"},
    "a short year": {"citation": "16 kap. 3 § HSL", "on": "26-01-10"},
    "no law": {"citation": "ingenting"},
    "nothing": {"citation": ""},
}
COMPARISONS: dict[str, dict[str, Any]] = {
    "an unknown topic": {"topics": "sip.convenor"},
    "an unknown theme": {"topics": "sipp"},
    "a short year": {"topics": "sip", "on": "26-01-10"},
}


def bad_inputs(outline: Outline) -> Iterator[Ask]:  # noqa: ARG001 (as the other parts)
    """Every bad input; a few are good, beside the bad ones that they are nearly."""
    tables = (
        ("topic", _JAMTLAND, TOPICS),
        ("edition", _EDITION, EDITIONS),
        ("route", _ROUTE, ROUTES),
        ("next_steps", _ROUTE, ROUTES),
        ("classify", _FRAME, FRAMES),
        ("law", {"on": date(2026, 1, 10)}, LAWS),
        ("compared_topics", {"on": TODAY}, COMPARISONS),
    )
    for op, base, table in tables:
        for name, changed in table.items():
            yield Ask(part="bad-inputs", op=op, args={**base, **changed}, label=name)
    for op in ("what_applies", "target_group"):
        for name, changed in PERSONS.items():
            yield Ask(
                part="bad-inputs", op=op, args={"person": {**_PERSON, **changed}, "on": TODAY}, label=f"person, {name}"
            )
        for name, changed in HOW.items():
            if op == "what_applies" or "county" not in changed:
                args = {"person": _PERSON, "on": TODAY, **changed}
                yield Ask(part="bad-inputs", op=op, args=args, label=f"how, {name}")
    for place in ("Håbo", "0180", "9999", ""):
        yield Ask(part="bad-inputs", op="county_of", args={"municipality": place})
    yield from _county_files()


def _county_files() -> Iterator[Ask]:
    """The faults of county files that the tests have, one by one and all of a file together."""
    from tests.counties import AGREEMENT, COUNTY, DOCUMENT
    from tests.county_faults import IN_COUNTY, IN_DOCUMENT

    whole = COUNTY + AGREEMENT

    def ask(label: str, county: str, document: str) -> Ask:
        return Ask(part="bad-inputs", op="county_files", args={"county": county, "document": document}, label=label)

    yield ask("no fault", whole, DOCUMENT)
    for name, case in IN_DOCUMENT.items():
        yield ask(f"document, {name}", whole, DOCUMENT.replace(case.old, case.new))
    for name, case in IN_COUNTY.items():
        yield ask(f"county, {name}", whole.replace(case.old, case.new, 1), DOCUMENT)
    names = ("text for a number", "a value that is none of its kind", "another document", "a misspelt key")
    several = DOCUMENT
    for name in names:
        several = several.replace(IN_DOCUMENT[name].old, IN_DOCUMENT[name].new)
    yield ask("four faults", whole, several)
