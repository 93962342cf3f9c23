"""The timeline of a county as nodes: a drawing, and the same in words."""

import re
from datetime import date

from docutils import nodes
from sphinx.util import logging

from psykavtal import plots
from psykavtal.agreements.county import County
from psykavtal.agreements.timeline.timeline_result import Timeline
from psykavtal.errors import MissingPluginError
from psykavtal.model.wording import Wording
from psykavtal.output.views.timeline_view import timeline_report
from psykavtal.sphinxext.report_nodes import ReportNodes

logger = logging.getLogger(__name__)

_HEADING = Wording(sv="Tidslinje", en="Timeline")
_IDS = re.compile(r'(?<= id=")[\w.-]+|(?<=href="#)[\w.-]+|(?<=url\(#)[\w.-]+')
_SIZES = {"wide": "print", "narrow": "phone"}
"""The size of the picture by the width of the page; the style sheet shows one of them."""


def timeline_nodes(county: County, on: date, builder: ReportNodes) -> list[nodes.Node]:
    """Return the timeline of a county below a heading, with overdue matters.

    Without matplotlib it is in words only, with a warning.
    """
    timeline = county.timeline()
    report = timeline_report(timeline, on=on, full=True)
    content = [*_drawing(timeline, on, builder), *builder.sections(report.sections, 1)]
    return builder.below_heading(_HEADING, content)


def _drawing(timeline: Timeline, on: date, builder: ReportNodes) -> list[nodes.Node]:
    if not any(each.first or each.last for each in timeline.stretches):
        return []
    try:
        drawn = {
            width: plots.timeline(timeline, on=on, lang=builder.lang, size=size).to_svg()
            for width, size in _SIZES.items()
        }
    except MissingPluginError as error:
        logger.warning("%s", error, location=builder.docname, type="avtal", subtype="matplotlib", once=True)
        return []
    html = "".join(f'<div class="avtal-{width}">{_with_own_ids(svg, width)}</div>' for width, svg in drawn.items())
    return [nodes.raw("", f'<div class="avtal-picture">{html}</div>', format="html")]


def _with_own_ids(svg: str, suffix: str) -> str:
    """Return SVG with ids of its own: browsers draw no pattern of a hidden picture."""
    return _IDS.sub(rf"\g<0>-{suffix}", svg)
