"""Questions and answers as data: a case fails when the county answers otherwise, and says how."""

from pathlib import Path

import pytest

from psykavtal import load_counties
from psykavtal.testing.question_checks import differences
from psykavtal.testing.questions import read_questions
from tests.counties import AGREEMENT, COUNTY, DOCUMENT, MakeCounty

RIGHT = {
    "a topic": 'ask = { topic = "target-group.who", document = "avtal-2024" }\nstatus = "stated"\nholds = ["avtal-2024.target-group.main"]',
    "a place": 'ask = { topic = "target-group.who", document = "avtal-2024" }\npassage = ["ren/Målgrupp: Personer från"]',
    "what is not in an answer": 'ask = { topic = "target-group.who", document = "avtal-2024" }\nlacks = ["avtal-2024.relation.up"]',
    "a field": 'ask = { topic = "target-group.who", document = "avtal-2024" }\nfields."avtal-2024.relation.up" = { target = "radet", modality = "duty" }',
    "a silence": 'ask = { topic = "sip.convener", document = "avtal-2024" }\nstatus = "silent"',
    "an edition": 'ask = { in_force = true }\nvalue = "avtal-2024"',
    "an age": 'ask = { age = 18, provision = "avtal-2024.target-group.main" }\nvalue = "true"',
    "a route": 'ask = { route = "disagreement", document = "avtal-2024" }\nvalue = ["radet"]',
    "law": 'ask = { law = "13 kap. 5 § SoL", subject = "individual-plan" }\nvalue = ["other-subject"]',
}
WRONG = {
    "another status": (
        'ask = { topic = "sip.convener", document = "avtal-2024" }\nstatus = "stated"',
        "status is silent",
    ),
    "a provision that is not there": (
        'ask = { topic = "target-group.who" }\nholds = ["avtal-2024.relation.up"]',
        "lacks avtal",
    ),
    "one that should not be there": (
        'ask = { topic = "target-group.who" }\nlacks = ["avtal-2024.target-group.main"]',
        "holds avtal",
    ),
    "another place": ('ask = { topic = "target-group.who" }\npassage = ["Oenighet:"]', "cites no passage"),
    "another field": (
        'ask = { topic = "target-group.who" }\nfields."avtal-2024.relation.up" = { target = "x" }',
        "is 'radet'",
    ),
    "a provision there is none of": (
        'ask = { in_force = true }\nfields."avtal-2024.relation.upp" = { target = "x" }',
        "unknown provision",
    ),
    "another edition": ('ask = { in_force = true }\nvalue = "avtal-2042"', "value is 'avtal-2024'"),
    "an age that is out": (
        'ask = { age = 17, provision = "avtal-2024.target-group.main" }\nvalue = "true"',
        "value is 'false'",
    ),
    "a typing error in what is not there": (
        'ask = { topic = "target-group.who" }\nlacks = ["avtal-2024.relation.upp"]',
        "unknown provision",
    ),
    "readings where there are none": ('ask = { in_force = true }\nreadings = ["inclusive"]', "readings are []"),
}
NO_CASE = {
    "text for a list": 'ask = { in_force = true }\nholds = "abc"',
    "an empty place": 'ask = { in_force = true }\npassage = [""]',
    "nothing expected": "ask = { in_force = true }",
    "a misspelt key": 'ask = { in_force = true }\nstauts = "stated"',
}


@pytest.fixture
def county(tmp_path, monkeypatch):
    plugin = MakeCounty(tmp_path, monkeypatch)(COUNTY + AGREEMENT, _2024=DOCUMENT)
    return load_counties(plugins=[plugin], strict=True)["17"]


def written(folder: Path, body: str) -> Path:
    cases = folder / "cases"
    cases.mkdir(exist_ok=True)
    head = '[[case]]\nquestion = "Vad gäller?"\non = 2026-01-01\n'
    (cases / "a.toml").write_text(f"{head}{body}\n", encoding="utf-8")
    return cases


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_answer_differs_in_nothing(county, tmp_path, name):
    (case,) = read_questions(written(tmp_path, RIGHT[name]))
    assert differences(case, county) == []


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_answer_is_told(county, tmp_path, name):
    body, told = WRONG[name]
    (case,) = read_questions(written(tmp_path, body))
    (difference,) = differences(case, county)
    assert told in difference


@pytest.mark.parametrize("name", NO_CASE)
def test_what_is_no_case_is_refused(tmp_path, name):
    with pytest.raises(ValueError, match=r"a.toml case 1"):
        read_questions(written(tmp_path, NO_CASE[name]))


@pytest.mark.parametrize(
    "ask", ['{ topic = "sip.use", documnt = "x" }', '{ law = "HSL", subjct = "x" }', '{ age = 1, provision = "x" }']
)
def test_a_query_that_cannot_be_asked_is_refused(county, tmp_path, ask):
    (case,) = read_questions(written(tmp_path, f'ask = {ask}\nvalue = "x"'))
    with pytest.raises(ValueError, match="case 1"):
        differences(case, county)


def test_a_file_of_misspelt_cases_is_refused(tmp_path):
    (tmp_path / "a.toml").write_text("[[cases]]\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.toml"):
        read_questions(tmp_path)


def test_a_query_of_no_kind_is_refused(county, tmp_path):
    (case,) = read_questions(written(tmp_path, 'ask = { topc = "sip.use" }\nstatus = "silent"'))
    with pytest.raises(ValueError, match="topic"):
        differences(case, county)
