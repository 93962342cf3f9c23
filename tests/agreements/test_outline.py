"""The structure of a document: its outline, its provisions in text order, and the place of each."""

import json
import pickle
from pathlib import Path

import pytest

from psykavtal import DocumentOnDay, from_json, load_counties, to_json
from psykavtal.errors import InvalidValueError, UnknownNameError, UnknownTopicError
from psykavtal.model.provisions import Definition, TargetGroup
from tests.counties import AGREEMENT, COUNTY, DOCUMENT, MakeCounty
from tests.norrvik import plugin

ON = "2024-01-10"


@pytest.fixture(scope="module")
def norrvik() -> DocumentOnDay:
    return load_counties([plugin], strict=True)["norrvik"].document("norrvik-2023", on=ON)


def named(document: DocumentOnDay, name: str):
    return next(each for each in document.provisions() if each.id.endswith(name))


def test_the_outline_has_the_headings_as_printed_in_text_order(norrvik):
    found = {each.heading: (each.level, each.provisions, each.total) for each in norrvik.outline}
    assert list(found)[:4] == ["", "1 Allmänt", "1.1 Parter och giltighet", "1.2 Målgrupper"]
    assert found["1 Allmänt"] == (1, 0, 14)
    assert found["1.2 Målgrupper"] == (2, 6, 6)
    assert sum(each.provisions for each in norrvik.outline) == len(norrvik.provisions())
    assert norrvik.outline[0].label.to("en") == "before the first heading"


def test_provisions_come_in_text_order_wherever_they_are_listed(norrvik):
    order = [norrvik.place_of(each).order for each in norrvik.provisions()]
    assert order == list(range(1, len(order) + 1))
    ids = [each.id for each in norrvik.provisions()]
    assert [each.id for each in norrvik.find().provisions if each.id in ids] == ids
    for topic in ("target-group.age", "disagreement.next-step", "agreement.adoption"):
        asked = [ids.index(each.id) for each in norrvik.ask(topic).basis]
        assert asked == sorted(asked), topic


@pytest.mark.parametrize("section", ["1.2 Målgrupper", "malgrupper", "1.2", "Målgrupper", "målgrupper", " 1.2 "])
def test_a_section_is_given_by_heading_id_or_number(norrvik, section):
    found = norrvik.provisions(section)
    assert [each.id.rpartition(".")[2] for each in found] == [
        *("children", "placed", "all-ages", "dependence", "kin", "disability"),
    ]


def test_a_section_includes_its_subheadings(norrvik):
    whole = norrvik.provisions("1 Allmänt")
    assert whole == (*norrvik.provisions("1.1"), *norrvik.provisions("1.2"))


def test_an_unknown_heading_suggests(norrvik):
    with pytest.raises(UnknownNameError, match=r"norrvik-2023: unknown heading 'Målgruper'\. Did you mean '1.2 Målgr"):
        norrvik.provisions("Målgruper")
    with pytest.raises(InvalidValueError):
        norrvik.provisions(12)


PLACES = {
    "target-group.children": ("punkt 1 av 4 under «1.2 Målgrupper»", "item 1 of 4 under «1.2 Målgrupper»"),
    "definition.disability": ("under «1.2 Målgrupper»", "under «1.2 Målgrupper»"),
    "statement.days": (
        "under «2.4 Avvikelser och tvister», och 2 ställen till",
        "under «2.4 Avvikelser och tvister», and 2 more passages",
    ),
    "adoption.region": ("före första rubriken", "before the first heading"),
}


@pytest.mark.parametrize("name", PLACES)
def test_a_place_has_a_label_in_both_languages(norrvik, name):
    label = norrvik.place_of(named(norrvik, name)).label
    assert (label.sv, label.to("en")) == PLACES[name]


def test_a_place_has_its_parts(norrvik):
    place = norrvik.place_of(named(norrvik, "target-group.kin"))
    assert (place.section, place.item, place.of, place.row, place.footnote, place.page) == (
        *("malgrupper", 4, 4),
        *(None, None, None),
    )


