"""An answer to a case as JSON."""

import json

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psykavtal import Case, from_json, schema_of, to_json
from psykavtal.errors import PsykavtalError
from psykavtal.model.vocabulary import FactType
from tests.exchange.case_answers import CASES, COUNTIES, DAY, asked

SCHEMA = {"$ref": "#/$defs/what-applies", "$defs": schema_of("exchange")["$defs"]}

VALIDATOR = jsonschema_rs.Draft202012Validator(SCHEMA)

FACTS = sorted(each.id for each in COUNTIES.facts.values() if each.type is not FactType.PRINCIPAL)


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_an_answer_comes_back_equal_to_itself_and_is_what_the_schema_says(name):
    answer = asked(name, keep_case=name == "much told")
    text = to_json(answer)
    back = from_json(text, counties=COUNTIES)

    assert back == answer
    assert to_json(back) == text
    assert (back.receipt, back.labels, back.case) == (answer.receipt, answer.labels, answer.case)
    assert back.explain("sv") == answer.explain("sv")
    VALIDATOR.validate(json.loads(text))


@pytest.mark.slow
@settings(max_examples=10, deadline=None)
@given(
    st.sampled_from(["Åre", "Jönköping", "Falun"]),
    st.dictionaries(st.sampled_from(FACTS), st.booleans()),
    st.none() | st.integers(0, 120),
)
def test_any_answer_goes_round(municipality, facts, age):
    answer = COUNTIES.what_applies(Case(municipality=municipality, facts=facts, age=age), on=DAY)

    assert from_json(to_json(answer), counties=COUNTIES) == answer
    VALIDATOR.validate(json.loads(to_json(answer)))


@pytest.mark.parametrize("change", ["no receipt", "another kind of truth", "a part too many", "a reference to nothing"])
def test_what_is_no_such_answer_is_refused_by_the_schema_or_the_reader(change):
    table = asked("much told").to_dict()
    match change:
        case "no receipt":
            del table["receipt"]
        case "another kind of truth":
            table["disagreement"]["applies"] = "maybe"
        case "a part too many":
            table["name"] = "Kerstin"
        case "a reference to nothing":
            table["provisions"] = {}
    if change != "a reference to nothing":
        assert not VALIDATOR.is_valid(table)
    with pytest.raises(PsykavtalError):
        from_json(json.dumps(table), counties=COUNTIES)


def tables(value):
    """Every table within, the outermost first."""
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from tables(each)
    elif isinstance(value, list):
        for each in value:
            yield from tables(each)


@pytest.mark.parametrize("name", CASES)
def test_each_provision_is_written_once_and_referred_to_elsewhere(name):
    table = asked(name).to_dict()
    provisions = table.pop("provisions")
    referred = {
        each["ref"] for each in tables(table) if each.get("kind") == "provision-ref" or set(each) == {"kind", "ref"}
    }

    assert referred == set(provisions)
    written = [json.dumps(each, sort_keys=True) for each in provisions.values()]
    assert len(written) == len(set(written))
    assert not [each for each in tables(table) if "citations" in each and "wording" in each]


def test_the_kind_tells_what_it_is_and_no_case_is_in_it_unless_it_is_kept():
    assert asked("much told").to_dict()["kind"] == "what-applies"
    assert asked("much told").to_dict()["case"] is None
    kept = asked("much told", keep_case=True).to_dict()["case"]
    assert kept["born"] == "2008-03-01"
    # But what follows from a fact tells it: an answer is kept as a case is.
    assert "2026-03-01" in to_json(COUNTIES.what_applies(CASES["much told"][0], on=DAY, document="jamtland-2021"))


def test_json_that_was_read_cannot_be_asked_further_and_says_so():
    back = from_json(to_json(asked("much told")), counties=COUNTIES)

    with pytest.raises(PsykavtalError, match="Ask the case again"):
        back.ask("sip.convener")


def test_an_answer_is_json_for_who_has_no_python():
    answer = asked("much told")

    assert json.loads(to_json(answer)) == answer.to_dict()
