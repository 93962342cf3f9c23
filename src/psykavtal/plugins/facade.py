"""One plugin, called by typed methods; what it gives is checked before it is used."""

from typing import TYPE_CHECKING, Any, TypeVar, cast

import attrs
import pluggy

from psykavtal.errors import PluginError, suggestion
from psykavtal.model.documents import Document
from psykavtal.model.places import Place
from psykavtal.model.provisions import Arena, LinkedAgreement, Provision, TargetGroup
from psykavtal.model.records import Content, LeftOut, Silence, Unread
from psykavtal.model.things import Agreement, Body, Role, Service
from psykavtal.model.vocabulary import Fact, Topic
from psykavtal.plugins import hookspecs
from psykavtal.plugins.hookspecs import PREFIX, PROJECT, AnyOwnThing, Check
from psykavtal.plugins.reading.check import Known

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
_OWN_HOOK = (TargetGroup, Arena, LinkedAgreement)


@attrs.frozen
class LoadedPlugin:
    """A plugin that was registered. Each has a manager of its own, so that none fails another.

    Attributes:
        name: its entry point's name, or what its caller named it.
        distribution: name and version of the distribution that it came with; empty if given directly.
    """

    name: str
    distribution: str
    _manager: pluggy.PluginManager

    def __reduce__(self) -> "tuple[Callable[[str, str], LoadedPlugin], tuple[str, str]]":
        """Pickle the names only: the code of a plugin stays where it is installed."""
        return _without_code, (self.name, self.distribution)

    @classmethod
    def register(cls, name: str, plugin: object, *, distribution: str = "") -> "LoadedPlugin":
        """Register a plugin.

        Raises:
            PluginError: it implements a hook that there is none of, or none at all.
        """
        manager = pluggy.PluginManager(PROJECT)
        manager.add_hookspecs(hookspecs)
        known = [hook for hook in vars(hookspecs) if hook.startswith(PREFIX)]
        for attribute in dir(plugin):
            if attribute.startswith(PREFIX) and attribute not in known:
                raise PluginError(
                    f"{attribute!r} is no hook.",
                    value=attribute,
                    where=name,
                    hint=suggestion(attribute, known, what="hooks"),
                )
        try:
            manager.register(plugin, name=name)
            manager.check_pending()
        except (pluggy.PluginValidationError, ValueError) as error:
            raise PluginError(f"cannot be registered: {error}", where=name) from error
        unmarked = [hook for hook in known if hasattr(plugin, hook) and not manager.parse_hookimpl_opts(plugin, hook)]
        if unmarked:
            raise PluginError(
                f"{unmarked[0]!r} is not marked, so that it would never be called.",
                value=unmarked[0],
                where=name,
                hint="Mark it with psykavtal.hookimpl.",
            )
        if not manager.get_hookcallers(plugin):
            raise PluginError(
                "implements no hook.",
                where=name,
                hint="Mark its hooks with psykavtal.hookimpl, or use CountyFiles.",
            )
        return cls(name, distribution, manager)

    def __str__(self) -> str:
        """The name, with the distribution where there is one."""
        return f"{self.name} ({self.distribution})" if self.distribution else self.name

    def topics(self) -> tuple[Topic, ...]:
        """Its topics."""
        return self._many("psykavtal_topics", (Topic,))

    def facts(self) -> tuple[Fact, ...]:
        """Its facts."""
        return self._many("psykavtal_facts", (Fact,))

    def county(self) -> Place | None:
        """The county that it is for, if any."""
        given = self._call("psykavtal_county")
        return self._only("psykavtal_county", given[0], (Place,)) if given else None

    def adds_to(self) -> str | None:
        """The code of the county that it adds to, if it says so."""
        given = self._call("psykavtal_adds_to")
        return self._only("psykavtal_adds_to", given[0], (str,)) if given else None

    def things(self, county: Place) -> tuple[AnyOwnThing, ...]:
        """What it adds to the things of a county."""
        return self._many("psykavtal_things", (Body, Role, Service, Agreement), county=county)

    def documents(self, county: Place) -> tuple[Document, ...]:
        """What it adds to the documents of a county."""
        return self._many("psykavtal_documents", (Document,), county=county)

    def standing(self, county: Place, known: Known) -> tuple[Provision, ...]:
        """What it says of documents as wholes."""
        return self._many("psykavtal_standing", (Provision,), county=county, known=known)

    def content(self, county: Place, document: Document, known: Known) -> Content:
        """All that it says of one document.

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
                    f"psykavtal_provisions gave a {type(each).__name__}.",
                    value=each.id,
                    where=self.name,
                    hint="Target groups, arenas and linked agreements have hooks of their own.",
                )
        unsaid = self._many("psykavtal_silences", (Silence, Unread), **asked)
        return Content(
            document=document.id,
            provisions=(*groups, *arenas, *links, *rest),
            silences=tuple(each for each in unsaid if isinstance(each, Silence)),
            unread=tuple(each for each in unsaid if isinstance(each, Unread)),
            left_out=self._many("psykavtal_left_out", (LeftOut,), **asked),
        )

    def passages(self, county: Place) -> dict[str, str]:
        """The digests of the passages that it cites."""
        return {
            str(key): str(value)
            for given in self._call("psykavtal_passages", county=county)
            for key, value in given.items()
        }

    def checks(self) -> tuple[Check, ...]:
        """Its own checks."""
        return tuple(check for given in self._call("psykavtal_checks") for check in given)

    def _call(self, hook: str, **arguments: object) -> list[Any]:
        results: list[Any] = getattr(self._manager.hook, hook)(**arguments)
        return results

    def _many(self, hook: str, classes: tuple[type[T], ...], **arguments: object) -> tuple[T, ...]:
        found: list[T] = []
        for given in self._call(hook, **arguments):
            if not isinstance(given, tuple | list):
                raise PluginError(f"{hook} gave a {type(given).__name__}.", where=self.name, hint="It gives a tuple.")
            found += [self._only(hook, each, classes) for each in cast("tuple[object, ...]", given)]
        return tuple(found)

    def _only(self, hook: str, value: object, classes: tuple[type[T], ...]) -> T:
        if not isinstance(value, classes):
            names = " or ".join(cls.__name__ for cls in classes)
            raise PluginError(
                f"{hook} gave a {type(value).__name__}.",
                where=self.name,
                hint=f"It gives {names}.",
            )
        return value


def _without_code(name: str, distribution: str) -> LoadedPlugin:
    """Return a plugin that gives nothing: what it gave has been read."""
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(hookspecs)
    return LoadedPlugin(name, distribution, manager)
