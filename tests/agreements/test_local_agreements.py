"""A local agreement takes part in the answers for its municipalities, and in no others."""

import pytest

from psykavtal import load_counties
from psykavtal.errors import InvalidValueError, UnknownMunicipalityError
from tests.counties import AGREEMENT, COUNTY, DOCUMENT, MakeCounty

ON = "2025-01-01"
LOCAL = """
[agreement.lokala]
names = ["den lokala överenskommelsen"]

[document.lokal]
names = ["Lokal överenskommelse"]
type = "agreement"
edition_of = "lokala"
covers = ["1780"]
read_on = 2026-01-01
checked_until = 2026-01-01

[document.lokal.text.ren]
file = "lokal.txt"
digest = "sha256:00"
sections = { sip = "SIP" }

[validity.lokal]
answers = ["validity.start", "validity.end"]
about = "lokal"
passage = "lokal/ren/SIP: Den gäller … tills vidare"
start = 2024-09-01
until_further_notice = true
sv = "Gäller tills vidare från den 1 september 2024."
"""
STATEMENTS = """
document = "lokal"

[statement.{name}]
answers = ["{topic}"]
passage = "SIP: Mötet ska … veckor"
sv = "Mötet hålls inom två veckor."
"""
OWN = """
[statement.tid]
answers = ["sip.timing"]
passage = "Oenighet: Mötet ska … veckor"
sv = "Mötet hålls inom tre veckor."

[statement.lokalt]
answers = ["agreement.local"]
passage = "Oenighet: En lokal … strida"
sv = "En lokal överenskommelse får inte strida mot denna."
"""


@pytest.fixture
def county(tmp_path, monkeypatch):
    """Makes the county, with a local agreement that states something on a topic."""

    def make(topic="sip.timing", document=DOCUMENT + OWN, local=LOCAL):
        record = COUNTY + AGREEMENT.replace("[content]\n", '[content]\nlokal = "lokal.toml"\n') + local
        own = MakeCounty(tmp_path, monkeypatch)(
            record, _2024=document, lokal=STATEMENTS.format(name="lokal", topic=topic)
        )
        return load_counties([own], strict=True)["17"]

    return make


def documents(answer):
    return [each.document for each in answer.value]


def pointers(answer):
    return [each.provision for each in answer.see_also]


@pytest.mark.parametrize("name", ["Karlstad", "1780"])
def test_both_texts_are_members_in_its_municipality(county, name):
    answer = county().ask("sip.timing", on=ON, municipality=name)

    assert answer.status == "stated"
    assert documents(answer) == ["avtal-2024", "lokal"]
    assert [each.document for each in answer.citations] == ["avtal-2024", "lokal"]
    assert pointers(answer) == ["avtal-2024.statement.lokalt"]


@pytest.mark.parametrize("municipality", ["Säffle", None])
def test_elsewhere_and_without_a_municipality_it_is_pointed_to(county, municipality):
    answer = county().ask("sip.timing", on=ON, municipality=municipality)

    assert documents(answer) == ["avtal-2024"]
    assert pointers(answer) == ["lokal.statement.lokal"]


def test_before_it_applies_it_takes_no_part(county):
    answer = county().ask("sip.timing", on="2024-06-01", municipality="Karlstad")

    assert documents(answer) == ["avtal-2024"]
    assert pointers(answer) == ["lokal.statement.lokal"]


def test_it_answers_if_the_agreement_of_the_county_does_not(county):
    made = county("sip.convener")

    assert made.ask("sip.convener", on=ON).status == "silent"
    answer = made.ask("sip.convener", on=ON, municipality="Karlstad")
    assert answer.status == "stated"
    assert documents(answer) == ["lokal"]
    assert made.ask("sip.convener", on=ON, municipality="Säffle").status == "silent"


def test_an_agreement_on_the_whole_county_is_no_local_one(county):
    made = county(local=LOCAL.replace('covers = ["1780"]\n', ""))

    assert documents(made.ask("sip.timing", on=ON, municipality="Karlstad")) == ["avtal-2024"]


def test_an_unknown_municipality_and_a_useless_one_are_refused(county):
    made = county()

    with pytest.raises(UnknownMunicipalityError, match="Did you mean 'Karlstad'"):
        made.ask("sip.timing", on=ON, municipality="Karlsta")
    with pytest.raises(InvalidValueError, match="municipality: has no effect with `about`"):
        made.ask("sip.timing", on=ON, municipality="Karlstad", about="avtalet")


def test_counties_without_local_agreements_answer_alike_for_each_municipality(counties):
    for each in counties.values():
        plain = each.ask("sip.convener", on="2026-01-10")
        assert each.ask("sip.convener", on="2026-01-10", municipality=each.place.municipalities[0].code) == plain
