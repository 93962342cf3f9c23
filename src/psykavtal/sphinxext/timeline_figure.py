"""The timeline of a county as nodes, in words."""

from datetime import date

from docutils import nodes

from psykavtal.agreements.county import County
from psykavtal.model.wording import Wording
from psykavtal.output.views.timeline_view import timeline_report
from psykavtal.sphinxext.report_nodes import ReportNodes

_HEADING = Wording(sv="Tidslinje", en="Timeline")


def timeline_nodes(county: County, on: date, builder: ReportNodes) -> list[nodes.Node]:
    """Return the timeline of a county below a heading, with overdue matters."""
    report = timeline_report(county.timeline(), on=on, full=True)
    return builder.below_heading(_HEADING, builder.sections(report.sections, 1))