def test_a_provision_of_another_document_has_no_place(norrvik, counties):
    other = counties["dalarna"].find(kind="definition").provisions or counties["dalarna"].find().provisions
    with pytest.raises(UnknownNameError, match="does not state the provision"):
        norrvik.place_of(other[-1])


def test_counts_are_by_heading(norrvik):
    assert str(norrvik.counts("target-group")) == "Målgrupper: 5, under «1.2 Målgrupper»"
    assert norrvik.counts(TargetGroup).total == norrvik.counts(topic="target-group.who").total == 5
    assert norrvik.counts(Definition).label.to("en") == "Definitions: 1, under «1.2 Målgrupper»"
    assert norrvik.counts(topic="sip.convener").label.to("en").endswith(": 1, under «3.1 Regionen»")
    every = norrvik.counts()
    assert every.total == len(norrvik.provisions()) == sum(each.count for each in every.by_heading)
    first, second = every.by_heading[:2]
    shown = f"varav {first.count} före första rubriken, {second.count} under «1.1 Parter och giltighet», "
    assert shown in str(every)
    with pytest.raises(InvalidValueError, match="Did you mean 'target-group'"):
        norrvik.counts("target-grup")
    with pytest.raises(UnknownTopicError):
        norrvik.counts(topic="sip.xyz")


def test_structure_is_pickled_with_its_document(norrvik):
    again = pickle.loads(pickle.dumps(norrvik))
    assert again.outline == norrvik.outline
    assert again.place_of(again.provisions()[20]) == norrvik.place_of(norrvik.provisions()[20])


def test_places_headings_and_counts_come_back_from_json(norrvik):
    places = [norrvik.place_of(each) for each in norrvik.provisions()]
    for each in (*norrvik.outline, *places, norrvik.counts()):
        assert from_json(to_json(each)) == each


LEAD_IN = "Målgrupp: Avtalet omfattar"
LIST = f"""\
[responsibility.first]
passage = ["{LEAD_IN}", "Målgrupp: vård"]
answers = ["responsibility.region"]
bearer = "region"
sv = "Vård."

[responsibility.second]
passage = ["{LEAD_IN}", "Målgrupp: stöd"]
answers = ["responsibility.region"]
bearer = "region"
sv = "Stöd."
"""
LOCK = {
    "version": 2,
    "passages": [
        {"passage": "avtal-2024/ren/malgrupp: Avtalet omfattar", "digest": "0", "leads_in": True},
        {"passage": "avtal-2024/ren/malgrupp: stöd", "digest": "0", "item": "1/2"},
        {"passage": "avtal-2024/ren/malgrupp: vård", "digest": "0", "item": "2/2"},
    ],
}


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def make(lock: dict[str, object] | None) -> DocumentOnDay:
        package = MakeCounty(tmp_path, monkeypatch).whole(COUNTY + AGREEMENT, DOCUMENT + LIST)
        if lock is not None:
            (tmp_path / package.package / "passages.json").write_text(json.dumps(lock), encoding="utf-8")
        return load_counties([package], strict=True)["17"].document("avtal-2024", on=ON)

    return make


def test_a_passage_that_leads_in_a_list_gives_no_place(made):
    document = made(LOCK)
    found = [each for each in document.provisions() if each.id.startswith("avtal-2024.responsibility")]
    assert [each.id.rpartition(".")[2] for each in found] == ["second", "first"]
    assert str(document.place_of(found[1])) == "punkt 2 av 2 under «Målgrupp», och 1 ställe till"


@pytest.mark.parametrize("lock", [None, {"avtal-2024/ren/malgrupp: stöd": "0"}], ids=["no lock", "version 1"])
def test_without_places_the_order_is_that_of_sections_and_files(made, lock):
    document = made(lock)
    found = [each for each in document.provisions() if each.id.startswith("avtal-2024.responsibility")]
    assert [each.id.rpartition(".")[2] for each in found] == ["first", "second"]
    place = document.place_of(found[0])
    assert (place.order, place.item, place.page) == (None, None, None)
    assert place.label.sv.startswith("under «Målgrupp»")


def test_a_document_that_is_not_available_has_no_outline():
    document = load_counties([plugin])["norrvik"].document("norrvik-2011", on=ON)
    assert document.outline == document.provisions() == ()
