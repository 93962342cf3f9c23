"""An answer compared with a later one by its receipt."""

import re
from datetime import date
from pathlib import Path

import attrs
import pytest

from psykavtal import Case, Receipt, from_json, load_counties, to_json
from psykavtal.cases.receipts import Difference
from tests.counties import AGREEMENT, COUNTY, DOCUMENT, MakeCounty
from tests.exchange.case_answers import CASES, COUNTIES, DAY, asked


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
