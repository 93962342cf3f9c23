"""An answer to a case as JSON, and given again by its receipt."""

import json
import re
from pathlib import Path

import attrs
import jsonschema  # type: ignore[import-untyped] (it has no stubs)
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psykavtal import Case, Receipt, from_json, load_counties, schema_of, to_json
from psykavtal.errors import CaseError, PsykavtalError, UnknownCountyError
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
    "what is reported too": (Case(municipality="Falun", age=18), {"evidence": "all"}),
    "what is reported only": (Case(municipality="Åre", age=18), {"evidence": "all", "on": "2022-06-01"}),
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
            table["disagreement"]["truth"] = "maybe"
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
def test_by_its_receipt_an_answer_is_given_again(name):
    answer = asked(name)
    receipt = from_json(to_json(answer.receipt))
    again = load_counties().replay(receipt, CASES[name][0])

    assert receipt == answer.receipt
    assert again.same
    assert again.changes == ()
    assert again.answer == answer


def test_a_receipt_says_what_was_asked_of_what():
    receipt = asked("services and transitions").receipt

    assert (receipt.county, receipt.on.isoformat(), receipt.document) == ("jamtland", DAY, "jamtland-2021")
    assert {"psykavtal", "psykavtal-jamtland"} <= set(receipt.versions)
    assert all(receipt.versions[each] for each in ("psykavtal", "psykavtal-jamtland"))
    assert set(receipt.parts) >= {"edition", "target_group", "services", "transitions", "answers"}
    digests = [*receipt.parts.values(), *receipt.provisions.values(), *receipt.documents.values()]
    assert all(each.startswith("sha256:") for each in digests)
    assert "services.ages" in receipt.topics


def test_a_receipt_holds_nothing_that_was_told():
    receipt = asked("much told").receipt
    text = re.sub(r"sha256:[0-9a-f]{64}", "", to_json(receipt))
    held = [
        each for each in ("2008", "03-01", "coordinated", "lokal-samverkansarena", "2321", '"region"') if each in text
    ]

    assert held == []
    # What follows from what was told does show: a question that arises for who is an inpatient, or may be, is not there.
    assert "care.discharge" in asked("nothing told").receipt.topics
    stays = COUNTIES.what_applies(Case(municipality="2321", facts={"inpatient": False, "discharge": False}), on=DAY)
    assert "care.discharge" not in stays.receipt.topics


def changes(name, **fields):
    receipt = attrs.evolve(asked(name).receipt, **fields)
    return [each.to("en") for each in COUNTIES.replay(receipt, CASES[name][0]).changes]


def test_another_version_is_told_and_only_that():
    versions = dict(asked("nothing told").receipt.versions)
    was = versions["psykavtal-jamtland"]

    assert changes("nothing told", versions={**versions, "psykavtal-jamtland": "0.0.9"}) == [
        f"version of psykavtal-jamtland: has changed (0.0.9 → {was})"
    ]
    del versions["psykavtal-dalarna"]
    assert changes("nothing told", versions=versions) == ["version of psykavtal-dalarna: is new"]
    assert changes("nothing told", versions={**versions, "psykavtal-skane": "1.0"}) == [
        "version of psykavtal-skane: is gone",
        "version of psykavtal-dalarna: is new",
    ]


def test_another_text_is_told():
    receipt = asked("nothing told").receipt
    (first, *_) = receipt.documents

    assert changes("nothing told", documents={**receipt.documents, first: "sha256:00"}) == [
        f"text {first}: has changed"
    ]


def test_a_question_that_was_not_asked_then_is_told():
    receipt = asked("nothing told").receipt

    assert changes("nothing told", topics=receipt.topics[1:]) == [f"question {receipt.topics[0]}: is new"]
    assert changes("nothing told", topics=(*receipt.topics, "x.y")) == ["question x.y: is gone"]


