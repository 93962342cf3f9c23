"""Escalation by county or document, occasion and reading."""

from collections.abc import Iterator
from datetime import date

import attrs

from psykavtal.agreements.comparison.subjects import (
    Subject,
    Subjects,
    checked_subjects,
    subject_names,
    verdict_on,
)
from psykavtal.agreements.descriptions import describe, joined
from psykavtal.agreements.document_on_day import DocumentOnDay
from psykavtal.agreements.escalation.occasions import OCCASIONS
from psykavtal.agreements.escalation.routes import Route
from psykavtal.agreements.field_text import criterion_text
from psykavtal.agreements.overviews.overview_base import Overview
from psykavtal.agreements.reading_choices import Readings
from psykavtal.model.answers import STATUSES, Ambiguous, Answer, Derived, InForce, Stated
from psykavtal.model.citations import Citation
from psykavtal.model.dates import parse_date
from psykavtal.model.provisions import NameOf
from psykavtal.model.wording import Wording


@attrs.frozen(kw_only=True)
class EscalationRow:
    """One route: of one county or document, on one occasion, under one reading.

    Attributes:
        subject: the name of the county or document.
        occasion: id of the occasion, "disagreement" for example.
        occasion_label: its label.
        status: the status of the text on the occasion; of a reading without a step, the status under it;
            "not-recorded" if it is unclear which edition applies.
        readings: the names of the readings under which it is the route; empty if there is one meaning.
        whys: their reasons.
        route: the steps and the end; None if no step is stated.
        conditions: the condition of each step, in words; None for a step without one.
        reason: the reason if no step is stated; None beside a route.
        citations: the passages of the steps.
    """

    subject: str
    occasion: str
    occasion_label: Wording
    status: str
    readings: tuple[str, ...] = ()
    whys: tuple[Wording, ...] = ()
    route: Route | None = None
    conditions: tuple[Wording | None, ...] = ()
    reason: Wording | None = None
    citations: tuple[Citation, ...] = ()

    @property
    def label(self) -> Wording:
        """The names of the steps and the end; without a step, the status."""
        if self.route is None:
            return STATUSES[self.status]
        return Wording(sv=self.route.in_language("sv"), en=self.route.in_language("en"))


@attrs.frozen(kw_only=True, repr=False)
class Escalations(Overview):
    """The routes of counties or documents.

    Attributes:
        rows: by occasion, then by county or document, then by reading.
    """

    rows: tuple[EscalationRow, ...]

    def to_records(self, *, lang: str = "sv") -> list[dict[str, str | int | bool]]:
        """Return a flat record for each step, and one for each route without a step."""
        in_force = dict(zip(self.subjects, self.in_force, strict=True))
        return [
            {
                "subject": row.subject,
                "on": self.on.isoformat(),
                "occasion": row.occasion,
                "occasion_label": row.occasion_label.to(lang),
                "status": row.status,
                "reading": "; ".join(row.readings),
                "why": " ".join(each.to(lang) for each in row.whys),
                **step,
                "in_force": in_force[row.subject].key,
            }
            for row in self.rows
            for step in _step_records(row, lang)
        ]


def _step_records(row: EscalationRow, lang: str) -> Iterator[dict[str, str | int | bool]]:
    if row.route is None:
        reason = "" if row.reason is None else row.reason.to(lang)
        empty = dict.fromkeys(("end", "provision", "citations"), "")
        yield {"step": 0, "body": "", "unnamed": False, "condition": "", **empty, "reason": reason}
        return
    ends = {each.step: each for each in row.route.branches}
    for step, condition in zip(row.route.steps, row.conditions, strict=True):
        end = ends.get(step.number)
        yield {
            "step": step.number,
            "body": step.target_name,
            "unnamed": step.unnamed,
            "condition": "" if condition is None else condition.to(lang),
            "end": "" if end is None else end.end.value,
            "reason": "" if end is None else end.end_reason.to(lang),
            "provision": step.relation.id,
            "citations": "; ".join(each.key for each in step.citations),
        }


