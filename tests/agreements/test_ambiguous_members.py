"""Ambiguity belongs to the members of an answer; the answer is ambiguous only if all are."""

import pickle
from datetime import date

import attrs
import pytest

from psykavtal import Ambiguous, Case, Derived, Stated, load_counties, to_dict
from psykavtal.agreements.descriptions import describe
from psykavtal.errors import UndeterminedError
from psykavtal.model.provisions import Bearer, Responsibility
from tests.counties import AGREEMENT, COUNTY, DOCUMENT, MakeCounty

DAY = "2025-01-01"
STEP = """
[relation.{name}]
answers = ["disagreement.first-step"]
passage = "Oenighet: {passage} … i Rådet"
relation = "escalates-to"
target = "radet"
trigger = ["disagreement"]
verb = "ska"
sv = "{sv}"
"""
READINGS = """
[relation.up.reading.one]
{one}
why = {{ sv = "Den ena läsningen." }}
[relation.up.reading.other]
{other}
why = {{ sv = "Den andra läsningen." }}
"""


@pytest.fixture
def document(tmp_path, monkeypatch):
    make = MakeCounty(tmp_path, monkeypatch)

    def made(more):
        text = DOCUMENT + more
        return load_counties(plugins=[make.whole(COUNTY + AGREEMENT, text)], strict=True)["varmland"].document(
            "avtal-2024", on=DAY
        )

    return made


def test_a_list_with_one_ambiguous_member_is_stated(counties):
    answer = counties["jonkoping"].ask("responsibility.region", on="2026-01-10")

    assert isinstance(answer, Stated)
    ambiguous = ("jonkoping-2025.responsibility.health-care-shared", "jonkoping-2025.responsibility.r-somatic")
    assert answer.ambiguous_members == ambiguous
    assert tuple(each.id for each in answer.value if each not in answer.certain) == ambiguous
    assert len(answer.certain) == len(answer.value) - 2


def test_a_field_that_differs_between_readings_is_refused_and_the_others_are_not(counties):
    answer = counties["jonkoping"].ask("responsibility.joint", on="2026-01-10")
    (member,) = [each for each in answer.value if each.id in answer.ambiguous_members]

    assert str(member.wording) == str(member)
    with pytest.raises(UndeterminedError) as raised:
        _ = member.bearer
    assert raised.value.place == member.id
    assert "in-common" in str(raised.value)
    assert {member.under(each.name).bearer for each in member.readings} == {Bearer.JOINT, Bearer.EACH}


def test_a_member_with_such_a_field_is_equal_to_its_provision(counties):
    answer = counties["jonkoping"].ask("responsibility.joint", on="2026-01-10")
    (member,) = [each for each in answer.value if each.id in answer.ambiguous_members]
    (record,) = [each for each in answer.basis if each.id == member.id]

    assert isinstance(member, Responsibility)
    assert member == record
    assert record == member
    assert len({member, record}) == 1
    assert pickle.loads(pickle.dumps(member)) == record
    assert to_dict(member) == to_dict(record)


def test_a_duty_in_a_case_refuses_what_its_readings_leave_open(counties):
    duties = counties.what_applies(Case(municipality="0680", age=30), on="2026-01-10").responsibilities

    found = [each for each in duties.value if each.provision.id in duties.ambiguous_members]

    assert found
    for each in found:
        with pytest.raises(UndeterminedError):
            attrs.astuple(each.provision, recurse=False)


@pytest.mark.parametrize(
    ("county", "topic", "status"),
    [
        ("jonkoping", "target-group.who", "stated"),
        ("jonkoping", "target-group.age", "ambiguous"),
        ("jonkoping", "services.ages", "ambiguous"),
        ("jonkoping", "sip.consent", "ambiguous"),
        ("jonkoping", "sip.participants", "ambiguous"),
        ("jamtland", "target-group.emphasis", "stated"),
        ("jamtland", "follow-up.agreement", "stated"),
        ("jamtland", "validity.end", "ambiguous"),
        ("jamtland", "disagreement.interim", "ambiguous"),
    ],
)
def test_an_answer_is_ambiguous_if_every_member_is(counties, county, topic, status):
    answer = counties[county].ask(topic, on="2026-01-10")

    assert answer.status == status
    if status == "stated":
        assert 0 < len(answer.ambiguous_members) < len(answer.value)
    else:
        assert answer.ambiguous_members == ()


