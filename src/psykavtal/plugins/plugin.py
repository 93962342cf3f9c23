"""One plugin, called by typed methods; what it gives is checked before it is used."""

from typing import TYPE_CHECKING, Any, TypeVar, cast

import attrs

from psykavtal.errors import Message, PluginError, class_name
from psykavtal.model.documents import Document
from psykavtal.model.places import Place
from psykavtal.model.provisions import Arena, LinkedAgreement, Provision, TargetGroup
from psykavtal.model.records import Content, Omission, Silence, Unread
from psykavtal.model.text_places import LockedPassage
from psykavtal.model.things import Agreement, Body, Role, Service
from psykavtal.model.vocabulary import Fact, Topic
from psykavtal.plugins.checking import check_types
from psykavtal.plugins.core_vocabulary import Vocabulary
from psykavtal.plugins.county_toml.checks import Known
from psykavtal.plugins.hook_manager import HookManager, empty_manager, registered
from psykavtal.plugins.hookspecs import AnyOwnThing, Check
from psykavtal.plugins.toml_plugin import TomlCounty

if TYPE_CHECKING:
    from collections.abc import Callable

    from psykavtal.model.audit_checks import AuditCheck

T = TypeVar("T")
_GIVES_CHECKS = Message(
    en="It gives AuditCheck, with a function as `run`.", sv="Den ger AuditCheck, med en funktion som `run`."
)
_OWN_HOOK = (TargetGroup, Arena, LinkedAgreement)


