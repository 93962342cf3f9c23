"""The diff of two documents: each provision once, paired and judged; topics, remarks, and wrong input."""

import os
import subprocess
import sys
from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import psykavtal
from psykavtal.agreements.diff.diff_entries import DiffVerdict, PairCertainty, TopicVerdict
from psykavtal.agreements.diff.pair_scores import pair_scores
from psykavtal.agreements.diff.provision_pairs import pair_provisions
from psykavtal.agreements.diff.provision_traits import DocumentSide, Traits, traits_of
from psykavtal.errors import CountyFileError, InvalidValueError, UnknownDocumentError, UnknownTopicError
from psykavtal.model.provisions import Responsibility
from tests.agreements.editions_2020_and_2024 import FIRST, RECORD, SECOND
from tests.counties import MakeCounty
from tests.norrvik import plugin as norrvik

AVAILABLE = ("dalarna-direktiv-2020", "jamtland-2021", "jamtland-2025", "jonkoping-2025")
PAIRS = tuple(combinations(AVAILABLE, 2))


@pytest.fixture(scope="module")
def varmland(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        make = MakeCounty(tmp_path_factory.mktemp("county"), patch)
        yield psykavtal.load_counties([make(RECORD, _2020=FIRST, _2024=SECOND)], strict=True)


@pytest.fixture(scope="module")
def found(varmland):
    return psykavtal.diff(varmland, "avtal-2020", "avtal-2024")


def names(entry):
    return tuple(None if each is None else each.id.partition(".")[2] for each in (entry.before, entry.after))


def pairs_of(diff):
    return {(each.before.id, each.after.id) for each in diff if len(each.provisions) > 1}


# The entries of the two invented editions: the names of both provisions, the verdict, the fields that differ.
ENTRIES = [
    ("target-group.main", "target-group.main", "changed", {"age_limits"}),
    ("responsibility.transport", "responsibility.transport", "changed", {"bearer", "modality"}),
    ("responsibility.interpreter", "responsibility.interpreter", "same", set()),
    ("statement.kin", None, "dropped", set()),
    ("statement.respect", "statement.respect", "moved", set()),
    ("relation.up", "relation.up", "changed", {"target"}),
    (None, "statement.offer", "added", set()),
]


@pytest.mark.parametrize(("before", "after", "verdict", "fields"), ENTRIES)
def test_an_entry_has_its_verdict_and_its_changes(found, before, after, verdict, fields):
    entry = next(each for each in found if names(each) == (before, after))
    assert entry.verdict.value == verdict
    assert {each.field for each in entry.changes} == fields
    assert entry.has_moved is (verdict == "moved")
    assert (entry.certainty is None) is (before is None or after is None)
    assert bool(entry.reasons) is (entry.certainty is not None)


def test_both_values_of_a_change_are_in_words(found):
    entry = next(each for each in found if names(each)[0] == "responsibility.transport")
    changes = {each.field: (each.before, each.after) for each in entry.changes}
    assert [str(each) for each in changes["bearer"]] == ["regionen", "kommunen"]
    assert [each.to("en") for each in changes["modality"]] == ["duty («ska»)", "recommendation («bör»)"]


TOPICS = {
    "target-group.age": TopicVerdict.IN_BOTH,
    "kin.support": TopicVerdict.DROPPED,
    "sip.offer": TopicVerdict.ADDED,
    "sip.consent": TopicVerdict.SILENT_IN_BOTH,
    "care.contact": TopicVerdict.NOT_COMPARABLE,
}


@pytest.mark.parametrize(("topic", "verdict"), TOPICS.items(), ids=str)
def test_silence_is_no_verdict_of_a_topic(found, topic, verdict):
    one = next(each for each in found.topics if each.topic == topic)
    assert one.verdict is verdict
    assert (one.reason is None) is (verdict is not TopicVerdict.NOT_COMPARABLE)


def test_an_open_question_in_other_words_is_the_same(found):
    remarks = {(str(each.before), str(each.after)): each.verdict for each in found.remarks}
    assert remarks == {
        ("Vem betalar tolken?", "Vem betalar för tolken?"): DiffVerdict.SAME,
        ("None", "Hur lång tid i förväg?"): DiffVerdict.ADDED,
    }


def test_the_later_edition_given_first_is_noted(varmland, found):
    assert not found.notes
    assert "efter det andra" in str(psykavtal.diff(varmland, "avtal-2024", "avtal-2020").notes[0])


def test_a_selection_has_the_entries_and_topics_chosen(found):
    assert [names(each)[1] for each in found.select(topic="sip")] == ["statement.offer"]
    assert {each.theme for each in found.select(topic="sip").topics} == {"sip"}
    assert len(found.select(kind=Responsibility)) == len(found.select(kind="responsibility")) == 2
    assert found.select(verdict="dropped").counts == {"changed": 0, "moved": 0, "same": 0, "dropped": 1, "added": 0}
    assert [each.after_id for each in found.select(kind="responsibility").remarks] == [
        "avtal-2024.responsibility.interpreter"
    ] * 2


# --- True of every two documents ---


@pytest.mark.parametrize("names", PAIRS, ids=str)
def test_every_provision_is_in_one_entry(counties, names):
    diff = psykavtal.diff(counties, *names)
    for side, document in zip(("before", "after"), names, strict=True):
        owner = next(each for each in counties.values() if any(one.id == document for one in each.documents))
        stated = [each.id for each in owner.holdings.stated_by(document)]
        listed = [getattr(each, side).id for each in diff if getattr(each, side) is not None]
        assert Counter(listed) == Counter(stated)
        assert len(stated) == getattr(diff, side).provisions
    assert sum(diff.counts.values()) == len(diff)


@pytest.mark.parametrize("names", PAIRS, ids=str)
def test_a_verdict_agrees_with_its_entry(counties, names):
    diff = psykavtal.diff(counties, *names)
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
def test_the_pairs_do_not_depend_on_the_order_of_the_documents(counties, names):
    diff, reverse = psykavtal.diff(counties, *names), psykavtal.diff(counties, *reversed(names))
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


@pytest.mark.parametrize("document", ["jamtland-2025", "norrvik-2023"])
def test_the_pairing_itself_finds_a_document_in_a_copy_of_it(counties, document):
    if document == "norrvik-2023":
        counties = psykavtal.load_counties([norrvik])
    data = next(each for each in counties.values() if any(one.id == document for one in each.documents)).holdings
    side = DocumentSide(data=data, document=document)
    pairing = pair_provisions(*traits_of((side, side)))
    given = side.provisions
    # Two provisions with the same words, passages and marks are interchangeable.
    assert len(pairing.pairs) == len(given)
    wrong = [each for each in pairing.pairs if str(given[each.first]) != str(given[each.second])]
    assert not wrong


@pytest.mark.slow
def test_the_diff_is_the_same_in_every_process():
    code = "import psykavtal as p; print(p.to_json(p.diff(p.load_counties(), 'jamtland-2021', 'jonkoping-2025')))"
    outputs = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment)
        outputs.add(run.stdout)
    assert len(outputs) == 1


