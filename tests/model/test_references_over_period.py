"""Citations of law, read over the period in which their document was written."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import jsonschema  # type: ignore[import-untyped] (it has no stubs)
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from psykavtal import load_counties, schema_of
from psykavtal.agreements.law_periods import Part, combined, parts, stretches
from psykavtal.agreements.law_references import LawReference
from psykavtal.cli.main import main
from psykavtal.exchange import from_json, to_dict, to_json
from psykavtal.law import Act, register, resolve
from psykavtal.model.dates import UncertainDate
from psykavtal.model.truth import Truth
from psykavtal.model.written_period import PeriodBound, WrittenPeriod
from psykavtal.output.text import text
from psykavtal.output.views.law_view import references_report
from tests.model.dated_county import ASKED, REPORTED, MakeTestCounty, adoption, dating, reference

SOL_CHANGES = "2025-07-01"


def references(
    county: MakeTestCounty, period: tuple[str, str], *written: str, asked: str = ASKED
) -> list[LawReference]:
    first, last = period
    ends = [f"earliest = {first}"] * bool(first) + [f"latest = {last}"] * bool(last)
    cited = "".join(reference(each, f"n{number}", "agreement-psychiatric") for number, each in enumerate(written))
    return list(county(dating("a", *ends), cited).law_references(on=asked))


def checks(found: LawReference) -> list[str]:
    return [each.check.value for each in found.resolution.findings]


# A citation, the period, the day asked: does it hold, and which checks find something.
OVER_TIME = {
    "the same on every day": (
        ("5 kap. 8 a § SoL (2001:453)", ("2020-01-01", "2024-12-31"), "2024-12-31"),
        (Truth.TRUE, []),
    ),
    "wrong on every day": (
        ("8 a § HSL (2017:30)", ("2018-01-01", "2024-12-31"), "2024-12-31"),
        (Truth.FALSE, ["chapter-missing"]),
    ),
    "repealed within the period": (
        ("5 kap. 8 a § SoL (2001:453)", ("2025-06-01", "2025-07-31"), "2025-07-31"),
        (Truth.UNKNOWN, ["depends-on-day"]),
    ),
    "repealed on the last day of the period": (
        ("5 kap. 8 a § SoL (2001:453)", ("2025-06-01", SOL_CHANGES), SOL_CHANGES),
        (Truth.UNKNOWN, ["depends-on-day"]),
    ),
    "repealed on the day after the period": (
        ("5 kap. 8 a § SoL (2001:453)", ("2025-06-01", "2025-06-30"), "2025-06-30"),
        (Truth.TRUE, []),
    ),
    "repealed on the first day of the period": (
        ("SoL (2001:453)", (SOL_CHANGES, "2025-12-31"), "2025-12-31"),
        (Truth.FALSE, ["not-in-force"]),
    ),
    "in force only from within the period": (
        ("7 kap. 2 § SoL (2025:400)", ("2025-06-01", "2025-07-31"), "2025-07-31"),
        (Truth.UNKNOWN, ["depends-on-day"]),
    ),
    "another act by its name within the period": (
        ("5 kap. 8 a § SoL", ("2025-06-01", "2025-07-31"), "2025-07-31"),
        (Truth.UNKNOWN, ["depends-on-day"] * 3),
    ),
    "in force only in the middle of the period": (
        ("SoL (2001:453)", ("2001-01-01", "2026-01-01"), "2026-01-01"),
        (Truth.UNKNOWN, ["depends-on-day"]),
    ),
}


@pytest.mark.parametrize("name", OVER_TIME)
def test_a_citation_is_read_over_the_whole_period(county: MakeTestCounty, name: str) -> None:
    (written, period, asked), (holds, expected) = OVER_TIME[name]
    (found,) = references(county, period, written, asked=asked)
    # Of an act without a number in the document another finding tells; it is no part of this.
    kept = [each for each in checks(found) if each not in ("no-number", "whole-act", "start-unknown")]
    assert found.holds is holds
    assert set(kept) == set(expected)
    assert bool(found.resolution.errors) is (holds is Truth.FALSE)
    assert bool(found.by_day) is (len(expected) > 0 and holds is Truth.UNKNOWN)


def test_a_finding_of_some_days_says_of_which(county: MakeTestCounty) -> None:
    (found,) = references(county, ("2025-06-01", "2025-07-31"), "7 kap. 2 § SoL (2025:400)", asked="2025-07-31")
    (finding,) = [each for each in found.resolution.findings if each.check.value == "depends-on-day"]
    assert finding.message.sv.startswith("Om texten skrevs 2025-06-01–2025-06-30: ")
    assert finding.message.to("en").startswith("If the text was written between 2025-06-01 and 2025-06-30: ")
    assert [str(each.on) for each in found.by_day] == ["2025-06-30", "2025-07-31"]


def test_an_open_period_is_read_over_all_days_that_the_register_knows(county: MakeTestCounty) -> None:
    (before,) = references(county, ("", "2025-06-30"), "SoL (2001:453)")
    (after,) = references(county, ("2025-06-01", ""), "SoL (2001:453)")
    assert (before.holds, after.holds) == (Truth.UNKNOWN, Truth.UNKNOWN)
    assert any("eller tidigare: " in each.message.sv for each in before.resolution.findings)
    assert any("2001-12-31" in each.message.sv for each in before.resolution.findings)
    assert any("2025-07-01 eller senare: " in each.message.sv for each in after.resolution.findings)


def test_it_is_an_error_if_each_day_has_one_of_its_own(county: MakeTestCounty) -> None:
    (found,) = references(county, ("2025-06-01", "2025-07-31"), "7 kap. 2 § SoL (2001:453)", asked="2025-07-31")
    assert found.holds is Truth.FALSE
    assert found.resolution.errors
    (only_later,) = [each for each in found.resolution.errors if each.check.value == "not-in-force"]
    assert "2025-07-01–2025-07-31" in only_later.message.sv


def test_what_fails_on_the_day_asked_is_reported_whenever_it_was_written(county: MakeTestCounty) -> None:
    (certain,) = references(county, ("2021-01-01", "2022-01-01"), "5 kap. 8 a § SoL (2001:453)", asked="2026-01-10")
    assert "fails-later" in checks(certain)
    (uncertain,) = references(county, ("2025-06-01", "2025-07-31"), "5 kap. 8 a § SoL (2001:453)", asked="2026-01-10")
    (later,) = [each for each in uncertain.resolution.findings if each.check.value == "fails-later"]
    assert not later.message.sv.startswith("Om texten")
    (within,) = references(county, ("2025-06-01", "2025-06-30"), "5 kap. 8 a § SoL (2001:453)", asked="2025-06-15")
    assert "fails-later" not in checks(within)


ACTS = sorted(register().acts.values(), key=lambda act: act.number)


@given(st.sampled_from(ACTS), st.dates(date(1985, 1, 1), date(2030, 1, 1)), st.integers(0, 4000))
def test_an_error_is_certain_if_and_only_if_every_day_has_one(act: Act, first: date, days: int) -> None:
    last = first + timedelta(days=days)
    ends = [PeriodBound(date=UncertainDate(each.isoformat())) for each in (first, last)]
    split = stretches(WrittenPeriod(document="a", earliest=ends[0], latest=ends[1]))
    found = parts(Part(stretch=each, resolution=resolve(f"({act.number})", on=each.day)) for each in split)
    never_in_force = last < act.start or (act.repealed is not None and act.repealed <= first)
    assert bool(combined(found).errors) is never_in_force
    assert (split[0].first, split[-1].last) == (first, last)
    assert all(one.last is not None and one.last + timedelta(days=1) == other.first for one, other in pairwise(split))


def test_an_undated_document_is_read_for_the_day_asked_and_has_no_certain_errors(county: MakeTestCounty) -> None:
    cited = reference("8 a § HSL (2017:30)", "wrong") + reference("16 kap. 3 § HSL", "right") + reference("x", "unread")
    found = county("", cited).law_references(on=ASKED)
    assert {str(each.resolution.on) for each in found} == {ASKED}
    assert {each.written for each in found} == {None}
    assert {each.holds for each in found} == {Truth.UNKNOWN}
    assert [each.resolution.errors for each in found] == [(), (), ()]
    assert ["no-date" in checks(each) for each in found] == [True, True, True]
    assert ["depends-on-day" in checks(each) for each in found] == [True, False, False]
    assert "odaterad, läst för 2030-01-01" in str(found[0])


# First and last day, and the errors among the citations, on 2026-01-10.
DOCUMENTS = {
    "jamtland-2025": ("jamtland", "2025-06-01", "2025-06-30", 2),
    "jamtland-2021": ("jamtland", "2021-01-01", "2022-01-01", 2),
    "jonkoping-2025": ("jonkoping", "2025-09-30", "2025-09-30", 0),
    "dalarna-direktiv-2020": ("dalarna", "2019-12-31", "2020-12-31", 4),
}


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("asked", ["2026-01-10", "2040-01-01", "2012-01-01"])
def test_the_documents_are_read_for_their_period_whatever_day_is_asked(document: str, asked: str) -> None:
    name, first, last, errors = DOCUMENTS[document]
    member = load_counties()[name]
    period = member.written_period(document)
    assert period is not None
    assert (str(period.first), str(period.last), period.rests_on_report) == (first, last, False)
    found = [each for each in member.law_references(on=asked) if each.provision.document == document]
    assert {each.written for each in found} == {period}
    assert {str(each.resolution.on) for each in found} == {last}
    assert sum(each.holds is Truth.FALSE for each in found) == errors
    assert not any(each.depends_on_day for each in found)


def test_every_available_document_has_a_written_period() -> None:
    for member in load_counties().members:
        for document in member.documents:
            assert not document.is_available or member.written_period(document.id) is not None, document.id


@pytest.fixture
def run() -> Callable[..., str]:
    return lambda *arguments: CliRunner().invoke(main, ["law", *arguments], catch_exceptions=False).output


HEADERS = {
    "sv": (
        "Skriven tidigast 2021, senast 2022-01-01 (följer av texten)",
        "Inte använt: skriven senast 2021-06 (enligt uppgift från https://lawinsider.com/sv/contracts/2xJa1Nn8gmK)",
        "9 hänvisningar, 4 med fel",
    ),
    "en": (
        "Written 2021 at the earliest, 2022-01-01 at the latest (follows from the text)",
        "Not used: written 2021-06 at the latest (reported: https://lawinsider.com/sv/contracts/2xJa1Nn8gmK)",
        "9 references, 4 with errors",
    ),
}


@pytest.mark.parametrize("lang", HEADERS)
def test_the_command_shows_each_period_with_its_source(run: Callable[..., str], lang: str) -> None:
    printed = run("--on", "2026-01-10", "--lang", lang)
    for line in HEADERS[lang]:
        assert line in " ".join(printed.split())
    for county in load_counties().members:
        for document in county.documents:
            assert document.id not in printed or document.id in document.name
    assert "written-" not in printed


def test_a_period_that_rests_on_a_report_says_so(county: MakeTestCounty) -> None:
    made = county(adoption("a", 'date = "2024-02"', source=REPORTED), reference("HSL"))
    (found,) = made.law_references(on=ASKED)
    assert "skriven senast 2024-02 (enligt uppgift från https://exempel.se/omslag)" in str(found)
    assert found.written is not None
    assert "reported: https://exempel.se/omslag" in found.written.wording.to("en")


def test_the_text_of_an_undated_document_says_so_in_both_languages(county: MakeTestCounty) -> None:
    made = county("", reference("8 a § HSL (2017:30)"))
    found = made.law_references(on=ASKED)
    printed = {lang: text(references_report([(made, found)]), lang, width=None) for lang in ("sv", "en")}
    assert "Odaterat: hänvisningarna är lästa för 2030-01-01" in printed["sv"]
    assert "Undated: the references are read for 2030-01-01" in printed["en"]
    assert "1 som beror på när texten skrevs" in printed["sv"]
    assert "1 that depend on when the text was written" in printed["en"]
    assert "håller\n" not in printed["sv"]


def test_json_gives_each_reference_with_its_period(run: Callable[..., str], county: MakeTestCounty) -> None:
    tables = json.loads(run("--on", "2026-01-10", "--county", "jamtland", "--format", "json"))
    older = next(each for each in tables if each["provision"]["document"] == "jamtland-2021")
    assert older["written"]["earliest"]["date"]["edtf"] == "2021"
    assert older["written"]["latest"]["citations"][0]["start"] == "ska tas fram till 2022-01-01"
    assert older["written"]["reports"][0]["latest"]["reported"][0]["url"].startswith("https://lawinsider.com")
    validator = jsonschema.Draft202012Validator(schema_of("exchange"))
    (split,) = references(county, ("2025-06-01", "2025-07-31"), "5 kap. 8 a § SoL")
    assert split.by_day
    assert from_json(to_json(split)) == split
    assert validator.is_valid(to_dict(split))
