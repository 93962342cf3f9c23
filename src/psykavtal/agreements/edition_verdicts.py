"""Which edition applies, if each document has one meaning: the status and its reasons."""

from collections.abc import Mapping, Sequence
from datetime import date

import attrs

from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.in_force import InForce
from psykavtal.agreements.query import Query
from psykavtal.model.answers import Answer, Outcome
from psykavtal.model.documents import Document
from psykavtal.model.inference_rules import RULES
from psykavtal.model.provisions import DocumentRelation, DocumentRelationType, Provision
from psykavtal.model.readings import Because
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording

InForceById = Mapping[str, InForce]
"""The verdict on each document, by its id: true, false or unknown, with its basis."""


def edition_in_force(
    data: CountyData, documents: Mapping[str, Document], verdicts: InForceById, query: Query
) -> Answer[Document]:
    """Return the document that is in force; if none or several are, why."""
    in_force = [documents[name] for name, each in verdicts.items() if each.truth is Truth.TRUE]
    if len(in_force) > 1:
        in_force, verdicts = _without_replaced(data, in_force, verdicts)
    unknown = {name: each for name, each in verdicts.items() if each.truth is Truth.UNKNOWN}
    beginning = [documents[name] for name, each in unknown.items() if each.begins is Truth.UNKNOWN]
    if len(in_force) > 1:
        return _several(in_force, verdicts, query)
    if in_force and beginning:
        return _several([*in_force, *beginning], verdicts, query)
    if in_force:
        notes = [_about(documents[name], each.why) for name, each in unknown.items() if each.why]
        return _determined(in_force[0], verdicts[in_force[0].id], query, *notes)
    basis = tuple(dict.fromkeys(basis for each in verdicts.values() for basis in each.basis))
    context = attrs.evolve(
        query.context,
        notes=_notes(basis),
        missing_facts=tuple(dict.fromkeys(fact for each in unknown.values() for fact in each.missing)),
    )
    return context.not_recorded(none_in_force(documents, [verdicts], query.on), basis=basis)


def none_in_force(documents: Mapping[str, Document], alternatives: Sequence[InForceById], on: date) -> Wording:
    """Return why no edition is shown to be in force.

    Gives the reasons of each edition under all interpretations.
    """
    reasons: list[Wording] = []
    for name, document in documents.items():
        verdicts = [each[name] for each in alternatives]
        why = any_of([each.why for each in verdicts if each.why is not None])
        if why is not None:
            reported = all(provision.is_reported for each in verdicts for provision in each.basis)
            reasons.append(_about(document, _by_report(why) if reported else why))
    sv = "; ".join(each.sv for each in reasons) or "ingen upplagas giltighet är känd"
    en = "; ".join(each.to("en") for each in reasons) or "no edition's validity is known"
    return Wording(
        sv=f"Ingen upplaga har visats gälla {on.isoformat()}: {sv}.",
        en=f"No edition is shown to be in force on {on.isoformat()}: {en}.",
    )


def any_of(reasons: Sequence[Wording]) -> Wording | None:
    """Return reasons joined by "or", each once; None without reasons."""
    once = tuple(dict.fromkeys(reasons))
    if len(once) < 2:  # noqa: PLR2004 (nothing to join)
        return once[0] if once else None
    return Wording(sv=" eller ".join(each.sv for each in once), en=" or ".join(each.to("en") for each in once))


def _without_replaced(
    data: CountyData, in_force: list[Document], verdicts: InForceById
) -> tuple[list[Document], InForceById]:
    """Leave out each document that another one in force replaces.

    The rule is added to the verdict of the document that replaces it.
    """
    names = {each.id for each in in_force}
    replaced = {
        each.to: document.id
        for document in in_force
        for each in data.provisions_about(document.id)
        if isinstance(each, DocumentRelation)
        and each.relation is DocumentRelationType.REPLACES
        and each.citations
        and each.to in names - {document.id}
    }
    by_rule = {
        name: attrs.evolve(each, rules=(*each.rules, "replaced-by-later")) if name in replaced.values() else each
        for name, each in verdicts.items()
    }
    return [each for each in in_force if each.id not in replaced], by_rule


def _determined(document: Document, verdict: InForce, query: Query, *notes: Wording) -> Answer[Document]:
    """Return a document in force: reported, derived or stated."""
    basis: tuple[Provision, ...] = verdict.basis
    context = attrs.evolve(query.context, notes=(*_notes(basis), *notes))
    if verdict.is_reported:
        return context.by_report(document, basis)
    return context.by_rules(document, basis, tuple(RULES[rule] for rule in verdict.rules))


def _several(documents: Sequence[Document], verdicts: InForceById, query: Query) -> Answer[Document]:
    """Return each document that is in force, or that may have begun to be."""
    outcomes = tuple(_candidate(each, verdicts[each.id], query) for each in documents)
    basis = tuple(basis for each in documents for basis in verdicts[each.id].basis)
    return query.context.ambiguous(outcomes, basis=basis)


def _candidate(document: Document, verdict: InForce, query: Query) -> Outcome[Document]:
    in_force = verdict.truth is Truth.TRUE
    return Outcome(
        name=document.id,
        because=Because.CONTRADICTION if in_force else Because.WORDING,
        why=_in_force(document) if in_force or verdict.why is None else _sentence(_about(document, verdict.why)),
        answer=_determined(document, verdict, query),
    )


def _notes(basis: Sequence[Provision]) -> tuple[Wording, ...]:
    return tuple(each.note for each in basis if each.note is not None)


def _in_force(document: Document) -> Wording:
    return Wording(
        sv=f"Enligt vad som sägs om den gäller {document.name} denna dag.",
        en=f"By what is said of it, {document.name} holds on this day.",
    )


def _sentence(words: Wording) -> Wording:
    return Wording(sv=f"{words.sv}.", en=f"{words.to('en')}.")


def _by_report(predicate: Wording) -> Wording:
    return Wording(sv=f"{predicate.sv} (enligt uppgift)", en=f"{predicate.to('en')} (as reported)")


def _about(document: Document, predicate: Wording) -> Wording:
    return Wording(sv=f"{document.name} {predicate.sv}", en=f"{document.name} {predicate.to('en')}")
