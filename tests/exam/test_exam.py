"""The questions of the examinations: they are complete, and quote little of the texts."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from psykavtal import load_counties
from psykavtal.testing.plagiarism import runs_with

ROOT = Path(__file__).parents[2]
FILES = [*sorted(ROOT.glob("plugins/*/tests/exam.toml")), Path(__file__).parent / "several_counties.toml"]
QUESTIONS = [each for file in FILES for each in tomllib.loads(file.read_text("utf-8"))["question"]]

KINDS = {"stated", "absent", "ambiguous", "contradiction", "unreadable", "comparison"}
FIELDS = {"id", "examination", "document", "kind", "question_sv", "question_en", "key_sv", "key_en"}
FIELDS |= {"must", "must_not", "passage", "grade", "first_call"}
LONGEST_RUN = 6

RESULTS = {
    1: {"right": 53, "partly right": 6, "missing": 1},
    2: {"right": 59, "partly right": 1},
    3: {"right": 59, "partly right": 1},
    4: {"right": 59, "partly right": 1},
    5: {"right": 59, "partly right": 1},
    6: {"right": 60},
}
ENOUGH_AT_FIRST = {1: 19, 2: 48, 3: 43, 4: 51, 5: 50, 6: 54}


def asked_in(examination: int) -> list[dict]:
    return [each for each in QUESTIONS if each["examination"] == examination]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: each["id"])
def test_a_question_is_complete(question):
    assert set(question) - {"corrected"} == FIELDS
    assert question["kind"] in KINDS
    assert question["must"]
    assert question["must_not"]


@pytest.mark.parametrize("examination", RESULTS)
def test_sixty_questions_of_which_a_third_ask_for_what_is_absent(examination):
    asked = asked_in(examination)

    assert len(asked) == len({each["id"] for each in asked}) == 60
    assert sum(each["kind"] == "absent" for each in asked) >= 20


@pytest.mark.parametrize("examination", RESULTS)
def test_the_grades_add_up_to_the_result(examination):
    asked = asked_in(examination)

    assert Counter(each["grade"] for each in asked) == RESULTS[examination]
    assert sum(each["first_call"] for each in asked) == ENOUGH_AT_FIRST[examination]


def test_no_question_is_in_two_examinations_or_in_none():
    assert len({each["id"] for each in QUESTIONS}) == len(QUESTIONS)
    assert {each["examination"] for each in QUESTIONS} == set(RESULTS)
    assert len({each["question_sv"] or each["question_en"] for each in QUESTIONS}) == len(QUESTIONS)


@pytest.mark.parametrize("file", FILES, ids=lambda each: each.parent.parent.name)
def test_the_library_has_the_documents_asked_about(file):
    counties = load_counties()
    asked = {each["document"] for each in tomllib.loads(file.read_text("utf-8"))["question"]} - {""}

    own = [counties[file.parent.parent.name]] if asked else []
    assert asked <= {each.id for county in own for each in county.documents if each.texts}


@pytest.mark.parametrize("file", FILES, ids=lambda each: each.parent.parent.name)
def test_the_head_comment_gives_the_results(file):
    head = " ".join(line.removeprefix("# ") for line in file.read_text("utf-8").splitlines() if line.startswith("# "))

    for examination, grades in RESULTS.items():
        counts = ", ".join(f"{count} {grade}" for grade, count in grades.items())
        assert counts in head
        assert f"enough for {ENOUGH_AT_FIRST[examination]}." in head


def test_questions_and_keys_quote_at_most_six_words(sources):
    texts = [each.read_text("utf-8") for each in sorted(sources.glob("*.txt"))]
    wordings = [each[field] for each in QUESTIONS for field in ("question_sv", "key_sv")]
    wordings += [point for each in QUESTIONS for field in ("must", "must_not") for point in each[field]]
    wordings += [part for each in QUESTIONS for part in re.split("[|;…]", each["passage"])]
    assert runs_with({"": wordings}, texts, longest=LONGEST_RUN) == []