# --- Pairing ---

WORDS = st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 3), max_size=4)
TRAITS = st.builds(
    Traits,
    words=WORDS,
    marks=st.frozensets(st.sampled_from(["topic:x", "topic:y", "fact:z"])).map(lambda each: each | {"kind:statement"}),
    passages=st.frozensets(st.sampled_from("pq"), max_size=2),
    signature=st.sampled_from(["", "relation x"]),
)
DOCUMENTS = st.lists(TRAITS, max_size=6)


@given(DOCUMENTS, DOCUMENTS)
def test_each_provision_has_at_most_one_partner(first, second):
    pairing = pair_provisions(first, second)
    assert len({each.first for each in pairing.pairs}) == len({each.second for each in pairing.pairs})
    assert len(pairing.pairs) == len({each.first for each in pairing.pairs})
    unpaired = set(range(len(first))) - {each.first for each in pairing.pairs}
    assert set(pairing.nearest_to_first) <= unpaired


@given(DOCUMENTS, DOCUMENTS)
def test_scores_are_shares_and_do_not_depend_on_the_order(first, second):
    scores, reverse = pair_scores(first, second), pair_scores(second, first)
    assert {(b, a) for a, b in scores} == set(reverse)
    for (a, b), each in scores.items():
        assert 0 <= each.score <= 1.000001
        assert each.score == pytest.approx(reverse[b, a].score)


# --- Wrong input ---

WRONG = {
    "a misspelt document": ("jamtland-2024", UnknownDocumentError, "no document 'jamtland-2024'. Did you mean"),
    "a county": ("jamtland", UnknownDocumentError, "It is the county Jämtland Härjedalen. Available documents of"),
    "an agreement": ("jamtland-overenskommelse", UnknownDocumentError, "It is the agreement "),
    "a body": ("svom", UnknownDocumentError, "It is the body 'Sociala vård- och omsorgsgruppen, SVOM'"),
    "a document that is not available": ("jamtbus", InvalidValueError, "is not available, so that it cannot be"),
    "no text": (7, InvalidValueError, "before: must be text, not int."),
}


@pytest.mark.parametrize(("given", "error", "message"), WRONG.values(), ids=WRONG)
def test_what_is_no_document_is_refused_with_what_it_is(counties, given, error, message):
    with pytest.raises(error) as raised:
        psykavtal.diff(counties, given, "jamtland-2025")
    assert message in str(raised.value)
    with pytest.raises(error, match=r"^after: "):
        psykavtal.diff(counties, "jamtland-2025", given)


@pytest.mark.parametrize(
    ("chosen", "error", "message"),
    [
        ({"topic": "sipp"}, UnknownTopicError, "Did you mean 'sip'?"),
        ({"kind": "responsability"}, InvalidValueError, "Did you mean 'responsibility'?"),
        ({"verdict": "silent"}, InvalidValueError, "unknown verdict 'silent'. One of: changed, moved, same"),
    ],
    ids=str,
)
def test_an_unknown_choice_is_refused(found, chosen, error, message):
    with pytest.raises(error) as raised:
        found.select(**chosen)
    assert message in str(raised.value)


def test_a_document_that_cannot_be_read_is_an_error(tmp_path, monkeypatch):
    county = MakeCounty(tmp_path, monkeypatch)(RECORD, _2020=FIRST, _2024=SECOND.replace('target = "namnden"', ""))
    counties = psykavtal.load_counties([county])
    with pytest.raises(CountyFileError, match="target"):
        psykavtal.diff(counties, "avtal-2020", "avtal-2024")