def escalations(subjects: Subjects, *, on: date | str, readings: Readings = None) -> Escalations:
    """Return the routes of a matter: by occasion, county or document, and reading.

    Args:
        subjects: counties, or documents (of one county or of several).
        on: the day.
        readings: a reading by its name for all, or by provision.

    Raises:
        InvalidDateError: `on` is not a date.
        InvalidValueError: no county or document is given.

    Examples:
        >>> from psykavtal import load_counties
        >>> found = escalations(load_counties(), on="2026-01-10")
        >>> [row.status for row in found.rows if row.occasion == "disagreement"][:2]
        ['silent', 'not-recorded']
    """
    day = parse_date(on, place="on")
    members = checked_subjects(subjects)
    verdicts = [verdict_on(each, day, readings) for each in members]
    documents = [_document(each, verdict, day) for each, verdict in zip(members, verdicts, strict=True)]
    names = subject_names(members)
    rows = [
        row
        for occasion in OCCASIONS
        for at, member in enumerate(members)
        for row in _rows(_empty(member, names[at], occasion), member, verdicts[at], documents[at], readings)
    ]
    return Escalations(on=day, subjects=names, in_force=tuple(verdicts), rows=tuple(rows))


def _document(member: Subject, verdict: InForce, on: date) -> DocumentOnDay | None:
    """Return the document asked: of a county, the edition that applies or the only candidate."""
    if isinstance(member, DocumentOnDay):
        return attrs.evolve(member, on=on)
    found = verdict.document
    if found is None and len(verdict.candidates) == 1:
        (found,) = verdict.candidates
    return None if found is None else member.document(found, on=on)


def _empty(member: Subject, name: str, occasion: str) -> EscalationRow:
    """Return a row without a route."""
    label = member.holdings.facts[occasion].label
    return EscalationRow(subject=name, occasion=occasion, occasion_label=label, status="not-recorded")


def _rows(
    empty: EscalationRow, member: Subject, verdict: InForce, document: DocumentOnDay | None, readings: Readings
) -> Iterator[EscalationRow]:
    """Yield the rows of one county or document on the occasion of an empty row."""
    if document is None:
        yield attrs.evolve(empty, reason=verdict.sentence)
        return
    name_of = member.holdings.name_of
    answer = document.escalation.route(trigger=empty.occasion, readings=readings)
    if isinstance(answer, Ambiguous) and answer.chosen is None:
        yield from _by_reading(answer, empty, name_of)
    else:
        yield _row(answer, empty, name_of)


def _by_reading(answer: Ambiguous[Route], empty: EscalationRow, name_of: NameOf) -> Iterator[EscalationRow]:
    """Yield a row for each route; readings with equal routes are one."""
    groups: dict[object, list[int]] = {}
    for number, each in enumerate(answer.readings):
        row = _row(each.answer, empty, name_of)
        groups.setdefault((row.status, row.route and row.route.content), []).append(number)
    for numbers in groups.values():
        own = [answer.readings[number] for number in numbers]
        row = _row(own[0].answer, empty, name_of)
        status = row.status if row.route is None else "ambiguous"
        names, whys = tuple(each.name for each in own), tuple(each.why for each in own)
        yield attrs.evolve(row, status=status, readings=names, whys=whys)


def _row(answer: Answer[Route], empty: EscalationRow, name_of: NameOf) -> EscalationRow:
    match answer:
        case Stated(by_text=route) | Derived(by_text=route):
            citations = tuple(dict.fromkeys(each for step in route.steps for each in step.citations))
            whens = (each.relation.when for each in route.steps)
            conditions = tuple(None if each is None else criterion_text(each, name_of) for each in whens)
            return attrs.evolve(empty, status=answer.status, route=route, conditions=conditions, citations=citations)
        case Ambiguous() if answer.chosen is not None:
            return _row(answer.under(answer.chosen), empty, name_of)
        case _:
            lines = describe(answer, name_of)
            reason = Wording(sv=joined(lines, "sv", " "), en=joined(lines, "en", " "))
            return attrs.evolve(empty, status=answer.status, reason=reason)
