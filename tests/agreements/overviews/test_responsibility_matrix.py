"""The responsibility matrix has each duty in each of its areas, with its bearers."""

import pytest

from psykavtal import from_json, load_counties, responsibility_matrix, to_json
from psykavtal.model.provisions import Responsibility
from tests.counties import AGREEMENT, COUNTY, MakeCounty
from tests.norrvik import plugin

DAY = "2026-01-10"

DUTIES = """\
document = "avtal-2024"
silent_on = ["sip.timing"]

[responsibility.both]
answers = ["sip.use", "responsibility.joint", "responsibility.each"]
passage = "Målgrupp: Ansvar … ett"
bearer = "joint"
sv = "Ta initiativ till en plan."

[responsibility.unclear]
answers = ["care.contact", "responsibility.region", "responsibility.joint"]
passage = "Målgrupp: Ansvar … två"
bearer = "region"
sv = "Utse en kontakt."
reading.alone = { bearer = "region", why = { sv = "Regionen ensam.", en = "The region alone." } }
reading.together = { bearer = "joint", why = { sv = "Tillsammans.", en = "Together." } }

[responsibility.sure]
answers = ["care.contact", "responsibility.region"]
passage = "Målgrupp: Ansvar … tre"
bearer = "region"
sv = "Meddela den som utses."

[responsibility.limited]
answers = ["responsibility.municipality"]
passage = "Målgrupp: Ansvar … fyra"
bearer = "municipality"
limit = "till och med sjuksköterskenivå"
when = "special-housing"
sv = "Ge hälso- och sjukvård."

[statement.passive]
answers = ["school.health"]
passage = "Målgrupp: Ansvar … fem"
sv = "Elevhälsa ska finnas."

[statement.by-topic]
answers = ["prevention.early", "responsibility.municipality"]
passage = "Målgrupp: Ansvar … sex"
sv = "Kommunen arbetar uppsökande."

[linked-agreement.annat]
answers = ["care.habilitation"]
passage = "Målgrupp: Ansvar … sju"
link = "annat"
sv = "Ett annat avtal gäller habilitering."

[follow-up.agreement]
answers = ["follow-up.agreement"]
passage = "Målgrupp: Ansvar … åtta"
by = ["radet"]
sv = "Rådet följer upp avtalet."
"""
OTHER_COUNTY = COUNTY.replace('"varmland"', '"halland"').replace('"17"', '"13"').replace("Värmland", "Halland")
OTHER_COUNTY = OTHER_COUNTY.replace("1780", "1380").replace("1785", "1381").replace("Karlstad", "Halmstad")
OTHER_COUNTY = OTHER_COUNTY.replace("Säffle", "Laholm")
OTHER_DUTIES = """\
document = "avtal-2024"
silent_on = ["care.contact", "sip.use"]

[responsibility.school]
answers = ["school.health", "responsibility.municipality"]
passage = "Målgrupp: Ansvar … ett"
bearer = "municipality"
sv = "Ge elevhälsa."

[responsibility.habilitation]
answers = ["care.habilitation", "responsibility.region"]
passage = "Målgrupp: Ansvar … två"
bearer = "region"
sv = "Ge habilitering."
"""
ANOTHER = '\n[document.annat]\nnames = ["Annat avtal"]\ntype = "agreement"\n'


@pytest.fixture
def matrix(tmp_path, monkeypatch):
    make_county = MakeCounty(tmp_path, monkeypatch)
    plugins = [
        make_county.whole(COUNTY + AGREEMENT + ANOTHER, DUTIES),
        make_county.whole(OTHER_COUNTY + AGREEMENT + ANOTHER, OTHER_DUTIES),
    ]
    return responsibility_matrix(load_counties(plugins, strict=True), on="2025-01-01")


def cell(matrix, area, subject="Värmland"):
    row = next(each for each in matrix.rows if each.area == area)
    return row.cells[matrix.subjects.index(subject)]


