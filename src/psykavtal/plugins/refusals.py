"""Plugins that cannot be used together with others, or without them."""

from psykavtal.errors import DuplicateIdError, Message, PluginError
from psykavtal.model.places import Place
from psykavtal.plugins.guarding import guarded
from psykavtal.plugins.plugin import LoadedPlugin
from psykavtal.plugins.problems import Problem
from psykavtal.plugins.registry import Registry


def refuse_rivals(registry: Registry, owners: list[tuple[Place, LoadedPlugin]]) -> list[LoadedPlugin]:
    """Refuse two plugins for one county: neither is chosen."""
    refused: list[LoadedPlugin] = []
    for place, plugin in owners:
        names = _names_of(place)
        rivals = [(names & _names_of(its), str(other)) for its, other in owners if other is not plugin]
        alike = [(shared, other) for shared, other in rivals if shared]
        if alike:
            shared = set[str]().union(*(each for each, _ in alike))
            fault = Message(
                en="{plugin} and {others} both give the county {names}.",
                sv="både {plugin} och {others} ger länet {names}.",
                plugin=plugin,
                others=", ".join(other for _, other in alike),
                names=", ".join(each for each in (place.code, place.id, place.name) if each.casefold() in shared),
            )
            fix = Message(en="Uninstall one of them.", sv="Avinstallera en av dem.")
            error = DuplicateIdError(fault, value=place.code, fix=fix)
            registry.problems.append(Problem(plugin=str(plugin), error=error))
            refused.append(plugin)
    return refused


def refuse_claims(
    registry: Registry, owners: list[tuple[Place, LoadedPlugin]], failed: list[LoadedPlugin]
) -> list[LoadedPlugin]:
    """Refuse a county with another's municipality: a municipality code begins with its county's code."""
    given: dict[str, list[tuple[Place, LoadedPlugin]]] = {}
    for place, plugin in owners:
        if not any(plugin is each for each in failed):
            for code in {each.code for each in place.municipalities}:
                given.setdefault(code, []).append((place, plugin))
    refused: dict[int, LoadedPlugin] = {}
    for code, both in sorted(given.items()):
        for place, plugin in both if len(both) > 1 else []:
            if id(plugin) not in refused and not code.startswith(place.code):
                others = ", ".join(str(other) for _, other in both if other is not plugin)
                fault = Message(
                    en="{plugin} and {others} both give the municipality {code}.",
                    sv="både {plugin} och {others} ger kommunen {code}.",
                    plugin=plugin,
                    others=others,
                    code=code,
                )
                error = DuplicateIdError(fault, value=code)
                registry.problems.append(Problem(plugin=str(plugin), error=error))
                refused[id(plugin)] = plugin
    return list(refused.values())


def _names_of(place: Place) -> set[str]:
    """Return the names by which a county is found."""
    return {place.code, place.id, place.name.casefold()}


def refuse_homeless(
    registry: Registry, owners: list[tuple[Place, LoadedPlugin]], failed: list[LoadedPlugin]
) -> list[LoadedPlugin]:
    """Refuse plugins that add to a county that is not installed.

    Their additions would be lost without a word.
    """
    codes = {place.code for place, _ in owners}
    refused: list[LoadedPlugin] = []
    for plugin in (each for each in registry.plugins if not any(each is other for other in failed)):
        code = guarded(str(plugin), plugin.adds_to)
        if isinstance(code, Problem):
            registry.problems.append(code)
            refused.append(plugin)
        elif code is not None and code not in codes:
            fault = Message(
                en="adds to the county {code}, which is not there.",
                sv="lägger till i länet {code}, som inte finns.",
                code=code,
            )
            fix = Message(
                en="Install the county {code}, or remove the addition.",
                sv="Installera länet {code}, eller ta bort tillägget.",
                code=code,
            )
            error = PluginError(fault, value=code, place=plugin.name, fix=fix)
            registry.problems.append(Problem(plugin=str(plugin), error=error))
            refused.append(plugin)
    return refused
