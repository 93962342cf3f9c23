"""Readings of a made-up ladder print alike exactly if they are alike."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import psykavtal
from psykavtal import Ambiguous
from psykavtal.output.object_text import escalation_text
from tests.counties import AGREEMENT, COUNTY, DOCUMENT, MakeCounty
from tests.output.readings import _readings

AGREE_SOME = {"sv": "Dessa läsningar ger samma svar.", "en": "These readings give the same answer."}

LADDER = """
[body.b]
names = ["Beredningen"]

[body.c]
names = ["Rådet"]
"""

STEPS = """
[relation.made]
answers = ["deviation.handling"]
passage = "Oenighet: Avvikelser lyfts"
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
    "two conditions, both": 'when = ["child", "coordinated"]',
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
answers = ["disagreement.next-step"]
passage = "Oenighet: Frågan {name}"
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
