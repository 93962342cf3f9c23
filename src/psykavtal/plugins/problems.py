"""What went wrong with a plugin."""

from typing import TypeVar, cast

import attrs

from psykavtal.errors import PsykavtalError

E = TypeVar("E", bound=PsykavtalError)


@attrs.frozen(kw_only=True)
class Problem:
    """A plugin that was set aside, or what it gives on one document, and why.

    Attributes:
        plugin: its name, with its distribution.
        error: what it failed with.
        document: id of the document, where only what it gives on that is set aside.
    """

    plugin: str
    error: PsykavtalError
    document: str = ""

    def __str__(self) -> str:
        """One line and what follows it."""
        what = (
            f"what the plugin {self.plugin} gives on {self.document}" if self.document else f"the plugin {self.plugin}"
        )
        return f"{what} was set aside: {self.error}"


def forget_frames(error: BaseException) -> None:
    """Remove the tracebacks of an error that is kept, and of those that it came from.

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
    """Return a copy of an error that is kept, to raise it: each thread and each call has a traceback of its own."""
    made = type(error).__new__(type(error), *error.args)
    vars(made).update(vars(error))
    made.__cause__ = error.__cause__
    return made
