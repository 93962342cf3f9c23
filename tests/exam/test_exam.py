"""The questions of the examination: they are complete, and quote little of the texts."""

import re
import tomllib
from pathlib import Path

import pytest

from psykavtal.testing.plagiarism import runs_with

ROOT = Path(__file__).parents[2]
FILES = [*sorted(ROOT.glob("plugins/*/tests/exam.toml")), Path(__file__).parent / "several_counties.toml"]
QUESTIONS = [each for file in FILES for each in tomllib.loads(file.read_text("utf-8"))["question"]]

KINDS = {"stated", "absent", "ambiguous", "contradiction", "unreadable"}
FIELDS = {"id", "document", "kind", "question_sv", "question_en", "key_sv", "key_en"}
FIELDS |= {"must", "must_not", "passage", "grade", "first_call"}
LONGEST_RUN = 6


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: each["id"])
def test_a_question_is_complete(question):
    assert set(question) - {"corrected"} == FIELDS
    assert question["kind"] in KINDS
    assert question["must"]
    assert question["must_not"]


def test_the_questions_are_many_and_ask_for_what_is_absent():
    assert len({each["id"] for each in QUESTIONS}) == len(QUESTIONS) >= 60
    assert sum(each["kind"] == "absent" for each in QUESTIONS) >= 20


def test_questions_and_keys_quote_at_most_six_words(sources):
    texts = [each.read_text("utf-8") for each in sorted(sources.glob("*.txt"))]
    wordings = [each[field] for each in QUESTIONS for field in ("question_sv", "key_sv")]
    wordings += [part for each in QUESTIONS for part in re.split("[|;…]", each["passage"])]
    assert runs_with(wordings, texts, longest=LONGEST_RUN) == []
