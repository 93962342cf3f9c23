"""Where a disagreement is lifted, step by step, and where the text stops."""

import networkx as nx
import pytest

import psykavtal
from psykavtal.model.provisions import RelationType
from tests.counties import AGREEMENT, COUNTY, DOCUMENT, MakeCounty

DAY = "2026-01-10"
DIALOGUE, LOCAL, HIGHER = "chefsdialog", "lokal-samverkansarena", "hogre-arenor"

ROUTES = [
    # document, trigger, start, reading, targets
    ("jamtland-2025", "disagreement", None, "sequential", [DIALOGUE, LOCAL, HIGHER]),
    ("jamtland-2025", "disagreement", None, "separate", [DIALOGUE, HIGHER]),
    ("jamtland-2025", "deviation", None, "sequential", [LOCAL, HIGHER]),
    ("jamtland-2025", "deviation", None, "separate", [LOCAL, HIGHER]),
    ("jamtland-2025", "interpretation-needed", None, "separate", [HIGHER]),
    ("jamtland-2025", "still-disagreed", DIALOGUE, "sequential", [LOCAL, HIGHER]),
    ("jamtland-2025", "still-disagreed", DIALOGUE, "separate", [HIGHER]),
    ("jamtland-2021", "interpretation-needed", None, "separate", ["nuvarande-arenor"]),
]


@pytest.fixture
def edition(counties):
    return lambda document: next(
        county.document(document, on=DAY) for county in counties.values() if county.holdings.record.document(document)
    )


@pytest.mark.parametrize(
    ("document", "trigger", "start", "reading", "targets"), ROUTES, ids=[f"{d} {t} {s} {r}" for d, t, s, r, _ in ROUTES]
)
def test_a_route_under_a_reading(edition, document, trigger, start, reading, targets):
    answer = edition(document).escalation.route(trigger=trigger, start=start, readings=reading)

    assert [step.target for step in answer.value.steps] == targets
    assert all(step.citations for step in answer.value.steps)


def test_the_ladder_of_2021_has_two_steps_and_one_reading(edition):
    route = edition("jamtland-2021").escalation.route(trigger="disagreement").value

    assert [step.target for step in route.steps] == [DIALOGUE, "nuvarande-arenor"]


def test_where_readings_make_no_difference_there_is_one_answer(edition):
    answer = edition("jamtland-2025").escalation.route(trigger="still-disagreed", start=LOCAL)

    assert isinstance(answer, psykavtal.Stated)
    assert [step.target for step in answer.value.steps] == [HIGHER]


@pytest.mark.parametrize("document", ["jamtland-2025", "jamtland-2021"])
def test_the_last_step_is_unnamed_and_nothing_is_put_in_its_place(edition, document):
    escalation = edition(document).escalation
    answer = escalation.route(trigger="disagreement", readings="sequential")
    route = answer.value

    assert route.end is psykavtal.RouteEnd.UNNAMED
    assert route.steps[-1].unnamed
    assert not any("SVOM" in step.target_name for step in route.steps)
    assert escalation.dead_ends == (route.steps[-1].target,)
    assert "Vem avgör till sist?" in [str(each) for each in route.not_stated]


def test_a_text_without_a_ladder_is_silent_and_hands_deviations_over(edition):
    escalation = edition("jonkoping-2025").escalation

    assert isinstance(escalation.route(trigger="disagreement"), psykavtal.Silent)
    assert isinstance(escalation.next_steps(trigger="disagreement"), psykavtal.Silent)
    deviation = escalation.route(trigger="deviation").value
    assert deviation.end is psykavtal.RouteEnd.LEADS_OUT
    assert deviation.leads_out_to == ("avvikelse-i-samverkan",)
    assert "inte finns hos oss" in str(deviation.end_reason)
    assert not {"reko", "strategigruppen"} & set(escalation.graph.nodes)


def test_a_directive_has_no_ladder_and_its_decisions_are_another_view(edition):
    escalation = edition("dalarna-direktiv-2020").escalation

    assert escalation.moves == ()
    assert len(escalation.graph) == 0
    approving = escalation.view(RelationType.DECIDES)
    assert {source for source, _ in approving.edges()} == {
        "chefsnatverkets-styrgrupp",
        "uppdragsledare",
        "uppdragsagare",
    }


def test_the_graph_is_frozen_and_its_edges_are_provisions(edition):
    graph = edition("jamtland-2025").escalation.graph

    assert isinstance(graph, nx.MultiDiGraph)
    with pytest.raises(nx.NetworkXError, match="Frozen"):
        graph.add_edge("a", "b")
    assert all(data["provision"].citations for *_, data in graph.edges(data=True))
    assert nx.is_directed_acyclic_graph(graph)
    certain = [(a, b) for a, b, data in graph.edges(data=True) if not data["readings"]]
    assert certain == [("entry", DIALOGUE), (LOCAL, HIGHER)]


