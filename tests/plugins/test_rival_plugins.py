"""Rival plugins and add-ons are refused, and faults stay with their document."""

import warnings
from itertools import permutations

import pytest

import psykavtal
from psykavtal import load_counties
from psykavtal.errors import DuplicateIdError, PluginError, PluginWarning
from psykavtal.model.answers import Answer
from psykavtal.model.citations import Citation, Section, Text
from psykavtal.model.documents import Document, DocumentType
from psykavtal.model.places import Place
from psykavtal.model.provisions import Provision, Statement, TargetGroup
from psykavtal.model.things import Body
from psykavtal.model.wording import Wording
from psykavtal.plugins.county_toml.checks import Known
from tests.counties import COUNTY, Coded, MakeCounty, a_county, a_document, some_things
from tests.plugins.failing import INSTALLED, JAMTLAND, ON, faulty, load

ADDS = '[adds-to]\ncounty = "23"\n'


@pytest.mark.parametrize(
    ("old", "new", "alike"),
    [
        pytest.param("", "", "17, varmland, Värmland", id="the same code and id"),
        pytest.param('"varmland"', '"vrm"', "17, Värmland", id="the same code"),
        pytest.param('"17"', '"99"', "varmland, Värmland", id="the same id"),
    ],
)
def test_two_plugins_for_one_county_are_both_set_aside_and_both_named_with_what_they_share(
    make_county: MakeCounty, old: str, new: str, alike: str
) -> None:
    one, other = make_county(), make_county(COUNTY.replace(old, new))
    counties = load(one, JAMTLAND, other)
    assert list(counties) == ["jamtland"]
    assert [type(each.error) for each in counties.problems] == [DuplicateIdError, DuplicateIdError]
    assert {each.plugin for each in counties.problems} == {one.package, other.package}
    for problem in counties.problems:
        assert one.package in str(problem.error)
        assert other.package in str(problem.error)
        assert f"both give the county {alike}. Uninstall one of them." in str(problem.error)


TAKEN: dict[str, str] = {
    "the id of a thing": '[body.svom]\nnames = ["ett annat SVOM"]\n',
    "the id of a document": '[document.jamtland-2025]\nnames = ["en annan"]\ntype = "agreement"\n',
    "a document's id for a thing": '[body.jamtland-2025]\nnames = ["en annan"]\n',
}


@pytest.mark.parametrize("table", TAKEN.values(), ids=TAKEN)
def test_an_add_on_that_takes_a_given_id_is_refused_naming_both_and_the_county_stays(
    make_county: MakeCounty, table: str
) -> None:
    add_on = make_county(f"{ADDS}{table}")
    counties = load(add_on, JAMTLAND)
    (problem,) = counties.problems
    assert type(problem.error) is DuplicateIdError
    assert {add_on.package, "psykavtal_jamtland"} <= set(str(problem.error).replace("(", " ").split())
    assert counties["23"] == load_counties()["23"]


def test_an_add_on_to_a_county_that_is_not_there_is_told(make_county: MakeCounty) -> None:
    counties = load(JAMTLAND, make_county('[adds-to]\ncounty = "99"\n[body.x]\nnames = ["x"]\n'))
    assert "99" in str(counties.problems[0])


def test_the_order_of_rivals_for_one_id_does_not_decide_who_wins(make_county: MakeCounty) -> None:
    rivals = [make_county(f'{ADDS}[body.x]\nnames = ["{name}"]\n') for name in ("a", "b")]
    results = [load(*order) for order in permutations([JAMTLAND, *rivals])]
    assert len({tuple(each.plugin for each in result.problems) for result in results}) == 1
    assert len({result["23"].holdings.record.thing("x") for result in results}) == 1


def test_a_target_group_is_refused_where_the_other_provisions_are_given() -> None:
    def groups(document: Document, known: Known) -> tuple[Provision, ...]:
        about = document.id if "radet" in known.things else ""
        group = TargetGroup(id="g", topic="target-group.who", document=about, about=about, wording=Wording(sv="alla"))
        return (group,) if about == "avtal" else ()

    plugin = Coded(
        psykavtal_county=a_county,
        psykavtal_things=some_things,
        psykavtal_documents=a_document,
        psykavtal_provisions=groups,
    )
    with pytest.raises(PluginError, match=r"psykavtal_provisions gave a TargetGroup.*hooks of their own"):
        load_counties(plugins=[plugin])["17"].document("avtal", on=ON).ask("target-group.who")