def test_a_reading_of_one_member_gives_the_whole_list_and_says_that_it_was_chosen(counties):
    member = "jonkoping-2025.responsibility.health-care-shared"
    ask = counties["jonkoping"].ask

    answer = ask("responsibility.region", on="2026-01-10", readings={member: "divided"})

    assert isinstance(answer, Ambiguous)
    assert answer.chosen == "divided"
    assert len(answer.value) == len(ask("responsibility.region", on="2026-01-10").value)
    assert answer.under("divided").ambiguous_members == ("jonkoping-2025.responsibility.r-somatic",)


@pytest.mark.parametrize(
    ("county", "document", "topic", "names"),
    [("dalarna", "dalarna-direktiv-2020", "commission.period", {"period", "timeline"})],
)
def test_members_that_contradict_each_other_make_the_answer_ambiguous(counties, county, document, topic, names):
    answer = counties[county].document(document, on="2026-01-10").ask(topic)

    assert isinstance(answer, Ambiguous)
    assert {each.name for each in answer.readings} == names
    assert all(each.because.value == "contradiction" for each in answer.readings)
    for each in answer.readings:
        held = {member.id.rpartition(".")[2] for member in each.answer.value}
        assert held & names == {each.name}


def test_a_side_of_a_contradiction_can_be_chosen(counties):
    document = counties["dalarna"].document("dalarna-direktiv-2020", on="2026-01-10")

    for readings in ("timeline", {"dalarna-direktiv-2020.statement.timeline": "timeline"}):
        answer = document.ask("commission.period", readings=readings)
        assert answer.chosen == "timeline"
        assert "dalarna-direktiv-2020.statement.period" not in {each.id for each in answer.value}


@pytest.mark.parametrize("one", ["", 'remark.page = { kind = "context", sv = "En anmärkning." }'])
def test_readings_that_differ_in_their_reason_or_remarks_agree(document, one):
    answer = document(READINGS.format(one=one, other="")).ask("disagreement.first-step")

    assert isinstance(answer, Derived)
    assert [each.id for each in answer.rules] == ["readings-agree"]
    assert answer.ambiguous_members == ()


def test_readings_that_differ_in_a_condition_do_not_agree(document):
    answer = document(READINGS.format(one='when = "inpatient"', other="")).ask("disagreement.first-step")

    assert isinstance(answer, Ambiguous)
    assert {each.name for each in answer.readings} == {"one", "other"}


def test_an_ambiguous_member_beside_a_certain_one_is_marked(document):
    certain = STEP.format(name="second", passage="Även", sv="Annan oenighet lyfts i Rådet.")
    answer = document(READINGS.format(one='when = "inpatient"', other="") + certain).ask("disagreement.first-step")

    assert isinstance(answer, Stated)
    assert answer.on == date.fromisoformat(DAY)
    assert answer.ambiguous_members == ("avtal-2024.relation.up",)
    assert [each.id for each in answer.certain] == ["avtal-2024.relation.second"]


@pytest.mark.parametrize(("lang", "on", "reading"), [("sv", "Om", "Läsning"), ("en", "On", "Reading")])
def test_a_line_of_a_reading_names_the_member_that_it_belongs_to(counties, lang, on, reading):
    answer = counties["jonkoping"].ask("responsibility.region", on="2026-01-10")
    lines = [each.to(lang) for each in describe(answer, answer.name_of)]

    of_readings = [each for each in lines if f"{reading}: " in each]
    assert len(of_readings) >= 2
    starts = [f"{on} «{' '.join(each.wording.to(lang).rstrip('.').split()[:8])}" for each in answer.by_text]
    for each in of_readings:
        assert any(each.startswith(start) for start in starts), each
