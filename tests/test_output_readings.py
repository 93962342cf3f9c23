"""Two readings that differ never print alike; two that agree print once, with the remark that they agree."""

import re

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import psykavtal
from psykavtal import Ambiguous, Case
from psykavtal.agreements.descriptions import describe
from psykavtal.agreements.field_text import field_label, limit_text
from psykavtal.model.ages import AgeLimit, AgeRange
from psykavtal.model.provisions import KINDS
from psykavtal.model.readings import Reading
from psykavtal.model.wording import Wording
from psykavtal.output.mermaid import mermaid
from psykavtal.output.object_html import html_of
from psykavtal.output.object_text import escalation_text
from psykavtal.output.views.case_view import case_report

from .counties import AGREEMENT, COUNTY, DOCUMENT, MakeCounty

DAY = "2026-01-10"
HEADING = {"sv": "Läsning: ", "en": "Reading: "}
AGREE = {"sv": "Läsningarna ger samma svar.", "en": "The readings give the same answer."}
AGREE_SOME = {"sv": "Dessa läsningar ger samma svar.", "en": "These readings give the same answer."}


def _readings(lines, lang):
    """The text under each heading of a reading, without the heading: one for each group of headings."""
    groups, after_heading = [], False
    for line in lines:
        if line.strip().startswith(HEADING[lang]):
            if not after_heading:
                groups.append([])
            after_heading = True
        elif groups:
            groups[-1].append(line)
            after_heading = False
    return ["\n".join(each) for each in groups]


# --- The deviation of Jämtland 2025 ---


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


# --- Every county, occasion and reading ---


def _editions(counties):
    for county in counties.values():
        for document in county.documents:
            if document.held:
                yield county.document(document.id, on=DAY)


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
        for edition in (county.document(each.id, on=DAY) for each in county.documents if each.held):
            for topic in edition.topics:
                answer = edition.ask(topic.id)
                if isinstance(answer, Ambiguous):
                    met += 1
                    lines = [each.to(lang) for each in describe(answer, county.holdings.name_of)]
                    told = [each.partition(" → ")[2] for each in lines if each.startswith(HEADING[lang])]
                    assert all(told), lines
                    assert len(set(told)) == len(told), lines
    assert met


# --- Readings of a made-up ladder that differ in one field only ---

LADDER = """
[body.b]
names = ["Beredningen"]

[body.c]
names = ["Rådet"]
"""
STEPS = """
[relation.made]
topic = "deviation.handling"
at = "oenighet: Avvikelser lyfts"
relation = "escalates-to"
target = "radet"
trigger = ["deviation"]
verb = "ska"
sv = "Avvikelser lyfts."
en = "Deviations are lifted."
[relation.made.reading.one]
why = {{ sv = "Så.", en = "So." }}
{one}
[relation.made.reading.two]
why = {{ sv = "Eller så.", en = "Or so." }}
{two}
{three}
"""
THREE = """
[relation.made.reading.three]
why = {{ sv = "Eller som först.", en = "Or as first." }}
{}
"""
CHANGES = {
    "nothing": "",
    "the body it comes from": 'sources = ["b"]',
    "two bodies it comes from": 'sources = ["b", "c"]',
    "two bodies in another order": 'sources = ["c", "b"]',
    "the verb": 'verb = "bör"',
    "a condition": 'when = "child"',
    "the contrary condition": 'when = { not = "child" }',
    "two conditions, any": 'when = { any = ["child", "coordinated"] }',
    "two conditions, both": 'when = { all = ["child", "coordinated"] }',
    "the target": 'target = "b"',
    "a target of the same name": 'target = "c"',
    "what it hands over": 'defers_to = ["b"]',
    "a hand-over": 'relation = "hands-over-to"',
    "how it binds": 'modality = "recommendation"',
}


@pytest.fixture(scope="module")
def make(tmp_path_factory):
    patch = pytest.MonkeyPatch()
    plugins = MakeCounty(tmp_path_factory.mktemp("readings"), patch)
    made = {}

    def escalation(one, two, three=None):
        key = (one, two, three)
        if key not in made:
            more = "" if three is None else THREE.format(CHANGES[three])
            steps = STEPS.format(one=CHANGES[one], two=CHANGES[two], three=more)
            plugin = plugins.whole(COUNTY + AGREEMENT + LADDER, DOCUMENT + steps)
            county = psykavtal.load_counties(plugins=[plugin], strict=True)["varmland"]
            made[key] = county.document("avtal-2024", on="2025-01-01").escalation
        return made[key]

    yield escalation
    patch.undo()


