"""The diff of every two available documents: each provision once, in every order and process."""

import os
import subprocess
import sys
from collections import Counter
from functools import cache, partial
from itertools import combinations

import pytest

import psykavtal
from psykavtal.agreements.diff.diff_entries import DiffVerdict, PairCertainty

AVAILABLE = ("dalarna-direktiv-2020", "jamtland-2021", "jamtland-2025", "jonkoping-2025")
PAIRS = tuple(combinations(AVAILABLE, 2))


@pytest.fixture(scope="module")
def diff_of(counties):
    """The diff of two documents, computed once."""
    return cache(partial(psykavtal.diff, counties))


def pairs_of(diff):
    return {(each.before.id, each.after.id) for each in diff if len(each.provisions) > 1}


@pytest.mark.parametrize("names", PAIRS, ids=str)
def test_every_provision_is_in_one_entry(counties, diff_of, names):
    diff = diff_of(*names)
    for side, document in zip(("before", "after"), names, strict=True):
        owner = next(each for each in counties.values() if any(one.id == document for one in each.documents))
        stated = [each.id for each in owner.holdings.stated_by(document)]
        listed = [getattr(each, side).id for each in diff if getattr(each, side) is not None]
        assert Counter(listed) == Counter(stated)
        assert len(stated) == getattr(diff, side).provisions
    assert sum(diff.counts.values()) == len(diff)


@pytest.mark.parametrize("names", PAIRS, ids=str)
def test_a_verdict_agrees_with_its_entry(diff_of, names):
    diff = diff_of(*names)
    for each in diff:
        paired = each.before is not None and each.after is not None
        assert paired is (each.verdict not in (DiffVerdict.ADDED, DiffVerdict.DROPPED))
        assert not (each.has_moved and not diff.is_succession)
        if each.verdict in (DiffVerdict.SAME, DiffVerdict.MOVED):
            assert not each.changes
            assert each.is_verbatim or str(each.before) == str(each.after)
        for change in each.changes:
            assert change.before != change.after


@pytest.mark.parametrize("names", PAIRS, ids=str)
def test_the_pairs_do_not_depend_on_the_order_of_the_documents(diff_of, names):
    diff, reverse = diff_of(*names), diff_of(*reversed(names))
    contested = {each for one in (diff, reverse) for each in one if each.certainty is PairCertainty.POSSIBLE}
    doubtful = {one.id for each in contested for one in each.provisions}
    found = {each for each in pairs_of(diff) if not doubtful.intersection(each)}
    assert found == {(b, a) for a, b in pairs_of(reverse) if not doubtful.intersection((a, b))}
    assert found


@pytest.mark.parametrize("document", AVAILABLE)
def test_a_document_is_the_same_as_itself(counties, document):
    diff = psykavtal.diff(counties, document, document)
    assert diff.is_one_document
    assert diff.is_same
    assert diff.counts["same"] == len(diff) > 0
    for lang, sentence in (("sv", "alla bestämmelser, frågor och anmärkningar är lika"), ("en", "are the same")):
        assert sentence in diff.explain(lang)


@pytest.mark.slow
def test_the_diff_is_the_same_in_every_process():
    code = "import psykavtal as p; print(p.to_json(p.diff(p.load_counties(), 'jamtland-2021', 'jonkoping-2025')))"
    outputs = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment)
        outputs.add(run.stdout)
    assert len(outputs) == 1
