"""Searches of the installed counties: words, filters, order."""

import tomllib
from pathlib import Path

import pytest

import psykavtal
from psykavtal import Modality
from psykavtal.agreements.search.recorded_status import RecordedStatus
from psykavtal.model.provisions import LinkedAgreement, TargetGroup, reading_groups

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text("utf-8"))["case"]
DAY = "2026-01-10"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["words"])
def test_words_find_the_provisions_that_have_them(counties, case):
    results = counties.find(case["words"])
    names = [each.name for each in results]

    assert set(case["finds"]) <= set(names)
    assert not set(case.get("lacks", ())) & set(names)
    assert names[0].startswith(case.get("first", ""))
    assert case["where"] in results[names.index(case["finds"][0])].where


def test_an_abbreviation_is_no_part_of_another_word(counties):
    found = counties.find("LVM").provisions
    assert found
    assert not [each for each in found if "självmord" in each.wording.sv]


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("åldersgräns", "services.ages"),
        ("åldersgräns målgrupp", "target-group.age"),
        ("målgrupp", "target-group"),
        ("vem kallar till SIP", "sip.convener"),
        ("kommunens ansvar", "responsibility.municipality"),
        ("regionens ansvar", "responsibility.region"),
        ("age limit", "target-group.age"),
    ],
)
def test_a_provision_on_the_topic_is_first(counties, words, topic):
    first = counties.find(words).provisions[0]
    assert any(each.startswith(topic) for each in first.topics)


def test_provisions_come_before_things(counties):
    kinds = [each.provision is None for each in counties.find("psykiatriska tillstånd")]
    assert True in kinds
    assert kinds == sorted(kinds)


def test_without_words_filters_list_provisions_in_text_order(counties):
    jonkoping = counties["jonkoping"]
    every = (*jonkoping.holdings.record.standing, *(p for c in jonkoping.holdings.contents for p in c.provisions))
    recorded = list(jonkoping.holdings.text_order.sorted(every))

    assert list(jonkoping.find().provisions) == recorded
    links = jonkoping.find(kind="linked-agreement")
    assert list(links.provisions) == [each for each in recorded if isinstance(each, LinkedAgreement)]
    assert links == jonkoping.find(kind=LinkedAgreement)
    assert {type(each) for each in jonkoping.find(kind=TargetGroup).provisions} == {TargetGroup}
    assert [each.rank for each in links] == list(range(1, len(links) + 1))
    assert {(each.score, each.words, each.where) for each in links} == {(0.0, (), ())}


FILTERS = [
    ({"topic": "sip.convener"}, lambda each: "sip.convener" in each.topics),
    ({"topic": "sip"}, lambda each: any(topic.startswith("sip.") for topic in each.topics)),
    ({"kind": "responsibility"}, lambda each: type(each).__name__ == "Responsibility"),
    ({"bearer": "region"}, lambda each: each.bearer_name == "region"),
    ({"modality": "duty"}, lambda each: each.modality is Modality.DUTY),
    ({"modality": Modality.DUTY}, lambda each: each.modality is Modality.DUTY),
    ({"status": "ambiguous"}, lambda each: bool(reading_groups(each))),
    ({"status": "reported"}, lambda each: not each.citations and not reading_groups(each)),
    ({"status": "stated"}, lambda each: each.citations and not reading_groups(each) and not each.follows_by),
    ({"document": "jamtland-2025"}, lambda each: "jamtland-2025" in (each.document, each.about)),
    ({"section": "malgrupp"}, lambda each: any(at.section == "malgrupp" for at in each.citations)),
    ({"section": "Målgrupp"}, lambda each: any(at.heading == "Målgrupp" for at in each.citations)),
]


@pytest.mark.parametrize(("filters", "matches"), FILTERS, ids=[str(each) for each, _ in FILTERS])
def test_a_filter_keeps_what_it_names_with_and_without_words(counties, filters, matches):
    every = counties.find().provisions
    expected = [each.id for each in every if matches(each)]
    assert 0 < len(expected) < len(every)
    assert [each.id for each in counties.find(**filters).provisions] == expected

    words = ["kommun", "region", "SIP", "vård", "samverkan", "målgrupp"]
    for word in words:
        all_ids = [each.id for each in counties.find(word).provisions]
        assert [each.id for each in counties.find(word, **filters).provisions] == [
            each for each in all_ids if each in expected
        ]


