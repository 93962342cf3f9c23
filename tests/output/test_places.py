"""Each note is printed under the heading of the part that it belongs to."""

import html
import re

import pytest

import psykavtal
from psykavtal import Case
from psykavtal.output.html import html as as_html
from psykavtal.output.object_text import escalation_text
from psykavtal.output.text import text as as_text
from psykavtal.output.views.case_view import case_report, cases_report

DAY = "2026-01-10"
CASES = {
    "a young person with some facts": {
        "born": "2008-03-01",
        "facts": {"coordinated": True, "inpatient": False},
    },
    "an adult of whom nothing more is known": {"age": 40},
    "somebody in a disagreement": {"age": 17, "facts": {"disagreement": True, "discharge": True}},
    "nothing known": {},
}
DOCUMENTS = [
    ("jamtland", None),
    ("jamtland", "jamtland-2025"),
    ("jamtland", "jamtland-2021"),
    ("jonkoping", None),
    ("jonkoping", "jonkoping-2025"),
    ("dalarna", None),
    ("dalarna", "dalarna-direktiv-2020"),
]


def _ask(counties, county, document, case):
    return counties.what_applies(Case(**CASES[case]), on=DAY, county=county, document=document)


def _plain(text):
    return " ".join(text.split())


def _notes_of(answer):
    """The notes of the provisions that an answer rests on, and of the answer itself."""
    own = [each.note for each in answer.basis if each.note is not None]
    return {*own, *answer.notes}


def _answers_by_title(answer):
    """The answers that each section prints, by its title."""
    found = answer.disagreement
    titles = {
        "Målgrupp": [answer.target_group],
        "Särskild uppmärksamhet": [answer.emphasis],
        "Verksamheter efter ålder": [answer.services],
        "Kommande övergångar": [answer.transitions],
        "Ansvar": [answer.responsibilities],
        "Anslutande överenskommelser": [answer.links],
        "Samordnad individuell plan (SIP)": list(answer.sip.values()),
        "Vid oenighet: ansvar under tiden": [found.interim],
        "Övriga frågor": list(answer.answers),
        "Vad texten är tyst om": list(answer.silences),
    }
    routes = {f"Vägen vid {answer.labels[way.trigger].sv}": [way.route] for way in found.routes}
    return {**titles, **routes, "Nästa steg därifrån frågan står": [found.next_steps] if found.next_steps else []}


def _all_notes(counties, county):
    found = {each.note for each in counties[county].find().provisions if each.note is not None}
    for content in counties[county].holdings.contents:
        found |= {each.note for each in content.silences if each.note is not None}
    return found


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize(("county", "document"), DOCUMENTS, ids=str)
def test_a_note_stands_only_in_sections_that_rest_on_its_provision(counties, county, document, case):
    answer = _ask(counties, county, document, case)
    answers = _answers_by_title(answer)
    every = _all_notes(counties, county)
    placed = 0

    for section in case_report(answer).sections:
        allowed = {note for each in answers.get(section.heading.sv, ()) for note in _notes_of(each)}
        printed = _plain(" ".join(line.text.sv for line in section.lines))
        for note in every:
            if f"Att veta: {_plain(note.sv)}" in printed:
                placed += 1
                assert note in allowed, (section.heading.sv, note.sv)
    assert placed or county == "dalarna"


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize(("county", "document"), DOCUMENTS, ids=str)
def test_no_note_of_a_provision_on_the_plan_stands_under_edition(counties, county, document, lang):
    answer = _ask(counties, county, document, "a young person with some facts")
    basis = [provision for each in answer.sip.values() for provision in each.basis]
    notes = {provision.note.to(lang) for provision in basis if provision.note is not None}
    heading = {"sv": "Upplaga", "en": "Edition"}[lang]

    text = answer.explain(lang)
    edition = next(block for block in text.split("\n\n") if block.startswith(heading))
    beside = next(
        block for block in as_text(cases_report([answer]), lang).split("\n\n") if block.splitlines()[0] == heading
    )
    page = html.unescape(as_html(case_report(answer), lang))
    part = re.search(rf"<b>{heading}</b>.*?</details>", page, re.DOTALL).group(0)
    for note in notes:
        for shown in (edition, beside, part):
            assert note not in _plain(shown)


def test_the_notes_on_calling_a_plan_stand_under_the_plan(counties):
    answer = _ask(counties, "jamtland", None, "a young person with some facts")
    note = "Vilken av huvudmännen kallar?"

    titles = [
        each.heading.sv for each in case_report(answer).sections if any(note in line.text.sv for line in each.lines)
    ]

    assert titles == ["Ansvar", "Samordnad individuell plan (SIP)"]


@pytest.mark.parametrize(("county", "document"), DOCUMENTS, ids=str)
def test_in_json_each_part_has_the_notes_of_its_own_provisions(counties, county, document):
    answer = _ask(counties, county, document, "somebody in a disagreement")
    by_provision = {each.note for part in answer.all_answers() for each in part.basis if each.note is not None}

    for part in answer.all_answers():
        written = psykavtal.to_dict(part).get("notes", [])
        own = {each.note.sv for each in part.basis if each.note is not None}
        foreign = {note.sv for note in by_provision} - own
        assert not foreign & {each["sv"] for each in written}


def test_the_verdict_is_printed_once_and_in_its_section(counties):
    answer = _ask(counties, "jonkoping", None, "nothing known")
    text = _plain(answer.explain("sv"))
    sentence = _plain(answer.in_force.sentence.sv)

    assert text.count(sentence) == 1
    assert text.index("Upplaga [gäller]") < text.index(sentence) < text.index("Målgrupp [")


def test_escalation_prints_the_notes_of_what_it_prints(counties):
    escalation = counties["jamtland"].document("jamtland-2025", on=DAY).escalation
    blocks = escalation_text(escalation, lang="sv").split("\n\n")

    (interim,) = [each for each in blocks if each.startswith("Ansvar under tiden")]
    assert "Att veta: Ansvaret gäller att samordna; kostnader nämns inte." in interim
    assert sum("kostnader nämns inte" in each for each in blocks) == 1
