"""The report of a command for an edition, if none is determined."""

from psykavtal.agreements.county import County
from psykavtal.model.answers import InForce
from psykavtal.model.wording import Wording
from psykavtal.output.labels import labelled, same
from psykavtal.output.report import Line, Mark, Report, ReportSection

_AVAILABLE = Wording(sv="Tillgängliga dokument", en="Available documents")


def undetermined_report(county: County, in_force: InForce, title: Wording) -> Report:
    """Return the reason why no edition is determined, and the documents to choose from."""
    available = ", ".join(each.id for each in county.documents if each.is_available)
    choice = Line(labelled(_AVAILABLE, same(f"--document {available}")))
    mark = Mark(key=in_force.key, label=in_force.label)
    return Report(sections=(ReportSection(heading=title, mark=mark, lines=(Line(in_force.sentence), choice)),))
