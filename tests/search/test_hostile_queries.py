"""Queries that are no words, or too many; operators of the query language have no effect."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

import psykavtal
from psykavtal.errors import InvalidValueError

COUNTIES = psykavtal.load_counties()


def names(query):
    """The ids of the provisions found, and the names of the things."""
    found = COUNTIES.find(query)
    return [each.id for each in found.provisions] + [each.name for each in found[len(found.provisions) :]]


@pytest.mark.parametrize("query", ["", " ", '"', "*", "-", "()", "🙂", "\x00", "\ud800", "_", "§"])
def test_a_query_without_a_word_is_refused(query):
    for searched in (COUNTIES, COUNTIES["jamtland"]):
        with pytest.raises(InvalidValueError, match="words: has no letter or digit"):
            searched.find(query)


@pytest.mark.parametrize("query", [5, ["SIP"], b"SIP", {"a": 1}])
def test_a_query_that_is_not_text_is_refused(query):
    with pytest.raises(InvalidValueError, match="words: must be text"):
        COUNTIES.find(query)


def test_a_query_of_very_many_words_is_refused():
    with pytest.raises(InvalidValueError, match="words: has 50000 words, more than 60"):
        COUNTIES.find("SIP " * 50_000)
    assert names("x" * 100_000) == []
    assert names("SIP " * 30) == names("SIP")


@pytest.mark.parametrize(
    "query",
    ['"SIP"', "SIP*", "-SIP", "^SIP", "SIP + ", "(SIP", "wording:SIP:"[8:], "SIP;", "'SIP'", "SIP🙂", "sip", "{SIP}"],
)
def test_punctuation_has_no_effect(query):
    assert names(query) == names("SIP")


@pytest.mark.parametrize("operator", ["NEAR", "OR", "NOT", "AND"])
def test_an_operator_is_a_word(operator):
    assert names(f"SIP {operator} plan") == names(f"SIP {operator.lower()} plan")
    assert set(names(f"SIP {operator} plan")) <= set(names("SIP plan"))


@pytest.mark.parametrize(
    "query", ["wording:SIP", "rowid", "entries", "rank: 5", "'; DROP TABLE entries; --", "NEAR(a, 5)"]
)
def test_names_of_the_index_are_words(query):
    names(query)
    assert names("SIP")


@given(st.text(max_size=60))
def test_any_text_finds_what_all_its_words_match_or_is_refused(query):
    try:
        found = COUNTIES.find(query)
    except InvalidValueError:
        return
    for each in found[:3]:
        assert each.words
        assert each.where


@cache
def found_alone(word):
    return frozenset(names(word))


@given(st.lists(st.sampled_from(["kommun", "SIP", "lvm", "the", "och", "plan", "psykisk", "18", "LSS"]), min_size=1))
def test_more_words_find_no_more(words):
    alone = every = found_alone(words[0])
    for count in range(1, min(len(words), 30) + 1):
        alone &= found_alone(words[count - 1])
        found = set(names(" ".join(words[:count])))
        assert alone <= found <= every
