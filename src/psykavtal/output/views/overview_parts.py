"""The parts that all views of overviews share: the title, the verdicts, the matrix."""

from collections.abc import Iterable, Sequence

from psykavtal.agreements.overviews.overview_base import Overview
from psykavtal.model.wording import Wording
from psykavtal.output.labels import joined, same
from psykavtal.output.report import Line, ReportSection

IF = Wording(sv="om", en="if")


def title_of(name: Wording, overview: Overview) -> Wording:
    """Return the title of an overview: its name and the day."""
    return joined(name, same(f" {overview.on.isoformat()}"))


def verdict_lines(overview: Overview) -> tuple[Wording, ...]:
    """Return one line for each county or document on the document that applies."""
    return tuple(
        joined(same(f"{name}: "), each.sentence)
        for name, each in zip(overview.subjects, overview.in_force, strict=True)
    )


def shown_columns(overview: Overview) -> tuple[int, ...]:
    """Return the places of the subjects that have an edition; of all if none has."""
    every = range(len(overview.subjects))
    return tuple(at for at in every if overview.subjects[at] not in overview.without_edition) or tuple(every)


def matrix_row(heading: Wording, subjects: Sequence[str], cells: Iterable[Wording]) -> ReportSection:
    """Return a row of a matrix, with one line for each subject."""
    sections = (
        ReportSection(heading=same(subject), lines=(Line(cell),)) for subject, cell in zip(subjects, cells, strict=True)
    )
    return ReportSection(heading=heading, sections=tuple(sections))
