"""A plugin that fails is disabled and reported; it affects no other."""

import importlib.metadata
from collections.abc import Callable

import pytest

import psykavtal
from psykavtal import load_counties
from psykavtal.errors import CountyFileError, PluginError
from psykavtal.model.places import Place
from psykavtal.model.things import Body
from tests.counties import COUNTY, DOCUMENT, Coded, MakeCounty, a_county, an_arena
from tests.plugins.failing import INSTALLED, JAMTLAND, ON, load


def raising_county() -> Place:
    raise ZeroDivisionError("nought")


def raising_things(county: Place) -> tuple[Body, ...]:
    raise RuntimeError(f"no luck with {county.code}")


def wrong_things(county: Place) -> tuple[object, ...]:
    return (county, "Rådet")


def no_tuple_of_things(county: Place) -> object:
    return len(county.code)


BROKEN: dict[str, tuple[Callable[[MakeCounty], object], type[Exception], str]] = {
    "a hook that raises": (lambda _: Coded(psykavtal_county=raising_county), PluginError, "ZeroDivisionError: nought"),
    "a hook for things that raises": (
        lambda _: Coded(psykavtal_county=a_county, psykavtal_things=raising_things),
        PluginError,
        "RuntimeError: no luck with",
    ),
    "a hook that gives other things": (
        lambda _: Coded(psykavtal_county=a_county, psykavtal_things=wrong_things),
        PluginError,
        "psykavtal_things gave a Place",
    ),
    "a hook that gives no sequence": (
        lambda _: Coded(psykavtal_county=a_county, psykavtal_things=no_tuple_of_things),
        PluginError,
        "psykavtal_things",
    ),
    "a county file with faults": (
        lambda make: make(COUNTY.replace('region = "Region Värmland"', "")),
        CountyFileError,
        "[county] region: is missing.",
    ),
    "a county file with faults beside the county": (
        lambda make: make(COUNTY + '[body.x]\nnames = ["x"]\ntyp = "arena"\n'),
        CountyFileError,
        "Did you mean 'type'?",
    ),
    "a county file that is no TOML": (lambda make: make("[county\n"), CountyFileError, "is not TOML"),
    "no county file": (lambda _: psykavtal.TomlCounty("email"), CountyFileError, "has no county.toml"),
    "no such package": (lambda _: psykavtal.TomlCounty("no_such_package"), CountyFileError, "no_such_package"),
    "a string": (lambda _: "varmland", PluginError, "implements no hook. Mark its hooks with psykavtal.hookimpl"),
    "a module that is no plugin": (lambda _: importlib.metadata, PluginError, "implements no hook"),
    "None": (lambda _: None, PluginError, "implements no hook"),
}


@pytest.mark.parametrize(("make", "error", "told"), BROKEN.values(), ids=BROKEN)
def test_what_fails_is_set_aside_and_the_others_work(
    make_county: MakeCounty, make: Callable[[MakeCounty], object], error: type[Exception], told: str
) -> None:
    counties = load(*INSTALLED, make(make_county))
    assert list(counties) == ["jonkoping", "dalarna", "jamtland"]
    (problem,) = counties.problems
    assert type(problem.error) is error
    assert told in str(problem)
    assert "1 plugin(s) disabled" in repr(counties)
    assert counties["23"].ask("sip.convener", on=ON) == load_counties()["23"].ask("sip.convener", on=ON)


def test_strict_mode_raises_every_problem_together(make_county: MakeCounty) -> None:
    bad_document = make_county.whole(document=DOCUMENT.replace("escalates-to", "escalate"))
    other = COUNTY.replace("varmland", "orebro").replace('"17"', '"18"').replace("region =", "regio =")
    plugins = [JAMTLAND, Coded(psykavtal_county=raising_county), make_county(other), bad_document, "orebro"]
    with pytest.raises(ExceptionGroup) as raised:
        load_counties(plugins=plugins, strict=True)
    told = [str(each) for each in raised.value.exceptions]
    assert len(told) == 4
    for part in ("ZeroDivisionError", "Did you mean 'region'?", "Did you mean 'escalates-to'?", "implements no hook"):
        assert sum(part in each for each in told) == 1, part


def test_a_fault_in_a_document_is_told_when_it_is_asked_for_and_takes_nothing_else_along(
    make_county: MakeCounty,
) -> None:
    faulty = make_county.whole(document=DOCUMENT.replace("escalates-to", "escalate"))
    counties = load_counties(plugins=[*INSTALLED, faulty])
    assert counties["17"].edition(on=ON).id == "avtal-2024"
    with pytest.raises(CountyFileError, match="escalates-to"):
        counties["17"].ask("sip.convener", on=ON)
    assert counties["23"].edition(on=ON).id == "jamtland-2025"


@pytest.mark.parametrize("fails_for", ["06", "17", "23"])
def test_what_is_set_aside_leaves_nothing_behind(fails_for: str) -> None:
    def things(county: Place) -> tuple[Body, ...]:
        if county.code == fails_for:
            raise RuntimeError(f"no luck with {county.code}")
        return (Body(id="ours", names=("vår",)),)

    counties = load(*INSTALLED, Coded(psykavtal_county=a_county, psykavtal_things=things))
    assert len(counties.problems) == 1
    assert list(counties) == ["jonkoping", "dalarna", "jamtland"]
    assert all(each.holdings.record.thing("ours") is None for each in counties.members)


def an_unmarked(_: object) -> None: ...


MISSPELT: dict[str, tuple[object, str]] = {
    "a marked hook": (Coded(psykavtal_conty=a_county), "psykavtal_county"),
    "an unmarked method": (type("Plain", (), {"psykavtal_conty": an_unmarked})(), "psykavtal_county"),
    "one beside hooks that are right": (
        Coded(psykavtal_county=a_county, psykavtal_target_group=an_arena),
        "psykavtal_target_groups",
    ),
}


@pytest.mark.parametrize(("plugin", "nearest"), MISSPELT.values(), ids=MISSPELT)
def test_a_misspelt_hook_is_refused_naming_the_nearest(plugin: object, nearest: str) -> None:
    counties = load(plugin, JAMTLAND)
    assert list(counties) == ["jamtland"]
    assert f"Did you mean {nearest!r}?" in str(counties.problems[0])
