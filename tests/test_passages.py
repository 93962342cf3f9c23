"""Passages of county files: sections are cited by their headings as printed."""

from pathlib import Path

import pytest

from psykavtal import load_counties
from psykavtal.errors import CountyFileError

from .counties import AGREEMENT, COUNTY, DOCUMENT, MakeCounty

SECTIONS = """\
start = ""
malgrupp = "Målgrupp"
oenighet = "Oenighet"
slash = "Inledning/ bakgrund"
colon = "Mål: de viktigaste"
mal = "Mål"
ends = "Fas 1 innefattar:"
first-plan = "Plan"
second-plan = "Plan"

[document.avtal-2024.text.ocr]
file = "ocr.txt"
digest = "sha256:00"

[document.avtal-2024.text.ocr.sections]
titel = "Titel"
"""
WHOLE = COUNTY + AGREEMENT.replace('malgrupp = "Målgrupp"\noenighet = "Oenighet"\n', SECTIONS)
CITED = "Målgrupp: Personer från … båda huvudmännen"

RIGHT = {
    "a heading": ("Målgrupp: Personer", "ren/malgrupp: Personer"),
    "a heading with a slash": ("Inledning/ bakgrund: Utöver … fram", "ren/slash: Utöver … fram"),
    "a heading with a slash, of a text": ("ren/Inledning/ bakgrund: Utöver", "ren/slash: Utöver"),
    "a heading with a colon": ("Mål: de viktigaste: Först", "ren/colon: Först"),
    "a heading that another begins with": ("Mål: de andra", "ren/mal: de andra"),
    "a colon in the passage": ("Målgrupp: Personer: alla", "ren/malgrupp: Personer: alla"),
    "a heading that ends with a colon": ("Fas 1 innefattar: Mars", "ren/ends: Mars"),
    "a part without a heading": ("start: Parter", "ren/start: Parter"),
    "two sections with one heading": ("second-plan: ska » kalla", "ren/second-plan: ska » kalla"),
    "another text": ("ocr/Titel: Avtal", "ocr/titel: Avtal"),
    "another text, with its document": ("avtal-2024/ocr/Titel: Avtal", "ocr/titel: Avtal"),
}
WRONG = {
    "a heading that two sections have": ("Plan: ska", "'first-plan' or 'second-plan'"),
    "an id beside a heading": ("slash: Utöver", "'Inledning/ bakgrund'"),
    "a misspelt heading with a slash": ("Inledning/ bakgrnd: Utöver", "'Inledning/ bakgrund'"),
    "a misspelt heading of another text": ("ocr/Titl: Avtal", "'Titel'"),
    "a colon too many": ("Fas 1 innefattar:: Mars", "first words"),
    "no words": ("Målgrupp:", "first words"),
    "no first words": ("Målgrupp: … sist", "first words"),
    "no words before": ("Målgrupp: » sist", "first words"),
}


@pytest.fixture
def make_county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MakeCounty:
    return MakeCounty(tmp_path, monkeypatch)


@pytest.mark.parametrize(("written", "key"), RIGHT.values(), ids=RIGHT)
def test_a_passage_is_cited_by_the_heading_of_its_section(make_county: MakeCounty, written: str, key: str) -> None:
    plugin = make_county.whole(WHOLE, DOCUMENT.replace(CITED, written))
    (provision,) = load_counties(plugins=[plugin], strict=True)["17"].find(kind="target-group").provisions
    assert [each.key for each in provision.citations] == [f"avtal-2024/{key}"]


@pytest.mark.parametrize(("written", "fix"), WRONG.values(), ids=WRONG)
def test_a_passage_of_no_section_is_refused_with_the_heading_to_write(
    make_county: MakeCounty, written: str, fix: str
) -> None:
    county = load_counties(plugins=[make_county.whole(WHOLE, DOCUMENT.replace(CITED, written))])["17"]
    with pytest.raises(CountyFileError) as raised:
        county.find()
    (fault,) = raised.value.faults
    assert fix in str(fault)
    assert written in str(fault)


def test_a_default_holds_for_what_is_read_in_the_document_only(make_county: MakeCounty) -> None:
    reported = '[statement.x]\nreported = "https://example.org"\nanswers = ["sip.use"]\nsv = "x"\n'
    document = DOCUMENT.replace("silent_on", 'review = "reread"\nread_on = 2026-02-02\nsilent_on') + reported
    county = load_counties(plugins=[make_county.whole(document=document)], strict=True)["17"]
    found = {each.id.partition(".")[2]: (each.review.value, str(each.read_on)) for each in county.find().provisions}
    assert found["relation.up"] == ("reread", "2026-02-02")
    assert found["statement.x"] == ("read-once", "None")
    assert str(county.document("avtal-2024", on="2026-03-01").ask("sip.convener").read_on) == "2026-02-02"


def test_the_topic_of_a_kind_may_be_left_out(make_county: MakeCounty) -> None:
    table = '[arena.a]\npassage = "Oenighet: Rådet"\nbody = "radet"\nsv = "x"\n'
    more = table.replace("arena.a", "arena.b") + 'answers = ["bodies.arenas", "sip.use"]\n'
    county = load_counties(plugins=[make_county.whole(document=DOCUMENT + table + more)], strict=True)["17"]
    found = {each.id.partition(".")[2]: each.topics for each in county.find(kind="arena").provisions}
    assert found == {"arena.a": ("bodies.arenas",), "arena.b": ("bodies.arenas", "sip.use")}
