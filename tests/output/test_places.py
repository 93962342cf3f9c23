"""Each remark is printed under the heading of the part that it belongs to."""

import html
import re

import pytest

import psykavtal
from psykavtal import Case
from psykavtal.model.answers import NotApplicable, Silent
from psykavtal.model.provisions import remarks_of
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


def _printed(remark, lang="sv"):
    """The line of a remark, as people read it."""
    return _plain(f"{remark.type.label.to(lang).capitalize()}: {remark.text.to(lang)}")


def _remarks_of(answer):
    """The remarks of the provisions that an answer rests on, or of the silence that it reports."""
    return set(answer.remarks if isinstance(answer, Silent) else remarks_of(answer.basis))


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


def _all_remarks(counties, county):
    found = set(remarks_of(counties[county].find().provisions))
    for content in counties[county].holdings.contents:
        found |= {remark for each in content.silences for remark in each.remarks}
    return found


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize(("county", "document"), DOCUMENTS, ids=str)
def test_a_remark_stands_only_in_sections_that_rest_on_its_provision(counties, county, document, case):
    answer = _ask(counties, county, document, case)
    answers = _answers_by_title(answer)
    every = _all_remarks(counties, county)
    placed = 0

    for section in case_report(answer).sections:
        allowed = {_printed(one) for each in answers.get(section.heading.sv, ()) for one in _remarks_of(each)}
        lines = {_plain(line.text.sv) for line in section.lines}
        for remark in every:
            if _printed(remark) in lines:
                placed += 1
                assert _printed(remark) in allowed, section.heading.sv
    assert placed or county == "dalarna"


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize(("county", "document"), DOCUMENTS, ids=str)
def test_no_remark_of_a_provision_on_the_plan_stands_under_edition(counties, county, document, lang):
    answer = _ask(counties, county, document, "a young person with some facts")
    basis = [provision for each in answer.sip.values() for provision in each.basis]
    remarks = {remark.text.to(lang) for remark in remarks_of(basis)}
    heading = {"sv": "Upplaga", "en": "Edition"}[lang]

    text = answer.explain(lang)
    edition = next(block for block in text.split("\n\n") if block.startswith(heading))
    beside = next(
        block for block in as_text(cases_report([answer]), lang).split("\n\n") if block.splitlines()[0] == heading
    )
    page = html.unescape(as_html(case_report(answer), lang))
    part = re.search(rf"<b>{heading}</b>.*?</details>", page, re.DOTALL).group(0)
    for remark in remarks:
        for shown in (edition, beside, part):
            assert remark not in _plain(shown)


def test_the_remark_on_calling_a_plan_stands_under_the_plan(counties):
    answer = _ask(counties, "jamtland", None, "a young person with some facts")
    question = "Vilken av huvudmännen kallar?"

    titles = [
        each.heading.sv for each in case_report(answer).sections if any(question in line.text.sv for line in each.lines)
    ]

    assert titles == ["Ansvar", "Samordnad individuell plan (SIP)"]


@pytest.mark.parametrize(("county", "document"), DOCUMENTS, ids=str)
def test_in_json_each_part_has_the_remarks_of_its_own_provisions(counties, county, document):
    answer = _ask(counties, county, document, "somebody in a disagreement")
    seen = 0

    for part in answer.all_answers():
        written = [each["text"]["sv"] for each in psykavtal.to_dict(part).get("remarks", [])]
        seen += len(written)
        # A provision that the facts exclude takes its remarks with it.
        own = () if isinstance(part, NotApplicable) else _remarks_of(part)
        assert set(written) == {each.text.sv for each in own}
    assert seen


def test_the_verdict_is_printed_once_and_in_its_section(counties):
    answer = _ask(counties, "jonkoping", None, "nothing known")
    text = _plain(answer.explain("sv"))
    sentence = _plain(answer.in_force.sentence.sv)

    assert text.count(sentence) == 1
    assert text.index("Upplaga [gäller]") < text.index(sentence) < text.index("Målgrupp [")


def test_escalation_prints_the_remarks_of_what_it_prints(counties):
    escalation = counties["jamtland"].document("jamtland-2025", on=DAY).escalation
    blocks = escalation_text(escalation, lang="sv").split("\n\n")

    (interim,) = [each for each in blocks if each.startswith("Ansvar under tiden")]
    assert "Anges inte: Vem ger insatserna under tiden? (Ansvaret gäller att samordna dem.)" in interim
    assert sum("Vem ger insatserna under tiden?" in each for each in blocks) == 1
