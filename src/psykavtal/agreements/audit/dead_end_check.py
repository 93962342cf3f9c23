"""The check of dead ends: occasions without a route, or with one that ends nowhere."""

from collections.abc import Iterator
from datetime import date

import attrs

from psykavtal.agreements.audit.audit_scope import AuditScope, finding_on
from psykavtal.agreements.county import County
from psykavtal.agreements.document_on_day import DocumentOnDay
from psykavtal.agreements.escalation.graph import CONTINUES
from psykavtal.agreements.escalation.routes import Branch, Route, RouteEnd
from psykavtal.model.answers import Ambiguous, Answer, Derived, NotRecorded, Silent, Stated
from psykavtal.model.audit_checks import AuditCheck
from psykavtal.model.audit_findings import AuditFinding
from psykavtal.model.provisions import Relation
from psykavtal.model.wording import Wording

_FINAL = "disagreement.final-instance"


@attrs.frozen
class _End:
    """The end of a route without a further step.

    Attributes:
        occasion: the occasion.
        reason: the reason for people.
        relation: the last step.
    """

    occasion: Wording
    reason: Wording
    relation: Relation


def _run(county: County, on: date) -> Iterator[AuditFinding]:
    scope = AuditScope.of(county, on)
    for document in scope.agreements:
        ends = list[_End]()
        for trigger in document.escalation.triggers:
            if trigger == CONTINUES:
                continue
            answer = document.escalation.route(trigger=trigger)
            occasion = county.holdings.facts[trigger].label
            if isinstance(answer, Silent):
                yield _no_route(document, answer, occasion)
            elif isinstance(answer, NotRecorded):
                yield AuditFinding(document=document.id, wording=_not_read(occasion), is_decided=False)
            else:
                ends += [each for route in _routes(answer) for each in _ends(document, route, occasion)]
        yield from _by_end(document, ends)
    yield from scope.undecided()


def _routes(answer: Answer[Route]) -> Iterator[Route]:
    """Yield the route under each reading."""
    if isinstance(answer, Ambiguous):
        for each in answer.readings:
            yield from _routes(each.answer)
    elif isinstance(answer, Stated | Derived):
        yield answer.by_text


def _ends(document: DocumentOnDay, route: Route, occasion: Wording) -> Iterator[_End]:
    for branch in route.branches:
        relation = route.steps[branch.step - 1].relation
        if not _is_settled(document, branch, relation):
            yield _End(occasion, branch.end_reason, relation)


def _is_settled(document: DocumentOnDay, branch: Branch, relation: Relation) -> bool:
    """Return whether a branch ends in a final instance or an available document."""
    if _FINAL in relation.topics:
        return True
    target = document.holdings.record.document(relation.target)
    return branch.end is RouteEnd.LEADS_OUT and target is not None and target.is_available


def _by_end(document: DocumentOnDay, ends: list[_End]) -> Iterator[AuditFinding]:
    """Yield one finding for each reason, with its occasions."""
    for reason in dict.fromkeys(each.reason for each in ends):
        having = [each for each in ends if each.reason == reason]
        occasions = list(dict.fromkeys(each.occasion for each in having))
        sv, en = ", ".join(each.sv for each in occasions), ", ".join(each.to("en") for each in occasions)
        wording = Wording(sv=f"Vid {sv}: {_lower(reason.sv)}", en=f"On {en}: {_lower(reason.to('en'))}")
        yield finding_on(wording, [each.relation for each in having], document=document.id)


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _no_route(document: DocumentOnDay, answer: Silent[Route], occasion: Wording) -> AuditFinding:
    wording = Wording(
        sv=f"Vid {occasion.sv}: texten anger ingen väg.", en=f"On {occasion.to('en')}: the text gives no route."
    )
    near = () if answer.near is None else (answer.near,)
    return AuditFinding(document=document.id, wording=wording, near=near)


def _not_read(occasion: Wording) -> Wording:
    return Wording(
        sv=f"Vid {occasion.sv}: texten är inte läst för frågan.",
        en=f"On {occasion.to('en')}: the text was not read for the question.",
    )


DEAD_ENDS = AuditCheck(
    id="dead-ends",
    label=Wording(sv="Återvändsgränder", en="Dead ends"),
    explanation=Wording(
        sv="Tillfällen för vilka en överenskommelse inte anger någon väg, eller en väg som slutar i ett organ som inte namnges, i ett "
        "dokument som inte finns tillgängligt eller utan sista instans. Bara överenskommelser kontrolleras.",
        en="Occasions for which an agreement gives no route, or one that ends in a body that is not named, in a document that is not "
        "available, or without a final instance. Only agreements are checked.",
    ),
    run=_run,
)