def test_a_county_with_a_faulty_document_takes_no_other_out_of_a_comparison(make_county: MakeCounty) -> None:
    counties = load_counties(plugins=[*INSTALLED, faulty(make_county)])
    with pytest.warns(PluginWarning, match="escalates-to"):
        compared = psykavtal.compare(counties, on=ON, topics=["sip.use"])
    statuses = {cell.subject: cell.answer.status for cell in compared[0].cells}
    assert statuses["Värmland"] == "not-recorded"
    assert statuses["Jämtland Härjedalen"] == "stated"
    (problem,) = counties.problems
    assert problem.document == "avtal-2024"


def test_the_faults_of_a_file_are_the_same_each_time_that_it_is_loaded(make_county: MakeCounty) -> None:
    bad = make_county(COUNTY + '[body.x]\nnames = ["x"]\ntyp = "arena"\n')
    told = [str(load(JAMTLAND, bad).problems[0]) for _ in range(3)]
    assert len(set(told)) == 1


def test_an_unmarked_hook_is_refused() -> None:
    plain = type("Plain", (), {"psykavtal_documents": lambda *_: ()})()
    assert "is not marked" in str(load(plain, JAMTLAND).problems[0])


def test_an_addition_that_cannot_say_what_it_adds_to_is_set_aside_whole() -> None:
    def things(county: Place) -> tuple[Body, ...]:
        return (Body(id="ours", names=(f"vår i {county.code}",)),)

    def adds_to() -> str:
        raise RuntimeError("no luck")

    counties = load(JAMTLAND, Coded(psykavtal_adds_to=adds_to, psykavtal_things=things))
    assert counties["23"].holdings.record.thing("ours") is None


def test_what_an_addition_gives_does_not_depend_on_which_document_was_asked_first() -> None:
    text = Text(id="t", file="lokal.txt", digest="sha256:00", sections=(Section(id="s"),))

    def documents(county: Place) -> tuple[Document, ...]:
        local = Document(id="lokal", names=("Lokal rutin",), type=DocumentType.ROUTINE, texts=(text,))
        return (local,) if county.code == "23" else ()

    def provisions(document: Document, known: Known) -> tuple[Provision, ...]:
        if document.id == "jamtland-2021":
            raise RuntimeError(f"no luck among {len(known.things)}")
        if document.id != "lokal":
            return ()
        return (
            Statement(
                id="lokal.statement.tillagd",
                topic="sip.convener",
                document=document.id,
                about=document.id,
                wording=Wording(sv="En uppgift från annat håll."),
                citations=(Citation(document="lokal", text="t", section="s", start="Vården"),),
            ),
        )

    def asked(*names: str) -> dict[str, Answer[tuple[Provision, ...]]]:
        add_on = Coded(psykavtal_documents=documents, psykavtal_provisions=provisions)
        counties = load_counties(plugins=[JAMTLAND, add_on])
        found = {}
        for each in names:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", PluginWarning)
                found[each] = counties["23"].document(each, on=ON).ask("sip.convener")
        return found

    assert asked("jamtland-2021", "lokal") == asked("lokal", "jamtland-2021")
    assert [each.id for each in asked("lokal")["lokal"].basis] == ["lokal.statement.tillagd"]


SOURCELESS = {
    "neither citation nor address": ((), "avtal", "is missing"),
    "a text that there is none of": (
        (Citation(document="avtal", text="x", section="s", start="A"),),
        "avtal",
        "text of",
    ),
    "a section that there is none of": (
        (Citation(document="avtal", text="t", section="x", start="A"),),
        "avtal",
        "section of",
    ),
    "another document": ((Citation(document="avtal", text="t", section="s", start="A"),), "annat", "is not 'avtal'"),
}


@pytest.mark.parametrize(("citations", "of", "told"), SOURCELESS.values(), ids=SOURCELESS)
def test_a_provision_from_code_needs_a_source_that_there_is(
    citations: tuple[Citation, ...], of: str, told: str
) -> None:
    def provisions(document: Document, known: Known) -> tuple[Provision, ...]:
        assert known.documents
        wording = Wording(sv="Så.")
        made = Statement(id="s", topic="sip.use", document=of, about=document.id, wording=wording, citations=citations)
        return (made,)

    plugin = Coded(
        psykavtal_county=a_county,
        psykavtal_things=some_things,
        psykavtal_documents=a_document,
        psykavtal_provisions=provisions,
    )
    with pytest.raises(ExceptionGroup) as raised:
        load_counties(plugins=[plugin], strict=True)
    assert told in str(raised.value.exceptions[0])
