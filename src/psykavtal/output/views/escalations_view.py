"""The routes of several counties as a report: a section for each occasion."""

from collections.abc import Sequence

from psykavtal.agreements.escalation.routes import AFTER, Route
from psykavtal.agreements.overviews.escalations import EscalationRow, Escalations
from psykavtal.model.answers import STATUSES
from psykavtal.model.readings import reading_label
from psykavtal.model.wording import Wording
from psykavtal.output.labels import joined, same
from psykavtal.output.report import Line, Mark, Report, ReportSection
from psykavtal.output.views.overview_parts import IF, title_of, verdict_lines

ESCALATIONS_TITLE = Wording(sv="Vart en fråga lyfts", en="Where a matter is lifted")
_READ = Wording(sv="läst", en="read")
_OR = Wording(sv=" eller ", en=" or ")


def escalations_report(found: Escalations) -> Report:
    """Return the routes as a report."""
    occasions = dict.fromkeys(each.occasion for each in found.rows)
    return Report(
        title=title_of(ESCALATIONS_TITLE, found),
        remarks=verdict_lines(found),
        sections=tuple(_occasion([each for each in found.rows if each.occasion == name]) for name in occasions),
    )


def _occasion(rows: list[EscalationRow]) -> ReportSection:
    label = rows[0].occasion_label
    heading = Wording(sv=label.sv.capitalize(), en=label.to("en").capitalize())
    return ReportSection(heading=heading, lines=tuple(_line(each) for each in rows))


def _line(row: EscalationRow) -> Line:
    mark = Mark(key=row.status, label=STATUSES[row.status])
    parts = [same(row.subject)]
    if row.whys:
        parts += [same(", "), _READ, same(" "), reasons(row)]
    if row.route is not None:
        parts += [same(": "), route_text(row.route, row.conditions)]
    return Line(joined(*parts), mark=mark)


def reasons(row: EscalationRow) -> Wording:
    """Return the reasons of the readings of a route."""
    labels = [reading_label(each) for each in row.whys]
    return Wording(sv=_OR.sv.join(each.sv for each in labels), en=_OR.to("en").join(each.to("en") for each in labels))


def route_text(route: Route, conditions: Sequence[Wording | None]) -> Wording:
    """Return the steps with their conditions, and each end in a few words."""
    ends = {each.step: each.end.label for each in route.branches}

    def text(lang: str) -> str:
        steps = (
            each.in_language(lang)
            + (f" ({AFTER.to(lang)} {origin})" if origin else "")
            + (f", {IF.to(lang)} {condition.to(lang)}" if condition is not None else "")
            + (f" ∎ {ends[each.number].to(lang)}" if each.number in ends else "")
            for (each, origin), condition in zip(route.origins(), conditions, strict=True)
        )
        return " → ".join(steps)

    return Wording(sv=text("sv"), en=text("en"))
