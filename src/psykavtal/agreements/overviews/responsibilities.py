"""The responsibility matrix: the duties of each area, by bearer and county or document."""

from collections.abc import Sequence
from datetime import date

import attrs

from psykavtal.agreements.comparison.subjects import (
    Subjects,
    answer_of,
    checked_subjects,
    chosen_topics,
    subject_names,
    topics_of,
    verdict_on,
)
from psykavtal.agreements.overviews.area_duties import OTHER, AreaCell
from psykavtal.agreements.overviews.overview_base import Overview
from psykavtal.agreements.overviews.subject_duties import RESPONSIBILITY, SubjectDuties
from psykavtal.agreements.reading_choices import Readings
from psykavtal.model import arguments
from psykavtal.model.dates import parse_date
from psykavtal.model.vocabulary import Topic
from psykavtal.model.wording import Wording

_OTHER_LABEL = Wording(sv="Övriga uppgifter", en="Other tasks")
_NO_AREAS = frozenset({"agreement", "aims", "bodies", "document", "law", "links", "outlook", "target-group", "terms"})
"""The themes that describe a document rather than a task."""


@attrs.frozen(kw_only=True)
class AreaRow:
    """One area, with its duties in each county or document.

    Attributes:
        area: id of the topic; empty for the duties without an area.
        label: its label.
        cells: in the order of the subjects.
    """

    area: str
    label: Wording
    cells: tuple[AreaCell, ...]


@attrs.frozen(kw_only=True, repr=False)
class ResponsibilityMatrix(Overview):
    """Duties by area, bearer, and county or document.

    Attributes:
        rows: the areas on which any of them lays a duty on a bearer, in the order of the vocabulary.
    """

    rows: tuple[AreaRow, ...]

    @property
    def overlaps(self) -> tuple[AreaCell, ...]:
        """The areas in which a county or document lays duties on several bearers."""
        return tuple(cell for row in self.rows for cell in row.cells if cell.is_overlap)

    @property
    def holes(self) -> tuple[AreaCell, ...]:
        """The areas in which a county or document is silent, or no bearer is recorded."""
        return tuple(cell for row in self.rows for cell in row.cells if cell.is_hole)

    def to_records(self, *, lang: str = "sv") -> list[dict[str, str | bool]]:
        """Return a flat record for each duty and bearer, and each area without duties."""
        return [
            {
                "area": row.area,
                "label": row.label.to(lang),
                "on": self.on.isoformat(),
                **record,
                "in_force": verdict.key,
            }
            for row in self.rows
            for cell, verdict in zip(row.cells, self.in_force, strict=True)
            for record in cell.to_records(lang)
        ]


def responsibility_matrix(
    subjects: Subjects, *, on: date | str, topics: str | Sequence[str] = (), readings: Readings = None
) -> ResponsibilityMatrix:
    """Return who is responsible for what, by area and county or document.

    An area is a topic on which any of them lays a duty on a bearer. Several bearers in one area do not
    contradict each other: their duties may differ.

    Args:
        subjects: counties, or documents (of one county or of several).
        on: the day.
        topics: ids of topics or themes ("care") to which the areas are limited; all areas if none is given.
        readings: a reading by its name for all, or by provision.

    Raises:
        InvalidDateError: `on` is not a date.
        UnknownTopicError: unknown topic or theme.
        InvalidValueError: no county or document is given.

    Examples:
        >>> from psykavtal import load_counties
        >>> matrix = responsibility_matrix(load_counties(), on="2026-01-10")
        >>> row = next(each for each in matrix.rows if each.area == "care.contact")
        >>> [(cell.subject, cell.status, [each.label.to("en") for each in cell.bearers]) for cell in row.cells][2]
        ('Jämtland Härjedalen', 'stated', ['joint'])
    """
    day = parse_date(on, place="on")
    members = checked_subjects(subjects)
    vocabulary = topics_of(members)
    chosen = chosen_topics(vocabulary, arguments.texts(topics, "topics") or ["all"])
    areas = {each.id: each for each in chosen if _is_area(each)}
    names = subject_names(members)
    asked = [
        SubjectDuties(
            member=member,
            name=name,
            answers={topic: answer_of(member, topic, day, readings) for topic in vocabulary},
            readings=readings,
        )
        for member, name in zip(members, names, strict=True)
    ]
    cells = [[each.in_area(topic) for topic in areas.values()] for each in asked]
    rows = [
        AreaRow(area=name, label=topic.label, cells=tuple(own[at] for own in cells))
        for at, (name, topic) in enumerate(areas.items())
        if any(own[at].duties for own in cells)
    ]
    others = () if topics else tuple(each.outside(areas) for each in asked)
    if any(each.duties for each in others):
        rows.append(AreaRow(area=OTHER, label=_OTHER_LABEL, cells=others))
    return ResponsibilityMatrix(
        on=day,
        subjects=names,
        in_force=tuple(verdict_on(each, day, readings) for each in members),
        rows=tuple(rows),
    )


def _is_area(topic: Topic) -> bool:
    return topic.theme != RESPONSIBILITY and topic.theme not in _NO_AREAS
