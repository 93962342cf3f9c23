"""Three-valued logic, conditions and ages: what is not known stays unknown."""

from collections.abc import Mapping
from itertools import product

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from psykavtal import AgeLimit, AgeRange, Truth, Wording
from psykavtal.errors import InvalidValueError, UndeterminedError, UnknownReadingError
from psykavtal.model.condition_evaluation import Trace, evaluate, evaluator_of, missing_facts, trace_of
from psykavtal.model.conditions import AgeIs, AllOf, AnyOf, Criterion, FactIs, Not, facts_of
from psykavtal.model.readings import Reading

TRUTHS = st.sampled_from(Truth)
FACTS = ("a", "b", "c", "d", "e")
CRITERIA: st.SearchStrategy[Criterion] = st.recursive(
    st.sampled_from(FACTS).map(lambda fact: FactIs(fact=fact)),
    lambda inner: (
        inner.map(lambda part: Not(of=part))
        | st.lists(inner, min_size=1, max_size=3).map(lambda parts: AllOf(of=tuple(parts)))
        | st.lists(inner, min_size=1, max_size=3).map(lambda parts: AnyOf(of=tuple(parts)))
    ),
    max_leaves=6,
)
KNOWN = st.dictionaries(st.sampled_from(FACTS), st.booleans())


@given(TRUTHS, TRUTHS, TRUTHS)
def test_truth_obeys_kleenes_laws(a: Truth, b: Truth, c: Truth) -> None:
    assert a & b is b & a
    assert a | b is b | a
    assert (a & b) & c is a & (b & c)
    assert (a | b) | c is a | (b | c)
    assert a & (b | c) is (a & b) | (a & c)
    assert a | (b & c) is (a | b) & (a | c)
    assert a & (a | b) is a
    assert a | (a & b) is a
    assert ~(a & b) is ~a | ~b
    assert ~~a is a
    assert a & a is a
    assert (a & Truth.TRUE, a | Truth.FALSE) == (a, a)
    assert (a & Truth.FALSE, a | Truth.TRUE) == (Truth.FALSE, Truth.TRUE)


@pytest.mark.parametrize("operation", ["and", "or"])
def test_truth_is_the_strongest_that_every_completion_allows(operation: str) -> None:
    for a, b in product(Truth, repeat=2):
        pairs = product(*({True, False} if each is Truth.UNKNOWN else {each is Truth.TRUE} for each in (a, b)))
        outcomes = {(x and y) if operation == "and" else (x or y) for x, y in pairs}
        expected = Truth.of(outcomes.pop()) if len(outcomes) == 1 else Truth.UNKNOWN
        assert (a & b if operation == "and" else a | b) is expected


@given(st.lists(TRUTHS))
def test_all_and_any_fold_their_parts(parts: list[Truth]) -> None:
    assert Truth.all_of(parts) is ~Truth.any_of(~each for each in parts)
    assert (Truth.all_of(parts) is Truth.TRUE) == all(each is Truth.TRUE for each in parts)


# --- Criteria ---


def plainly(criterion: Criterion, facts: Mapping[str, bool]) -> bool:
    """The criterion in two values, written anew."""
    match criterion:
        case FactIs(fact=fact):
            return facts[fact]
        case Not(of=part):
            return not plainly(part, facts)
        case AllOf(of=parts):
            return all(plainly(part, facts) for part in parts)
        case AnyOf(of=parts):
            return any(plainly(part, facts) for part in parts)
        case AgeIs():
            raise AssertionError


def outcomes(criterion: Criterion, known: Mapping[str, bool]) -> set[bool]:
    """What the criterion comes to under every completion of what is not known."""
    unknown = [fact for fact in FACTS if fact not in known]
    completions = product([True, False], repeat=len(unknown))
    return {plainly(criterion, {**known, **dict(zip(unknown, each, strict=True))}) for each in completions}


@given(CRITERIA, KNOWN)
def test_what_is_determined_holds_under_every_completion(criterion: Criterion, known: dict[str, bool]) -> None:
    result = evaluate(criterion, known)
    if result is not Truth.UNKNOWN:
        assert outcomes(criterion, known) == {result is Truth.TRUE}


@given(CRITERIA, KNOWN)
def test_where_each_fact_stands_once_what_every_completion_agrees_on_is_determined(
    criterion: Criterion, known: dict[str, bool]
) -> None:
    facts = list(facts_of(criterion))
    assume(len(facts) == len(set(facts)))
    agreed = outcomes(criterion, known)
    assert evaluate(criterion, known) is (Truth.of(agreed.pop()) if len(agreed) == 1 else Truth.UNKNOWN)


@given(CRITERIA, KNOWN)
def test_a_trace_tells_of_every_part_what_it_comes_to_by_itself(criterion: Criterion, known: dict[str, bool]) -> None:
    def check(trace: Trace) -> None:
        assert trace.truth is evaluate(trace.criterion, known)
        for part in trace.parts:
            check(part)

    trace = trace_of(criterion, evaluator_of(criterion)(known, None))
    check(trace)
    assert [each.criterion.fact for each in trace.leaves() if isinstance(each.criterion, FactIs)] == list(
        facts_of(criterion)
    )