@pytest.mark.parametrize(
    ("area", "subject", "label", "is_overlap", "is_hole"),
    [
        ("sip.use", "Värmland", "gemensamt, var och en", True, False),
        ("sip.use", "Halland", "tyst", False, True),
        ("care.contact", "Värmland", "regionen, gemensamt ?", False, False),
        ("school.health", "Värmland", "ingen ansvarig redovisad", False, True),
        ("school.health", "Halland", "kommunen", False, False),
        ("prevention.early", "Värmland", "kommunen", False, False),
        ("prevention.early", "Halland", "ej redovisat", False, False),
        ("care.habilitation", "Värmland", "hänvisar till annat dokument", False, False),
        ("follow-up.agreement", "Värmland", "Rådet", False, False),
        ("", "Värmland", "kommunen", False, False),
        ("", "Halland", "inga övriga", False, False),
    ],
)
def test_a_cell(matrix, area, subject, label, is_overlap, is_hole):
    found = cell(matrix, area, subject)
    assert (found.label.sv, found.is_overlap, found.is_hole) == (label, is_overlap, is_hole)


def test_a_topic_without_a_bearer_anywhere_is_no_area(matrix):
    assert "sip.timing" not in {each.area for each in matrix.rows}


def test_overlaps_and_holes_are_listed(matrix):
    assert [(each.subject, each.area) for each in matrix.overlaps] == [("Värmland", "sip.use")]
    assert {(each.subject, each.area) for each in matrix.holes} == {
        ("Halland", "sip.use"),
        ("Halland", "care.contact"),
        ("Värmland", "school.health"),
    }


def test_a_duty_keeps_its_limit_and_condition(matrix):
    (duty,) = cell(matrix, "").duties
    assert duty.limit == "till och med sjuksköterskenivå"
    assert duty.condition is not None
    assert duty.citations


def test_each_record_of_an_uncertain_bearer_is_marked(matrix):
    found = {(each["provision"], each["bearer"]): each["is_certain"] for each in matrix.to_records()}
    assert found["avtal-2024.responsibility.unclear", "joint"] is False
    assert found["avtal-2024.responsibility.unclear", "region"] is False
    assert found["avtal-2024.responsibility.sure", "region"] is True


def test_a_chosen_reading_is_the_only_bearer(tmp_path, monkeypatch):
    county = MakeCounty(tmp_path, monkeypatch).whole(COUNTY + AGREEMENT + ANOTHER, DUTIES)
    counties = load_counties([county], strict=True)
    found = responsibility_matrix(counties, on="2025-01-01", readings="together")
    assert cell(found, "care.contact").label.sv == "regionen, gemensamt"


@pytest.mark.parametrize("on", [DAY, "2027-06-01"])
def test_no_duty_of_an_installed_county_is_lost_or_added(counties, on):
    matrix = responsibility_matrix(counties, on=on)
    for at, county in enumerate(counties.members):
        shown = {duty.provision for row in matrix.rows for duty in row.cells[at].duties}
        topics = [each for each in counties.topics if each.partition(".")[0] == "responsibility"]
        answers = [county.ask(each, on=on, include_reported=True) for each in topics]
        stated = {each.id for answer in answers for each in answer.basis if isinstance(each, Responsibility)}
        assert stated <= shown
        every = [county.ask(each, on=on, include_reported=True) for each in counties.topics]
        assert shown <= {each.id for answer in every for each in answer.basis}


def test_a_silent_cell_is_silent_when_asked(counties):
    matrix = responsibility_matrix(counties, on=DAY)
    for row in matrix.rows[:-1]:
        for county, each in zip(counties.members, row.cells, strict=True):
            assert each.status == county.ask(row.area, on=DAY, include_reported=True).status


def test_norrvik():
    matrix = responsibility_matrix(load_counties([plugin], strict=True), on="2024-01-10")
    assert {row.area: row.cells[0].label.sv for row in matrix.rows} == {
        "disagreement.interim": "den huvudman som bedriver vården",
        "sip.use": "gemensamt",
        "sip.convener": "regionen",
        "follow-up.agreement": "Tjänstepersonsledningen Norrvik (TLN)",
        "ombudsman.task": "kommunen",
        "care.contact": "regionen",
        "support.everyday-life": "kommunen",
        "care.placement": "kommunen, gemensamt",
        "": "regionen",
    }


def test_a_matrix_can_be_written_and_read(counties):
    found = responsibility_matrix(counties, on=DAY)
    assert from_json(to_json(found), counties=counties) == found
