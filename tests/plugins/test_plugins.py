"""How counties come in: new ones without touching the core, as files or as code, by themselves or beside another's."""

import importlib.metadata
from itertools import permutations
from pathlib import Path

import psykavtal_dalarna
import psykavtal_jamtland
import psykavtal_jonkoping
import pytest

import psykavtal
from psykavtal import Silent, Stated, Truth, load_counties
from psykavtal.errors import MissingPluginError, PluginWarning, PsykavtalError
from psykavtal.model.documents import Document, DocumentType
from psykavtal.model.provisions import Provision
from psykavtal.plugins.county_toml.checks import Known
from tests.counties import AGREEMENT, COUNTY, DOCUMENT, Coded, MakeCounty, a_county, a_document, an_arena, some_things

ON = "2026-01-10"
JAMTLAND = psykavtal_jamtland.plugin
INSTALLED = (psykavtal_dalarna.plugin, JAMTLAND, psykavtal_jonkoping.plugin)
ADDS = '[adds-to]\ncounty = "23"\n'
LOCAL = '[document.lokal]\nnames = ["Lokal rutin"]\ntype = "routine"\nread_on = 2026-01-01\n'
LOCAL += '[document.lokal.text.t]\nfile = "lokal.txt"\ndigest = "sha256:00"\nsections = { ansvar = "Ansvar" }\n'
LOCAL_CONTENT = """\
document = "lokal"
[statement.x]
answers = ["sip.routine"]
passage = "Ansvar: Kommunen ska … SIP"
verb = "ska"
sv = "Kommunen ska ha en egen rutin."
"""


@pytest.fixture
def make_county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MakeCounty:
    return MakeCounty(tmp_path, monkeypatch)


def test_a_fourth_county_of_two_files_stands_in_the_comparison_beside_the_installed_ones(
    make_county: MakeCounty,
) -> None:
    counties = load_counties(plugins=[*INSTALLED, make_county.whole()], strict=True)
    compared = psykavtal.compare(counties, on=ON)
    assert compared.subjects == ("Jönköping", "Värmland", "Dalarna", "Jämtland Härjedalen")
    ages = compared.row("target-group.age").cells[1].answer
    assert isinstance(ages, Stated)
    assert ages.citations[0].key == "avtal-2024/ren/malgrupp: Personer från … båda huvudmännen"
    others = load_counties()
    for topic in others.topics:
        assert counties["dalarna"].ask(topic, on=ON) == others["dalarna"].ask(topic, on=ON)
    assert isinstance(counties.by_municipality("Säffle").ask("sip.convener", on=ON), Silent)
    route = counties["varmland"].edition(on=ON).escalation.route(trigger="disagreement").value
    assert [step.target_name for step in route.steps] == ["Rådet"]


@pytest.mark.parametrize(
    "county",
    [
        pytest.param(COUNTY, id="nothing but the county"),
        pytest.param(COUNTY + '[agreement.a]\nnames = ["a"]\n', id="an agreement without editions"),
        pytest.param(
            COUNTY
            + '[agreement.a]\nnames = ["a"]\n[document.d]\nnames = ["d"]\ntype = "agreement"\nedition_of = "a"\n',
            id="an edition that is not held",
        ),
        pytest.param(COUNTY.partition("[county.municipalities]")[0], id="no municipalities either"),
    ],
)
def test_of_a_county_with_a_county_file_only_nothing_is_recorded(make_county: MakeCounty, county: str) -> None:
    counties = load_counties(plugins=[*INSTALLED, make_county(county)], strict=True)
    found = counties["17"].in_force(on=ON)
    assert (found.verdict, found.status, found.document) == (Truth.UNKNOWN, "not-recorded", None)
    for topic in counties.topics.values():
        status = counties["17"].ask(topic.id, on=ON, include_reported=True).status
        arises = topic.arises_for(DocumentType.AGREEMENT) or counties["17"].agreement is None
        assert status == ("not-recorded" if arises else "not-applicable"), topic
    compared = psykavtal.compare(counties, on=ON, topics=["all"])
    assert {row.cells[1].answer.status for row in compared} == {"not-recorded"}
    assert psykavtal.compare([counties["17"]], on=ON).subjects == ("Värmland",)


def test_an_add_on_adds_a_document_and_things_to_a_county_that_it_does_not_own(make_county: MakeCounty) -> None:
    add_on = make_county(
        f'{ADDS}[content]\nlokal = "lokal.toml"\n[body.lokalt-rad]\nnames = ["Lokalt råd"]\n{LOCAL}',
        lokal=LOCAL_CONTENT,
    )
    counties = load_counties(plugins=[*INSTALLED, add_on], strict=True)
    local = counties["23"].document("lokal", on=ON)
    assert local.ask("sip.routine").value[0].wording.sv == "Kommunen ska ha en egen rutin."
    assert local.name_of("lokalt-rad") == "Lokalt råd"
    assert counties["23"].edition(on=ON).id == "jamtland-2025"
    assert counties["20"] == load_counties()["20"]
    assert len(counties["23"].documents) == len(load_counties()["23"].documents) + 1


