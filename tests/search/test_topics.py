"""Topics by words, and the error for an unknown topic."""

import tomllib
from pathlib import Path

import pytest

from psykavtal.agreements.search.topic_search import topics_by_words
from psykavtal.agreements.search.topic_texts import TopicVocabulary
from psykavtal.errors import PsykavtalError, UnknownTopicError
from psykavtal.plugins.county_toml.faults import Faults
from psykavtal.plugins.county_toml.file_reader import read_topics_file

_FILE = tomllib.loads((Path(__file__).parent / "questions.toml").read_text("utf-8"))
QUESTIONS, UNCLEAR = _FILE["clear"], _FILE["unclear"]
DAY = "2026-01-10"


@pytest.mark.parametrize("case", QUESTIONS, ids=lambda case: case["words"])
def test_words_answer_the_topics_that_they_name_or_match_best(counties, case):
    found = topics_by_words(counties.topics, case["words"])
    assert [each.id for each in found.clear] == case["topics"]
    assert list(found.unknown) == case.get("unknown", [])


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_question_of_each_topic_answers_it(counties, lang):
    for topic in counties.topics.values():
        assert topic in topics_by_words(counties.topics, topic.question.to(lang)).clear


def test_a_name_of_several_words_is_found_in_a_question_if_they_are_adjacent(counties):
    vocabulary = TopicVocabulary(counties.topics.values())
    names = [
        (topic, each) for topic in vocabulary.topics for each in topic.texts if each.is_name and len(each.forms) > 1
    ]
    assert len(names) > len(vocabulary.topics) / 2
    for topic, name in names:
        found = vocabulary.containing(f"undrar om {' '.join(name.written)} här")
        assert found.get(topic, 0) >= len(name.forms), name.written
        assert topic not in vocabulary.containing(f"undrar om {' brukar '.join(name.written)} här"), name.written


@pytest.mark.parametrize("case", UNCLEAR, ids=lambda case: case["words"])
def test_words_of_no_clear_topic_list_the_best(counties, case):
    found = topics_by_words(counties.topics, case["words"])
    assert not found.clear
    assert [each.id for each in found.suggested][: len(case["first"])] == case["first"]
    assert bool(found.suggested) == bool(case["first"])
    assert len(found.suggested) <= 5
    assert list(found.unknown) == case.get("unknown", [])


def test_words_of_topics_find_no_provisions(counties):
    """`find` searches texts: a word that only people use is not one of a text."""
    assert "signatur" in counties.topics["document.signatories"].words.sv
    assert len(counties.find("signatur")) == 0


@pytest.mark.parametrize("words", [{"sv": [""]}, {"sv": "ord"}, {"sv": [1]}, {"no": ["x"]}, ["ord"]], ids=str)
def test_further_words_of_a_wrong_form_are_refused(words):
    toml = f"[topic.'x.y']\nlabel.sv = 'x'\nquestion.sv = 'x'\nwords = {_toml(words)}\n".encode()
    faults = Faults("topics.toml", toml)
    read_topics_file(toml, faults)
    with pytest.raises(PsykavtalError, match="words"):
        faults.raise_any()


def _toml(value):
    return (
        f"{{ {', '.join(f'{key} = {each!r}' for key, each in value.items())} }}" if isinstance(value, dict) else value
    )


@pytest.mark.parametrize("name", ["sip.convenor", "kallar SIP", "x" * 5000, "🙂", "x " * 500, ""])
def test_an_unknown_topic_is_refused(counties, name):
    for ask in (counties["jamtland"].ask, counties["jamtland"].document("jamtland-2025", on=DAY).ask):
        with pytest.raises(UnknownTopicError):
            ask(name, on=DAY)


def test_an_unknown_topic_suggests_by_spelling_and_by_words(counties):
    with pytest.raises(UnknownTopicError, match=r"Did you mean 'sip\.convener'"):
        counties["jamtland"].ask("sip.convenor", on=DAY)
    with pytest.raises(UnknownTopicError, match=r"By words: sip\.convener"):
        counties["jamtland"].ask("vem kallar", on=DAY)
    with pytest.raises(UnknownTopicError, match=r"Did you mean 'validity\.start'"):
        counties["jamtland"].ask("validitystart", on=DAY)
    with pytest.raises(UnknownTopicError, match=r"By words: agreement\.parties") as caught:
        counties["jamtland"].ask("parter", on=DAY)
    assert "Did you mean" not in str(caught.value)
    with pytest.raises(UnknownTopicError, match=r"By words: target-group\.age"):
        counties["jamtland"].ask("age limit", on=DAY)
