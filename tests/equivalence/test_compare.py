"""A comparison reports every difference that is neither renamed nor expected."""

import gzip
import json
from collections.abc import Callable, Hashable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from tests.equivalence.compare import compare
from tests.equivalence.pairwise import rows

Differs = Callable[..., bool]
ANSWER = {"status": "stated", "basis": ["a.statement.x"], "value": [{"kind": "linked-agreement", "held": True}]}
CHANGE = (
    '[[change]]\nkey = "topics: topic *"\npath = "answer.basis[0]"\nold = "a.statement.x"\nnew = "b"\nreason = "r"\n'
)


@pytest.fixture
def differs(tmp_path: Path) -> Differs:
    def asked(old: dict[str, Any], new: dict[str, Any], renames: str = "", expected: str = "") -> bool:
        files = []
        for name, lines in (("old", old), ("new", new)):
            files.append(tmp_path / name)
            with gzip.open(files[-1], "wt", encoding="utf-8") as out:
                for key, facts in lines.items():
                    out.write(json.dumps({"facts": facts, "key": key}, separators=(",", ":")) + "\n")
        (tmp_path / "renames.csv").write_text(f"what,old,new\n{renames}", encoding="utf-8")
        (tmp_path / "expected.toml").write_text(expected, encoding="utf-8")
        return bool(compare(*files, renames=tmp_path / "renames.csv", expected=tmp_path / "expected.toml"))

    return asked


def line(**changed: Any) -> dict[str, Any]:
    return {"topics: topic county=x": {"answer": {**ANSWER, **changed}}}


@pytest.mark.parametrize(
    ("new", "renames", "expected", "result"),
    [
        pytest.param(line(), "", "", False, id="the same"),
        pytest.param(line(status="derived"), "", "", True, id="another status"),
        pytest.param({}, "", "", True, id="a line that is missing"),
        pytest.param({**line(), "law: law y": {}}, "", "", True, id="a line more"),
        pytest.param(line(basis=["b"]), "", CHANGE, False, id="an expected change"),
        pytest.param(line(basis=["c"]), "", CHANGE, True, id="another change than expected"),
        pytest.param(line(), "", CHANGE, True, id="an expected change that is not found"),
        pytest.param(line(basis=["b"]), "value,a.statement.x,b\n", "", False, id="a renamed id"),
        pytest.param(line(), "value,a.statement.x,b\n", "", True, id="a rename that did not happen"),
        pytest.param(
            line(value=[{"kind": "linked-document", "held": True}]), "class,LinkedAgreement,LinkedDocument\n", "", False,
            id="a renamed class",
        ),
        pytest.param(
            line(value=[{"kind": "linked-agreement", "available": True}]), "field,linked-agreement.held,available\n", "",
            False, id="a renamed field",
        ),
    ],
)  # fmt: skip
def test_what_differs_is_reported(
    differs: Differs, new: dict[str, Any], renames: str, expected: str, *, result: bool
) -> None:
    assert differs(line(), new, renames, expected) is result


def test_runs_of_days_are_compared_by_day(differs: Differs) -> None:
    def runs(*each: list[Any]) -> dict[str, Any]:
        return {"editions: edition": {"runs": list(each)}}

    first, second = {"status": "stated"}, {"status": "silent"}
    old = runs(["2020-01-01", "2020-01-31", first], ["2020-02-01", "2020-02-28", second])
    assert not differs(old, old)
    assert differs(old, runs(["2020-01-01", "2020-02-01", first], ["2020-02-02", "2020-02-28", second]))
    assert differs(old, runs(["2020-01-01", "2020-02-28", first]))


def test_a_design_has_every_pair_of_values() -> None:
    factors: dict[str, tuple[Hashable, ...]] = {
        "a": (1, 2, 3),
        "b": (True, False, None),
        "c": ("x", "y"),
        "d": (1, 2, 3, 4),
    }
    found = list(rows(factors, seed=1))
    assert found == list(rows(factors, seed=1))
    for one, other in combinations(factors, 2):
        pairs = {(row[one], row[other]) for row in found}
        assert pairs == {(first, second) for first in factors[one] for second in factors[other]}
    assert len(found) < 24


@pytest.mark.parametrize(("part", "result"), [("topics", False), ("routes", True)])
def test_the_order_of_a_list_counts_where_it_is_a_sequence(differs: Differs, part: str, result: bool) -> None:
    old, new = ({f"{part}: x": {"answer": {"basis": names}}} for names in (["a", "b"], ["b", "a"]))
    assert differs(old, new) is result
    assert differs(old, {f"{part}: x": {"answer": {"basis": ["a", "a"]}}})