def test_the_next_step_from_where_the_case_stands(edition):
    escalation = edition("jamtland-2025").escalation

    answer = escalation.next_steps(trigger="still-disagreed", at=DIALOGUE)
    assert {each.name: [step.target for step in each.answer.value] for each in answer.readings} == {
        "sequential": [LOCAL],
        "separate": [HIGHER],
    }


def test_who_is_responsible_meanwhile_and_until_when(edition):
    newer, older = edition("jamtland-2025").interim, edition("jamtland-2021").interim[0]

    assert [(each.name, each.answer[0].bearer) for each in newer.readings] == [
        ("either", "need-noticed"),
        ("both", "need-noticed"),
        ("same-event", "need-noticed"),
    ]
    assert (older.bearer, older.ends_when) == ("conducts-care", None)


def test_a_view_is_never_surer_than_the_question(counties):
    asked = [
        (edition, view, topic)
        for edition in (
            counties["jamtland"].document("jamtland-2025", on="2026-01-10"),
            counties["jamtland"].document("jamtland-2021", on="2026-01-10"),
            counties["jonkoping"].document("jonkoping-2025", on="2026-01-10"),
        )
        for view, topic in (("interim", "disagreement.interim"), ("linked_agreements", "links.agreements"))
    ]

    for edition, view, topic in asked:
        assert getattr(edition, view).status == edition.ask(topic).status


def test_an_unknown_occasion_is_refused_with_those_that_there_are(edition):
    with pytest.raises(psykavtal.PsykavtalError, match="Did you mean 'disagreement'"):
        edition("jamtland-2025").escalation.route(trigger="disagrement")


def test_a_body_from_which_a_disagreement_does_not_start_is_no_silence(edition):
    escalation = edition("jamtland-2025").escalation

    answer = escalation.route(trigger="disagreement", start=LOCAL)
    assert isinstance(answer, psykavtal.NotApplicable)
    assert "«fortsatt oenighet»" in str(answer.reason)
    assert "«continued disagreement»" in answer.reason.to("en")
    assert isinstance(escalation.next_steps(trigger="disagreement", at=LOCAL), psykavtal.NotApplicable)


def test_a_view_of_relations_by_name_and_none_that_there_is_not(edition):
    escalation = edition("jamtland-2025").escalation

    assert set(escalation.view("escalates-to").edges) == set(escalation.view(RelationType.ESCALATES_TO).edges)
    with pytest.raises(psykavtal.PsykavtalError, match="Did you mean 'escalates-to'"):
        escalation.view("escalates")


BRANCHING = """
[body.b]
names = ["Beredningen"]

[document.rutin]
names = ["Rutinen"]
type = "routine"
"""
STEPS = """
[relation.{name}]
answers = ["disagreement.next-step"]
passage = "Oenighet: Frågan {name}"
relation = "{kind}"
sources = ["{source}"]
target = "{target}"
trigger = ["{trigger}"]
sv = "{source} till {target}."
"""


def _made(tmp_path, monkeypatch, *steps):
    more = "".join(
        STEPS.format(name=f"s{n}", kind=kind, source=source, target=target, trigger=trigger)
        for n, (kind, source, target, trigger) in enumerate(steps)
    )
    plugin = MakeCounty(tmp_path, monkeypatch).whole(COUNTY + AGREEMENT + BRANCHING, DOCUMENT + more)
    county = psykavtal.load_counties(plugins=[plugin], strict=True)["varmland"]
    return county.document("avtal-2024", on="2025-01-01").escalation


def test_every_branch_of_a_route_tells_where_it_ends(tmp_path, monkeypatch):
    escalation = _made(
        tmp_path,
        monkeypatch,
        ("hands-over-to", "radet", "rutin", "still-disagreed"),
        ("escalates-to", "radet", "b", "still-disagreed"),
    )

    route = escalation.route(trigger="disagreement").value
    assert [(each.step, each.end.value) for each in route.branches] == [(2, "leads-out"), (3, "nothing-further")]
    assert route.leads_out_to == ("rutin",)
    assert "steg 2" in str(route.end_reason)


def test_a_matter_that_comes_back_to_its_start_can_go_on_another_way(tmp_path, monkeypatch):
    escalation = _made(
        tmp_path,
        monkeypatch,
        ("escalates-to", "radet", "b", "disagreement"),
        ("escalates-to", "b", "radet", "still-disagreed"),
        ("escalates-to", "radet", "rutin", "still-disagreed"),
    )

    route = escalation.route(trigger="disagreement", start="radet").value
    assert [step.target for step in route.steps] == ["b", "radet", "rutin"]
