"""The law that a citation refers to on a day."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psykavtal.errors import InvalidDateError, UnknownNameError
from psykavtal.law import Pinpoint, lagen_nu, register, resolve, riksdagen

# As written, the day, what it is cited for: the checks that find something, and the suggestion of the first.
RESOLVED = {
    "an act that is repealed, and another subject": (
        ("7 kap. 2 § SoL (2001:453)", "2025-07-01", "agreement-psychiatric"),
        (["not-in-force", "other-subject"], "7 kap. 2 § SoL (2025:400)"),
    ),
    "the number of a draft": (
        ("13 kap. 5 § SoL", "2025-07-01", "individual-plan"),
        (["other-subject"], "10 kap. 8 §, 10 kap. 9 § SoL (2025:400)"),
    ),
    "one that holds": (("5 kap. 7 § HSL", "2025-07-01", "children-next-of-kin"), ([], "")),
    "one that held": (("5 kap. 8 a § SoL (2001:453)", "2021-06-01", "agreement-psychiatric"), ([], "")),
    "a paragraph of the act before": (
        ("8 a § HSL (2017:30)", "2021-06-01", "agreement-psychiatric"),
        (["chapter-missing"], "16 kap. 3 § HSL (2017:30)"),
    ),
    "the same in the act before": (("8 a § HSL", "2010-06-01", "agreement-psychiatric"), ([], "")),
    "no chapter": (
        ("3 § HSL", "2020-02-07", "contracted-providers"),
        (["chapter-missing"], "15 kap. 1 § HSL (2017:30)"),
    ),
    "a chapter in an act without": (("3 kap. 9 § LSS", "2020-02-07", ""), (["no-chapters"], "")),
    "an act that is not yet in force": (
        ("7 kap. 2 § SoL (2025:400)", "2025-06-30", "agreement-psychiatric"),
        (["not-in-force"], "5 kap. 8 a § SoL (2001:453)"),
    ),
    "a paragraph that stands twice": (
        ("16 kap 3 § HSL (2017:30) 3 §", "2025-06-15", "agreement-psychiatric"),
        (["stray", "typography"], ""),
    ),
    "a title that is not the act's": (
        ("Lagen om rättspsykiatrisk tvångsvård (1991:1129)", "2021-06-01", "compulsory-care"),
        (["title"], ""),
    ),
    "a number of another act": (("HSL (2001:453)", "2021-06-01", ""), (["other-act"], "")),
    "a whole act": (("HSL", "2021-06-01", "individual-plan"), (["whole-act"], "16 kap. 4 § HSL (2017:30)")),
    "a paragraph that the register does not have": (("21 § LSS", "2021-06-01", ""), (["not-registered"], "")),
    "an act that the register does not have": (("(1980:620)", "1990-01-01", ""), (["unknown-act"], "")),
    "an act beside one that is known": (
        ("25 kap. 1 § OSL och 16 kap. 4 § HSL", "2026-01-10", ""),
        (["not-registered"], ""),
    ),
    "an act that is unknown beside one that is known": (
        ("5 § förvaltningslagen och 16 kap. 4 § HSL", "2026-01-10", ""),
        (["unknown-act"], ""),
    ),
    "a chapter alone": (("3 kap. SoL", "2021-06-01", ""), (["not-registered"], "")),
    "a word that is no letter": (("enligt § 9 i LSS", "2026-01-10", ""), ([], "")),
    "an abbreviated item": (("LSS § 9 p 9", "2026-01-10", ""), (["part"], "")),
    "a section that nobody has checked, beside one that holds": (
        ("§§ 9 och 99 LSS", "2026-01-10", ""),
        (["not-registered"], ""),
    ),
    "a chapter behind its word": (("Kapitel 16 § 4 HSL", "2026-01-10", "individual-plan"), ([], "")),
    "a chapter in its long form": (("16 kapitlet 4 § HSL", "2026-01-10", "individual-plan"), ([], "")),
    "a chapter with a letter": (("2 a kap. 8 § SoL (2001:453)", "2021-06-01", ""), (["not-registered"], "")),
    "a pair with a letter": (("SoL 2a:8", "2021-06-01", ""), (["not-registered"], "")),
    "an item of an act without chapters": (("LSS 9:9", "2026-01-10", "support-and-service"), (["part"], "")),
    "an earlier act that is called so": (
        ("gamla SoL 5 kap. 8 a §", "2026-01-10", "agreement-psychiatric"),
        (["version"], "7 kap. 2 § SoL (2025:400)"),
    ),
    "an earlier act that is cited for something else": (
        ("gamla SoL 5 kap. 7 §", "2026-01-10", "agreement-psychiatric"),
        (["version", "other-subject"], "7 kap. 2 § SoL (2025:400)"),
    ),
    "an earlier act of the year of its number": (
        ("1982 års HSL 8 a §", "2020-01-10", "agreement-psychiatric"),
        (["version"], "16 kap. 3 § HSL (2017:30)"),
    ),
    "an earlier act that the register does not have": (("gamla SoL 5 §", "2020-01-10", ""), (["unknown-act"], "")),
    "a new act before it is in force": (("7 kap. 2 § nya SoL", "2025-03-01", ""), (["version"], "SoL (2001:453)")),
    "a popular name": (("4 kap. 3 § utskrivningslagen", "2026-01-10", "discharge"), ([], "")),
    "a convention before it was an act": (("barnkonventionen", "2019-06-01", ""), (["unknown-act"], "")),
    "an act whose forerunner may have had the name": (
        ("socialtjänstförordningen", "2020-01-10", ""),
        (["unknown-act"], ""),
    ),
    "a chapter that has the section": (("16 kap. HSL", "2026-01-10", "agreement-psychiatric"), ([], "")),
    "a section of a subject that has others": (
        ("4 kap. 1 § LUS", "2026-01-10", "discharge"),
        (["other-section"], "4 kap. 3 § Lag om samverkan vid utskrivning från sluten hälso- och sjukvård (2017:612)"),
    ),
    "an abbreviation of its own in brackets": (
        ("diskrimineringslagen (DL) (2008:567)", "2026-01-10", ""),
        (["title"], ""),
    ),
    "a name in general use beside its number": (("LSS-lagen (1993:387)", "2026-01-10", ""), (["title"], "")),
    "a new act before it was enacted": (
        ("7 kap. 2 § nya SoL", "2024-11-01", "agreement-psychiatric"),
        (["unknown-act"], ""),
    ),
    "a wording before an amendment": (
        ("5 kap. 8 a § SoL (2001:453) i lydelsen enligt SFS 2009:981", "2012-01-10", ""),
        (["partly-read"], ""),
    ),
    "what is left out of a section": (("9 § LSS, dock inte punkt 9", "2026-01-10", ""), (["partly-read"], "")),
    "two stretches that were not read": (
        ("art. 3 HSL och artikel 4", "2026-01-10", ""),
        (["partly-read", "partly-read"], ""),
    ),
    "a regulation with a number like an act's": (("HSLF-FS 2017:30", "2021-06-01", ""), ([], "")),
    "a register number like an act's": (("dnr 2017:30", "2021-06-01", ""), (["not-parsed"], "")),
    "a paragraph that was inserted on a day not checked": (
        ("8 b § HSL", "2011-01-01", "agreement-substance"),
        (["start-unknown"], ""),
    ),
    "what cannot be read": (("god vård på lika villkor", "2021-06-01", ""), (["not-parsed"], "")),
}


@pytest.mark.parametrize("name", RESOLVED)
def test_what_it_comes_to_on_the_day(name):
    (written, on, subject), (checks, suggestion) = RESOLVED[name]
    resolution = resolve(written, on=on, subject=subject)
    assert [each.check.value for each in resolution.findings] == checks
    assert (resolution.findings[0].suggestion if checks else "") == suggestion
    assert resolution.as_written == written


@pytest.mark.parametrize(
    ("name", "on", "number"),
    [
        ("SoL", "2025-06-30", "2001:453"),
        ("SoL", "2025-07-01", "2025:400"),
        ("HSL", "2017-03-31", "1982:763"),
        ("HSL", "2017-04-01", "2017:30"),
        ("socialtjänstlagen", "2025-07-01", "2025:400"),
    ],
)
def test_an_abbreviation_means_the_act_of_the_day(name, on, number):
    (law,) = resolve(name, on=on).laws
    assert law.act is not None
    assert law.act.number == number


@pytest.mark.parametrize(
    ("written", "holds"),
    {
        "16 kap. 4 § HSL": True,
        "HSL": True,
        "SOU 2020:47": True,
        "§§ 9 och 99 LSS": False,
        "9 § LSS, dock inte punkt 9": False,
        "3 kap. SoL": False,
        "god vård": False,
        "9 § LSS och 6 § förvaltningslagen": False,
        "gamla SoL 5 kap. 8 a §": True,
        "5 kap. 8 a § SoL": False,
    }.items(),
)
def test_a_citation_holds_only_if_all_of_it_was_read_and_checked(written, holds):
    assert resolve(written, on="2026-01-10").resolves is holds


@pytest.mark.parametrize(
    ("written", "on", "sv", "en"),
    [
        ("SoL (2001:453)", "2026-01-10", "upphörde att gälla 2025-07-01", "was repealed on 2025-07-01"),
        ("SoL (2001:453)", "2025-07-01", "upphörde att gälla 2025-07-01", "was repealed on 2025-07-01"),
        ("HSL (2017:30)", "2016-05-01", "träder i kraft 2017-04-01", "comes into force on 2017-04-01"),
    ],
)
def test_the_message_gives_the_day_of_repeal_or_of_entry_into_force(written, on, sv, en):
    (finding,) = resolve(written, on=on).errors
    assert sv in finding.message.sv
    assert en in finding.message.to("en")


def test_what_was_not_read_is_named():
    (finding,) = resolve("9 § LSS, dock inte punkt 9", on="2026-01-10").findings
    assert "inte punkt 9" in finding.message.sv
    assert "inte punkt 9" in finding.message.to("en")


@pytest.mark.parametrize("on", ["2026-1-10", "igår", None, 20260110, datetime(2026, 1, 10, tzinfo=UTC)])
def test_a_day_that_is_none_is_refused(on):
    with pytest.raises(InvalidDateError, match="on: "):
        resolve("HSL", on=on)


def test_what_holds_on_its_day_and_not_later_is_told():
    resolution = resolve("5 kap. 8 a § SoL", on="2021-06-01", subject="agreement-psychiatric", later="2026-01-01")
    assert resolution.resolves
    assert [each.check.value for each in resolve("SoL", on="2021-06-01", later="2026-01-01").findings] == [
        "fails-later"
    ]
    assert [each.check.value for each in resolution.findings] == ["fails-later"]
    assert resolution.findings[0].suggestion == "7 kap. 2 § SoL (2025:400)"


def test_a_subject_that_does_not_exist_is_refused():
    with pytest.raises(UnknownNameError, match="individual-plan"):
        resolve("HSL", on="2021-06-01", subject="individual-plann")


def test_addresses_are_made_from_the_number():
    assert lagen_nu("2001:453", Pinpoint("5", "8 a")) == "https://lagen.nu/2001:453#K5P8a"
    assert riksdagen("2025:400", Pinpoint("7", "2")) == "https://data.riksdagen.se/dokument/sfs-2025-400.html#K7P2"


@given(st.text(), st.dates(date(1980, 1, 1), date(2040, 1, 1)))
def test_whatever_is_written_is_kept_and_never_raises(written, on):
    assert resolve(written, on=on).as_written == written


@pytest.mark.parametrize("provision", register().provisions, ids=lambda each: f"{each.act} {each.at} {each.subject}")
def test_the_register_holds_together(provision):
    law = register()
    act = law.acts[provision.act]
    assert provision.subject in law.subjects
    assert set(provision.evidence) <= law.evidence.keys()
    assert bool(provision.at.chapter) is act.chapters


def test_acts_follow_each_other_without_a_gap():
    law = register()
    assert {each for act in law.acts.values() for each in act.evidence} | {
        each for provision in law.provisions for each in provision.evidence
    } == law.evidence.keys()
    for act in law.acts.values():
        assert set(act.evidence) <= law.evidence.keys()
        assert (act.repealed is None) == (not act.successor)
        if act.successor:
            assert law.acts[act.successor].start == act.repealed
