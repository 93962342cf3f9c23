"""Word forms: pairs chosen before the search was built, irregular words, compounds, abbreviations."""

import tomllib
from pathlib import Path

import pytest

from psykavtal import Wording
from psykavtal.agreements.search.indexed_texts import vocabulary_of
from psykavtal.agreements.search.irregular_words import irregular_words
from psykavtal.agreements.search.stems import stem
from psykavtal.agreements.search.word_forms import WordForms

from .invented_words import COUNTY, with_words

PAIRS = tomllib.loads((Path(__file__).parent / "words.toml").read_text("utf-8"))["pair"]
# The English stemmer unites them; no wording has "response".
UNITED = [("responsibilities", "response")]


def wording(word, language):
    return Wording(sv=word) if language == "sv" else Wording(sv="1", en=word)


def ids(results):
    return [each.provision.id.rpartition(".")[2] for each in results]


@pytest.fixture(scope="module")
def words():
    """The counties, and one with a provision for each word of the pairs."""
    named = [
        (f"{role}-{number}", wording(pair[role], pair["language"]))
        for number, pair in enumerate(PAIRS)
        for role in ("must_find", "must_not_find")
        if pair[role]
    ]
    return with_words(named)


@pytest.mark.parametrize(
    ("number", "pair"), list(enumerate(PAIRS)), ids=[f"{each['query']}-{each['must_find']}" for each in PAIRS]
)
def test_a_form_finds_another_form_and_no_other_word(words, number, pair):
    found = ids(words.find(pair["query"], county=COUNTY))
    assert f"must_find-{number}" in found
    is_united = (pair["query"], pair["must_not_find"]) in UNITED
    assert (f"must_not_find-{number}" in found) == is_united


@pytest.mark.parametrize("pair", PAIRS, ids=[f"{each['query']}-{each['must_find']}" for each in PAIRS])
def test_no_wording_with_the_other_form_is_missed_in_the_installed_counties(counties, pair):
    lang = pair["language"]
    literal = pair["must_find"].casefold()
    with_it = [
        each.id
        for each in counties.find().provisions
        if f" {literal} " in f" {each.wording.to(lang).casefold().replace(',', ' ').replace('.', ' ')} "
    ]
    assert set(with_it) <= {each.id for each in counties.find(pair["query"]).provisions}


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_table_has_only_what_the_stemmer_misses(lang):
    """See `irregular_candidates.py` for how the table was made."""
    table = irregular_words()[lang]
    for form, base in table.bases.items():
        assert form not in table.kept
        assert base not in table.bases
        assert base in table.kept or form != base
    alone = [form for form, base in table.bases.items() if stem(form, lang) == stem(base, lang)]
    # A noun is listed with all its forms, also those that the stemmer brings together.
    families = {base for form, base in table.bases.items() if stem(form, lang) != stem(base, lang)}
    assert {table.bases[form] for form in alone} <= families | set(table.kept)


def test_the_table_is_of_the_words_of_the_counties(counties):
    vocabulary = vocabulary_of(counties.corpus.entries)
    for lang, table in irregular_words().items():
        words = [{base, *(form for form, of in table.bases.items() if of == base)} for base in table.bases.values()]
        unused = [each for each in words if each.isdisjoint(vocabulary[lang])]
        assert len(unused) <= len(words) / 10


def test_a_compound_is_found_by_its_parts_after_the_word_itself():
    named = [("compound", "handlingsplan"), ("word", "planen"), ("other", "planta")]
    made = with_words([(name, wording(word, "sv")) for name, word in named])
    assert ids(made.find("plan", county=COUNTY)) == ["word", "compound"]
    assert ids(made.find("handlingsplanen", county=COUNTY)) == ["compound"]


@pytest.mark.parametrize("word", ["föräldrar", "medverka", "tillhör", "verksamheter"])
def test_a_prefix_or_an_ending_is_not_a_part(word):
    assert WordForms.of({"för", "med", "till", "hör", "verka", "äldrar", "heter", "verksam"}).parts(word) == ()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("LSS", "stöd och service till vissa funktionshindrade"),
        ("lagen om stöd och service till vissa funktionshindrade", "LSS"),
        ("samordnad individuell plan", "SIP"),
        ("socialtjänstlagen", "SoL"),
    ],
)
def test_an_abbreviation_and_its_name_find_each_other(query, found):
    made = with_words([("found", wording(found, "sv")), ("other", wording("individuell", "sv"))])
    assert ids(made.find(query, county=COUNTY)) == ["found"]


def test_a_word_finds_the_compounds_that_begin_with_it(counties):
    found = counties.find("suicid", document="jamtland-2025")
    assert found
    assert all(any("suicidprev" in word.casefold() for word in each.words) for each in found)
    assert not counties.find("funktionsneds", document="jamtland-2025")
