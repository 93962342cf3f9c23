"""An error raised by a plugin disables this plugin only, whatever its class."""

import sys
import warnings
from collections.abc import Callable, Iterator

import pytest

import psykavtal
from psykavtal import hookimpl, load_counties
from psykavtal.errors import PluginWarning, PsykavtalError
from psykavtal.model.places import Place
from psykavtal.model.things import Body
from tests.counties import VARMLAND, Coded, a_county, a_document, some_things
from tests.plugins.hostile import INSTALLED, ON, check_others, is_disabled, load
from tests.plugins.raising import RAISED
from tests.thorough import pairs

HOOKS = [
    "psykavtal_topics",
    "psykavtal_facts",
    "psykavtal_county",
    "psykavtal_adds_to",
    "psykavtal_things",
    "psykavtal_documents",
    "psykavtal_standing",
]


@pytest.mark.parametrize(("error", "hook"), pairs(RAISED, HOOKS))
def test_whatever_a_hook_raises_disables_its_plugin_only(error: str, hook: str) -> None:
    plugin = Coded(**{"psykavtal_county": a_county, hook: RAISED[error]})
    (problem,) = {each.plugin for each in is_disabled(plugin)}
    assert problem == "Coded"


CONTENT_HOOKS = ["psykavtal_provisions", "psykavtal_silences", "psykavtal_omissions"]


@pytest.mark.parametrize(("error", "hook"), pairs(RAISED, CONTENT_HOOKS))
def test_whatever_content_raises_is_an_error_of_its_county_only(error: str, hook: str) -> None:
    work = RAISED[error]
    hooks: dict[str, Callable[..., object]] = {hook: lambda document: work() if document.id == "avtal" else ()}
    plugin = Coded(psykavtal_county=a_county, psykavtal_things=some_things, psykavtal_documents=a_document, **hooks)
    counties = load(plugin)
    with pytest.raises(PsykavtalError):
        counties["17"].document("avtal", on=ON).ask("sip.use")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PluginWarning)
        compared = psykavtal.compare(counties, on=ON)
    assert compared.subjects == ("Jönköping", "Värmland", "Dalarna", "Jämtland Härjedalen")
    assert [each.document for each in counties.problems] == ["avtal"]
    check_others(counties)
    with pytest.raises(ExceptionGroup):
        load_counties([plugin], strict=True)


@pytest.mark.parametrize("work", RAISED.values(), ids=RAISED)
def test_whatever_a_lock_raises_takes_no_other_lock_along(work: Callable[[], object]) -> None:
    counties = load(Coded(psykavtal_passages=work))
    record = counties["23"].holdings.record
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PluginWarning)
        found = counties.registry.passages(record)
    assert found == load_counties(INSTALLED).registry.passages(record)
    assert {each.plugin for each in counties.problems} == {"Coded"}


class RaisingPackage:
    """A plugin whose attributes raise."""

    @property
    def package(self) -> str:
        sys.exit(1)

    @hookimpl
    def psykavtal_county(self) -> Place:
        return VARMLAND


class UnlistableError(RaisingPackage):
    """A plugin whose attributes cannot be listed."""

    def __dir__(self) -> list[str]:
        raise KeyboardInterrupt


class EndlessWrapper:
    """A plugin that wraps its own hook, and gives without end."""

    @hookimpl(wrapper=True)
    def psykavtal_things(self, county: Place) -> Iterator[None]:
        yield
        return (  # type: ignore[return-value] (that is what is wrong with it)
            (Body(id=f"b{number}", names=(county.name,)),) for number in iter(int, 1)
        )


@pytest.mark.parametrize("plugin", [UnlistableError(), EndlessWrapper()], ids=lambda each: type(each).__name__)
def test_a_plugin_that_cannot_be_looked_at_is_disabled(plugin: object) -> None:
    is_disabled(plugin)


def test_a_plugin_without_a_name_is_named_by_its_class() -> None:
    counties = load(RaisingPackage())  # older versions of pluggy read all attributes, and this one is then disabled
    assert list(counties) == ["jonkoping", *(["varmland"] if not counties.problems else []), "dalarna", "jamtland"]
    assert [each.plugin for each in counties.problems] in ([], ["RaisingPackage"])
