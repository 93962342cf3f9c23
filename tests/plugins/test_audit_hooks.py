"""A plugin by a stranger adds checks to the audit; one that fails is disabled and reported, and the audit goes on."""

import itertools
import warnings
from functools import cache

import pytest
from click.testing import CliRunner

from psykavtal import AuditCheck, AuditFinding, Wording, audit, load_counties
from psykavtal.agreements.audit.core_checks import CORE_CHECKS
from psykavtal.cli import main
from psykavtal.errors import PluginWarning
from tests.counties import Coded
from tests.plugins.add_ons import INSTALLED
from tests.plugins.hostile import distribution

ON = "2026-01-10"
NAME = Wording(sv="Sidor", en="Pages")
CORE = [each.id for each in CORE_CHECKS]
(COUNTY,) = (each for each in INSTALLED if each.package == "psykavtal_jonkoping")


def load(*plugins):
    """One county, which is audited as the others are, and plugins."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PluginWarning)
        return load_counties([COUNTY, *plugins])


def check(run, *, name="stranger:pages", **changes):
    return AuditCheck(**{"id": name, "label": NAME, "explanation": NAME, "run": run, **changes})


def plugin(*checks):
    return Coded(psykavtal_audit_checks=lambda: checks)


def pages(county, on):
    """Find the read documents that state no number of pages."""
    for document in county.documents:
        if document.is_available and county.document(document.id, on=on).ask("document.pages").status == "silent":
            sentence = f"Antal sidor anges inte, {on}."
            yield AuditFinding(document=document.id, wording=Wording(sv=sentence, en=sentence))


def test_a_strangers_check_is_run_after_those_of_the_core():
    counties = load(plugin(check(pages)))

    result = audit(counties, on=ON)
    assert [each.id for each in result.checks] == [*CORE, "stranger:pages"]
    assert result.checks[-1].plugin
    found = result.of(check="stranger:pages")
    assert {each.county for each in found} <= set(counties)
    assert all(each.document and each.wording.sv.endswith("2026-01-10.") for each in found)
    assert found
    assert audit(counties, on=ON, checks="stranger:pages").findings == found
    assert audit(counties, on=ON, checks=CORE).findings == audit(load(), on=ON).findings


def raises(error):
    def run(*_):
        yield AuditFinding(wording=NAME)
        raise error

    return run


def gives(*values):
    return lambda *_: values


def finding(**changes):
    return AuditFinding(**{"wording": NAME, **changes})


class Subclass(AuditFinding):
    """A finding that can do anything when it is read."""


@cache
def plain():
    """The audit of the counties without a check of a plugin."""
    return audit(load(), on=ON)


FAILING = {
    "an error": raises(ValueError("x")),
    "an end of the program": raises(SystemExit(3)),
    "an interrupt": raises(KeyboardInterrupt()),
    "the end of a generator": raises(GeneratorExit()),
    "nothing": lambda *_: None,
    "a number": lambda *_: 5,
    "text": lambda *_: "abc",
    "a list of numbers": gives(1, 2),
    "findings without end": lambda *_: itertools.repeat(AuditFinding(wording=NAME)),
    "a finding of a class of its own": gives(Subclass(wording=NAME)),
    "a finding without words": gives(finding(wording=None)),
    "a finding with a list": gives(finding(provisions=["x"])),
    "a finding with a severity as text": gives(finding(severity="error")),
    "a finding on an unknown document": gives(finding(document="nowhere")),
    "no day": lambda _: (),
}


@pytest.mark.parametrize("case", FAILING)
def test_a_failing_check_is_disabled_and_reported(case):
    counties = load(plugin(check(FAILING[case]), check(pages, name="stranger:other")))

    with pytest.warns(PluginWarning, match="is disabled"):
        result = audit(counties, on=ON)
    assert [each.id for each in result.checks] == CORE
    assert result.findings == plain().findings
    assert len(counties.problems) == 1
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        audit(counties, on=ON)  # the same fault is reported once
    assert len(counties.problems) == 1


WRONG = {
    "an id of the core": plugin(check(pages, name="law")),
    "an id twice": plugin(check(pages), check(pages)),
    "a number": plugin(5),
    "a function": plugin(pages),
    "no function": plugin(check(5)),
    "a label that is text": plugin(check(pages, label="Sidor")),
    "an id that is a number": plugin(check(pages, name=5)),
    "an empty id": plugin(check(pages, name="")),
    "no tuple": Coded(psykavtal_audit_checks=lambda: check(pages)),
    "nothing but an error": Coded(psykavtal_audit_checks=lambda: 1 / 0),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_hook_that_gives_anything_else_is_disabled_and_reported(case):
    counties = load(WRONG[case])

    with pytest.warns(PluginWarning, match="is disabled"):
        result = audit(counties, on=ON)
    assert [each.id for each in result.checks] == CORE
    assert result.findings == plain().findings


def test_a_plugin_that_fails_does_not_take_another_along():
    counties = load(plugin(check(raises(ValueError()))), plugin(check(pages, name="other:pages")))

    with pytest.warns(PluginWarning):
        result = audit(counties, on=ON)
    assert [each.id for each in result.checks] == [*CORE, "other:pages"]
    assert result.of(check="other:pages")


MODULE = b"""
from psykavtal import AuditCheck, AuditFinding, Wording, hookimpl
import sys

def run(county, on):
    FAULT
    yield AuditFinding(wording=Wording(sv="Funnet.", en="Found."))

@hookimpl
def psykavtal_audit_checks():
    label = Wording(sv="Min egen", en="My own")
    return (AuditCheck(id="mine:own", label=label, explanation=label, run=run),)

plugin = sys.modules[__name__]
"""


@pytest.mark.parametrize(("fault", "code"), [(b"pass", 0), (b"raise SystemExit(9)", 3)])
def test_the_command_runs_the_checks_of_an_installed_plugin(tmp_path, monkeypatch, fault, code):
    name = f"audit_plugin_{code}"
    (tmp_path / f"{name}.py").write_bytes(MODULE.replace(b"FAULT", fault))
    distribution(tmp_path, f"audit-plugin-{code}", f"[psykavtal]\nmine = {name}:plugin\n".encode())
    monkeypatch.syspath_prepend(str(tmp_path))

    result = CliRunner().invoke(main, ["audit", "--on", ON, "--lang", "en"], catch_exceptions=False)
    assert result.exit_code == code
    assert ("My own" in result.output) == (code == 0)
    assert ("is disabled" in result.output) == (code == 3)
    assert "Dead ends" in result.output