@attrs.frozen
class LoadedPlugin:
    """A plugin that was registered.

    Each has a manager of its own, so that a failing one does not affect another.

    Attributes:
        name: its entry point's name, or what its caller named it.
        distribution: name and version of the distribution that it came with; empty if given directly.
        is_code: whether code of its own makes its objects; those read from files have the right types.
        county_files: the plugin if it only reads the files of a county.
    """

    name: str
    distribution: str
    _manager: HookManager
    is_code: bool = True
    county_files: TomlCounty | None = None

    def __reduce__(self) -> "tuple[Callable[[str, str], LoadedPlugin], tuple[str, str]]":
        """Pickle the names only: the code of a plugin stays where it is installed."""
        return _without_code, (self.name, self.distribution)

    @classmethod
    def register(cls, name: str, plugin: object, *, distribution: str = "") -> "LoadedPlugin":
        """Register a plugin.

        Raises:
            PluginError: the plugin implements an unknown hook, or no hook at all.
        """
        manager = registered(name, plugin)
        is_code = type(plugin) not in (TomlCounty, Vocabulary)
        county_files = plugin if type(plugin) is TomlCounty else None
        return cls(name, distribution, manager, is_code, county_files)

    def __str__(self) -> str:
        """The name, with the distribution if there is one."""
        return f"{self.name} ({self.distribution})" if self.distribution else self.name

    def may_give_to(self, county: Place) -> bool:
        """Return whether it may have things, documents or provisions of a county."""
        return self.is_code or (self.county_files is not None and self.county_files.is_for(county))

    def may_state(self, document: Document) -> bool:
        """Return whether it may have provisions of a document."""
        return self.is_code or (
            self.county_files is not None and self.county_files.county_file.file_of(document) is not None
        )

    def topics(self) -> tuple[Topic, ...]:
        """Its topics."""
        return self._many("psykavtal_topics", (Topic,))

    def facts(self) -> tuple[Fact, ...]:
        """Its facts."""
        return self._many("psykavtal_facts", (Fact,))

    def county(self) -> Place | None:
        """The county that it is for, if any."""
        return self._one("psykavtal_county", Place)

    def adds_to(self) -> str | None:
        """Return the code of the county that it adds to, if any."""
        return self._one("psykavtal_adds_to", str)

    def things(self, county: Place) -> tuple[AnyOwnThing, ...]:
        """Return its additions to the things of a county."""
        return self._many("psykavtal_things", (Body, Role, Service, Agreement), county=county)

    def documents(self, county: Place) -> tuple[Document, ...]:
        """Return its additions to the documents of a county."""
        return self._many("psykavtal_documents", (Document,), county=county)

    def standing(self, county: Place, known: Known) -> tuple[Provision, ...]:
        """Return its provisions about documents as wholes."""
        return self._many("psykavtal_standing", (Provision,), county=county, known=known)

    def content(self, county: Place, document: Document, known: Known) -> Content:
        """Return its provisions, silences and omissions of one document.

        Raises:
            PluginError: a hook gave what it may not.
        """
        asked: dict[str, object] = {"county": county, "document": document, "known": known}
        groups = self._many("psykavtal_target_groups", (TargetGroup,), **asked)
        arenas = self._many("psykavtal_arenas", (Arena,), **asked)
        links = self._many("psykavtal_linked_agreements", (LinkedAgreement,), **asked)
        rest = self._many("psykavtal_provisions", (Provision,), **asked)
        for each in rest:
            if isinstance(each, _OWN_HOOK):
                raise PluginError(
                    _gave("psykavtal_provisions", type(each).__name__),
                    value=each.id,
                    place=self.name,
                    fix=Message(
                        en="Target groups, arenas and linked agreements have hooks of their own.",
                        sv="Målgrupper, arenor och anslutande överenskommelser har egna krokar.",
                    ),
                )
        unsaid = self._many("psykavtal_silences", (Silence, Unread), **asked)
        return Content(
            document=document.id,
            provisions=(*groups, *arenas, *links, *rest),
            silences=tuple(each for each in unsaid if isinstance(each, Silence)),
            unread=tuple(each for each in unsaid if isinstance(each, Unread)),
            omissions=self._many("psykavtal_omissions", (Omission,), **asked),
        )

    def passages(self, county: Place) -> tuple[LockedPassage, ...]:
        """Return the lock of the passages that it cites."""
        return self._many("psykavtal_passages", (LockedPassage,), county=county)

    def checks(self) -> tuple[Check, ...]:
        """Its own checks."""
        return cast("tuple[Check, ...]", self._many("psykavtal_checks", (object,)))

    def audit_checks(self) -> "tuple[AuditCheck, ...]":
        """Return its checks for the audit."""
        from psykavtal.model.audit_checks import AuditCheck  # noqa: PLC0415 (needed by an audit only)

        hook = "psykavtal_audit_checks"
        found = self._many(hook, (object,))
        for each in found:
            if type(each) is not AuditCheck or not callable(each.run):
                raise self._refused(hook, each, _GIVES_CHECKS)
            check_types(each.description, hook=hook, place=self.name)
        return cast("tuple[AuditCheck, ...]", found)

    def _call(self, hook: str, **arguments: object) -> list[Any]:
        results: list[Any] = getattr(self._manager.hook, hook)(**arguments)
        if not _is_list(results):  # a wrapper of a hook can give anything in its place
            raise self._refused(
                hook,
                results,
                Message(en="A wrapper gives the list of results.", sv="Ett omslag ger listan med resultat."),
            )
        return results

    def _one(self, hook: str, cls: type[T]) -> T | None:
        given = self._call(hook)
        return self._only(hook, given[0], (cls,)) if given else None

    def _many(self, hook: str, classes: tuple[type[T], ...], **arguments: object) -> tuple[T, ...]:
        found: list[T] = []
        for given in self._call(hook, **arguments):
            if type(given) not in (tuple, list):
                raise self._refused(hook, given, Message(en="It gives a tuple.", sv="Den ger en tuple."))
            found += [self._only(hook, each, classes) for each in cast("tuple[object, ...]", given)]
        return tuple(found)

    def _only(self, hook: str, value: object, classes: tuple[type[T], ...]) -> T:
        if not issubclass(type(value), classes):
            names = [cls.__name__ for cls in classes]
            one_of_them = Message.written(en=" or ".join(names), sv=" eller ".join(names))
            raise self._refused(hook, value, Message(en="It gives {kinds}.", sv="Den ger {kinds}.", kinds=one_of_them))
        if self.is_code and object not in classes:
            check_types(value, hook=hook, place=self.name)
        return cast("T", value)

    def _refused(self, hook: str, value: object, fix: Message) -> PluginError:
        return PluginError(_gave(hook, class_name(value)), place=self.name, fix=fix)


def _gave(hook: str, kind: str) -> Message:
    return Message(en="{hook} gave a {kind}.", sv="{hook} gav {kind}.", hook=hook, kind=kind)


def _is_list(value: object) -> bool:
    """Return whether a value is a list.

    Subclasses do not count, since they can run code of their own.
    """
    return type(value) is list


def _without_code(name: str, distribution: str) -> LoadedPlugin:
    """Return a plugin that gives nothing: what it gave has been read."""
    return LoadedPlugin(name, distribution, empty_manager())
