"""Discovery of plugins.

Each is loaded by itself, so that a failing one does not affect another.
"""

import importlib.metadata
import re
from collections.abc import Iterator, Sequence
from functools import partial

from psykavtal.errors import Message, PluginError, class_name, safe_text
from psykavtal.plugins.guarding import guarded, guarded_import
from psykavtal.plugins.hookspecs import PROJECT
from psykavtal.plugins.plugin import LoadedPlugin
from psykavtal.plugins.problems import Problem


def installed() -> list[LoadedPlugin | Problem]:
    """Load the installed plugins, in the order of their entry points' names."""
    points: list[importlib.metadata.EntryPoint] = []
    problems: list[Problem] = []
    every = guarded("entry points", partial(_points_of, importlib.metadata))
    for found in _one_by_one() if isinstance(every, Problem) else [every]:
        if isinstance(found, Problem):
            problems.append(found)
        else:
            points += found
    ordered = sorted(points, key=lambda point: (point.name, point.value))
    return [*problems, *(guarded_import(_full_name(point), partial(_load, point)) for point in ordered)]


def given(plugins: Sequence[object]) -> list[LoadedPlugin | Problem]:
    """Load plugin objects, in the order of their names."""
    named = sorted(((_name_of(plugin), plugin) for plugin in plugins), key=lambda each: each[0])
    return [guarded(name, partial(LoadedPlugin.register, name, plugin)) for name, plugin in named]


def _one_by_one() -> Iterator[list[importlib.metadata.EntryPoint] | Problem]:
    """Yield the entry points of each distribution, or its problem.

    Used if one of them has a file that cannot be read.
    """
    seen: set[str] = set()
    for distribution in importlib.metadata.distributions():
        name = _distribution_name(distribution)
        if name in seen:  # the one before it on the path is the one that is imported
            continue
        seen.add(name)
        found = guarded(name, partial(_points_of, distribution))
        if isinstance(found, Problem):
            fault = Message(
                en="entry_points.txt of this distribution cannot be read ({reason}).",
                sv="entry_points.txt i denna distribution kan inte läsas ({reason}).",
                reason=found.error.fault,
            )
            fix = Message(
                en="Install the distribution again, or remove it.",
                sv="Installera distributionen på nytt, eller ta bort den.",
            )
            error = PluginError(fault, place=name, fix=fix)
            yield Problem(plugin=name, error=error)
        else:
            yield found


def _points_of(source: object) -> list[importlib.metadata.EntryPoint]:
    """Return the entry points of this group, of a distribution or of all."""
    if isinstance(source, importlib.metadata.Distribution):
        return list(source.entry_points.select(group=PROJECT))
    return list(importlib.metadata.entry_points(group=PROJECT))


def _load(point: importlib.metadata.EntryPoint) -> LoadedPlugin:
    return LoadedPlugin.register(point.name, point.load(), distribution=_distribution_text(point))


def _full_name(point: importlib.metadata.EntryPoint) -> str:
    """Return the name of an unloaded plugin, in the form of a loaded one's."""
    distribution = _distribution_text(point)
    return f"{point.name} ({distribution})" if distribution else point.name


def _distribution_text(point: importlib.metadata.EntryPoint) -> str:
    """Return the name and version of an entry point's distribution.

    Without metadata, return no text.
    """
    try:
        return " ".join(filter(None, (point.dist.name, point.dist.version))) if point.dist else ""
    except Exception:  # noqa: BLE001 (metadata can be broken in any way, and the plugin works without)
        return ""


def _distribution_name(distribution: importlib.metadata.Distribution) -> str:
    """Return the name of a distribution; without metadata, the name of its folder."""
    try:
        if name := str(distribution.name or ""):
            return re.sub(r"[-_.]+", "-", name).lower()
    except Exception:  # noqa: BLE001, S110 (as above)
        pass
    return safe_text(getattr(distribution, "_path", distribution))


def _name_of(plugin: object) -> str:
    """Return the name of a plugin object.

    It is the package of a plugin made of files, the name of a module or class, else the class.
    """
    for attribute in ("package", "__name__"):
        try:
            if type(name := getattr(plugin, attribute, None)) is str and name:
                return name
        except BaseException:  # noqa: BLE001, S110 (a plugin's attributes may raise anything)
            pass
    return class_name(plugin)
