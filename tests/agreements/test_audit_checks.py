"""Each check of the audit finds a fault in an invented text, and none where the text has it."""

import json
from pathlib import Path

import pytest

from psykavtal import County, audit, load_counties
from psykavtal.model.severity import Severity
from tests.counties import AGREEMENT, COUNTY, DOCUMENT, MakeCounty

ON = "2026-01-10"
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
