"""Two readings of an installed county that differ never print alike."""

import pytest

from psykavtal import Ambiguous, Case
from psykavtal.agreements.descriptions import describe
from psykavtal.output.object_text import escalation_text
from psykavtal.output.views.case_view import case_report
from tests.output.readings import DAY, HEADING, _editions, _readings

AGREE = {"sv": "Läsningarna ger samma svar.", "en": "The readings give the same answer."}


@pytest.mark.parametrize(
    ("lang", "after"),
    [("sv", "(efter dialog mellan chefer"), ("en", "(after dialog mellan chefer")],
)
def test_a_deviation_in_jamtland_prints_that_one_reading_has_it_come_from_the_dialogue(counties, lang, after):
    answer = counties.what_applies(Case(municipality="2321"), on=DAY)
    (section,) = [each for each in case_report(answer).sections if each.heading.sv == "Vägen vid avvikelse"]
    edition = counties["jamtland"].document("jamtland-2025", on=DAY)
    route = edition.escalation.route(trigger="deviation")

    lines = [each.text.to(lang) for each in section.lines]
    first, second = _readings(lines, lang)
    assert after in first
    assert after not in second
    texts = [each.answer.value.in_language(lang) for each in route.readings]
    assert after in texts[0]
    assert after not in texts[1]
    assert len(set(map(repr, [each.answer for each in route.readings]))) == 2


def test_the_reason_for_a_reading_is_that_of_every_sentence_it_reads(counties):
    edition = counties["jamtland"].document("jamtland-2025", on=DAY)
    route = edition.escalation.route(trigger="deviation")

    assert route.under("separate").basis
    assert route.readings[1].why.en.startswith("Deviations enter by themselves")


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_no_two_readings_of_a_route_print_alike(counties, lang):
    met = 0
    for edition in _editions(counties):
        for block in escalation_text(edition.escalation, lang=lang).split("\n\n"):
            groups = _readings(block.splitlines(), lang)
            met += len(groups)
            # In a cell the answer follows its heading on the same line.
            if all(groups):
                assert len(set(groups)) == len(groups), block
    assert met


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize(
    "case",
    [{}, {"age": 17}, {"age": 40, "facts": {"disagreement": True}}, {"facts": {"child": True, "coordinated": False}}],
    ids=["nothing known", "17", "40 in a disagreement", "a child"],
)
def test_no_two_readings_in_a_section_of_a_case_print_alike(counties, lang, case):
    for county in counties:
        answer = counties.what_applies(Case(**case), on=DAY, county=county)
        for section in case_report(answer).sections:
            groups = _readings([("- " if each.level else "") + each.text.to(lang) for each in section.lines], lang)
            if len(groups) > 1 and all(groups) and section.mark:
                assert len(set(groups)) == len(groups), (section.heading, groups)


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_no_two_readings_of_a_topic_print_alike(counties, lang):
    met = 0
    for county in counties.values():
        for edition in (county.document(each.id, on=DAY) for each in county.documents if each.is_available):
            for topic in edition.topics:
                answer = edition.ask(topic.id)
                if isinstance(answer, Ambiguous):
                    met += 1
                    lines = [each.to(lang) for each in describe(answer, county.holdings.name_of)]
                    told = [each.partition(" → ")[2] for each in lines if each.startswith(HEADING[lang])]
                    assert all(told), lines
                    assert len(set(told)) == len(told), lines
    assert met