@given(CRITERIA, KNOWN, st.sampled_from(FACTS), st.booleans())
def test_learning_a_fact_never_turns_what_is_determined(
    criterion: Criterion, known: dict[str, bool], fact: str, value: bool
) -> None:
    assume(fact not in known)
    before = evaluate(criterion, known)
    assert before in (Truth.UNKNOWN, evaluate(criterion, {**known, fact: value}))


@given(CRITERIA, KNOWN)
def test_the_facts_that_would_decide_are_those_that_do(criterion: Criterion, known: dict[str, bool]) -> None:
    missing = missing_facts(criterion, known)
    assert len(missing) == len(set(missing))
    assert not set(missing) & set(known)
    if evaluate(criterion, known) is not Truth.UNKNOWN:
        assert missing == ()
        return
    for values in product([True, False], repeat=len(missing)):
        told = {**known, **dict(zip(missing, values, strict=True))}
        assert evaluate(criterion, told) is not Truth.UNKNOWN


@example(AllOf(of=(AnyOf(of=(FactIs(fact="a"), FactIs(fact="b"))), FactIs(fact="c"))), {"a": True})
@given(CRITERIA, KNOWN)
def test_where_each_fact_stands_once_none_is_asked_for_that_cannot_matter(
    criterion: Criterion, known: dict[str, bool]
) -> None:
    assume(len(list(facts_of(criterion))) == len(set(facts_of(criterion))))
    for fact in missing_facts(criterion, known):
        others = [each for each in FACTS if each != fact and each not in known]
        cases = (
            {**known, **dict(zip(others, each, strict=True))} for each in product([True, False], repeat=len(others))
        )
        turns = (
            plainly(criterion, {**each, fact: True}) != plainly(criterion, {**each, fact: False}) for each in cases
        )
        assert any(turns) or len(outcomes(criterion, known)) == 1, fact


# --- Ages ---

OVER_18 = AgeLimit(
    words="över 18 år",
    readings=(
        Reading(name="inclusive", why=Wording(sv="från 18-årsdagen"), value=AgeRange(at_least=18)),
        Reading(name="exclusive", why=Wording(sv="äldre än 18"), value=AgeRange(at_least=19)),
    ),
)


@given(st.none() | st.integers(0, 120), st.none() | st.integers(1, 120), st.integers(0, 130))
def test_an_age_range_is_closed_below_and_open_above(least: int | None, below: int | None, age: int) -> None:
    if least is not None and below is not None and least >= below:
        with pytest.raises(InvalidValueError, match="the range contains no age"):
            AgeRange(at_least=least, below=below)
        return
    inside = (least or 0) <= age < (1000 if below is None else below)
    assert AgeRange(at_least=least, below=below).covers(age) is inside


@pytest.mark.parametrize(
    ("age", "reading", "expected"),
    [
        pytest.param(17, None, Truth.FALSE, id="17 is out however it is read"),
        pytest.param(18, None, Truth.UNKNOWN, id="18 is open"),
        pytest.param(19, None, Truth.TRUE, id="19 is in however it is read"),
        pytest.param(18, "inclusive", Truth.TRUE, id="18 is in when read as inclusive"),
        pytest.param(18, "exclusive", Truth.FALSE, id="18 is out when read as exclusive"),
        pytest.param(None, "inclusive", Truth.UNKNOWN, id="an age not told is unknown"),
    ],
)
def test_an_open_limit_is_unknown_only_where_its_readings_part(
    age: int | None, reading: str | None, expected: Truth
) -> None:
    assert OVER_18.covers(age, reading=reading) is expected
    if reading is None:
        assert evaluate(Not(of=AgeIs(limit=OVER_18)), {}, age=age) is ~expected


def test_a_limit_refuses_what_leaves_it_unclear() -> None:
    assert AgeLimit(words="vuxna").covers(40) is Truth.UNKNOWN
    with pytest.raises(InvalidValueError, match="not both"):
        AgeLimit(words="x", range=AgeRange(), readings=OVER_18.readings)
    with pytest.raises(InvalidValueError, match="one reading is not an ambiguity"):
        AgeLimit(words="x", readings=OVER_18.readings[:1])
    with pytest.raises(UnknownReadingError, match="'inclusive'"):
        OVER_18.covers(18, reading="inclusiv")


@pytest.mark.parametrize(
    "use", [bool, lambda truth: not truth, lambda truth: truth and True, lambda truth: truth or True]
)
def test_an_unknown_truth_as_a_condition_is_an_error_that_states_the_call_to_use(use):
    for truth in (Truth.TRUE, Truth.FALSE):
        assert bool(use(truth)) is bool(use(truth is Truth.TRUE))
    with pytest.raises(UndeterminedError) as caught:
        use(Truth.UNKNOWN)
    for lang in ("sv", "en"):
        text = caught.value.to(lang)
        assert all(call in text for call in ("`truth is Truth.TRUE`", "`truth is not Truth.FALSE`", "`~`"))
