"""The effect of an adoption on condition on the verdict on a document."""

from collections.abc import Sequence

import attrs

from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.edition_verdict import EditionVerdict
from psykavtal.agreements.query import Query
from psykavtal.model.condition_evaluation import evaluate, missing_facts
from psykavtal.model.provisions import Adoption, Provision, Validity
from psykavtal.model.provisions.provision_readings import forms_of
from psykavtal.model.remarks import RemarkKind
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording


def with_adoption_condition(data: CountyData, found: EditionVerdict, query: Query) -> EditionVerdict:
    """Return a verdict after a look at the condition on which the document is adopted.

    A condition that is not given is presumed to be fulfilled if the text gives a start, unless the text itself
    contradicts it.
    """
    adoptions = tuple(_on_condition(data, found.document.id))
    if found.truth is Truth.FALSE or not adoptions:
        return found
    conditions = [each.on_condition for each in adoptions if each.on_condition is not None]
    fulfilled = Truth.all_of(evaluate(each, query.facts) for each in conditions)
    basis = tuple(dict.fromkeys((*found.basis, *adoptions)))
    if fulfilled is Truth.FALSE:
        return attrs.evolve(
            found,
            truth=Truth.FALSE,
            status="derived",
            rules=("adoption-incomplete",),
            missing=(),
            basis=basis,
            why=_NOT_FULFILLED,
        )
    if fulfilled is Truth.TRUE:
        if found.truth is Truth.UNKNOWN:
            return attrs.evolve(found, basis=basis)
        status = "derived" if found.status == "stated" else found.status
        return attrs.evolve(found, status=status, rules=(*found.rules, "adoption-complete"), basis=basis)
    open_facts = (fact for each in conditions for fact in missing_facts(each, query.facts))
    missing = tuple(dict.fromkeys((*found.missing, *open_facts)))
    found = attrs.evolve(found, missing=missing, basis=basis)
    if found.truth is Truth.UNKNOWN:
        return found
    contradicted = any(map(_is_contradicted, adoptions))
    if not contradicted and query.presume and _gives_start(found.basis):
        status = "derived" if found.status == "stated" else found.status
        return attrs.evolve(found, status=status, rules=(*found.rules, "adoption-presumed-complete"))
    why = _CONTRADICTED if contradicted else _NOT_KNOWN
    return attrs.evolve(found, truth=Truth.UNKNOWN, status="not-recorded", rules=(), why=why)


def _on_condition(data: CountyData, document: str) -> Sequence[Adoption]:
    """Return the stated adoptions of a document that depend on a condition."""
    own = (each for each in data.record.standing if isinstance(each, Adoption) and each.about == document)
    return [each for each in own if each.on_condition is not None and not each.is_reported]


def _is_contradicted(adoption: Adoption) -> bool:
    """Return whether the text contradicts an adoption."""
    return bool(adoption.contradicted_by) or any(each.type is RemarkKind.CONTRADICTION for each in adoption.remarks)


def _gives_start(basis: Sequence[Provision]) -> bool:
    """Return whether a text itself gives the start."""
    stated = (each for each in forms_of(basis) if isinstance(each, Validity) and each.citations)
    return any(each.start is not None and each.follows_by is None for each in stated)


_NOT_FULFILLED = Wording(
    sv="är antagen på ett villkor som inte är uppfyllt", en="is adopted on a condition that is not fulfilled"
)
_NOT_KNOWN = Wording(
    sv="är antagen på ett villkor som inte är känt uppfyllt",
    en="is adopted on a condition that is not known to be fulfilled",
)
_CONTRADICTED = Wording(
    sv="är antagen på ett villkor som texten själv motsäger", en="is adopted on a condition that the text contradicts"
)
