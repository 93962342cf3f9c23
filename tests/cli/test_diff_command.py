"""`psykavtal diff`: short first, every entry on request, in each format and language."""

import json
import re
from collections import Counter
from functools import cache
from itertools import product

import pytest
from click.testing import CliRunner

import psykavtal
from psykavtal.agreements.diff import diff_documents
from psykavtal.agreements.diff.diff_entries import PairCertainty
from psykavtal.cli import main
from psykavtal.output.views.diff_labels import entry_label
from tests.thorough import pairs

pytestmark = pytest.mark.usefixtures("loaded_once", "_compared_once")

DAY = ("--on", "2026-01-10")
EDITIONS = ("jamtland-2021", "jamtland-2025")
COUNTIES = ("jamtland-2025", "jonkoping-2025")
BOTH = (EDITIONS, COUNTIES)


@cache
def run(*arguments, code=0):
    result = CliRunner().invoke(main, ["diff", *arguments], catch_exceptions=False)
    assert result.exit_code == code, result.output
    return result.output


@pytest.fixture(scope="module")
def diff_of(counties):
    return cache(lambda *documents: psykavtal.diff(counties, *documents))


@pytest.fixture(scope="module")
def _compared_once():
    """The command compares the same two documents once for all its outputs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(diff_documents, "diff", cache(diff_documents.diff))
        yield


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("documents", BOTH, ids=str)
def test_the_short_form_fits_one_screen(documents, lang):
    lines = run(*documents, *DAY, "--lang", lang).splitlines()
    assert len(lines) <= 44
    assert max(map(len, lines)) <= 120


@pytest.mark.parametrize(
    ("options", "asked"),
    pairs([(), ("--detail",), ("--topic", "disagreement"), ("--kind", "responsibility")], product(BOTH, ["sv", "en"])),
    ids=str,
)
def test_no_id_is_shown(counties, options, asked):
    documents, lang = asked
    output = run(*documents, *DAY, *options, "--lang", lang)
    ids = {
        one.id for document in documents for county in counties.values() for one in county.holdings.all_on("sip.use")
    }
    ids |= {name for name in counties.facts if "-" in name} | set(counties.topics) | set(documents)
    shown = {each for each in ids if re.search(rf"(?<![\w./-]){re.escape(each)}(?![\w./-])", output)}
    assert not shown


@pytest.mark.parametrize("documents", BOTH, ids=str)
def test_the_counts_are_those_of_the_library(diff_of, documents):
    diff = diff_of(*documents)
    head = " ".join(run(*documents, *DAY, "--lang", "en").split())
    assert f"{diff.before.provisions} provisions and {diff.after.provisions}: " in head
    counts, _, _ = head.partition(f"{diff.after.provisions}: ")[2].partition(". ")
    printed = {label: int(count) for count, label in (each.split(" ", 1) for each in counts.split(", "))}
    labels = Counter(entry_label(diff, each).to("en") for each in diff)
    assert printed == dict(labels)
    assert sum(printed.values()) == len(diff)


@pytest.mark.parametrize("documents", BOTH, ids=str)
def test_a_possible_pair_is_not_called_changed(diff_of, documents):
    diff = diff_of(*documents)
    possible = {entry_label(diff, each) for each in diff if each.certainty is PairCertainty.POSSIBLE}
    certain = {entry_label(diff, each) for each in diff if each.certainty is PairCertainty.CERTAIN}
    assert possible
    assert not possible & certain


def test_dropped_and_added_are_between_editions_only():
    words = ("bortfallen", "tillkommen", "ändrad", "tas inte längre upp")
    editions, counties = run(*EDITIONS, "--detail", *DAY), run(*COUNTIES, "--detail", *DAY)
    assert all(f"[{each}]" in editions for each in words[:3])
    assert not any(f"[{each}]" in counties for each in words)
    assert "[bara i Jönköping]" in counties


def test_the_detail_has_each_provision_with_its_passages(diff_of):
    diff = diff_of(*EDITIONS)
    output = " ".join(run(*EDITIONS, "--detail", *DAY).split())
    for each in diff:
        for provision in each.provisions:
            # The wording of the first is left out where both have the same.
            assert " ".join(str(provision).split()) in output
            assert all(one.start in output for one in provision.citations)


@pytest.mark.parametrize(
    ("options", "chosen"),
    [
        (("--topic", "sip"), {"topic": "sip"}),
        (("--topic", "disagreement.interim"), {"topic": "disagreement.interim"}),
        (("--kind", "aim"), {"kind": "aim"}),
        (("--verdict", "same"), {"verdict": "same"}),
        (("--topic", "kin", "--verdict", "changed"), {"topic": "kin", "verdict": "changed"}),
    ],
    ids=str,
)
def test_a_selection_is_that_of_the_library(diff_of, options, chosen):
    expected = diff_of(*EDITIONS).select(**chosen)
    printed = json.loads(run(*EDITIONS, *options, "--format", "json"))
    assert list(printed) == ["diff"]
    assert psykavtal.from_dict(printed["diff"]) == expected
    lines = run(*EDITIONS, *options).splitlines()
    assert sum(line.startswith("  [") for line in lines) == len(expected)


def test_json_has_the_diff_and_the_flip_cases(counties, diff_of):
    printed = json.loads(run(*EDITIONS, *DAY, "--format", "json"))
    assert psykavtal.from_dict(printed["diff"]) == diff_of(*EDITIONS)
    assert psykavtal.from_dict(printed["flip_cases"]) == psykavtal.flip_cases(counties, *EDITIONS, on=DAY[1])


@pytest.mark.parametrize("fmt", ["markdown", "html"])
@pytest.mark.parametrize("options", [(), ("--detail",)], ids=str)
def test_other_formats_have_the_same_entries(fmt, options):
    output = run(*EDITIONS, *options, *DAY, "--format", fmt)
    assert "Anhöriga och närstående är också en målgrupp" in output
    assert "bortfallen" in output


def test_a_document_and_itself():
    output = run("jamtland-2025", "jamtland-2025", *DAY)
    assert "alla bestämmelser, frågor och anmärkningar är lika" in output
    assert "Inga fakta ger olika besked" in output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("jamtland-2024", "jamtland-2025"), "before: no document 'jamtland-2024'. Did you mean 'jamtland-202"),
        (("jamtland", "jamtland-2025"), "It is the county Jämtland Härjedalen."),
        (("jamtland-2025", "jamtbus"), "after: document 'jamtbus' (Jämtbus"),
        ((*EDITIONS, "--topic", "sipp"), "Did you mean 'sip'?"),
        ((*EDITIONS, "--kind", "duty"), "unknown kind 'duty'."),
        ((*EDITIONS, "--verdict", "silent"), "unknown verdict 'silent'."),
    ],
    ids=str,
)
def test_wrong_input_is_refused(arguments, message):
    assert message in run(*arguments, "--lang", "en", code=1)
