"""The escalation of a document as nodes: a drawing, and every route in words."""

from docutils import nodes
from sphinx.util import logging

from psykavtal.agreements.escalation.queries import Escalation
from psykavtal.errors import MissingPluginError
from psykavtal.model.wording import Wording
from psykavtal.output.dot import escalation_dot
from psykavtal.output.graphviz import svg_of
from psykavtal.output.views.escalation_view import escalation_report
from psykavtal.sphinxext.report_nodes import ReportNodes

logger = logging.getLogger(__name__)

_HEADING = Wording(sv="Vägen vid oenighet och avvikelse", en="The route of disagreements and deviations")
_DESCRIPTION = Wording(
    sv="Pilarna går från ett organ till nästa. Samma vägar står i ord nedanför.",
    en="Arrows lead from one body to the next. The same routes are in words below.",
)


def escalation_nodes(escalation: Escalation, builder: ReportNodes) -> list[nodes.Node]:
    """Return the escalation of a document below a heading.

    Without Graphviz it is in words only, with a warning.
    """
    report = escalation_report(escalation, sources=True)
    content = [*_drawing(escalation, builder), *builder.sections(report.sections, 1)]
    return builder.below_heading(_HEADING, content)


def _drawing(escalation: Escalation, builder: ReportNodes) -> list[nodes.Node]:
    if not escalation.moves:
        return []
    document, lang = escalation.document, builder.lang
    try:
        svg = svg_of(
            escalation_dot(escalation, lang=lang),
            title=f"{_HEADING.to(lang)}: {document.label(lang)}",
            description=_DESCRIPTION.to(lang),
            name=f"escalation-{document.id}",
        )
    except MissingPluginError as error:
        logger.warning("%s", error, location=builder.docname, type="avtal", subtype="graphviz", once=True)
        return []
    return [nodes.raw("", f'<div class="avtal-drawing" tabindex="0">{svg}</div>', format="html")]
