"""Nothing that a caller says of a person is in what objects show of themselves, in errors, or in logs."""

import logging
import re
import traceback

import attrs
import pytest

from psykavtal import Case, Membership, WhatApplies
from psykavtal.cases.result_types import (
    AgeBand,
    Disagreement,
    MatchedProvision,
    OccasionRoute,
    ServiceFor,
    Services,
    Transition,
)
from psykavtal.errors import CaseError, PsykavtalError, UndeterminedError
from psykavtal.model.answers import AnswerBase, Outcome

DAY = "2026-01-10"
TOLD = {
    "municipality": "Åre",
    "lives_in": "Mora",
    "placed_by": "Rättvik",
    "born": "2008-03-01",
    "facts": {"discharge": True, "suicidal": False, "compulsory-care": True, "disagreement": True},
    "principals": {"need-noticed": "region", "conducts-care": "municipality"},
    "stands_at": "lokal-samverkansarena",
}
# How any of it could be written: the birth date and the birthdays that tell it, the age, and what was answered.
TELLING = ("2008", "03-01", "3, 1)", "17", "Mora", "Rättvik", "True", "False", "TRUE", "FALSE", "REGION", "MUNICIPAL")


def told_in(text):
    counted = re.sub(r"\[\d+ citations?\]", "", text)  # a number of citations can be equal to an age
    return [each for each in TELLING if each in counted.replace("4 kap. 3 § lagen (2017:612)", "").replace("2017:", "")]


def within(value):
    """Every object in an answer that has a repr of its own; the provisions and verdicts are no case."""
    yield value
    match value:
        case AnswerBase():
            inner = value.content() if value.status in ("stated", "derived") else getattr(value, "readings", ())
        case Outcome():
            inner = value.answer
        case WhatApplies():
            inner = [part for _, part in value.parts()]
        case Membership():
            inner = value.clauses
        case MatchedProvision() | ServiceFor() | AgeBand() | Transition():
            inner = ()
        case Services() | OccasionRoute() | Disagreement():
            inner = [getattr(value, each.name) for each in attrs.fields(type(value))]
        case tuple() | list():
            inner = value
        case _:
            inner = ()
    for each in inner if isinstance(inner, tuple | list) else (inner,):
        yield from within(each)


PARTS = (
    AnswerBase,
    MatchedProvision,
    AgeBand,
    Disagreement,
    Membership,
    ServiceFor,
    Services,
    Transition,
    OccasionRoute,
    WhatApplies,
)


@pytest.fixture(scope="module", params=[None, "jamtland-2021"])
def answer(request, counties):
    return counties.what_applies(Case(**TOLD), on=DAY, document=request.param, keep_case=True)


def test_a_case_shows_nothing_of_itself():
    assert repr(Case(**TOLD)) == str(Case(**TOLD)) == "<Case>"


def test_no_object_in_an_answer_shows_what_was_told(answer):
    met = set()
    for each in within(answer):
        if isinstance(each, PARTS):
            met.add(type(each))
            for text in (repr(each), str(each)):
                # The ages of a band are those of the text.
                bare = text.replace(DAY, "").replace("17", "") if isinstance(each, AgeBand) else text.replace(DAY, "")
                assert told_in(bare) == [], type(each)
    assert {WhatApplies, Membership, MatchedProvision, Disagreement, OccasionRoute} <= met


def test_what_was_told_would_be_found_where_it_is_shown(answer):
    shown = str(attrs.asdict(answer.case, recurse=False)) + answer.explain()

    assert {"2008", "3, 1)", "True", "False", "REGION", "MUNICIPAL"} <= set(told_in(shown))


def test_an_answer_keeps_the_case_only_where_it_is_asked_to(counties, answer):
    assert answer.case == Case(**TOLD)
    assert counties.what_applies(Case(**TOLD), on=DAY).case is None
    assert '"born"' not in str(counties.what_applies(Case(**TOLD), on=DAY).to_dict().keys())


def test_an_error_of_an_undetermined_answer_says_nothing_of_the_person(answer):
    open_answers = [
        each for each in within(answer) if isinstance(each, AnswerBase) and each.status not in ("stated", "derived")
    ]
    assert len(open_answers) > 5
    for each in open_answers:
        with pytest.raises(UndeterminedError) as raised:
            each.value  # noqa: B018 (the access is what raises)
        assert told_in(str(raised.value).replace(DAY, "")) == []


FAULTY = [
    {"municipality": "Tyrisevgränd 7", "age": 17},
    {"municipality": "2321", "age": 130},
    {"municipality": "2321", "age": "sjutton"},
    {"municipality": "2321", "born": "2026-13-45"},
    {"municipality": "2321", "born": "2038-03-01"},
    {"municipality": "2321", "born": "1808-03-01"},
    {"municipality": "2321", "age": 17, "born": "2008-03-01"},
    {"municipality": "2321", "facts": {"Kerstin Exempelsson": True}},
    {"municipality": "2321", "facts": {"20080301-0000": True}},
    {"municipality": "2321", "facts": {"inpatient": "sjutton"}},
    {"municipality": "2321", "principals": {"need-noticed": "sjutton"}},
    {"municipality": "2321", "stands_at": "Kerstin Exempelsson"},
]


@pytest.mark.parametrize("told", FAULTY, ids=", ".join)
def test_no_error_of_a_case_holds_a_value_of_it(counties, told, caplog):
    caplog.set_level(logging.DEBUG)
    with pytest.raises(CaseError) as raised:
        counties.what_applies(Case(**told), on=DAY)

    shown = [str(raised.value), repr(raised.value), *map(str, raised.value.args), caplog.text]
    shown += [line for each in chain(raised.value) for line in traceback.format_exception_only(each)]
    shown += [repr(vars(each)) for each in chain(raised.value)]
    for text in shown:
        for secret in ("Kerstin", "Exempelsson", "Tyrisev", "0000", "sjutton", "2038", "1808", "2008", "130", "45"):
            assert secret not in text.replace("2008-03-01.", "")  # the example of how a day is written


def chain(error):
    """An error, and those that it came from; those that Python would show with it."""
    while error is not None:
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def test_an_unknown_topic_asked_of_an_answer_says_nothing_of_the_person(answer):
    with pytest.raises(PsykavtalError) as raised:
        answer.ask("sip.convenor")
    assert told_in(str(raised.value)) == []
    assert "sip.convener" in str(raised.value)
