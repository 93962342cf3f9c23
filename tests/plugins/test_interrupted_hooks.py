"""An interrupt while a plugin runs ends the program."""

import contextlib
import signal
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from psykavtal.model.places import Place
from tests.counties import VARMLAND, Coded, a_county, a_document, some_things
from tests.plugins.hostile import NAMES, ON, load
from tests.plugins.raising import RAISED

if TYPE_CHECKING:
    from psykavtal import Counties


def interrupted() -> Place:
    signal.raise_signal(signal.SIGINT)
    return VARMLAND


def interrupted_and_silent() -> Place:
    with contextlib.suppress(BaseException):
        signal.raise_signal(signal.SIGINT)
    return VARMLAND


def interrupted_and_exiting() -> Place:
    try:
        signal.raise_signal(signal.SIGINT)
    except KeyboardInterrupt:
        sys.exit(0)
    return VARMLAND


@pytest.mark.parametrize("county", [interrupted, interrupted_and_silent, interrupted_and_exiting])
def test_an_interrupt_by_the_user_stops_the_program_whatever_the_plugin_makes_of_it(
    county: Callable[[], Place],
) -> None:
    handler = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        load(Coded(psykavtal_county=county))
    assert signal.getsignal(signal.SIGINT) is handler


def test_an_interrupt_in_the_reading_of_content_stops_the_program() -> None:
    counties = load(
        Coded(
            psykavtal_county=a_county,
            psykavtal_things=some_things,
            psykavtal_documents=a_document,
            psykavtal_provisions=interrupted,
        )
    )
    with pytest.raises(KeyboardInterrupt):
        counties["17"].document("avtal", on=ON).ask("sip.use")


@pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="the system has no such signal")
def test_what_the_handler_of_another_signal_raises_is_passed_on() -> None:
    def stop(*_: object) -> None:
        raise SystemExit(143)

    before = signal.signal(signal.SIGALRM, stop)
    try:
        with pytest.raises(SystemExit, match="143"):
            load(Coded(psykavtal_county=lambda: signal.raise_signal(signal.SIGALRM)))
    finally:
        signal.signal(signal.SIGALRM, before)


def test_a_plugin_that_raises_in_another_thread_is_disabled_there() -> None:
    found: list[Counties] = []
    thread = threading.Thread(target=lambda: found.append(load(Coded(psykavtal_county=RAISED["KeyboardInterrupt"]))))
    thread.start()
    thread.join()
    assert list(found[0]) == NAMES
