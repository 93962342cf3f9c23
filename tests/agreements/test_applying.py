"""The text of an edition, and its applicability beside later editions."""

from pathlib import Path

import pytest

import psykavtal
from psykavtal import Ambiguous, County, Stated, Truth, load_counties
from psykavtal.errors import UndeterminedError
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


def test_the_status_of_a_text_is_the_same_on_every_day_on_which_its_edition_is_a_candidate(counties):
    jamtland = counties["jamtland"]
    for topic in jamtland.topics:
        checked, later = jamtland.ask(topic, on="2026-01-10"), jamtland.ask(topic, on="2027-01-01")
        assert (checked.status, checked.basis) == (later.status, later.basis), topic
        assert (checked.in_force.key, later.in_force.key) == ("in-force", "presumed")


def test_the_rules_of_the_verdict_are_no_rules_of_the_answer(counties):
    answer = counties["jonkoping"].ask("target-group.kin", on="2026-01-10")

    assert isinstance(answer, Stated)
    assert [each.id for each in answer.in_force.rules] == ["start-is-decision-day"]


def test_an_edition_whose_validity_is_only_reported_still_states_what_its_text_states(make):
    county = make(reported=(CITED, REPORTED))

    without = county.ask("target-group.age", on="2025-01-01")
    assert (without.status, without.in_force.key) == ("stated", "unclear")
    with pytest.raises(UndeterminedError, match="include_reported=True"):
        _ = without.value
    answer = county.ask("target-group.age", on="2025-01-01", include_reported=True)
    assert (answer.status, answer.in_force.status) == ("stated", "reported")
    assert "https://example.org/avtal" in [each.url for each in answer.in_force.sources]
    assert answer.value == without.by_text


@pytest.mark.parametrize("day", ["2026-02-01", "2026-05-01"])
@pytest.mark.parametrize("more", [SECOND, SECOND + REPLACES], ids=["a later start", "a statement that it replaces"])
def test_a_later_edition_replaces_the_one_before_on_its_start(make, more, day):
    county = make(more)

    assert county.edition(on="2026-01-31").id == "avtal-2024"
    found = county.in_force(on=day)
    assert (found.document, found.key) == ("avtal-2026", "in-force")
    before = county.document("avtal-2024", on=day).in_force()
    assert (before.key, [each.id for each in before.rules]) == ("not-in-force", ["replaced-by-later"])


@pytest.mark.parametrize("state", ["draft", "proposal"])
def test_a_draft_replaces_nothing(make, state):
    county = make(
        SECOND,
        state=(
            'edition_of = "avtalet"\nread_on = 2026-06-01',
            f'edition_of = "avtalet"\nstate = "{state}"\nread_on = 2026-06-01',
        ),
    )

    assert county.document("avtal-2024", on="2026-05-01").in_force().verdict is Truth.TRUE


def test_a_successor_whose_first_day_is_unclear_leaves_the_month_open(make):
    county = make(SECOND, start=("start = 2026-02-01", 'start = { edtf = "2026-02", words = "februari 2026" }'))

    assert county.edition(on="2026-01-31").id == "avtal-2024"
    found = county.in_force(on="2026-02-10")
    assert (found.verdict, found.candidates) == (Truth.UNKNOWN, ("avtal-2024", "avtal-2026"))
    assert county.edition(on="2026-03-01").id == "avtal-2026"


def test_a_reported_successor_makes_the_verdict_unknown_from_its_start(make):
    start = 'passage = "avtal-2026/ren/Oenighet: Avtalet gäller … tills vidare"'
    county = make(SECOND, reported=(start, REPORTED))

    assert county.edition(on="2026-01-31").id == "avtal-2024"
    found = county.in_force(on="2026-05-01")
    assert (found.verdict, found.candidates) == (Truth.UNKNOWN, ("avtal-2024", "avtal-2026"))


def test_an_open_end_that_nobody_has_checked_is_presumed_to_continue(make):
    found = make(looked=("checked_until = 2026-01-01\n", "")).in_force(on="2100-01-01")

    assert (found.key, found.checked_until) == ("presumed", None)
    assert [each.id for each in found.rules] == ["presumed-to-continue"]


def test_a_text_that_vouches_for_a_day_does_not_vouch_for_the_days_before(make):
    county = make(start=("start = 2024-03-01\n", 'as_of = { edtf = "2024-03-01", words = "2024-03-01" }\n'))

    assert county.in_force(on="1950-01-01").verdict is Truth.UNKNOWN
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


def test_a_report_in_a_reason_is_marked(counties):
    found = counties["dalarna"].in_force(on="2026-01-10", include_reported=True)

    assert "enligt uppgift ersatt av överenskommelsen, version 4" in found.sentence.sv
    assert "reported to be replaced" in found.sentence.en
