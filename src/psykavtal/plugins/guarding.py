"""Run plugin code so that its exceptions and output disturb nothing else."""

import contextlib
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Generator
from types import FrameType
from typing import TypeVar, cast

import attrs

from psykavtal import errors
from psykavtal.errors import FaultsError, Message, PluginError, PsykavtalError, class_name, in_language, safe_text
from psykavtal.plugins.form_messages import quoted
from psykavtal.plugins.problems import Problem

T = TypeVar("T")


def guarded(name: str, work: Callable[[], T]) -> T | Problem:
    """Return the result of a plugin's code; a problem if it raises anything.

    `SystemExit`, `KeyboardInterrupt`, `GeneratorExit` and every other exception count as faults of
    the plugin. The one exception to this rule: if a signal arrives meanwhile (Ctrl-C, a
    termination) and its handler raises, that is raised again, whatever the plugin made of it.
    So the user can always stop the program, and a plugin cannot.

    Output of the code goes to standard error, so that it is not mixed with results.

    Args:
        name: the plugin, as problems name it.
        work: the code.
    """
    with _signals() as raised, _prints_to_stderr():
        try:
            result: T | Problem = work()
        except BaseException as error:  # noqa: BLE001 (a stranger's code may raise anything; it must not take the others along)
            result = Problem(plugin=name, error=_own_error(name, error))
    if raised:
        raise raised[0]
    return result


def guarded_import(name: str, work: Callable[[], T]) -> T | Problem:
    """Return the result of importing a plugin; its warning filters do not last."""
    with warnings.catch_warnings():
        return guarded(name, work)


def _own_error(name: str, error: BaseException) -> PsykavtalError:
    """Return the error as one of this library, with parts that can be written."""
    if isinstance(error, PsykavtalError) and getattr(errors, class_name(error), None) is type(error):
        with contextlib.suppress(BaseException):
            return _plain(error)
    wrapped = PluginError(_raised(error), place=name)
    wrapped.__cause__ = error
    return wrapped


def _raised(error: BaseException) -> Message:
    inner = f" ({_first_of(error)})" if issubclass(type(error), BaseExceptionGroup) else ""
    text = f"{safe_text(error)}{inner}".rstrip(": ")
    if not text:
        return Message(en="raised {kind}", sv="gav felet {kind}", kind=class_name(error))
    return Message(
        en="raised {kind}: {error}", sv="gav felet {kind}: {error}", kind=class_name(error), error=quoted(text)
    )


def _first_of(group: BaseException) -> str:
    """Return the first error of a group, as text."""
    return safe_text(cast("BaseExceptionGroup[BaseException]", group).exceptions[0])


def _plain(error: PsykavtalError) -> PsykavtalError:
    """Return the error if its parts are texts, as those of this library are."""
    parts = (error.fault, error.place, error.fix)
    if any(type(each) not in {str, Message} for each in parts):
        raise TypeError
    if isinstance(error, FaultsError):
        for each in error.faults:
            in_language(each, "sv")
    return error


@contextlib.contextmanager
def _signals() -> Generator[list[BaseException]]:
    """Record what the handlers of signals raise meanwhile. Signals arrive in the main thread only."""
    raised: list[BaseException] = []
    if threading.current_thread() is not threading.main_thread():
        yield raised
        return
    watched: dict[signal.Signals, tuple[_Handler, _Recorder]] = {}
    for number in _STOPPING:
        before = signal.getsignal(number)
        if callable(before):
            recorder = _Recorder(before, raised)
            with contextlib.suppress(ValueError, OSError):  # not in the main interpreter
                signal.signal(number, recorder)
                watched[number] = before, recorder
    try:
        yield raised
    finally:
        for number, (before, recorder) in watched.items():
            if signal.getsignal(number) is recorder:
                signal.signal(number, before)


_Handler = Callable[[int, FrameType | None], object]
_STOPPING = tuple(
    getattr(signal, name)
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGALRM", "SIGUSR1", "SIGUSR2", "SIGBREAK")
    if hasattr(signal, name)
)
"""The signals by which programs are stopped."""


@attrs.define(slots=False)
class _Recorder:
    """A handler of a signal that records what the handler before it raises."""

    before: _Handler
    raised: list[BaseException]

    def __call__(self, number: int, frame: FrameType | None) -> object:
        try:
            return self.before(number, frame)
        except BaseException as error:
            self.raised.append(error)
            raise


@contextlib.contextmanager
def _prints_to_stderr() -> Generator[None]:
    """Send printed output to standard error, in the main thread only.

    The stream is shared by all threads.
    """
    if threading.current_thread() is not threading.main_thread() or sys.stderr is None:
        yield
        return
    with contextlib.redirect_stdout(sys.stderr):
        yield
