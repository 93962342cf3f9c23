"""The audit: each check finds in an invented text what it is for, and nothing where the text has it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from psykavtal import County, audit, from_json, load_counties, to_json
from psykavtal.agreements.audit.core_checks import CORE_CHECKS
from psykavtal.cli import main
from psykavtal.errors import InvalidDateError, InvalidValueError, UnknownNameError
from psykavtal.model.audit_findings import Severity
from tests.counties import AGREEMENT, COUNTY, DOCUMENT, MakeCounty

ON = "2026-01-10"
IDS = [each.id for each in CORE_CHECKS]
AT = 'passage = "Målgrupp: Personer från"\nsv = "x"\nen = "x"\n'

LINK = """
[document.plan]
names = ["Planen"]
unnamed = true
type = "plan"
url = "https://example.org/plan"
"""
UP = """
[relation.further]
answers = ["disagreement.final-instance"]
passage = "Oenighet: Frågan ska … i Rådet"
relation = "escalates-to"
sources = ["radet"]
target = "namnden"
trigger = ["still-disagreed"]
sv = "Nämnden avgör."
"""
NAMNDEN = '\n[body.namnden]\nnames = ["Nämnden"]\n'
SECOND = """
[document.avtal-2022]
names = ["Avtalet 2022"]
type = "agreement"
edition_of = "avtalet"
[validity.avtal-2022]
answers = ["validity.start", "validity.end"]
about = "avtal-2022"
passage = "avtal-2024/ren/Målgrupp: Avtalet 2022 gällde"
start = 2022-01-01
end = 2023-12-31
sv = "Gällde 2022 och 2023."
"""
GOAL = f'\n[aim.goal]\nanswers = ["aims.goals"]\naim = "goal"\nowner = "avtal-2024"\n{AT}'
FOLLOWED = f'\n[follow-up.it]\nanswers = ["follow-up.agreement"]\nsubject = "avtal-2024"\n{AT}'
YEARLY = f'{FOLLOWED}cadence = {{ words = "årligen", months = 12 }}\n'
DUTY = f'\n[statement.duty]\nanswers = ["sip.use"]\nverb = "ska"\n{AT}'
BY_WHOM = 'remark.by-whom = { kind = "not-stated", sv = "Vem?", en = "Who?" }\n'
TERM = f'\n[plan-term.plan]\nplan = "plan"\nend = 2025-12-31\n{AT}'
REFERENCE = f'\n[reference.plan]\nlink = "plan"\n{AT}'
OTHER = f'\n[statement.other]\nanswers = ["kin.support"]\n{AT}\n[statement.third]\nanswers = ["kin.children"]\n{AT}'
AGAINST = 'contradicted_by = ["avtal-2024.statement.other"]\n'
WRONG_LAW = (
    f'\n[legal-reference.law]\nas_written = "7 kap. 2 § SoL (2001:453)"\nsubject = "agreement-psychiatric"\n{AT}'
)
RIGHT_LAW = (
    f'\n[legal-reference.law]\nas_written = "16 kap. 3 § HSL (2017:30)"\nsubject = "agreement-psychiatric"\n{AT}'
)
DATED = """
[dating.avtal]
about = "avtal-2024"
passage = "avtal-2024/ren/Målgrupp: Avtalet gäller"
earliest = 2024-02-01
latest = 2024-02-28
sv = "Skrivet i februari 2024."
"""
AREA_2 = ["aims.goals", "aims.principles"]
SILENT_2 = ('["sip.convener"]', json.dumps(["sip.convener", *AREA_2]))

NOT_READ = ["On need of interpretation: the text was not read", "On deviation: the text was not read"]

# The check; additions to the county and to the document; the wordings of its findings, and which are decided.
CASES = {
    "a route that ends": ("dead-ends", "", "", [*NOT_READ, "On disagreement: "], [False, False, True]),
    "a route with a final instance": ("dead-ends", NAMNDEN, UP, NOT_READ, [False, False]),
    "a pointer": ("pointers", LINK, REFERENCE, ["«Planen», which is not available here."], [True]),
    "no pointer": ("pointers", "", "", [], []),
    "a duty without bearer": (
        "duties-without-bearer",
        "",
        DUTY + BY_WHOM,
        ["Open: Who?", "by whom: 1."],
        [True, False],
    ),
    "a duty without a remark": ("duties-without-bearer", "", DUTY, ["by whom: 2."], [False]),
    "a goal": ("goals-without-follow-up", "", GOAL, ["No other follow-up of goals is stated"], [True]),
    "a goal that is followed up": ("goals-without-follow-up", "", GOAL + FOLLOWED, [], []),
    "a plan that is over": ("stale-plans", LINK, TERM, ["The term of the plan ended (2025-12-31)."], [True]),
    "a plan to the day": ("stale-plans", LINK, TERM.replace("2025-12-31", ON), [], []),
    "a follow-up": ("overdue-follow-up", "", YEARLY, ["A whole interval (12 months) has passed"], [False]),
    "a contradiction": ("contradictions", "", OTHER + AGAINST, ["Statements that contradict each other"], [True]),
    "no contradiction": ("contradictions", "", OTHER, [], []),
    "a wrong citation": ("law", DATED, WRONG_LAW, ["is about something else"], [True]),
    "a right citation": ("law", DATED, RIGHT_LAW, [], []),
    "a gap": ("gaps", SECOND, "", ["2024-01-01–2024-02-29"], [True]),
    "no gap": ("gaps", SECOND.replace("2023-12-31", "2024-02-29"), "", [], []),
}


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    counties = MakeCounty(tmp_path, monkeypatch)

    def made(county: str = "", document: str = "", silences: tuple[str, str] | None = None) -> County:
        text = DOCUMENT if silences is None else DOCUMENT.replace(*silences)
        assert text != DOCUMENT or silences is None
        plugin = counties.whole(COUNTY + AGREEMENT + county, text + document)
        return load_counties(plugins=[plugin], strict=True)["varmland"]

    return made


@pytest.mark.parametrize("case", CASES)
def test_a_check_finds_what_it_is_for(make, case):
    check, county, document, wordings, decided = CASES[case]

    found = audit(make(county, document), on=ON, checks=check).findings

    found = [each for each in found if each.severity in (None, Severity.ERROR)]
    assert [each.is_decided for each in found] == decided
    for finding, wording in zip(found, wordings, strict=True):
        assert wording in finding.wording.to("en")
        assert finding.check == check
        assert finding.county == "varmland"
        assert finding.citations or not finding.is_decided or check == "gaps"


def test_a_citation_in_an_undated_text_is_undecided(make):
    found = audit(make("", WRONG_LAW), on=ON, checks="law").findings

    undecided = [each for each in found if not each.is_decided]
    assert "When was the text written?" in {each.to("en") for one in undecided for each in one.missing}
    assert Severity.ERROR not in {each.severity for each in found}


@pytest.mark.parametrize(
    ("silences", "document", "decided", "missing"),
    [
        (SILENT_2, "", [True], 0),
        (('["sip.convener"]', '["sip.convener", "aims.goals"]'), "", [False], 1),
        (None, "", [False], 2),
        (None, GOAL, [], 0),
    ],
    ids=["silent", "silent on one topic", "not read", "a goal"],
)
def test_an_area_is_missing_if_the_text_is_silent_on_all_its_topics(make, silences, document, decided, missing):
    findings = audit(make("", document, silences), on=ON, checks="required-areas").findings
    found = [each for each in findings if each.wording.to("en").startswith("Area 2")]

    assert [each.is_decided for each in found] == decided
    assert sum(len(each.missing) for each in found) == missing
    assert all("7 kap. 2 § SoL (2025:400)" in each.wording.to("en") for each in found)


def test_an_edition_that_does_not_apply_is_not_audited(make):
    county = make(LINK, REFERENCE)

    found = audit(county, on="2020-01-01").findings
    assert {each.is_decided for each in found} == {False}
    assert {each.document for each in found} == {""}
    assert "No recorded edition applies on 2020-01-01" in found[0].wording.to("en")


def test_what_is_not_available_is_undecided(counties):
    found = audit(counties["dalarna"], on="2026-01-10", checks="required-areas").findings

    assert [each.is_decided for each in found] == [False]
    assert "No text is available of" in found[0].wording.to("en")


def test_every_check_runs_in_order_and_by_name(counties):
    everything = audit(counties, on=ON)

    assert [each.id for each in everything.checks] == IDS
    assert everything.counties == tuple(counties)
    for check in IDS:
        alone = audit(counties, on=ON, checks=[check])
        assert [each.id for each in alone.checks] == [check]
        assert alone.findings == everything.of(check=check)
    for county in counties:
        assert audit(counties[county], on=ON).findings == everything.of(county=county)
    assert audit(list(counties.values()), on=ON) == everything


@pytest.mark.parametrize("check", CORE_CHECKS, ids=lambda each: each.id)
def test_every_check_is_described_in_both_languages_and_in_the_docs(check):
    docs = (Path(__file__).parents[2] / "docs" / "audit.md").read_text("utf-8")

    assert f"`{check.id}`" in docs
    for wording in (check.label, check.explanation):
        assert wording.en
        assert wording.sv != wording.en


def test_findings_rest_on_provisions_of_their_document(counties):
    for finding in audit(counties, on=ON).findings:
        county = counties[finding.county]
        known = {each.id for each in (*county.find().provisions, *county.holdings.record.standing)}
        assert set(finding.provisions) <= known
        assert finding.wording.en
        assert all(each.en for each in finding.missing)
        assert not finding.document or county.document(finding.document, on=ON)


def test_a_result_goes_to_json_rows_text_and_a_notebook(counties):
    result = audit(counties, on=ON)

    assert from_json(to_json(result)) == result
    rows = result.to_records(lang="en")
    assert len(rows) == len(result.findings)
    assert all(isinstance(each, str | bool | None) for row in rows for each in row.values())
    assert {row["label"] for row in rows} <= {each.label.en for each in result.checks}
    text = result.explain("en")
    assert all(each.label.en in text for each in result.checks)
    assert "--detail" not in text
    # Short first, as on the command line: the counts; the findings are in the rows.
    assert "<table" in result._repr_html_()


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"checks": "dead-end"}, UnknownNameError, "Did you mean 'dead-ends'"),
        ({"checks": ["law", "stale"]}, UnknownNameError, "stale-plans"),
        ({"on": "2026"}, InvalidDateError, "not a date"),
        ({"counties": []}, InvalidValueError, "no county"),
        ({"counties": "jamtland"}, InvalidValueError, "no county"),
        ({"counties": [5]}, InvalidValueError, "no county"),
    ],
)
def test_wrong_arguments_are_refused(counties, arguments, error, message):
    given = {"counties": counties, "on": ON, **arguments}
    with pytest.raises(error, match=message):
        audit(given.pop("counties"), **given)


def run(*arguments):
    return CliRunner().invoke(main, ["audit", *arguments], catch_exceptions=False)


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_command_counts_on_one_screen(counties, lang):
    result = run("--on", ON, "--lang", lang)
    lines = result.output.splitlines()

    assert result.exit_code == 0
    assert len(lines) <= 24
    everything = audit(counties, on=ON)
    for check in everything.checks:
        line = next(each for each in lines if each.startswith(check.label.to(lang)))
        for county in counties:
            decided = sum(each.is_decided for each in everything.of(county=county, check=check.id))
            assert not decided or f" {decided}" in line


def test_the_command_shows_every_finding_in_detail(counties):
    output = " ".join(run("--on", ON, "--lang", "en", "--detail").output.split())

    for finding in audit(counties, on=ON).findings:
        assert " ".join(finding.wording.to("en").split()) in output


def test_the_command_takes_a_county_a_check_and_json(counties):
    result = run("jonkoping", "--on", ON, "--check", "dead-ends", "--format", "json")

    assert from_json(result.output) == audit(counties["jonkoping"], on=ON, checks="dead-ends")
    assert run("--check", "dead-end", "--lang", "en").exit_code == 1
    assert "Did you mean 'dead-ends'" in run("--check", "dead-end", "--lang", "en").output
    assert all(f"{each}: " in run("--list").output for each in IDS)
