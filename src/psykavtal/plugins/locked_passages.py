"""The lock of one plugin: the passages of its own documents, and of no others."""

from collections.abc import Mapping

from psykavtal.errors import Message, PluginError
from psykavtal.model.places import Place
from psykavtal.model.text_places import LockedPassage
from psykavtal.plugins.plugin import LoadedPlugin


def own_passages(plugin: LoadedPlugin, county: Place, givers: Mapping[str, LoadedPlugin]) -> list[LockedPassage]:
    """Return the lock of a plugin for a county.

    Args:
        plugin: the plugin.
        county: the county.
        givers: the plugin that gives each thing, document and provision of the county, by id.

    Raises:
        PluginError: the lock has passages of another plugin's documents.
    """
    given = plugin.passages(county)
    names = {each.passage: each.passage.partition("/")[0] for each in given}
    foreign = sorted({name for name in names.values() if name in givers and givers[name] is not plugin})
    if foreign:
        fault = Message(
            en="locks passages of {documents}.", sv="låser textställen i {documents}.", documents=", ".join(foreign)
        )
        fix = Message(
            en="A lock holds the passages of the plugin's own documents.",
            sv="En låsfil har textställena i insticksmodulens egna dokument.",
        )
        raise PluginError(fault, place=plugin.name, fix=fix)
    return [each for each in given if givers.get(names[each.passage]) is plugin]
