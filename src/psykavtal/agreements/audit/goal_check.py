"""The check of goals without follow-up."""

from collections.abc import Iterator, Sequence
from datetime import date

from psykavtal.agreements.audit.audit_scope import AuditScope, finding_on
from psykavtal.agreements.county import County
from psykavtal.agreements.document_on_day import DocumentOnDay
from psykavtal.model.audit_checks import AuditCheck
from psykavtal.model.audit_findings import AuditFinding
from psykavtal.model.provisions import Aim, AimType, FollowUp
from psykavtal.model.wording import Wording

_GOALS = "follow-up.plan"
_COMMON = Wording(sv="gemensamma mål och handlingsplan", en="common goals and action plan")
_COOPERATION = Wording(sv="samverkan enligt texten", en="the cooperation under the text")
_OWNER = Wording(sv="Vems är målen?", en="Whose are the goals?")


def _run(county: County, on: date) -> Iterator[AuditFinding]:
    scope = AuditScope.of(county, on)
    for document in scope.documents:
        yield from _goals(scope, document)
    yield from scope.undecided()


def _goals(scope: AuditScope, document: DocumentOnDay) -> Iterator[AuditFinding]:
    """Yield the goals of a document, by their owner, that no follow-up covers."""
    stated = document.holdings.stated_by(document.id)
    followed = [each for each in stated if isinstance(each, FollowUp)]
    by_owner: dict[str, list[Aim]] = {}
    for each in stated:
        if isinstance(each, Aim) and each.aim is AimType.GOAL:
            by_owner.setdefault(each.owner, []).append(each)
    for owner, aims in by_owner.items():
        if any(_covers(each, owner, document) for each in followed):
            continue
        wording = _wording(scope, owner, aims, followed)
        missing = () if owner else (_OWNER,)
        yield finding_on(wording, aims, document=document.id, is_decided=bool(owner), missing=missing)


def _covers(follow_up: FollowUp, owner: str, document: DocumentOnDay) -> bool:
    """Return whether a follow-up is of goals of this owner."""
    own = {document.id, *([document.document.edition_of] if document.document.edition_of else [])}
    if not follow_up.subject:
        return (_GOALS in follow_up.topics and owner in {*own, *follow_up.by}) or owner in own
    return follow_up.subject == owner or {follow_up.subject, owner} <= own


def _followed(scope: AuditScope, follow_up: FollowUp) -> Wording:
    """Return the name of what a follow-up is of."""
    if follow_up.subject:
        return scope.name(follow_up.subject)
    return _COMMON if _GOALS in follow_up.topics else _COOPERATION


def _wording(scope: AuditScope, owner: str, aims: Sequence[Aim], followed: Sequence[FollowUp]) -> Wording:
    subjects = list(dict.fromkeys(_followed(scope, each) for each in followed))
    owner_sv = f" ({scope.name(owner).sv})" if owner else ""
    owner_en = f" ({scope.name(owner).to('en')})" if owner else ""
    goals_sv, goals_en = (
        " ".join(f"«{one.wording.sv}»" for one in aims),
        " ".join(f"«{one.wording.to('en')}»" for one in aims),
    )
    of_sv, of_en = ", ".join(each.sv for each in subjects), ", ".join(each.to("en") for each in subjects)
    rest_sv = (
        f"Den uppföljning som anges gäller {of_sv}." if subjects else "Ingen annan uppföljning av mål anges heller."
    )
    rest_en = (
        f"The follow-up that is stated is of {of_en}." if subjects else "No other follow-up of goals is stated either."
    )
    return Wording(
        sv=f"Texten anger ingen uppföljning av dessa mål{owner_sv}: {goals_sv} {rest_sv}",
        en=f"The text states no follow-up of these goals{owner_en}: {goals_en} {rest_en}",
    )


GOALS = AuditCheck(
    id="goals-without-follow-up",
    label=Wording(sv="Mål utan uppföljning", en="Goals without follow-up"),
    explanation=Wording(
        sv="Mål som ingen uppföljning i samma text gäller: varken av målen, av den som har dem eller av överenskommelsen som har dem. "
        "Om en uppföljning också har gjorts framgår inte.",
        en="Goals that no follow-up in the same text is of: neither of the goals, nor of the document or agreement that has them, nor by "
        "the body that has them. It does not show if a follow-up was made.",
    ),
    run=_run,
)
