"""Hostile input to commands: cases, dates, receipts and ages."""

import json
from collections.abc import Callable
from typing import Any

import psykavtal_jamtland
import pytest
from click.testing import CliRunner

import psykavtal
from psykavtal import (
    Case,
    load_counties,
    to_dict,
)
from psykavtal.cli import main
from psykavtal.errors import PsykavtalError
from tests.exchange.hostile import DAY, loaded, written


@pytest.fixture
def run() -> Callable[..., Any]:
    return lambda *arguments, stdin=None: CliRunner().invoke(main, [str(each) for each in arguments], input=stdin)


LINES = [
    b'{"municipality": "2321", "born": "9999-12-31"}',
    b'{"municipality": "2321", "born": "0001-01-01"}',
    b'{"municipality": "2321", "age": 9999}',
    b'{"municipality": "2321", "age": %s}' % (b"9" * 5_000),
    b'{"municipality": "2321", "age": -9999999999999999999999}',
    b'{"municipality": "2321", "age": NaN}',
    b"[" * 100_000,
    b'{"municipality": "\\ud800"}',
    b'{"municipality": "\xc5re"}',
    b'{"municipality": "2321", "municipality": "0680"}',
    b"null",
    b"\x00",
]


@pytest.mark.slow
@pytest.mark.parametrize("day", [DAY, "9999-12-31", "0001-01-01"])
def test_every_line_is_answered_or_has_its_own_error(run: Callable[..., Any], day: str) -> None:
    good = b'{"municipality": "2321"}'
    text = b"\xef\xbb\xbf" + b"\n".join([good, *(line for bad in LINES for line in (bad, good))])
    result = run("case", "-", "--on", day, stdin=text)
    told = [json.loads(line) for line in result.output.splitlines()]
    assert [each["line"] for each in told] == list(range(1, 2 * len(LINES) + 2))
    assert all("answer" in each for each in told[::2])
    assert all("answer" in each or each["error"]["kind"] == "CaseError" for each in told)
    assert result.exit_code == 1


def test_who_is_born_on_the_last_day_of_the_calendar_is_answered_on_it() -> None:
    answer = loaded().what_applies(Case(municipality="2321", born="9999-12-31"), on="9999-12-31")
    assert to_dict(answer)
    assert answer.explain()


def test_an_age_limit_beyond_every_age_takes_no_birthday_from_the_others() -> None:
    class Old(psykavtal.TomlCounty):
        def data(self, file: str) -> bytes | None:
            found = super().data(file)
            if file.endswith(".json") or found is None:
                return None
            return found.replace(b"below = 25", b"below = 9998")

    counties = load_counties([Old(psykavtal_jamtland.__name__)])
    case = Case(municipality="2321", born="2010-03-01")
    right = loaded().what_applies(case, on=DAY).transitions
    found = counties.what_applies(case, on=DAY).transitions
    assert found.status == right.status


RECEIPTS: dict[str, bytes] = {
    "lists that never end": b"[" * 100_000,
    "no JSON": b"{",
    "a list": b"[1]",
    "a number": b"5",
    "null": b"null",
    "not UTF-8": b"\xff\xfe\x00",
    "a number too long": b"9" * 5_000,
    "NaN": b"NaN",
    "an object without a kind": b"{}",
    "a key twice": b'{"kind": "receipt", "kind": "receipt"}',
}


@pytest.mark.parametrize("name", RECEIPTS)
def test_a_bad_receipt_is_refused(name: str) -> None:
    with pytest.raises(PsykavtalError):
        psykavtal.from_json(RECEIPTS[name])


FIELDS = {
    "on": ("x", 5, None, "9999-99-99"),
    "readings": (5, [], {"x": 5}),
    "include_reported": ("some", 5, None),
    "county": (5, None),
    "document": (5,),
    "versions": (5, {"psykavtal": 5}, []),
    "answer": (5, None),
}


@pytest.mark.parametrize(("field", "value"), [(name, each) for name, every in FIELDS.items() for each in every])
def test_a_receipt_with_a_bad_field_is_refused(field: str, value: object) -> None:
    with pytest.raises(PsykavtalError):
        psykavtal.from_json(json.dumps({**json.loads(written()[2]), field: value}))


@pytest.mark.parametrize("age", ["9" * 5_000, "²", "-1", "१७"])
def test_an_age_that_is_none_is_refused_by_the_command(run: Callable[..., Any], age: str) -> None:
    result = run("case", "--municipality", "2321", f"--age={age}", "--on", DAY, "--lang", "en")
    assert result.exit_code == 1
    assert result.output.startswith("psykavtal: the case cannot be read:")
