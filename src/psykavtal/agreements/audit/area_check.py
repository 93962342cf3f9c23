"""The check of the five areas that an agreement is to cover."""

from collections.abc import Iterator, Sequence
from datetime import date

from psykavtal.agreements.audit.audit_scope import AuditScope
from psykavtal.agreements.county import County
from psykavtal.agreements.document_on_day import DocumentOnDay
from psykavtal.model.answers import Answer, NotApplicable, NotRecorded, Silent
from psykavtal.model.audit_checks import AuditCheck
from psykavtal.model.audit_findings import AuditFinding
from psykavtal.model.provisions import Provision
from psykavtal.model.required_areas import AREAS
from psykavtal.model.wording import Wording

_AGREEMENT = "agreement.parties"
_ABSENT = (Silent, NotRecorded, NotApplicable)


def _run(county: County, on: date) -> Iterator[AuditFinding]:
    scope = AuditScope.of(county, on)
    for document in scope.agreements:
        for area in AREAS:
            answers = [document.ask(each.id) for each in document.topics if each.area == area]
            if all(isinstance(each, _ABSENT) for each in answers):
                yield _missing(document, area, answers)
    yield from scope.undecided()


def _missing(document: DocumentOnDay, area: int, answers: Sequence[Answer[tuple[Provision, ...]]]) -> AuditFinding:
    """Return that a text states nothing on any topic of an area."""
    unread = [each.topic for each in answers if isinstance(each, NotRecorded)]
    label = AREAS[area]
    wording = Wording(
        sv=f"Område {area}, {label.sv}: texten anger inget på någon av områdets frågor. {_basis(document, 'sv')}",
        en=f"Area {area}, {label.to('en')}: the text states nothing on any topic of the area. {_basis(document, 'en')}",
    )
    missing = tuple(document.holdings.topics[each].question for each in unread)
    near = tuple(each.near for each in answers if isinstance(each, Silent) and each.near is not None)
    return AuditFinding(
        document=document.id,
        wording=wording,
        is_decided=not unread,
        missing=missing,
        near=tuple(dict.fromkeys(near)),
    )


def _basis(document: DocumentOnDay, lang: str) -> str:
    """Return the source of the areas, with the statutes of the day."""
    laws = ", ".join(each.law for each in document.holdings.topics[_AGREEMENT].duties_on(document.on))
    if lang == "sv":
        return f"Områdena är de i Socialstyrelsens meddelandeblad 1/2010; lagen kräver en överenskommelse ({laws}) utan att räkna upp dem."
    return f"The areas are those of Socialstyrelsen's meddelandeblad 1/2010; the statutes require an agreement ({laws}) without listing them."


REQUIRED_AREAS = AuditCheck(
    id="required-areas",
    label=Wording(sv="De fem områdena", en="The five areas"),
    explanation=Wording(
        sv="Överenskommelser som inte anger något alls på ett av de fem områdena i Socialstyrelsens meddelandeblad 1/2010: målgrupper, "
        "gemensamma mål, rutiner för samarbetet, individuella planer, ansvarsfördelning. Lagen kräver en överenskommelse men räknar inte upp "
        "områden; meddelandebladet är inte läst, utan områdena är så som överenskommelser återger dem. Om ett område är tillräckligt "
        "reglerat bedöms inte.",
        en="Agreements that state nothing at all on one of the five areas of Socialstyrelsen's meddelandeblad 1/2010: target groups, "
        "common goals, routines for cooperation, individual plans, division of responsibility. The statutes require an agreement and list no "
        "areas; the bulletin was not read, the areas are as agreements restate them. The check does not assess if an area is "
        "covered well enough.",
    ),
    run=_run,
)
