"""Signals that end a command at once, whatever an engine is computing.

Unfinished files are removed first.
"""

import os
import signal
import threading
from collections.abc import Callable, Generator
from concurrent.futures import Future, wait
from contextlib import contextmanager, suppress
from contextvars import copy_context
from types import FrameType, TracebackType
from typing import Any, Self, TypeVar

T = TypeVar("T")
_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGBREAK")
_POLL = 0.2
_EXIT = 128


class Interrupts:
    """End the process on a signal, with an exit code for the signal.

    The exit code is 128 plus the signal's number (130 for SIGINT, 143 for SIGTERM).

    Python runs the handler of a signal in the main thread only, and not before a call into an engine has
    returned. So engines are called in another thread, by `run`, while the main thread waits for signals. The
    process then ends without waiting for the threads of the engine, which cannot be stopped. Signals that were
    ignored before stay ignored, as under nohup.
    """

    def __init__(self) -> None:
        """Nothing is changed before the `with` statement."""
        self._before: dict[int, Any] = {}
        self._undo: list[Callable[[], None]] = []
        self._deferred = 0
        self._pending: int | None = None

    def __enter__(self) -> Self:
        """Handle the signals, if this is the main thread; no other can."""
        if threading.current_thread() is threading.main_thread():
            for number in (getattr(signal, name) for name in _NAMES if hasattr(signal, name)):
                old = signal.getsignal(number)
                if old is not None and old != signal.SIG_IGN:
                    self._before[number] = old
                    signal.signal(number, self._handle)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Handle the signals as before."""
        for number, old in self._before.items():
            signal.signal(number, old)
        self._before.clear()

    def run(self, work: Callable[[], T]) -> T:
        """Return the result of `work`, or raise its error.

        It is computed in a thread that a signal does not wait for.
        """
        if not self._before:
            return work()
        future: Future[T] = Future()

        def compute() -> None:
            try:
                future.set_result(work())
            except BaseException as error:  # noqa: BLE001 (raised in the thread that waits)
                future.set_exception(error)

        threading.Thread(target=copy_context().run, args=(compute,), daemon=True).start()
        while not wait([future], _POLL).done:  # in turns, since a signal does not wake every platform's wait
            pass
        return future.result()

    @contextmanager
    def undoing(self, undo: Callable[[], None]) -> Generator[None]:
        """Call `undo` if a signal ends the process within the block."""
        self._undo.append(undo)
        try:
            yield
        finally:
            self._undo.remove(undo)

    @contextmanager
    def deferred(self) -> Generator[None]:
        """Let the block end before a signal has an effect.

        For the main thread, and for short blocks only.
        """
        self._deferred += 1
        try:
            yield
        finally:
            self._deferred -= 1
            if self._pending is not None and not self._deferred:
                self._end(self._pending)

    def _handle(self, number: int, _: FrameType | None) -> None:
        if self._deferred:
            self._pending = number
        else:
            self._end(number)

    def _end(self, number: int) -> None:
        for undo in reversed(self._undo):
            with suppress(Exception):
                undo()
        os._exit(_EXIT + number)
