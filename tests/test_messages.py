"""Every message exists in English and in Swedish, with the same fields."""

import ast
import copy
import pickle
import re

import pytest

from psykavtal.errors import (
    CaseError,
    InvalidValueError,
    Message,
    PsykavtalError,
    UnknownTopicError,
    suggestion,
)
from psykavtal.errors.messages import joined
from psykavtal.errors.suggestions import KINDS_OF_NAMES
from psykavtal.model.wording import Wording
from tests.message_calls import fields, kinds_of_names, message_call, message_calls, plain_texts, prose

CALLS = list(message_calls())

ENGLISH = [
    "the",
    "is",
    "are",
    "not",
    "must",
    "with",
    "and",
    "of",
    "or",
    "no",
    "unknown",
    "cannot",
    "write",
    "give",
    "has",
    "have",
    "it",
    "its",
    "one",
    "known",
    "an",
    "to",
    "from",
]
SWEDISH = [
    "och",
    "att",
    "inte",
    "är",
    "ska",
    "som",
    "med",
    "för",
    "eller",
    "okänd",
    "okänt",
    "saknas",
    "ange",
    "skriv",
    "till",
    "har",
    "ett",
    "av",
]
SAME = {"text"}


def words(template: str) -> set[str]:
    return set(re.findall(r"\w+", prose(template).lower()))


def test_the_messages_are_found() -> None:
    assert len(CALLS) > 40


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.place)
def test_both_languages_have_the_same_fields(call) -> None:
    assert fields(call.en) == fields(call.sv) == call.parameters
    assert all(name.isidentifier() for name in call.parameters)


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.place)
def test_no_language_has_words_of_the_other(call) -> None:
    assert not words(call.sv) & set(ENGLISH)
    assert not words(call.en) & set(SWEDISH)
    assert not re.search("[åäöÅÄÖ]", prose(call.en))
    assert not words(call.en) - SAME or call.en != call.sv


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.place)
def test_both_languages_begin_and_end_alike(call) -> None:
    """So each reads `place: fault. Fix.`."""
    ends = {each[-1:] for each in (call.en, call.sv)} if words(call.en) else set()
    assert len({"" if each.isalnum() else each for each in ends}) < 2
    begins = [text[0].isupper() for text in (prose(call.en).strip(), prose(call.sv).strip()) if text]
    assert len(set(begins)) < 2


def test_no_error_has_a_plain_text() -> None:
    assert list(plain_texts()) == []


def test_every_kind_of_names_has_its_swedish() -> None:
    assert set(kinds_of_names()) <= KINDS_OF_NAMES.keys()


@pytest.mark.parametrize(
    "source",
    [
        "Message('a', sv='b')",
        "Message(en='a')",
        "Message(en=f'{a}', sv='b')",
        "Message(en='a', sv=text)",
        "Message(en='a', sv='b', **given)",
    ],
)
def test_a_message_that_is_not_written_out_is_found(source: str) -> None:
    with pytest.raises(TypeError):
        message_call("here", ast.parse(source, mode="eval").body)


WORDING = Wording(sv="tyst", en="silent")
TEXTS = {
    "without fields": (Message(en="is missing.", sv="saknas."), "is missing.", "saknas."),
    "a field": (Message(en="no {name!r}.", sv="inget {name!r}.", name="x{y}"), "no 'x{y}'.", "inget 'x{y}'."),
    "a wording": (Message(en="is {label}.", sv="är {label}.", label=WORDING), "is silent.", "är tyst."),
    "a message": (
        Message(en="is {kind}.", sv="är {kind}.", kind=Message(en="a name", sv="ett namn")),
        "is a name.",
        "är ett namn.",
    ),
    "several": (joined(["a", Message(en="b and c", sv="b och c")]), "a, b and c", "a, b och c"),
}


@pytest.mark.parametrize(("message", "en", "sv"), TEXTS.values(), ids=TEXTS)
def test_a_message_has_two_texts(message: Message, en: str, sv: str) -> None:
    for each in (message, pickle.loads(pickle.dumps(message)), copy.copy(message), copy.deepcopy(message)):
        assert (each, str(each), each.to("en"), each.to("sv")) == (en, en, en, sv)
        assert type(each) is Message
        assert each.parameters == message.parameters


def test_parameters_hold_plain_values() -> None:
    message = Message(en="{a} {b} {c!r}", sv="{a} {b} {c!r}", a=1, b=WORDING, c=[object])
    assert message.parameters == {"a": 1, "b": "silent", "c": "[<class 'object'>]"}


def test_an_unknown_language_is_refused() -> None:
    for each in (Message(en="a", sv="b"), WORDING, CaseError("a", ())):
        with pytest.raises(InvalidValueError, match="unknown language 'de'"):
            each.to("de")


def test_an_error_reads_place_fault_fix_in_both_languages() -> None:
    fault = Message(en="no topic {topic!r}.", sv="okänd fråga {topic!r}.", topic="sip.convner")
    fix = suggestion("sip.convner", ["sip.convener"], kind="topics")
    error = UnknownTopicError(fault, place="jamtland", fix=fix)
    assert error.to("en") == str(error) == f"jamtland: {error.fault} {error.fix}"
    assert error.to("sv") == (
        "jamtland: okänd fråga 'sip.convner'. Menade du 'sip.convener'? Kända frågor: sip.convener."
    )
    assert error.parameters["topic"] == "sip.convner"


def test_a_list_of_faults_is_in_both_languages() -> None:
    faults = [Message(en="age: is missing.", sv="age: saknas.")] * 101
    error = CaseError(Message(en="the case cannot be read:", sv="fallet kan inte läsas:"), faults)
    for lang, line, last in (
        ("en", "age: is missing.", "(first 100 of 101)"),
        ("sv", "age: saknas.", "(de första 100 av 101)"),
    ):
        first, *lines = error.to(lang).split("\n")
        assert lines == [f"  - {line}"] * 100 + [f"  {last}"]
        assert first in {"the case cannot be read:", "fallet kan inte läsas:"}


def test_a_text_of_one_language_is_the_same_in_both() -> None:
    """So is the error of a plugin that knows of no messages."""
    error = PsykavtalError("nothing works.", place="here")
    assert error.to("sv") == error.to("en") == str(error) == "here: nothing works."
    assert error.parameters == {}
