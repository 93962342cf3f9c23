"""An answer to a case as JSON, and compared with a later one by its receipt."""

import json
import re
from datetime import date
from pathlib import Path

import attrs
import jsonschema  # type: ignore[import-untyped] (it has no stubs)
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psykavtal import Case, Receipt, from_json, load_counties, schema_of, to_json
from psykavtal.cases.receipts import Difference
from psykavtal.errors import PsykavtalError
from psykavtal.model.vocabulary import FactType

from .counties import AGREEMENT, COUNTY, DOCUMENT, MakeCounty

DAY = "2026-01-10"
COUNTIES = load_counties()
SCHEMA = {"$ref": "#/$defs/what-applies", "$defs": schema_of("exchange")["$defs"]}
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
FACTS = sorted(each.id for each in COUNTIES.facts.values() if each.type is not FactType.PRINCIPAL)

CASES = {
    "nothing told": (Case(municipality="2321"), {}),
    "much told": (
        Case(
            municipality="2321",
            born="2008-03-01",
            facts={"coordinated": True, "inpatient": False, "disagreement": True},
            principals={"need-noticed": "region"},
            stands_at="lokal-samverkansarena",
        ),
        {},
    ),
    "services and transitions": (Case(municipality="Åre", born="2008-02-29"), {"document": "jamtland-2021"}),
    "readings that part": (
        Case(
            municipality="Jönköping",
            age=18,
            facts=dict.fromkeys(("psychiatric-condition", "needs-region", "needs-municipality"), True),
        ),
        {},
    ),
    "a reading chosen": (Case(municipality="Jönköping", age=18), {"readings": "inclusive"}),
    "a reading chosen for one": (
        Case(municipality="Jönköping", age=18),
        {"readings": {"jonkoping-2025.target-group.main": "exclusive"}},
    ),
    "no edition determined": (Case(municipality="Falun", age=18), {}),
    "a directive": (Case(municipality="Falun", age=18), {"document": "dalarna-direktiv-2020"}),
    "what is reported too": (Case(municipality="Falun", age=18), {"include_reported": True}),
    "what is reported only": (Case(municipality="Åre", age=18), {"include_reported": True, "on": "2022-06-01"}),
    "an edition that hangs on a reading": (Case(municipality="Åre", age=18), {"on": "2027-01-10"}),
}


def asked(name, **more):
    case, asking = CASES[name]
    return COUNTIES.what_applies(case, **{"on": DAY, **asking, **more})


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


# --- Receipts ---


@pytest.mark.parametrize("name", CASES)
def test_by_its_receipt_an_answer_is_the_same_again(name):
    case, asking = CASES[name]
    answer = asked(name)
    receipt = from_json(to_json(answer.receipt))
    again = load_counties().what_applies(case, **{"on": DAY, **asking})

    assert receipt == answer.receipt
    assert receipt.differences(again.receipt) == ()
    assert again == answer


def test_a_receipt_says_what_was_asked_of_what():
    receipt = asked("services and transitions").receipt

    assert (receipt.county, receipt.on.isoformat(), receipt.document) == ("jamtland", DAY, "jamtland-2021")
    assert {"psykavtal", "psykavtal-jamtland"} <= set(receipt.versions)
    assert all(receipt.versions[each] for each in ("psykavtal", "psykavtal-jamtland"))
    assert all(each.startswith("sha256:") for each in [receipt.answer, *receipt.documents.values()])


def test_a_receipt_holds_nothing_that_was_told():
    receipt = asked("much told").receipt
    text = re.sub(r"sha256:[0-9a-f]{64}", "", to_json(receipt))
    held = [
        each for each in ("2008", "03-01", "coordinated", "lokal-samverkansarena", "2321", '"region"') if each in text
    ]

    assert held == []


def test_whether_the_case_is_kept_is_no_difference():
    assert asked("much told", keep_case=True).receipt == asked("much told").receipt


def differences(receipt, later):
    return [each.value for each in receipt.differences(later)]


def test_another_version_is_a_difference_and_only_that():
    receipt = asked("nothing told").receipt
    for versions in (
        {**receipt.versions, "psykavtal-jamtland": "0.0.9"},
        {**receipt.versions, "psykavtal-skane": "1.0"},
        {name: number for name, number in receipt.versions.items() if name != "psykavtal-dalarna"},
    ):
        earlier = attrs.evolve(receipt, versions=versions)
        assert differences(earlier, receipt) == differences(receipt, earlier) == ["versions"]


def test_another_text_is_a_difference():
    receipt = asked("nothing told").receipt
    (first, *_) = receipt.documents

    assert differences(attrs.evolve(receipt, documents={**receipt.documents, first: "sha256:00"}), receipt) == [
        "documents"
    ]


def test_another_query_is_a_difference_and_named_apart_from_its_answer():
    chosen = asked("readings that part", readings="inclusive").receipt
    other = asked("readings that part").receipt

    assert differences(other, chosen) == ["query", "answer"]
    for field in ({"on": date(2026, 1, 11)}, {"county": "dalarna"}, {"document": "x"}, {"include_reported": True}):
        assert differences(attrs.evolve(other, **field), other) == ["query"]


def test_another_case_is_another_answer():
    other = COUNTIES.what_applies(Case(municipality="2321", facts={"coordinated": False}), on=DAY)

    assert differences(asked("nothing told").receipt, other.receipt) == ["answer"]


def test_differences_have_labels_in_both_languages():
    assert all(each.label.sv and each.label.en for each in Difference)


class TestAfterTheFileOfACountyHasChanged:
    @pytest.fixture
    def make(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        return MakeCounty(tmp_path, monkeypatch)

    case = Case(municipality="Karlstad", age=18)

    def compared(self, make, document: str, county: str = COUNTY + AGREEMENT) -> list[str]:
        before, after = (
            load_counties(plugins=[make.whole(*texts)], strict=True)
            for texts in ((COUNTY + AGREEMENT, DOCUMENT), (county, document))
        )
        receipt, later = (each.what_applies(self.case, on=DAY).receipt for each in (before, after))
        # The throw-away packages have names of their own, as no distribution of a county has.
        return differences(attrs.evolve(receipt, versions=later.versions), later)

    def test_nothing_is_told_where_nothing_has(self, make):
        assert self.compared(make, DOCUMENT) == []

    def test_a_provision_with_another_wording_is_another_answer(self, make):
        changed = DOCUMENT.replace("Den som är minst 18 år", "Den som har fyllt 18 år")
        assert changed != DOCUMENT

        assert self.compared(make, changed) == ["answer"]

    def test_a_provision_that_decides_otherwise_is_another_answer(self, make):
        changed = DOCUMENT.replace('words = "från 18 år", from = 18', 'words = "från 19 år", from = 19')
        assert changed != DOCUMENT

        assert self.compared(make, changed) == ["answer"]

    def test_a_text_with_another_digest_is_told(self, make):
        changed = (COUNTY + AGREEMENT).replace("sha256:00", "sha256:01")

        assert self.compared(make, DOCUMENT, changed) == ["documents"]

    def test_a_provision_that_is_new_is_another_answer(self, make):
        duty = """
[responsibility.new]
answers = ["responsibility.joint"]
passage = "Målgrupp: Frågan ska … i Rådet"
bearer = "joint"
sv = "Något nytt."
"""
        assert self.compared(make, DOCUMENT + duty) == ["answer"]


def test_a_receipt_that_was_read_is_a_receipt():
    assert isinstance(from_json(to_json(asked("nothing told").receipt)), Receipt)
