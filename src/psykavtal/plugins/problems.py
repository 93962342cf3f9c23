"""The faults of plugins."""

from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, cast

import attrs

from psykavtal import errors
from psykavtal.errors import Bilingual, Message, PsykavtalError

if TYPE_CHECKING:
    from collections.abc import Iterable

E = TypeVar("E", bound=PsykavtalError)
_Parts: TypeAlias = tuple[type[PsykavtalError], tuple[object, ...], dict[str, object]]


@attrs.frozen(kw_only=True)
class Problem(Bilingual):
    """A plugin that is disabled, or disabled for one document, and the reason.

    Attributes:
        plugin: its name, with its distribution.
        error: the reason.
        document: id of the document, if the plugin is disabled for that only.
    """

    plugin: str
    error: PsykavtalError
    document: str = ""

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle the error as an error of this package.

        The plugin's own classes stay where it is installed.
        """
        return _problem, (self.plugin, _parts(self.error), self.document)

    def to(self, lang: str) -> str:
        """Return the plugin and the reason in `lang`."""
        return (self._for_document() if self.document else self._as_whole()).to(lang)

    def __str__(self) -> str:
        """The plugin and the reason in English."""
        return self.to("en")

    def _as_whole(self) -> Message:
        return Message(
            en="plugin {plugin} is disabled: {error}",
            sv="insticksmodulen {plugin} är avstängd: {error}",
            plugin=self.plugin,
            error=self.error,
        )

    def _for_document(self) -> Message:
        return Message(
            en="plugin {plugin} is disabled for {document}: {error}",
            sv="insticksmodulen {plugin} är avstängd för {document}: {error}",
            plugin=self.plugin,
            document=self.document,
            error=self.error,
        )


def forget_frames(error: BaseException) -> None:
    """Remove the tracebacks of a kept error and of those that caused it.

    A traceback holds the frames of everybody who was asking, and so the case that was asked.
    """
    found, seen = [error], set[int]()
    for each in found:
        if id(each) not in seen:
            seen.add(id(each))
            each.__traceback__ = None
            found += [other for other in (each.__cause__, each.__context__) if other is not None]
            found += _members(each)


def _members(error: BaseException) -> "tuple[BaseException, ...]":
    """Return the errors of a group; none of any other error."""
    return cast("BaseExceptionGroup[BaseException]", error).exceptions if isinstance(error, BaseExceptionGroup) else ()


def repeated(error: E) -> E:
    """Return a copy of a kept error, to raise it.

    So each thread and each call has a traceback of its own.
    """
    made = type(error).__new__(type(error), *error.args)
    vars(made).update(vars(error))
    made.__cause__ = error.__cause__
    return made


def _parts(error: PsykavtalError) -> _Parts:
    own = next(cls for cls in type(error).__mro__ if cls.__module__ == errors.__name__)
    return (
        cast("type[PsykavtalError]", own),
        _plain(error.args),
        {name: _plain(each) for name, each in vars(error).items()},
    )


def _error(cls: type[PsykavtalError], args: tuple[object, ...], parts: dict[str, object]) -> PsykavtalError:
    made = cls.__new__(cls, *args)
    made.args = args
    vars(made).update(parts)
    return made


def _problem(plugin: str, parts: _Parts, document: str) -> Problem:
    return Problem(plugin=plugin, error=_error(*parts), document=document)


def _plain(value: Any) -> Any:  # noqa: ANN401 (whatever an error holds)
    """Return a value that can be pickled anywhere, else its class name."""
    if value is None or type(value) in (str, int, float, bool):
        return value
    if isinstance(value, tuple | list):
        return tuple(_plain(each) for each in cast("Iterable[object]", value))
    module = type(value).__module__
    return value if module.startswith("psykavtal.") else type(value).__name__