def _deviation(escalation, lang):
    heading = {"sv": "Avvikelse", "en": "Deviation"}[lang]
    return next(
        each for each in escalation_text(escalation, lang=lang).split("\n\n") if each.startswith(f"{heading} [")
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(one=st.sampled_from(list(CHANGES)), two=st.sampled_from(list(CHANGES)), lang=st.sampled_from(["sv", "en"]))
def test_readings_print_alike_exactly_if_they_are_alike(make, one, two, lang):
    escalation = make(one, two)
    answer = escalation.route(trigger="deviation")
    block = _deviation(escalation, lang)

    if one == two:
        assert not isinstance(answer, Ambiguous)
        assert {"sv": "alla ger samma svar", "en": "all of which give the same answer"}[lang] in block
        return
    assert isinstance(answer, Ambiguous)
    groups = _readings(block.splitlines(), lang)
    assert len(groups) == 2
    assert groups[0] != groups[1]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(one=st.sampled_from(list(CHANGES)), two=st.sampled_from(list(CHANGES)), lang=st.sampled_from(["sv", "en"]))
def test_of_three_readings_two_that_agree_print_once(make, one, two, lang):
    if one == two:
        return
    escalation = make(one, two, one)
    block = _deviation(escalation, lang)
    groups = _readings(_with_readings_in_order(block, lang), lang)

    assert len(groups) == 2
    assert groups[0] != groups[1]
    assert block.count(AGREE_SOME[lang]) == 1


def _with_readings_in_order(block, lang):
    return [line for line in block.splitlines() if AGREE_SOME[lang] not in line]


def test_a_branch_is_not_printed_as_a_sequence(tmp_path, monkeypatch):
    step = """
[relation.{name}]
topic = "disagreement.next-step"
at = "oenighet: Frågan {name}"
relation = "escalates-to"
sources = ["{source}"]
target = "{target}"
trigger = ["still-disagreed"]
sv = "Vidare."
"""
    bodies = '[body.b]\nnames = ["Beredningen"]\n[body.c]\nnames = ["Styrgruppen"]\n'
    texts = []
    for places in ([("radet", "b"), ("b", "c")], [("radet", "b"), ("radet", "c")]):
        more = "".join(
            step.format(name=f"s{n}", source=source, target=target) for n, (source, target) in enumerate(places)
        )
        plugin = MakeCounty(tmp_path / str(len(texts)), monkeypatch)
        (tmp_path / str(len(texts))).mkdir()
        county = psykavtal.load_counties(
            plugins=[plugin.whole(COUNTY + AGREEMENT + bodies, DOCUMENT + more)], strict=True
        )["varmland"]
        texts.append(county.document("avtal-2024", on="2025-01-01").escalation.route(trigger="disagreement").value)

    sequence, branch = map(str, texts)
    assert "2. Beredningen → 3. Styrgruppen" in sequence
    assert "2. Beredningen; 3. Styrgruppen (efter Rådet)" in branch


# --- Other answers ---


def test_age_limits_that_mean_the_same_print_once_and_others_apart():
    def limit(*ranges):
        read = (
            Reading(name=f"r{n}", why=Wording(sv=f"Skäl {n}.", en=f"Reason {n}."), value=each)
            for n, each in enumerate(ranges)
        )
        return AgeLimit(words="unga", readings=tuple(read))

    same = limit_text(limit(AgeRange(below=18), AgeRange(at_least=0, below=18)))
    assert same.to("en") == "«unga»: 0–17 years (read «Reason 0» or «Reason 1»)"
    apart = limit_text(limit(AgeRange(below=18), AgeRange(below=19)))
    assert apart.to("en") == "«unga»: 0–17 years (read «Reason 0») or 0–18 years (read «Reason 1»)"


def test_two_editions_of_one_name_are_told_apart_by_id(tmp_path, monkeypatch):
    second = """
[document.avtal-2025]
names = ["Avtalet 2024"]
type = "agreement"
edition_of = "avtalet"
read_on = 2026-01-01
checked_until = 2026-01-01

[document.avtal-2025.text.ren]
file = "avtal2.txt"
digest = "sha256:01"

[document.avtal-2025.text.ren.sections]
malgrupp = "Målgrupp"

[validity.avtal-2025]
topic = "validity.start"
also = ["validity.end"]
about = "avtal-2025"
at = "avtal-2025/ren/malgrupp: Avtalet gäller"
start = 2024-03-01
until_further_notice = true
sv = "Gäller tills vidare."
"""
    county = COUNTY + AGREEMENT.replace("[content]", '[content]\navtal-2025 = "2025.toml"') + second
    plugin = MakeCounty(tmp_path, monkeypatch)(county, _2024=DOCUMENT, _2025='document = "avtal-2025"\n')
    made = psykavtal.load_counties(plugins=[plugin], strict=True)["varmland"]
    found = made.in_force(on="2025-01-01")

    assert found.candidates == ("avtal-2024", "avtal-2025")
    with pytest.raises(psykavtal.PsykavtalError, match=r'"avtal-2024".*"avtal-2025"'):
        made.edition(on="2025-01-01")


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_every_kind_has_a_label_in_both_languages(kind):
    apart = {"id", "wording", "citations", "reported", "readings", "reads_with", "review", "read_on", "note"}
    for each in attrs.fields(KINDS[kind]):
        if each.name not in apart:
            label = field_label(each.name)
            assert label.en is not None
            assert "_" not in label.sv + label.en


def test_html_and_mermaid_tell_the_readings_apart(counties):
    edition = counties["jamtland"].document("jamtland-2025", on=DAY)
    route = edition.escalation.route(trigger="deviation")

    page = html_of(route)
    assert page.count("efter dialog mellan chefer") == 1
    edges = [line for line in mermaid(edition.escalation).splitlines() if "Läsning:" in line]
    assert len({re.sub(r"n\d", "", each) for each in edges}) == len(edges)


def test_a_summary_of_readings_tells_them_apart(counties):
    for edition in _editions(counties):
        for topic in edition.topics:
            answer = edition.ask(topic.id)
            if isinstance(answer, Ambiguous):
                for lang in ("sv", "en"):
                    parts = [f"{each.label.to(lang)}: {each.answer.summary(lang)}" for each in answer.readings]
                    assert answer.summary(lang) == "; ".join(parts)
                    assert len(set(parts)) == len(parts)
