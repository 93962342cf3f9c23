"""The diff of both editions against pairs of provisions that a reader of the two texts made."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

import psykavtal

PAIRS = tomllib.loads(Path(__file__).with_name("pairs.toml").read_text("utf-8"))
ROWS = {name: [each for each in PAIRS["rows"] if each["set"] == name] for name in ("tuning", "held-out", "later")}
LEAST = 0.9


@pytest.fixture(scope="module")
def diff():
    return psykavtal.diff(psykavtal.load_counties(), PAIRS["before"], PAIRS["after"])


def name(provision):
    """The kind and name of a provision."""
    return provision.id.partition(".")[2]


def pairs(rows):
    return {(each["before"], each["after"]): each["verdict"] for each in rows if each["verdict"] != "none"}


def found_for(rows, diff):
    """The pairs found of which a provision is in one of the rows."""
    known = {(side, each[side]) for each in rows for side in ("before", "after") if side in each}
    paired = [(name(each.before), name(each.after), each) for each in diff if len(each.provisions) > 1]
    return {(a, b): each for a, b, each in paired if {("before", a), ("after", b)} & known}


# The later rows have only a few pairs: alone, they say little of precision.
@pytest.mark.parametrize(
    ("rows", "least"),
    [(ROWS["tuning"], LEAST), (ROWS["held-out"], LEAST), (PAIRS["rows"], 0.88)],
    ids=["tuning", "held-out", "all"],
)
def test_pairs_are_those_of_a_reader(diff, rows, least):
    expected, found = pairs(rows), found_for(rows, diff)
    right = expected.keys() & found.keys()
    wrong = found.keys() - expected.keys()
    missed = expected.keys() - found.keys()
    assert len(right) / len(found) >= least, f"precision; wrong: {sorted(wrong)}"
    assert len(right) / len(expected) >= least, f"recall; missed: {sorted(missed)}"


@pytest.mark.parametrize("rows", ROWS.values(), ids=ROWS)
def test_verdicts_on_pairs_are_those_of_a_reader(diff, rows):
    expected, found = pairs(rows), found_for(rows, diff)
    judged = {each: found[each].verdict.value == expected[each] for each in expected.keys() & found.keys()}
    other = {each: found[each].verdict.value for each, is_right in judged.items() if not is_right}
    assert sum(judged.values()) / len(judged) >= LEAST, other


def test_certain_pairs_are_right(diff):
    expected = pairs(PAIRS["rows"])
    found = found_for(PAIRS["rows"], diff)
    wrong = {each for each, entry in found.items() if entry.certainty.value == "certain" and each not in expected}
    assert not wrong


def test_the_reader_paired_enough(diff):
    counts = Counter(each["verdict"] for each in PAIRS["rows"])
    assert len(PAIRS["rows"]) >= 60
    assert (
        sum("before" not in each for each in PAIRS["rows"]) >= 12 <= sum("after" not in each for each in PAIRS["rows"])
    )
    assert counts["none"] >= 24
    for side, provisions in (("before", [e.before for e in diff]), ("after", [e.after for e in diff])):
        known = {name(each) for each in provisions if each is not None}
        named = [each[side] for each in PAIRS["rows"] if side in each]
        assert set(named) <= known
        assert len(set(named)) == len(named)
