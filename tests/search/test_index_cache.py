"""The cache of an index: the same results from it as without, and never the texts of another corpus."""

import sys
from pathlib import Path

import pytest

from psykavtal.agreements.search import indexed_texts
from psykavtal.agreements.search.indexed_texts import IndexedTexts
from psykavtal.agreements.search.searchable_text import Column, Entry, SearchableText


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path


def entries_of(*texts: str) -> list[Entry]:
    return [Entry(county="x", subject=None, texts=(SearchableText("name", Column.WORDING, each),)) for each in texts]


def test_texts_from_the_cache_are_the_texts_that_were_cached(counties, monkeypatch):
    entries = counties.corpus.entries
    made = IndexedTexts.cached(entries, "counties")
    monkeypatch.setattr(indexed_texts, "words_of", None)
    again = IndexedTexts.cached(entries, "counties")
    assert again.rows == made.rows
    assert again.forms.known == made.forms.known
    assert again.forms.compounds == made.forms.compounds


@pytest.mark.parametrize(
    "other",
    [["vård och stöd"], ["stöd", "vård"], ["vård", "stöd", ""], ["vårdwording 4 stöd"], ["vård", "stöden"]],
    ids=["joined", "in another order", "one more", "as in the key", "another word"],
)
def test_other_texts_under_the_same_name_are_read_anew(other):
    IndexedTexts.cached(entries_of("vård", "stöd"), "x")
    assert IndexedTexts.cached(entries_of(*other), "x").rows == IndexedTexts.of(entries_of(*other)).rows


def test_a_text_is_indexed_alike_wherever_it_stands():
    texts = [
        "",
        "Arenan, arenans",
        "ʘ",
        "a ʘ b",
        "handlings-planen",
        "under_score",
        "  ",
        "Ａ",
        "e\u0301",
        "😀",
        "\ud800",
    ]
    alone = [IndexedTexts.of(entries_of(each, "arena handling planen")).rows[0][1:] for each in texts]
    together = [row[1:] for row in IndexedTexts.of(entries_of(*texts, "arena handling planen")).rows]
    assert together[:-1] == alone


def test_one_file_is_written_for_each_name(own_folder):
    for texts in (["vård"], ["stöd"], ["vård"]):
        IndexedTexts.cached(entries_of(*texts), "x")
        IndexedTexts.cached(entries_of(*texts), "counties")
    assert sorted(each.name.partition(".")[0] for each in own_folder.rglob("index-*")) == ["index-counties", "index-x"]
