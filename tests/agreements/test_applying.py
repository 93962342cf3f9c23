"""What a county's agreement says is never surer than that its edition applies."""

from pathlib import Path

import pytest

import psykavtal
from psykavtal import Ambiguous, County, Derived, NotRecorded, Reported, load_counties
from tests.counties import AGREEMENT, COUNTY, DOCUMENT, MakeCounty

SECOND = """
[document.avtal-2026]
names = ["Avtalet 2026"]
type = "agreement"
edition_of = "avtalet"
read_on = 2026-06-01
checked_until = 2026-06-01

[document.avtal-2026.text.ren]
file = "avtal-2026.txt"
digest = "sha256:00"

[document.avtal-2026.text.ren.sections]
oenighet = "Oenighet"

[validity.avtal-2026]
answers = ["validity.start"]
about = "avtal-2026"
passage = "avtal-2026/ren/Oenighet: Avtalet gäller … tills vidare"
start = 2026-02-01
until_further_notice = true
sv = "Gäller tills vidare från den 1 februari 2026."
"""

REPLACES = """
[document-relation.replaces]
answers = ["agreement.preparation"]
about = "avtal-2026"
passage = "avtal-2026/ren/Oenighet: Avtalet ersätter … 2024"
relation = "replaces"
to = "avtal-2024"
verb = "ersätter"
sv = "Ersätter avtalet från 2024."
"""

CITED = 'passage = "avtal-2024/ren/Målgrupp: Avtalet gäller … tills vidare"'
REPORTED = 'reported = "https://example.org/avtal"'


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    counties = MakeCounty(tmp_path, monkeypatch)

    def made(more: str = "", **changes: str) -> County:
        county = COUNTY + AGREEMENT + more
        for old, new in changes.values():
            assert old in county
            county = county.replace(old, new)
        return load_counties(plugins=[counties.whole(county, DOCUMENT)], strict=True)["varmland"]

    return made


def test_the_day_after_it_was_looked_into_the_answer_hangs_on_the_reading(counties):
    answer = counties["jamtland"].ask("disagreement.first-step", on="2027-01-01")

    assert isinstance(answer, Ambiguous)
    assert isinstance(answer.under("starts-revision"), Derived)
    assert answer.under("lapses").missing_facts == ("revision-need-raised",)
    chosen = counties["jamtland"].ask("disagreement.first-step", on="2027-01-01", readings="starts-revision")
    assert chosen.value[0].citations
    assert chosen.chosen == "starts-revision"


def test_an_edition_that_holds_by_a_rule_says_so_in_every_answer(counties):
    jonkoping = counties["jonkoping"]
    applies = jonkoping.edition(on="2026-01-10")

    answer = jonkoping.ask("target-group.kin", on="2026-01-10")

    assert isinstance(answer, Derived)
    assert set(applies.rules) <= set(answer.rules)
    assert set(applies.basis) <= set(answer.basis)
    assert jonkoping.document("jonkoping-2025", on="2026-01-10").ask("target-group.kin").status == "stated"


def test_an_edition_that_is_only_reported_makes_its_answers_reported(make):
    county = make(reported=(CITED, REPORTED))

    answer = county.ask("target-group.age", on="2025-01-01", include_reported=True)

    assert isinstance(answer, Reported)
    assert "https://example.org/avtal" in [each.url for each in answer.sources]
    assert isinstance(county.ask("target-group.age", on="2025-01-01"), NotRecorded)


def test_more_evidence_never_takes_an_answer_away(counties):
    dalarna = counties["dalarna"]
    for topic in dalarna.topics:
        for day in ("2014-01-01", "2018-06-01", "2020-01-15", "2026-01-10"):
            if dalarna.ask(topic, on=day).status in ("stated", "derived"):
                assert dalarna.ask(topic, on=day, include_reported=True).status != "not-recorded", (topic, day)


@pytest.mark.parametrize("day", ["2026-02-01", "2026-05-01"])
def test_two_editions_without_an_end_are_both_told(make, day):
    answer = make(SECOND).edition(on=day)

    assert isinstance(answer, Ambiguous)
    assert {each.name for each in answer.readings} == {"avtal-2024", "avtal-2026"}