@pytest.mark.slow
def test_the_order_in_which_plugins_are_given_changes_nothing(make_county: MakeCounty) -> None:
    add_ons = [make_county(f'{ADDS}[body.{name}]\nnames = ["{name}"]\n') for name in ("a", "b")]
    plugins = [JAMTLAND, psykavtal_dalarna.plugin, *add_ons, make_county.whole()]
    first = load_counties(plugins=plugins)
    for order in permutations(plugins):
        assert [each.holdings.record for each in load_counties(plugins=order).members] == [
            each.holdings.record for each in first.members
        ]
    assert load_counties(plugins=plugins[::-1]) == first


def test_a_county_written_as_code_needs_no_toml() -> None:
    plugin = Coded(
        psykavtal_county=a_county,
        psykavtal_things=some_things,
        psykavtal_documents=a_document,
        psykavtal_arenas=an_arena,
    )
    counties = load_counties(plugins=[plugin, JAMTLAND], strict=True)
    arenas = counties["varmland"].document("avtal", on=ON).arenas
    assert isinstance(arenas, Stated)
    assert [each.body for each in arenas.value] == ["radet"]


def test_a_name_in_place_of_plugins_is_refused() -> None:
    with pytest.raises(PsykavtalError, match=r"^plugins: must be a list .* Write load_counties\(\)\['jamtland'\]"):
        load_counties("jamtland")


def test_with_no_plugin_the_error_says_what_to_install() -> None:
    with pytest.raises(MissingPluginError, match="installed with its own distribution"):
        load_counties(plugins=[])


def test_an_entry_point_that_cannot_be_imported_is_set_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "psykavtal_broken_at_import.py").write_text("raise OSError('disk full')\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    group = "psykavtal"
    points = [
        *importlib.metadata.entry_points(group=group),
        importlib.metadata.EntryPoint("broken", "psykavtal_broken_at_import:plugin", group),
        importlib.metadata.EntryPoint("absent", "psykavtal_jamtland:no_such_plugin", group),
    ]
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda **_: importlib.metadata.EntryPoints(points))
    with pytest.warns(PluginWarning) as warned:
        counties = load_counties()
    assert list(counties) == ["jonkoping", "dalarna", "jamtland"]
    assert [each.plugin for each in counties.problems] == ["absent", "broken"]
    assert "OSError: disk full" in str(warned[1].message)


def raising_provisions(document: Document, known: Known) -> tuple[Provision, ...]:
    raise RuntimeError(f"no luck with {document.id} among {len(known.things)}")


def test_an_add_on_that_fails_on_a_document_takes_nothing_of_the_county_along() -> None:
    counties = load_counties(plugins=[*INSTALLED, Coded(psykavtal_provisions=raising_provisions)])
    with pytest.warns(PluginWarning) as warned:
        answer = counties["23"].ask("sip.convener", on=ON)
    assert any("no luck with jamtland-2025" in str(each.message) for each in warned)
    assert answer == load_counties()["23"].ask("sip.convener", on=ON)
    assert {each.plugin for each in counties.problems} == {"Coded"}


def test_a_county_whose_own_plugin_fails_on_a_document_says_which_plugin() -> None:
    plugin = Coded(
        psykavtal_county=a_county,
        psykavtal_things=some_things,
        psykavtal_documents=a_document,
        psykavtal_provisions=raising_provisions,
    )
    counties = load_counties(plugins=[JAMTLAND, plugin])
    with pytest.raises(PsykavtalError, match=r"Coded.*RuntimeError: no luck with avtal"):
        counties["17"].document("avtal", on=ON).ask("sip.convener")
    assert counties["23"].edition(on=ON).id == "jamtland-2025"


def test_a_document_of_the_same_id_in_another_county_answers_for_itself_only(make_county: MakeCounty) -> None:
    other = COUNTY.replace("varmland", "orebro").replace('"17"', '"18"').replace("Värmland", "Örebro")
    silent = make_county.whole()
    speaking = make_county.whole(
        other.replace('"1780"', '"1880"').replace('"1785"', '"1885"') + AGREEMENT,
        DOCUMENT.replace(
            'silent_on = ["sip.convener"]\n',
            '[statement.convener]\nanswers = ["sip.convener"]\npassage = "Oenighet: Regionen kallar"\nsv = "Regionen kallar."',
        ),
    )
    counties = load_counties(plugins=[silent, speaking], strict=True)
    assert isinstance(counties["17"].document("avtal-2024", on=ON).ask("sip.convener"), Silent)
    assert isinstance(counties["18"].document("avtal-2024", on=ON).ask("sip.convener"), Stated)
