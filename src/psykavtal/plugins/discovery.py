"""Which plugins there are, each loaded by itself, so that none that fails takes another along."""

import importlib.metadata
from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeAlias, TypeVar

from psykavtal.errors import PluginError, PsykavtalError
from psykavtal.plugins.facade import LoadedPlugin
from psykavtal.plugins.hookspecs import PROJECT
from psykavtal.plugins.problems import Problem

T = TypeVar("T")
Candidate: TypeAlias = tuple[str, Callable[[], LoadedPlugin]]


def installed() -> list[Candidate]:
    """The plugins that are installed, by the names of their entry points."""
    points = sorted(importlib.metadata.entry_points(group=PROJECT), key=lambda point: (point.name, point.value))
    return [(point.name, partial(_load, point)) for point in points]


def given(plugins: Sequence[object]) -> list[Candidate]:
    """Plugin objects as they were given, in an order of their own."""
    named = [(_name_of(plugin), plugin) for plugin in plugins]
    return [(name, partial(LoadedPlugin.register, name, plugin)) for name, plugin in sorted(named, key=lambda n: n[0])]


def guarded(name: str, work: Callable[[], T]) -> T | Problem:
    """What `work` gives; the problem where it fails in whatever way."""
    try:
        return work()
    except PsykavtalError as error:
        return Problem(plugin=name, error=error)
    except Exception as error:  # noqa: BLE001 (a stranger's code may raise anything; it must not take the others along)
        wrapped = PluginError(f"raised {type(error).__name__}: {error}", where=name)
        wrapped.__cause__ = error
        return Problem(plugin=name, error=wrapped)


def _load(point: importlib.metadata.EntryPoint) -> LoadedPlugin:
    distribution = f"{point.dist.name} {point.dist.version}" if point.dist else ""
    return LoadedPlugin.register(point.name, point.load(), distribution=distribution)


def _name_of(plugin: object) -> str:
    return str(getattr(plugin, "package", None) or getattr(plugin, "__name__", type(plugin).__name__))
