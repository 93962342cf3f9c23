"""The report of any overview."""

from psykavtal.agreements.overviews.age_coverage import AgeCoverage
from psykavtal.agreements.overviews.escalations import Escalations
from psykavtal.agreements.overviews.overview_base import Overview
from psykavtal.agreements.overviews.responsibilities import ResponsibilityMatrix
from psykavtal.agreements.overviews.silence import SilenceMap
from psykavtal.output.report import Report
from psykavtal.output.views.age_view import age_report
from psykavtal.output.views.escalations_view import escalations_report
from psykavtal.output.views.responsibility_view import responsibility_report
from psykavtal.output.views.silence_view import silence_report


def overview_report(value: Overview, *, in_code: bool = False) -> Report:
    """Return an overview as a report.

    Args:
        value: the overview.
        in_code: the reader writes Python, not commands.

    Raises:
        TypeError: the class of the overview has no view.
    """
    match value:
        case SilenceMap():
            return silence_report(value, in_code=in_code)
        case ResponsibilityMatrix():
            return responsibility_report(value)
        case AgeCoverage():
            return age_report(value)
        case Escalations():
            return escalations_report(value)
        case _:
            raise TypeError(f"{type(value).__name__} has no view")
