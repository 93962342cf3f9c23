"""A definition is linked to the fact that it defines, and shown where the fact is missing or decides."""

from pathlib import Path

import pytest

from psykavtal import Case, Counties, from_json, load_counties, to_json
from psykavtal.cases.case_summary import summarise_case
from psykavtal.output.text import text
from psykavtal.output.views.answer_view import answer_report
from psykavtal.output.views.case_summary_view import case_summary_report
from psykavtal.output.views.case_view import case_report
from psykavtal.output.views.listing_view import facts_report
from psykavtal.output.views.report_parts import report_part
from tests.counties import AGREEMENT, COUNTY, DOCUMENT, MakeCounty
from tests.norrvik import plugin

DAY = "2024-01-10"
DEFINED = "norrvik-2023.definition.disability"
TERM = "«psykisk funktionsnedsättning»"
DISABILITY = "psychiatric-disability"


@pytest.fixture(scope="module")
def norrvik() -> Counties:
    return load_counties([plugin], strict=True)


def headings(printed: str) -> dict[str, str]:
    """The sections of a printed report, by their headings."""
    parts = (part.partition("\n") for part in printed.split("\n\n"))
    return {head.partition(" [")[0]: " ".join(rest.split()) for head, _, rest in parts}


@pytest.mark.parametrize(("lang", "group"), [("sv", "Målgrupp"), ("en", "Target group")])
@pytest.mark.parametrize("facts", [{}, {DISABILITY: True}, {DISABILITY: False}], ids=["missing", "true", "false"])
def test_the_target_group_shows_the_definition_with_its_citation_once(norrvik, facts, lang, group):
    answer = norrvik.what_applies(Case(municipality="9911", age=40, facts=facts), on=DAY)
    (definition,) = answer.definitions

    assert (definition.id, definition.fact) == (DEFINED, DISABILITY)
    for report in (case_report(answer), report_part(case_report(answer), group)):
        shown = headings(text(report, lang))[group]
        assert shown.count(f"{TERM}: {definition.wording.to(lang)}") == 1
        assert shown.count("Med psykisk funktionsnedsättning avses … minst ett år") == 1
    short = headings(text(case_summary_report(summarise_case(answer), answer), lang))[group]
    assert short.count(f"{definition.wording.to(lang)} («1.2 Målgrupper»)") == 1


def test_the_answer_on_the_target_group_alone_shows_it(norrvik):
    answer = norrvik.target_group(Case(municipality="9911", age=40), on=DAY)

    assert TERM in text(answer_report(answer), "sv")
    assert TERM in answer._repr_html_()


def test_a_missing_fact_of_an_answer_has_its_definition(norrvik):
    answers = [norrvik["norrvik"].ask(each, on=DAY) for each in norrvik.topics]
    missing = [each for each in answers if each.missing_facts]

    assert missing
    for each in missing:
        expected = [DEFINED] if DISABILITY in each.missing_facts else []
        assert [one.id for one in each.definitions] == expected


def test_a_fact_that_no_text_defines_has_no_definition(norrvik):
    answer = norrvik.what_applies(Case(municipality="9911", age=40), on=DAY)

    assert "substance-use" in answer.target_group.by_text.missing_facts
    assert {each.fact for each in answer.definitions} == {DISABILITY}


def test_a_definition_is_that_of_the_document_that_is_used(counties):
    of_directive = counties.what_applies(Case(municipality="Falun"), on="2026-01-10")
    of_agreement = counties.what_applies(Case(municipality="Jönköping"), on="2026-01-10")

    assert {each.document for each in of_directive.definitions} == {"dalarna-direktiv-2020"}
    assert [(each.document, each.fact) for each in of_agreement.definitions] == [
        ("jonkoping-2025", "psychiatric-condition")
    ]


def test_json_has_the_definition_with_its_citation(norrvik):
    answer = norrvik.what_applies(Case(municipality="9911"), on=DAY)
    back = from_json(to_json(answer), counties=norrvik)

    assert back.definitions == answer.definitions
    assert back.explain("sv") == answer.explain("sv")
    (short,) = summarise_case(answer).definitions
    assert (short.fact, short.provision) == (DISABILITY, DEFINED)
    assert short.passages == tuple(each.key for each in answer.definitions[0].citations)
    assert from_json(to_json(summarise_case(answer))) == summarise_case(answer)


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_list_of_facts_gives_it_below_the_fact(norrvik, lang):
    lines = text(facts_report(norrvik), lang, width=None).splitlines()
    (at,) = [number for number, line in enumerate(lines) if line.split()[:1] == [DISABILITY]]

    assert lines[at + 1].strip().startswith("Norrvik: ")
    assert TERM in lines[at + 1]
    assert "avses … minst ett år" in lines[at + 2]


@pytest.mark.parametrize(("fact", "fix"), [("psychiatric-disabilty", DISABILITY), ("need-noticed", "")])
def test_a_definition_of_no_truth_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fact: str, fix: str
) -> None:
    definition = (
        '\n[definition.term]\npassage = "Målgrupp: Med det … avses"\n'
        f'term = "det"\nfact = "{fact}"\nsv = "Det."\nen = "It."\n'
    )
    county = MakeCounty(tmp_path, monkeypatch).whole(COUNTY + AGREEMENT, DOCUMENT + definition)
    with pytest.raises(ExceptionGroup) as caught:
        load_counties([county], strict=True)

    (error,) = caught.value.exceptions
    assert "definition.term" in str(error)
    assert f"'{fact}'" in str(error)
    assert fix in str(error)


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("municipality", ["Åre", "Jönköping", "Falun"])
def test_the_short_form_stays_on_one_screen(counties, municipality, lang):
    for given in ({}, {"born": "2000-02-29"}, {"age": 18}):
        answer = counties.what_applies(Case(municipality=municipality, **given), on="2026-01-10")
        lines = text(case_summary_report(summarise_case(answer), answer), lang).splitlines()
        assert len(lines) <= 40
