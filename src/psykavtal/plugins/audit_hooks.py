"""The checks that plugins add to the audit; a failing one disturbs nothing else."""

import warnings
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice

import attrs

from psykavtal.errors import DuplicateIdError, Message, PluginError, PluginWarning, class_name
from psykavtal.model.audit_checks import AuditCheck
from psykavtal.model.audit_findings import AuditFinding, CheckDescription
from psykavtal.plugins.checking import check_types
from psykavtal.plugins.guarding import guarded
from psykavtal.plugins.plugin import LoadedPlugin
from psykavtal.plugins.problems import Problem, forget_frames
from psykavtal.plugins.registry import Registry

_MOST = 10_000
"""The number of findings that a check may give for a county."""
_TOO_MANY = Message(en="gave more than {most} findings.", sv="gav fler än {most} fynd.", most=_MOST)
_GIVES_FINDINGS = Message(en="A check yields AuditFinding.", sv="En kontroll ger AuditFinding.")

Run = Callable[[AuditCheck], Iterable[AuditFinding]]


@attrs.define
class _Added:
    """The checks of one plugin.

    Attributes:
        registry: the registry that has the plugin.
        plugin: the plugin.
        checks: its checks; none once it is disabled.
    """

    registry: Registry
    plugin: LoadedPlugin
    checks: tuple[AuditCheck, ...]


@attrs.define
class PluginChecks:
    """The checks of all plugins, for one audit.

    A plugin that fails is disabled for the rest of the audit, and reported in the registry's problems.
    """

    _added: list[_Added] = attrs.field(factory=list[_Added])

    @classmethod
    def of(cls, registries: Iterable[Registry], *, taken: Collection[str]) -> "PluginChecks":
        """Return the checks of the plugins of registries; an id that is taken is refused."""
        found = cls()
        ids = set(taken)
        for registry in {id(each): each for each in registries}.values():
            for plugin in registry.plugins:
                given = guarded(str(plugin), partial(_given, plugin, ids))
                if isinstance(given, Problem):
                    _report(registry, given)
                else:
                    ids |= {each.id for each in given}
                    found._added.append(_Added(registry, plugin, given))
        return found

    @property
    def descriptions(self) -> tuple[CheckDescription, ...]:
        """The descriptions of the checks of plugins that are not disabled."""
        return tuple(
            attrs.evolve(check.description, plugin=str(each.plugin)) for each in self._added for check in each.checks
        )

    def findings(
        self, county: str, documents: Collection[str], wanted: Sequence[str], run: Run
    ) -> Iterator[AuditFinding]:
        """Yield the findings of the wanted checks on a county.

        Args:
            county: id of the county.
            documents: ids of its documents; a finding about another one is refused.
            wanted: ids of the checks.
            run: runs a check.
        """
        for each in self._added:
            for check in each.checks:
                if check.id not in wanted:
                    continue
                found = guarded(str(each.plugin), partial(_run, each.plugin, check, documents, run))
                if isinstance(found, Problem):
                    _report(each.registry, found)
                    each.checks = ()
                    break
                yield from (attrs.evolve(finding, county=county, check=check.id) for finding in found)


def _given(plugin: LoadedPlugin, taken: Collection[str]) -> tuple[AuditCheck, ...]:
    """Return the checks of a plugin."""
    found = plugin.audit_checks()
    ids = [each.id for each in found]
    for name in ids:
        if name in taken or ids.count(name) > 1:
            fault = Message(
                en="the check {check!r} is there already.", sv="kontrollen {check!r} finns redan.", check=name
            )
            raise DuplicateIdError(fault, value=name, place=plugin.name)
    return found


def _run(plugin: LoadedPlugin, check: AuditCheck, documents: Collection[str], run: Run) -> tuple[AuditFinding, ...]:
    """Return the findings of a check, each with the types that the model declares."""
    found = tuple(islice(run(check), _MOST + 1))
    place = f"{plugin.name}, {check.id}"
    if len(found) > _MOST:
        raise PluginError(_TOO_MANY, place=place)
    for each in found:
        if type(each) is not AuditFinding:
            fault = Message(en="gave a {kind}.", sv="gav {kind}.", kind=class_name(each))
            raise PluginError(fault, place=place, fix=_GIVES_FINDINGS)
        check_types(each, hook=check.id, place=place)
        if each.document and each.document not in documents:
            fault = Message(
                en="names an unknown document {document!r}.",
                sv="nämner ett okänt dokument {document!r}.",
                document=each.document,
            )
            raise PluginError(fault, value=each.document, place=place)
    return found


def _report(registry: Registry, problem: Problem) -> None:
    """Keep a problem, once, and warn of it."""
    forget_frames(problem.error)
    if str(problem) not in [str(each) for each in registry.problems]:
        registry.problems.append(problem)
        warnings.warn(str(problem), PluginWarning, stacklevel=4)