def test_another_reading_is_another_answer_and_the_parts_are_named_that_it_changes():
    chosen = asked("readings that part", readings="inclusive").receipt
    found = changes("readings that part", readings="inclusive")

    assert found
    assert all(each.startswith("part of the answer: ") for each in found)
    assert "part of the answer: target group: has changed" in found
    assert "part of the answer: edition: has changed" not in found
    assert COUNTIES.replay(chosen, CASES["readings that part"][0]).same


def test_another_case_is_told_as_another_answer():
    other = Case(municipality="2321", facts={"coordinated": False})
    again = COUNTIES.replay(asked("nothing told").receipt, other)

    assert not again.same
    assert "part of the answer: target group: has changed" in [each.to("en") for each in again.changes]


def test_a_receipt_of_another_county_is_answered_by_that_county_wherever_the_case_is():
    receipt = COUNTIES.what_applies(Case(age=18), on=DAY, county="jonkoping").receipt

    assert COUNTIES.replay(receipt, Case(age=18)).same


def test_a_receipt_of_a_county_that_is_not_installed_is_refused():
    receipt = attrs.evolve(asked("nothing told").receipt, county="jamtlan")

    with pytest.raises(UnknownCountyError, match="Did you mean 'jamtland'"):
        COUNTIES.replay(receipt, CASES["nothing told"][0])
    with pytest.raises(CaseError):
        COUNTIES.replay(asked("nothing told").receipt, Case(municipality="2321", facts={"nonsense": True}))


class TestAfterTheFileOfACountyHasChanged:
    @pytest.fixture
    def make(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        return MakeCounty(tmp_path, monkeypatch)

    case = Case(municipality="Karlstad", age=18)

    def replayed(self, make, document: str, county: str = COUNTY + AGREEMENT) -> list[str]:
        before, after = (
            load_counties(plugins=[make.whole(*texts)], strict=True)
            for texts in ((COUNTY + AGREEMENT, DOCUMENT), (county, document))
        )
        receipt = before.what_applies(self.case, on=DAY).receipt
        # The throw-away packages have names of their own, as no distribution of a county has.
        receipt = attrs.evolve(receipt, versions=after.what_applies(self.case, on=DAY).receipt.versions)
        return [each.to("en") for each in after.replay(receipt, self.case).changes]

    def test_nothing_is_told_where_nothing_has(self, make):
        assert self.replayed(make, DOCUMENT) == []

    def test_a_provision_with_another_wording_is_told_and_only_that(self, make):
        changed = DOCUMENT.replace("Den som är minst 18 år", "Den som har fyllt 18 år")
        assert changed != DOCUMENT

        assert self.replayed(make, changed) == ["provision avtal-2024.target-group.main: has changed"]

    def test_a_provision_that_decides_otherwise_is_told_with_the_parts_that_it_changes(self, make):
        changed = DOCUMENT.replace('words = "från 18 år", from = 18', 'words = "från 19 år", from = 19')
        assert changed != DOCUMENT

        found = self.replayed(make, changed)
        assert "provision avtal-2024.target-group.main: has changed" in found
        assert "part of the answer: target group: has changed" in found
        assert "part of the answer: links: has changed" not in found

    def test_a_text_with_another_digest_is_told(self, make):
        changed = (COUNTY + AGREEMENT).replace("sha256:00", "sha256:01")

        assert self.replayed(make, DOCUMENT, changed) == ["text avtal-2024/ren: has changed"]

    def test_a_provision_that_is_new_is_told(self, make):
        duty = """
[responsibility.new]
topic = "responsibility.joint"
at = "malgrupp: Frågan ska … i Rådet"
bearer = "joint"
sv = "Något nytt."
"""
        found = self.replayed(make, DOCUMENT + duty)

        assert "provision avtal-2024.responsibility.new: is new" in found
        assert "part of the answer: responsibilities: has changed" in found
        assert "part of the answer: target group: has changed" not in found


def test_a_receipt_that_was_read_is_a_receipt():
    assert isinstance(from_json(to_json(asked("nothing told").receipt)), Receipt)