def test_an_edition_that_is_said_to_be_replaced_gives_way(make):
    county = make(SECOND + REPLACES)

    assert county.edition(on="2025-12-31").id == "avtal-2024"
    answer = county.edition(on="2026-05-01")
    assert isinstance(answer, Derived)
    assert answer.value.id == "avtal-2026"
    assert "replaced-by-later" in [rule.id for rule in answer.rules]


def test_a_successor_whose_first_day_is_unclear_leaves_the_month_open(make):
    county = make(SECOND, start=("start = 2026-02-01", 'start = { edtf = "2026-02", words = "februari 2026" }'))

    assert county.edition(on="2026-01-31").id == "avtal-2024"
    answer = county.edition(on="2026-02-10")
    assert isinstance(answer, Ambiguous)
    assert {each.name for each in answer.readings} == {"avtal-2024", "avtal-2026"}


def test_an_edition_whose_look_is_not_dated_is_not_said_to_hold_for_ever(make):
    county = make(looked=("checked_until = 2026-01-01\n", ""))

    assert "open-end-beyond-look" in [rule.id for rule in county.edition(on="2100-01-01").rules]


def test_a_text_that_vouches_for_a_day_does_not_vouch_for_the_days_before(make):
    county = make(start=("start = 2024-03-01\n", 'as_of = { edtf = "2024-03-01", words = "2024-03-01" }\n'))

    assert isinstance(county.edition(on="1950-01-01"), NotRecorded)
    assert county.edition(on="2024-03-01").id == "avtal-2024"


def test_a_chosen_reading_is_followed_however_many_there_are(tmp_path, monkeypatch):
    groups = "".join(
        f"""
[service-ages.s{number}]
answers = ["services.ages"]
passage = "Målgrupp: Personer från {number}"
service = "s{number}"
sv = "Mottagning {number}."
[service-ages.s{number}.age]
words = "över 1{number} år"
[service-ages.s{number}.age.reading.inclusive]
from = 1{number}
why = {{ sv = "Från födelsedagen." }}
[service-ages.s{number}.age.reading.exclusive]
from = 1{number + 1}
why = {{ sv = "Från året efter." }}
"""
        for number in range(8)
    )
    services = "".join(f'\n[service.s{number}]\nnames = ["Mottagning {number}"]\n' for number in range(8))
    plugin = MakeCounty(tmp_path, monkeypatch).whole(COUNTY + AGREEMENT + services, DOCUMENT + groups)
    edition = load_counties(plugins=[plugin], strict=True)["varmland"].document("avtal-2024", on="2025-01-01")

    open_answer = edition.ask("services.ages")
    assert isinstance(open_answer, Ambiguous)
    names = [each.name for each in open_answer.readings]
    assert len(names) == len(set(names)) > 8
    assert len(edition.ask("services.ages", readings="inclusive").value) == 8
    assert psykavtal.from_json(psykavtal.to_json(open_answer)) == open_answer


def test_two_first_days_of_one_edition_are_a_fault(make):
    other = """
[validity.other]
answers = ["validity.start"]
about = "avtal-2024"
passage = "avtal-2024/ren/Målgrupp: Avtalet gäller … från september"
start = 2024-09-01
sv = "Gäller från den 1 september 2024."
"""

    with pytest.raises(ExceptionGroup) as raised:
        make(other)
    assert "make them readings of one provision" in str(raised.value.exceptions[0])


def test_what_is_said_of_the_agreement_as_such_tells_in_which_document(counties):
    answer = counties["dalarna"].ask("target-group.age", on="2012-06-01")

    assert "uppdragsdirektivet" in str(answer.notes[1])


def test_a_question_on_a_commission_does_not_arise_for_an_agreement(counties):
    dalarna = counties["dalarna"]

    assert dalarna.ask("commission.scope", on="2026-01-10").status == "not-applicable"
    directive = dalarna.document("dalarna-direktiv-2020", on="2026-01-10")
    assert psykavtal.compare([directive], on="2026-01-10", topics="commission")[0].cells[0].answer.status == "stated"


def test_what_is_only_reported_is_marked_in_a_reason(counties):
    reason = str(counties["dalarna"].edition(on="2026-01-10", include_reported=True).reason)

    assert "version 1 gällde till 2016-12-31 (enligt uppgift)" in reason
    assert "löpte ut 2019-12-31 gäller tills en händelse inträffar som ingen uppgift finns om;" in reason
