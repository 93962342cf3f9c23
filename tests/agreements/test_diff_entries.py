"""The diff of two invented editions: entries with their verdicts, topics, remarks and selections."""

import pytest

import psykavtal
from psykavtal.agreements.diff.diff_entries import DiffVerdict, TopicVerdict
from psykavtal.errors import InvalidValueError, UnknownTopicError
from psykavtal.model.provisions import Responsibility
from tests.agreements.editions_2020_and_2024 import FIRST, RECORD, SECOND
from tests.counties import MakeCounty


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