def test_every_provision_has_one_recorded_status(counties):
    counts = [len(counties.find(status=each.value)) for each in RecordedStatus]
    assert sum(counts) == len(counties.find())


def test_a_county_and_a_document_find_their_own(counties):
    everywhere = counties.find("SIP")
    for county in counties.values():
        own = {each.id for each in county.find("SIP").provisions}
        assert own == {each.provision.id for each in everywhere if each.county == county.id and each.provision}
        assert [each.provision for each in counties.find("SIP", county=county.code)] == [
            each.provision for each in everywhere if each.county == county.id
        ]
    edition = counties["jonkoping"].document("jonkoping-2025", on=DAY)
    found = edition.find("SIP")
    assert found
    assert {each.document for each in found} == {"jonkoping-2025"}
    assert edition.find("SIP", topic="sip.convener").provisions != found.provisions


def test_every_word_must_match_and_the_words_in_a_row_rank_first(counties):
    one, other = (set(counties.find(each).provisions) for each in ("psykisk", "funktionsnedsättning"))
    both = counties.find("psykisk funktionsnedsättning").provisions
    assert set(both) == one & other
    assert "psykisk funktionsnedsättning" in both[0].wording.sv.casefold()


def test_nothing_found_says_which_word_is_unknown(counties):
    misspelt = counties.find("Försäkringkassan")
    assert len(misspelt) == 0
    assert misspelt.near == {"Försäkringkassan": "försäkringskassan"}
    apart = counties.find("SIP aldrig")
    assert len(apart) == 0
    assert apart.counts == {"SIP": len(counties.find("SIP")), "aldrig": len(counties.find("aldrig"))}


def test_nothing_left_by_the_filters_is_not_nothing_found(counties):
    results = counties.find("SIP", county="dalarna", bearer="region")
    assert (len(results), results.counts, results.near) == (0, {}, {})
    assert results.unfiltered == len(counties.find("SIP"))
    assert f"{results.unfiltered} without the filters" in repr(results)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"topic": "spi"}, "no topic or theme 'spi'.*Did you mean 'sip'"),
        ({"bearer": "regionen"}, "no bearer 'regionen'.*Did you mean 'region'"),
        ({"kind": "targetgroup"}, "no kind 'targetgroup'.*Did you mean 'target-group'"),
        ({"modality": "dutty"}, "no modality 'dutty'.*Did you mean 'duty'"),
        ({"status": "states"}, "no status 'states'.*Did you mean 'stated'"),
        ({"section": "malgrup"}, "no section 'malgrup'.*Did you mean 'malgrupp'"),
        ({"document": "jamtland-2024"}, "no document 'jamtland-2024'.*Did you mean 'jamtland-20"),
        ({"document": "svom"}, "'svom' is a body, not a document.*Known documents"),
    ],
    ids=str,
)
def test_a_misspelt_filter_is_refused_with_the_nearest(counties, asked, said):
    for searched in (counties, counties["jamtland"]):
        for words in (None, "SIP"):
            with pytest.raises(psykavtal.PsykavtalError, match=said):
                searched.find(words, **asked)


def test_a_document_finds_the_municipalities_that_it_names(counties):
    jamtland = counties["jamtland"]
    listed = [each for each in jamtland.place.municipalities if each.named_by]
    assert {"Krokom", "Ragunda"} <= {each.name for each in listed}
    for place in listed:
        for found in (
            counties.find(place.name, document="jamtland-2021"),
            jamtland.document("jamtland-2021", on=DAY).find(place.name),
        ):
            assert [each.thing for each in found].count(place) == 1
        section = place.named_by[0].heading
        assert place in [each.thing for each in counties.find(place.name, section=section)]
        for others in (
            {"document": "jamtland-2025"},
            {"document": "jamtland-2021", "status": "stated"},
            {"topic": "sip"},
        ):
            assert place not in [each.thing for each in counties.find(place.name, **others)]


def test_a_municipality_that_no_passage_names_is_in_no_document(counties):
    unnamed = [each for one in counties.values() for each in one.place.municipalities if not each.named_by]
    assert unnamed
    assert all(each not in [one.thing for one in counties.find(each.name, section="Målgrupp")] for each in unnamed)


def test_a_misspelt_county_is_refused(counties):
    with pytest.raises(psykavtal.PsykavtalError, match="Did you mean 'jamtland'"):
        counties.find("SIP", county="jamtlan")
