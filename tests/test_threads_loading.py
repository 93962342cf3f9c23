"""Documents are read once and imported safely, by many threads."""

import os
import subprocess
import sys
import warnings
from typing import Any

import psykavtal_jamtland
import pytest

from psykavtal import TomlCounty, load_counties, to_dict
from psykavtal.errors import PluginError, PluginWarning
from psykavtal.plugins import hookimpl
from tests.threads import DAY, ROUNDS, THREADS, at_once


class Counting(TomlCounty):
    """A county that counts how often each document is read."""

    def __init__(self, package: str) -> None:
        super().__init__(package)
        self.asked: list[str] = []

    @hookimpl
    def psykavtal_omissions(self, county: Any, document: Any, known: Any) -> Any:
        self.asked.append(document.id)
        return super().psykavtal_omissions(county, document, known)


def test_a_document_is_read_once_however_many_threads_ask_for_it() -> None:
    plugin = Counting(psykavtal_jamtland.__name__)
    counties = load_counties([plugin])
    at_once(lambda: to_dict(counties), lambda: counties["23"].ask("sip.convener", on=DAY))
    assert sorted(plugin.asked) == sorted(each.id for each in counties["23"].documents)


class Failing(TomlCounty):
    """A county whose documents cannot be read."""

    @hookimpl
    def psykavtal_omissions(self) -> Any:
        raise ValueError("cannot be read")


def test_a_document_that_fails_fails_alike_in_every_thread_and_is_a_problem_once() -> None:
    counties = load_counties([Failing(psykavtal_jamtland.__name__)])

    def ask() -> Exception:
        with pytest.raises(PluginError) as raised:
            counties["23"].document("jamtland-2025", on=DAY).find(topic="sip")
        return raised.value

    errors = at_once(ask)
    assert {str(each) for each in errors} == {str(errors[0])}
    assert len({id(each) for each in errors}) == THREADS  # one traceback for each, not one that grows
    assert len(counties.problems) == 1


class Addition:
    """An addition that fails on one document."""

    @hookimpl
    def psykavtal_adds_to(self) -> str:
        return "23"

    @hookimpl
    def psykavtal_omissions(self, document: Any) -> Any:
        if document.id == "jamtland-2025":
            raise ValueError("cannot be read")
        return ()


def test_a_warning_that_is_an_error_interrupts_the_call_and_not_the_document() -> None:
    counties = load_counties([TomlCounty(psykavtal_jamtland.__name__), Addition()])
    edition = counties["23"].document("jamtland-2025", on=DAY)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(PluginWarning):
            edition.find(topic="sip")
        assert edition.find(topic="sip")
    assert len(counties.problems) == 1


IMPORTS = """
import sys, threading
sys.setswitchinterval(1e-6)
import psykavtal
names = list(psykavtal.__all__)
barrier, faults = threading.Barrier(len(names)), []
def get(name):
    barrier.wait()
    try:
        getattr(psykavtal, name)
    except BaseException as error:
        faults.append((name, repr(error)))
threads = [threading.Thread(target=get, args=(name,)) for name in names]
[each.start() for each in threads]
[each.join() for each in threads]
print(faults)
"""


def test_threads_that_import_every_public_name_at_once_get_it() -> None:
    for _ in range(ROUNDS):
        done = subprocess.run([sys.executable, "-c", IMPORTS], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "[]"


FORKS = """
import os, threading, sys, warnings
warnings.simplefilter("ignore")
from psykavtal import load_counties, to_dict
from psykavtal.lazy import LOCK
inside, leave = threading.Event(), threading.Event()
def reading():
    with LOCK:
        inside.set()
        leave.wait(0.2)
thread = threading.Thread(target=reading)
thread.start()
inside.wait()
child = os.fork()
if child == 0:
    os._exit(0 if to_dict(load_counties()) else 1)
thread.join()
print(os.waitpid(child, 0)[1])
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes do not fork here")
def test_a_process_forked_while_a_thread_reads_can_read_too() -> None:
    done = subprocess.run([sys.executable, "-c", FORKS], capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.strip() == "0"
