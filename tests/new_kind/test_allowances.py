"""A new kind is read, checked, answered, found and compared."""

import pytest

from psykavtal import compare
from psykavtal.agreements.descriptions import describe
from psykavtal.agreements.field_text import field_label, value_text
from psykavtal.errors import CountyFileError
from psykavtal.model.provisions import KINDS
from tests.counties import AGREEMENT, COUNTY, DOCUMENT
from tests.new_kind.allowance import Allowance, Amount
from tests.new_kind.allowance_county import DAY, ID, TABLE, loaded


def test_county_files_read_it(county):
    (found,) = county.find(kind="allowance").provisions
    assert isinstance(found, Allowance)
    assert (found.id, found.amount) == (ID, Amount(words="femhundra kronor", kronor=500))
    assert found.age_limit is not None
    assert [each.name for each in found.age_limit.readings] == ["inclusive", "exclusive"]


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ('payer = "radet"', 'payer = "rade"', "rade"),
        ('granted_if = "needs-region"', 'granted_if = "need-region"', "need-region"),
        ('chosen_by = "need-noticed"', 'chosen_by = "needs-region"', "principal"),
        ("kronor = 500", "kronor = -1", "is negative."),
        ("kronor = 500", 'kronor = "500"', "must be a whole number."),
        ("purpose =", "purpos =", "purpos"),
    ],
)
def test_checks_refuse_its_faults(make, before, after, fault):
    plugin = make.whole(document=DOCUMENT + TABLE.replace(before, after))
    with pytest.raises((CountyFileError, ExceptionGroup)) as caught:
        _ = loaded(plugin)["17"].holdings.contents
    faults = caught.value.exceptions if isinstance(caught.value, ExceptionGroup) else [caught.value]
    assert any(fault in str(each) for each in faults)


def test_asking_returns_it(county):
    answer = county.document("avtal-2024", on=DAY).ask("follow-up.plan")
    assert answer.status == "ambiguous"
    chosen = county.document("avtal-2024", on=DAY).ask("follow-up.plan", readings="exclusive")
    assert chosen.value[0].age_limit.range.at_least == 19
    line, *_ = describe(chosen, county.holdings.name_of)
    assert (line.sv, line.en) == ("Rådet: «femhundra kronor», 500 kronor", "Rådet: «femhundra kronor», 500 SEK")


def test_search_finds_it(county):
    assert [each.id for each in county.find("resor").provisions] == [ID]
    assert ID in [each.id for each in county.find("Rådet").provisions]


@pytest.mark.parametrize(("kronor", "result"), [(700, "differs"), (500, "same")])
def test_comparison_compares_its_value_across_counties(make, kronor, result):
    gotland = {"varmland": "gotland", "Värmland": "Gotland", '"17"': '"09"', '"1780"': '"0980"', '"1785"': '"0981"'}
    county = COUNTY
    for before, after in gotland.items():
        county = county.replace(before, after)
    table = TABLE.replace("kronor = 500", f"kronor = {kronor}").replace("femhundra kronor", "en summa")
    both = loaded(make.whole(document=DOCUMENT + TABLE), make.whole(county + AGREEMENT, DOCUMENT + table))
    (row,) = compare(both, topics=["follow-up.plan"], on=DAY, readings="inclusive").rows
    assert row.verdict.result.value == result


def test_fields_are_labelled(county):
    (found,) = county.find(kind=Allowance).provisions
    assert str(field_label("amount")) == "belopp"
    assert value_text("amount", found.amount, county.holdings.name_of).en == "«femhundra kronor», 500 SEK"
    assert str(value_text("purpose", found.purpose, county.holdings.name_of)) == "«resor»"


def test_facts_are_those_it_depends_on(county):
    (found,) = county.find(kind=Allowance).provisions
    assert list(found.facts()) == ["need-noticed", "needs-region"]


def test_it_is_registered():
    assert KINDS["allowance"] is Allowance
