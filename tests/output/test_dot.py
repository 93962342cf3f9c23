"""Escalation as DOT and as SVG: readings and open ends in words, no ids, text as text."""

import re
from xml.etree import ElementTree as ET

import pytest

from psykavtal import load_counties
from psykavtal.errors import InvalidValueError, MissingPluginError
from psykavtal.output import graphviz
from psykavtal.output.dot import escalation_dot, route_dot
from psykavtal.output.graphviz import svg_of
from tests.norrvik import plugin
from tests.output.languages import LANGUAGES

DAY = "2024-01-10"
WORDS = {
    "sv": ("Ärendet börjar", "namnges inte", "Texten säger inget"),
    "en": ("The matter begins", "not named", "The text states nothing"),
}


@pytest.fixture(scope="module")
def escalation():
    return load_counties([plugin])["norrvik"].document("norrvik-2023", on=DAY).escalation


def labels(dot):
    return " ".join(re.findall(r'label="((?:[^"\\]|\\.)*)"', dot)).replace("\\n", " ").replace("\\l", " ")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_graph_has_every_body_and_the_words_of_open_ends(escalation, lang):
    shown = re.sub(r"\s+", " ", labels(escalation_dot(escalation, lang=lang)))
    for node, data in escalation.graph.nodes(data=True):
        assert data["name"] in shown, node
    assert all(each in shown for each in WORDS[lang])
    other = WORDS["en" if lang == "sv" else "sv"]
    assert not any(each in shown for each in other)


@pytest.mark.parametrize(("county", "day"), [("norrvik", DAY), ("jamtland", "2026-01-10"), ("jonkoping", "2026-01-10")])
def test_an_edge_has_its_occasions_and_a_dashed_edge_its_readings(county, day):
    counties = load_counties([plugin] if county == "norrvik" else None)
    escalation = counties[county].edition(on=day).escalation
    lines = [each for each in escalation_dot(escalation, lang="sv").splitlines() if "->" in each and "_end" not in each]
    edges = list(escalation.graph.edges(data=True))
    assert len(lines) == len(edges)
    for line, (_, _, data) in zip(lines, edges, strict=True):
        text = re.sub(r"\s+", " ", labels(line))
        assert all(escalation.holdings.facts[each].label.sv in text for each in data["trigger"])
        reasons = [each.why.sv for each in data["provision"].readings if each.name in data["readings"]]
        assert all(f"Läsning: {each}" in text for each in reasons)
        assert ('style="dashed"' in line) == bool(reasons)


def test_no_id_is_in_the_graph(escalation):
    dot = escalation_dot(escalation)
    ids = {each.id for each in escalation.holdings.record.things} | {each.id for each in escalation.moves}
    assert not [each for each in ids if re.search(rf"(?<![\w-]){re.escape(each)}(?![\w-])", dot)]


def test_a_route_has_its_steps_in_order_and_its_end(escalation):
    route = escalation.route(trigger="disagreement").by_text
    shown = re.sub(r"\s+", " ", labels(route_dot(route, lang="en")))
    at = [shown.index(f"{step.number}. {step.target_name}") for step in route.steps]
    assert at == sorted(at)
    assert "The text states nothing" in shown


@pytest.mark.parametrize("function", [escalation_dot, route_dot])
def test_something_else_is_refused(function):
    with pytest.raises(InvalidValueError):
        function("norrvik")


@pytest.mark.parametrize("way", ["library", "command"])
def test_the_drawing_has_text_a_title_and_the_colour_of_its_page(escalation, monkeypatch, way):
    if way == "command":
        if graphviz.shutil.which("dot") is None:
            pytest.skip("Graphviz is not installed as a command")
        monkeypatch.setattr(graphviz, "_drawing", lambda: graphviz._drawn_by_command)
    svg = svg_of(escalation_dot(escalation), title="<Vägen>", description="a & b", name="n")
    root = ET.fromstring(svg)
    names = {each: f"{{http://www.w3.org/2000/svg}}{each}" for each in ("title", "desc", "text")}

    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "n-title n-desc"
    assert [(root[0].tag, root[0].text), (root[1].tag, root[1].text)] == [
        (names["title"], "<Vägen>"),
        (names["desc"], "a & b"),
    ]
    assert len(list(root.iter(names["title"]))) == 1
    assert "Politiskt samråd" in " ".join(each.text or "" for each in root.iter(names["text"]))
    painted = {each.get(key) for each in root.iter() for key in ("fill", "stroke")}
    assert painted <= {"none", "transparent", "currentColor", None}
    assert svg == svg_of(escalation_dot(escalation), title="<Vägen>", description="a & b", name="n")


def test_without_graphviz_the_error_has_the_command(monkeypatch):
    monkeypatch.setattr(graphviz, "_library", lambda: None)
    monkeypatch.setattr(graphviz.shutil, "which", lambda _: None)
    graphviz._drawing.cache_clear()
    with pytest.raises(MissingPluginError, match=r"pip install psykavtal\[docs\]"):
        svg_of("digraph {}", title="t", description="d", name="n")
    graphviz._drawing.cache_clear()
