"""Which edition applies on a day: built on how each document stands."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import product

import attrs

from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.in_force import InForce, standing_of
from psykavtal.agreements.interpretations import Combination, Readings, combinations
from psykavtal.model.answers import (
    Ambiguous,
    Answer,
    Derived,
    NotRecorded,
    Outcome,
    Reported,
    Stated,
)
from psykavtal.model.documents import Document
from psykavtal.model.inference_rules import RULES
from psykavtal.model.provisions import DocumentRelation, DocumentRelationType, Provision, Validity
from psykavtal.model.readings import Because
from psykavtal.model.truth import Truth
from psykavtal.model.validators import true_or_false
from psykavtal.model.wording import Wording


@attrs.frozen(kw_only=True)
class EditionQuestion:
    """Which edition of an agreement applies on a day.

    Attributes:
        agreement: id of the agreement.
        on: the day.
        facts: what the caller tells of events. Never shown in a repr.
        readings: the readings that the caller chooses.
        include_reported: whether the answer may rest on reports.
    """

    agreement: str
    on: date
    facts: Mapping[str, bool] = attrs.field(factory=dict[str, bool], repr=False)
    readings: Readings = None
    include_reported: bool = attrs.field(default=False, validator=true_or_false)


@attrs.frozen
class _Way:
    """One way to read what is said of a document, and how it then stands."""

    option: Combination | None
    standing: InForce


@attrs.frozen
class _Case:
    """One way to read all documents, how each then stands, and the answer."""

    option: Combination | None
    standings: Mapping[str, InForce]
    answer: Answer[Document]


def choose_edition(holdings: CountyData, question: EditionQuestion) -> Answer[Document]:
    """The edition that applies; why none or an undetermined one, where that is so."""
    documents = [each for each in holdings.record.documents if each.edition_of == question.agreement]
    ways = {each.id: _ways(holdings, each, question) for each in documents}
    named = {each.id: each for each in documents if ways[each.id]}
    outcomes: list[_Case] = []
    for chosen in product(*(ways[name] for name in named)):
        standings = dict(zip(named, (way.standing for way in chosen), strict=True))
        options = tuple(choice for way in chosen if way.option is not None for choice in way.option.choices)
        combination = Combination(options) if options else None
        outcomes.append(_Case(combination, standings, _choose(holdings, named, standings, question)))
    return _agreeing(outcomes, named, question)


def _ways(holdings: CountyData, document: Document, question: EditionQuestion) -> list[_Way]:
    """How the document stands under each reading that is left; once where all readings agree."""
    validity = _validity(holdings, document, question.include_reported)
    if not validity:
        return []

    def stands(way: Combination) -> _Way:
        return _Way(way, standing_of(document, way.read(validity), question.on, question.facts))

    every, _ = combinations(validity, None)
    if not every:
        return [_Way(None, standing_of(document, validity, question.on, question.facts))]
    ways = [stands(way) for way in every]
    if len({(way.standing.truth, way.standing.rules, way.standing.missing) for way in ways}) > 1:
        left, _ = combinations(validity, question.readings)
        return [stands(way) for way in left]
    whys = tuple(dict.fromkeys(way.standing.why for way in ways if way.standing.why is not None))
    first = ways[0].standing
    decisive = {each.id for each in first.basis}
    basis = tuple(each for each in validity if each.id in decisive)
    return [_Way(None, attrs.evolve(first, basis=basis, why=_either(whys)))]


def _either(whys: Sequence[Wording]) -> Wording | None:
    if not whys:
        return None
    return Wording(
        sv=" eller ".join(each.sv for each in whys),
        en=" or ".join(each.to("en") for each in whys),
    )


def _validity(holdings: CountyData, document: Document, include_reported: bool) -> tuple[Validity, ...]:
    given = (each for each in holdings.record.standing if isinstance(each, Validity) and each.about == document.id)
    return tuple(each for each in given if include_reported or not each.is_reported)


def _choose(
    holdings: CountyData,
    named: Mapping[str, Document],
    standings: Mapping[str, InForce],
    question: EditionQuestion,
) -> Answer[Document]:
    in_force = [named[name] for name, each in standings.items() if each.truth is Truth.TRUE]
    if len(in_force) > 1:
        in_force, standings = _without_replaced(holdings, in_force, standings)
    unknown = [each for each in standings.values() if each.truth is Truth.UNKNOWN]
    if len(in_force) > 1:
        return _several(in_force, standings, question)
    beginning = [named[name] for name, each in standings.items() if each in unknown and each.begins is Truth.UNKNOWN]
    if in_force and beginning:
        return _several([*in_force, *beginning], standings, question)
    if in_force:
        notes = tuple(_named(named[name], each.why) for name, each in standings.items() if each in unknown and each.why)
        return _in_force(in_force[0], standings[in_force[0].id], question, notes)
    basis = tuple(dict.fromkeys(basis for each in standings.values() for basis in each.basis))
    return NotRecorded(
        subject=question.agreement,
        on=question.on,
        basis=basis,
        notes=tuple(each.note for each in basis if each.note is not None),
        reason=_none_shown(named, [standings], question.on),
        missing_facts=tuple(dict.fromkeys(fact for each in unknown for fact in each.missing)),
    )


def _without_replaced(
    holdings: CountyData, in_force: list[Document], standings: Mapping[str, InForce]
) -> tuple[list[Document], Mapping[str, InForce]]:
    """Those in force that no other of them replaces; those that replace one follow by the rule that says so."""
    held = {each.id for each in in_force}
    replaced = {
        each.to: document.id
        for document in in_force
        for each in holdings.provisions_about(document.id)
        if isinstance(each, DocumentRelation)
        and each.relation is DocumentRelationType.REPLACES
        and each.citations
        and each.to in held - {document.id}
    }
    by_rule = {
        name: attrs.evolve(each, rules=(*each.rules, "replaced-by-later")) if name in replaced.values() else each
        for name, each in standings.items()
    }
    return [each for each in in_force if each.id not in replaced], by_rule


def _in_force(
    document: Document,
    standing: InForce,
    question: EditionQuestion,
    notes: tuple[Wording, ...],
) -> Answer[Document]:
    basis: tuple[Provision, ...] = standing.basis
    own = tuple(each.note for each in standing.basis if each.note is not None)
    if standing.is_reported:
        return Reported(
            subject=question.agreement,
            on=question.on,
            basis=basis,
            notes=own + notes,
            reported_value=document,
        )
    if standing.rules:
        rules = tuple(RULES[rule] for rule in standing.rules)
        return Derived(
            subject=question.agreement,
            on=question.on,
            basis=basis,
            notes=own + notes,
            value=document,
            rules=rules,
        )
    return Stated(
        subject=question.agreement,
        on=question.on,
        basis=basis,
        notes=own + notes,
        value=document,
    )


def _several(
    in_force: Sequence[Document],
    standings: Mapping[str, InForce],
    question: EditionQuestion,
) -> Answer[Document]:
    """Each edition that holds by what is said of it, or may have begun to."""
    outcomes = tuple(
        Outcome(
            name=each.id,
            because=Because.CONTRADICTION if standings[each.id].truth is Truth.TRUE else Because.WORDING,
            why=_holds(each) if standings[each.id].truth is Truth.TRUE else _may_hold(each, standings[each.id]),
            answer=_in_force(each, standings[each.id], question, ()),
        )
        for each in in_force
    )
    basis = tuple(basis for each in in_force for basis in standings[each.id].basis)
    return Ambiguous(subject=question.agreement, on=question.on, basis=basis, readings=outcomes)


def _holds(document: Document) -> Wording:
    return Wording(
        sv=f"Enligt vad som sägs om den gäller {document.name} denna dag.",
        en=f"By what is said of it, {document.name} holds on this day.",
    )


def _may_hold(document: Document, standing: InForce) -> Wording:
    if standing.why is None:
        return _holds(document)
    why = _named(document, standing.why)
    return Wording(sv=f"{why.sv}.", en=f"{why.to('en')}.")


def _agreeing(cases: Sequence[_Case], named: Mapping[str, Document], question: EditionQuestion) -> Answer[Document]:
    """One answer where every way to read gives the same; else each way with its own."""
    first = cases[0].answer
    if len(cases) == 1 and cases[0].option is None:
        return first
    basis = tuple({each.id: each for case in cases for each in case.answer.basis}.values())
    if len(cases) > 1 and len({(case.answer.status, _outcome_of(case.answer)) for case in cases}) == 1:
        if isinstance(first, NotRecorded):
            reason = _none_shown(named, [case.standings for case in cases], question.on)
            return attrs.evolve(first, basis=basis, reason=reason)
        return attrs.evolve(first, basis=basis)
    if (same := _least_sure(cases)) is not None:
        return attrs.evolve(same, basis=basis)
    outcomes = tuple(
        Outcome(
            name=case.option.name,
            because=case.option.because,
            why=case.option.why,
            answer=case.answer,
        )
        for case in cases
        if case.option is not None
    )
    chosen = outcomes[0].name if len(cases) == 1 else None
    return Ambiguous(
        subject=question.agreement,
        on=question.on,
        basis=basis,
        readings=outcomes,
        chosen=chosen,
    )


def _least_sure(cases: Sequence[_Case]) -> Derived[Document] | None:
    """One edition, however it is read, that some way to read only derives: with every rule that takes part."""
    answers = [case.answer for case in cases]
    derived = [each for each in answers if isinstance(each, Derived)]
    sure = [each for each in answers if isinstance(each, Stated | Derived)]
    if len(cases) == 1 or not derived or len(sure) < len(answers) or len({each.value.id for each in sure}) > 1:
        return None
    return attrs.evolve(derived[0], rules=tuple(dict.fromkeys(rule for each in derived for rule in each.rules)))


def _outcome_of(answer: Answer[Document]) -> object:
    """What tells one outcome from another: the edition, or what would decide it."""
    match answer:
        case Stated(value=document) | Derived(value=document) | Reported(reported_value=document):
            return document.id
        case Ambiguous(readings=readings):
            return tuple(each.name for each in readings)
        case NotRecorded(missing_facts=facts):
            return facts
        case _:
            return None


def _none_shown(named: Mapping[str, Document], cases: Sequence[Mapping[str, InForce]], on: date) -> Wording:
    reasons: list[Wording] = []
    for name, document in named.items():
        whys = tuple(dict.fromkeys(why for case in cases if (why := case[name].why) is not None))
        if (either := _either(whys)) is not None:
            reported = all(each.is_reported for case in cases for each in case[name].basis)
            reasons.append(_named(document, _by_report(either) if reported else either))
    sv = "; ".join(each.sv for each in reasons) or "ingen upplagas giltighet är känd"
    en = "; ".join(each.to("en") for each in reasons) or "no edition's validity is known"
    return Wording(
        sv=f"Ingen upplaga har visats gälla {on.isoformat()}: {sv}.",
        en=f"No edition is shown to be in force on {on.isoformat()}: {en}.",
    )


def _by_report(predicate: Wording) -> Wording:
    return Wording(sv=f"{predicate.sv} (enligt uppgift)", en=f"{predicate.to('en')} (as reported)")


def _named(document: Document, predicate: Wording) -> Wording:
    return Wording(sv=f"{document.name} {predicate.sv}", en=f"{document.name} {predicate.to('en')}")
