"""The primitive: what is said on a topic about a subject, and with which status."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Never, TypedDict, TypeVar

import attrs

from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.interpretations import Readings, combinations
from psykavtal.model.answers import (
    Ambiguous,
    Answer,
    Derived,
    NotApplicable,
    NotRecorded,
    Outcome,
    Reported,
    Silent,
    Stated,
    Unreadable,
)
from psykavtal.model.condition_evaluation import evaluate, missing_facts
from psykavtal.model.inference_rules import RULES
from psykavtal.model.provisions import Provision
from psykavtal.model.records import Silence, Unread
from psykavtal.model.truth import Truth
from psykavtal.model.validators import true_or_false
from psykavtal.model.wording import Wording

T = TypeVar("T")
P = TypeVar("P", bound=Provision)


class Common(TypedDict):
    """What every answer is given."""

    topic: str
    subject: str
    on: date | None
    notes: tuple[Wording, ...]
    also_reported: tuple[Provision, ...]
    missing_facts: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Question:
    """A topic asked about a subject for a day.

    Attributes:
        topic: id of the topic.
        subject: id of a document, an edition or an agreement.
        on: the day.
        facts: what the caller tells; a fact not told is unknown. Never shown in a repr.
        age: the person's age in completed years; None where not told. Never shown in a repr.
        readings: the readings that the caller chooses.
        include_reported: whether the answer may rest on reports.
    """

    topic: str
    subject: str
    on: date
    facts: Mapping[str, bool] = attrs.field(factory=dict[str, bool], repr=False)
    age: int | None = attrs.field(default=None, repr=False)
    readings: Readings = None
    include_reported: bool = attrs.field(default=False, validator=true_or_false)


def answer(holdings: CountyData, question: Question) -> Answer[tuple[Provision, ...]]:
    """What is said on the topic of a question, with its status.

    Raises:
        UnknownTopicError: there is no such topic.
        UnknownFactError: a fact is not of the vocabulary.
        UnknownReadingError: a provision has no reading of the name chosen.
    """
    topic = holdings.topic(question.topic)
    holdings.check_facts(question.facts)
    holdings.check_readings(question.readings)
    holdings.check_subject(question.subject)
    found = [each for each in holdings.provisions_about(question.subject) if topic.id in each.topics]
    return answer_from(holdings, question, found)


def answer_from(holdings: CountyData, question: Question, found: Sequence[P]) -> Answer[tuple[P, ...]]:
    """The answer that these provisions give to a question; where there are none, why not."""
    stated = [each for each in found if not each.is_reported]
    reported = tuple(each for each in found if each.is_reported)
    common = common_of(question)
    common["also_reported"] = reported if question.include_reported else ()
    if not stated:
        return _without(holdings, question, reported, common)
    applying = tuple(each for each in stated if any(_applies(way, question) for way in _ways(each)))
    if not applying:
        return NotApplicable(**common, basis=tuple(stated), reason=_EXCLUDED)
    own = tuple(each.note for each in applying if each.note is not None)
    common["notes"] = tuple(dict.fromkeys((*_contradictions(applying), *own)))
    common["missing_facts"] = _open_facts(applying, question)
    return read(
        applying,
        question.readings,
        common,
        lambda provisions: tuple(each for each in provisions if _applies(each, question)) or None,
        otherwise=lambda: NotApplicable(**common, basis=tuple(stated), reason=_EXCLUDED),
    )


def read(
    provisions: tuple[P, ...],
    readings: Readings,
    common: Common,
    make: Callable[[tuple[P, ...]], T | None],
    *,
    same: Callable[[T | None], object] | None = None,
    otherwise: Callable[[], Answer[Never]] | None = None,
) -> Answer[T]:
    """The answer made from provisions; under every way to read them where there are several.

    Args:
        provisions: those that it rests on.
        readings: the readings that the caller chooses.
        common: what every answer to the question is given.
        make: makes the value; None where the provisions give none under the way they are read.
        same: tells what makes two values the same: where all ways give the same, the readings
            make no difference, and there is one answer.
        otherwise: the answer where there is no value.
    """
    ways, chosen = combinations(provisions, readings)

    def one(as_read: tuple[P, ...], *more: Wording) -> Answer[T]:
        value = make(as_read)
        if value is None:
            assert otherwise is not None
            return otherwise()
        given = common.copy()
        given["notes"] = (*common["notes"], *more)
        return said(as_read, given, value)

    if not ways:
        return one(provisions)
    if same is not None and _is_one(provisions, make, same):
        return one(ways[0].read(provisions), RULES["all-readings-agree"].wording)
    outcomes = tuple(
        Outcome(name=way.name, because=way.because, why=way.why, answer=one(way.read(provisions))) for way in ways
    )
    return Ambiguous(outcomes, **common, basis=provisions, chosen=chosen)


def _is_one(
    provisions: tuple[P, ...], make: Callable[[tuple[P, ...]], T | None], same: Callable[[T | None], object]
) -> bool:
    """Whether every way to read the provisions gives the same, the ways that a caller did not choose among them."""
    every, _ = combinations(provisions, None)
    return len({same(make(way.read(provisions))) for way in every}) == 1


def said(provisions: tuple[Provision, ...], common: Common, value: T) -> Answer[T]:
    """That provisions say it: stated, or derived where one of them follows by a rule."""
    rules = tuple(dict.fromkeys(RULES[each.follows_by] for each in provisions if each.follows_by is not None))
    if rules:
        return Derived(**common, basis=provisions, value=value, rules=rules)
    return Stated(**common, basis=provisions, value=value)


def unanswered(holdings: CountyData, question: Question, common: Common) -> Answer[Never]:
    """Why there is no answer: silent, unreadable, not applicable, or not recorded."""
    unsaid = [each for each in holdings.unsaid_about(question.subject) if each.topic == question.topic]
    if unsaid:
        unread = [each for each in unsaid if isinstance(each, Unread)]
        return _unsaid(holdings, question, (unread or unsaid)[0], common)
    document = holdings.record.document(question.subject)
    if document is not None and not holdings.topic(question.topic).arises_for(document.type):
        return NotApplicable(**common, reason=_OTHER_KIND)
    return NotRecorded(**common, reason=_NOT_HELD if document is None or not document.held else _NOT_READ_FOR)


def common_of(question: Question) -> Common:
    """What every answer to a question is given."""
    return Common(
        topic=question.topic, subject=question.subject, on=question.on, notes=(), also_reported=(), missing_facts=()
    )


def _without(
    holdings: CountyData, question: Question, reported: tuple[P, ...], common: Common
) -> Answer[tuple[P, ...]]:
    """The answer where no document held says anything on the topic."""
    if reported and not question.include_reported:
        common["notes"] = (_KNOWN_ELSEWHERE,)
    why = unanswered(holdings, question, common)
    if reported and question.include_reported and not isinstance(why, Silent | Unreadable):
        common["also_reported"] = ()
        return Reported(**common, basis=reported, reported_value=reported)
    return why


def _unsaid(holdings: CountyData, question: Question, unsaid: Silence | Unread, common: Common) -> Answer[Never]:
    if isinstance(unsaid, Unread):
        return Unreadable(**common, at=unsaid.at, reason=unsaid.why)
    if unsaid.note is not None:
        common["notes"] = (*common["notes"], unsaid.note)
    spoken_of = [each for each in _spoken_of(holdings, unsaid) if each != question.subject]
    common["notes"] = (*common["notes"], *(_ask_about(each, holdings) for each in spoken_of))
    return Silent(
        **common,
        document=unsaid.document,
        read_on=unsaid.read_on,
        near=unsaid.near,
        duties=holdings.topic(question.topic).duties_on(question.on),
    )


def _spoken_of(holdings: CountyData, silence: Silence) -> Iterator[str]:
    """Of what a document that is silent on a topic does say something on it."""
    document = holdings.record.document(silence.document)
    if document is not None:
        said = holdings.content(document).provisions
        yield from dict.fromkeys(each.about for each in said if silence.topic in each.topics)


def _ask_about(thing_id: str, holdings: CountyData) -> Wording:
    return Wording(
        sv=f"Dokumentet säger något i frågan om «{holdings.name_of(thing_id)}»: fråga med about={thing_id!r}.",
        en=f"The document says something on it of «{holdings.name_of(thing_id, 'en')}»: ask with about={thing_id!r}.",
    )


def _applies(provision: Provision, question: Question) -> bool:
    """Whether the condition of a provision holds or is open."""
    when = provision.when
    return when is None or evaluate(when, question.facts, age=question.age) is not Truth.FALSE


def _ways(provision: Provision) -> tuple[Provision, ...]:
    """The provision under each way to read it; itself where it has one meaning."""
    return tuple(each.value for each in provision.readings) or (provision,)


def _contradictions(provisions: Sequence[Provision]) -> Iterator[Wording]:
    """That provisions of one answer say otherwise than each other; which of them holds is nowhere decided."""
    by_id = {each.id: each for each in provisions}
    pairs = {
        frozenset({each.id, other}): (each, by_id[other])
        for each in provisions
        for other in each.contradicted_by
        if other in by_id
    }
    for one, other in pairs.values():
        yield Wording(
            sv=f"Texten säger emot sig själv: «{one.wording.sv}» – «{other.wording.sv}»",
            en=f"The text contradicts itself: «{one.wording.to('en')}» – «{other.wording.to('en')}»",
        )


def _open_facts(provisions: Sequence[Provision], question: Question) -> tuple[str, ...]:
    """The facts not told on which it turns whether the provisions apply; "age" for an age."""
    conditions = (each.when for each in provisions if each.when is not None)
    found = (fact for when in conditions for fact in missing_facts(when, question.facts, age=question.age))
    return tuple(dict.fromkeys(found))


_EXCLUDED = Wording(
    sv="Det som sägs gäller under villkor som inte är uppfyllda enligt de uppgifter som gavs.",
    en="What is said applies under conditions that the facts given rule out.",
)
_OTHER_KIND = Wording(
    sv="Frågan uppkommer inte för ett dokument av detta slag.",
    en="The question does not arise for a document of this kind.",
)
_KNOWN_ELSEWHERE = Wording(
    sv="Uppgifter finns från annat håll; fråga med include_reported=True.",
    en="Something is known from elsewhere; ask with include_reported=True.",
)
_NOT_HELD = Wording(
    sv="Dokumentet finns inte hos oss, så vad det säger är inte redovisat.",
    en="The document is not held, so what it says is not recorded.",
)
_NOT_READ_FOR = Wording(
    sv="Ingen har läst dokumentet för denna fråga.",
    en="Nobody has read the document for this question.",
)
