"""The responsibility matrix as a report: a row for each area."""

from psykavtal.agreements.overviews.responsibilities import ResponsibilityMatrix
from psykavtal.model.wording import Wording
from psykavtal.output.report import Report
from psykavtal.output.views.overview_parts import matrix_row, shown_columns, title_of, verdict_lines

RESPONSIBILITY_TITLE = Wording(sv="Vem som ansvarar för vad", en="Who is responsible for what")
_AREA = Wording(sv="Område", en="Area")
_LEGEND = Wording(
    sv="Flera ansvariga i ett område behöver inte säga emot varandra: uppgifterna kan vara olika. ? beror på läsningen.",
    en="Several bearers in an area need not contradict each other: their tasks may differ. ? depends on the reading.",
)


def responsibility_report(matrix: ResponsibilityMatrix) -> Report:
    """Return the responsibility matrix as a report."""
    shown = shown_columns(matrix)
    names = [matrix.subjects[at] for at in shown]
    return Report(
        title=title_of(RESPONSIBILITY_TITLE, matrix),
        remarks=verdict_lines(matrix),
        corner=_AREA,
        columns=tuple(names),
        is_matrix=True,
        sections=tuple(matrix_row(row.label, names, (row.cells[at].label for at in shown)) for row in matrix.rows),
        closing=(_LEGEND,),
    )
