"""Directives that put counties, documents, topics, escalations and comparisons into a page."""

from datetime import date
from typing import TYPE_CHECKING, ClassVar, cast

from docutils import nodes
from docutils.parsers.rst import Directive, directives
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import OptionSpec

from psykavtal.agreements.comparison.comparing import compare
from psykavtal.agreements.county import County
from psykavtal.errors import InvalidValueError, Message, PsykavtalError
from psykavtal.model.dates import parse_date
from psykavtal.output.report import Line, Report, Target, TargetType
from psykavtal.output.views.comparison_view import comparison_report
from psykavtal.output.views.county_page import county_page
from psykavtal.output.views.document_page import document_page
from psykavtal.output.views.topic_page import topic_page
from psykavtal.sphinxext.counties_of_site import SiteCounties, known_language
from psykavtal.sphinxext.escalation_figure import escalation_nodes
from psykavtal.sphinxext.object_index import PageAnchor
from psykavtal.sphinxext.report_nodes import ReportNodes

if TYPE_CHECKING:
    from psykavtal.agreements.document_on_day import DocumentOnDay
    from psykavtal.sphinxext.avtal_domain import AvtalDomain

logger = logging.getLogger(__name__)

_BOTH = Message(en="counties and documents are both given.", sv="både län och dokument är angivna.")
_OPTIONS: OptionSpec = {
    "on": directives.unchanged_required,
    "lang": directives.unchanged_required,
    "sections": directives.flag,
    "no-index": directives.flag,
}


class AvtalDirective(SphinxDirective):
    """The common part of the directives: day, language, warnings in place of errors."""

    has_content = False
    required_arguments = 1
    final_argument_whitespace = False
    option_spec: ClassVar[OptionSpec] = _OPTIONS  # pyright: ignore[reportIncompatibleVariableOverride] (as Sphinx has it)

    def run(self) -> list[nodes.Node]:
        """Return the nodes; none, and a warning, if an argument or option is wrong."""
        try:
            domain = cast("AvtalDomain", self.env.domains["avtal"])
            domain.kept["digests"][self.env.docname] = domain.site.digest
            return self.made(domain.site)
        except PsykavtalError as error:
            logger.warning("%s: %s", self.name, error, location=self.get_location(), type="avtal")
            return []

    def made(self, site: SiteCounties) -> list[nodes.Node]:
        """Return the nodes.

        Raises:
            PsykavtalError: an argument or an option is wrong.
        """
        raise NotImplementedError

    def day(self, site: SiteCounties) -> date:
        """Return the day of the option, or that of the site."""
        return parse_date(self.options["on"], place=":on:") if "on" in self.options else site.on

    def builder(self, site: SiteCounties) -> ReportNodes:
        """Return the builder of nodes at the place of the directive."""
        level = 0
        parent: nodes.Element | None = self.state.parent
        while parent is not None:
            level += isinstance(parent, nodes.section)
            parent = parent.parent
        return ReportNodes(
            lang=known_language(self.options.get("lang", site.lang)),
            document=self.state.document,
            define=self._define,
            docname=self.env.docname,
            level=0 if "sections" in self.options else min(level + 1, 6),
        )

    def described(self, made: ReportNodes, target: Target, title: str, content: list[nodes.Node]) -> list[nodes.Node]:
        """Return nodes that describe an object, in their language.

        A page of its own is the place of the object; elsewhere, an element around the nodes is.
        """
        if not made.level:
            self._noted(target, title, "")
            for node in content:
                if isinstance(node, nodes.Element):
                    node["classes"].append(f"language-{made.lang}")
            return content
        anchor = self._noted(target, title, f"{target.type.value}-{target.id}")
        return [
            nodes.container("", *content, ids=[anchor] if anchor else [], classes=["avtal", f"language-{made.lang}"])
        ]

    def _define(self, target: Target, line: Line) -> str:
        return self._noted(target, str(line.text), target.id)

    def _noted(self, target: Target, title: str, anchor: str) -> str:
        """Record the place of an object; return its anchor, empty if it is elsewhere."""
        described_on_pages = bool(self.config.avtal_pages) and "sections" not in self.options
        if "no-index" in self.options or described_on_pages or anchor in self.state.document.ids:
            return ""
        domain = cast("AvtalDomain", self.env.domains["avtal"])
        domain.note_object(target, PageAnchor(self.env.docname, anchor, title), self.get_location())
        return anchor


class CountyDirective(AvtalDirective):
    """`.. avtal:county:: jamtland`: what applies in a county, its documents, its escalation, its answers."""

    def made(self, site: SiteCounties) -> list[nodes.Node]:
        """Return the page of a county."""
        county = site.counties[self.arguments[0]]
        on, builder = self.day(site), self.builder(site)
        content = builder.report(county_page(county, on=on))
        content[2:2] = _escalation_of(county, on, builder)
        return self.described(builder, Target(TargetType.COUNTY, county.id, county.id), county.name, content)


class DocumentDirective(AvtalDirective):
    """`.. avtal:document:: jamtland-2025`: a document with every provision, by its outline."""

    def made(self, site: SiteCounties) -> list[nodes.Node]:
        """Return the page of a document."""
        county, document = site.document(self.arguments[0])
        builder = self.builder(site)
        content = builder.report(document_page(county.document(document.id, on=self.day(site))))
        target = Target(TargetType.DOCUMENT, document.id, county.id)
        return self.described(builder, target, document.label(builder.lang), content)


class TopicDirective(AvtalDirective):
    """`.. avtal:topic:: disagreement.first-step`: the counties' answers to a topic side by side."""

    def made(self, site: SiteCounties) -> list[nodes.Node]:
        """Return the page of a topic."""
        county, *_ = site.counties.members
        topic = county.holdings.topic(self.arguments[0])
        builder = self.builder(site)
        content = builder.report(topic_page(topic, site.counties.members, on=self.day(site)))
        return self.described(builder, Target(TargetType.TOPIC, topic.id), topic.label.to(builder.lang), content)


class EscalationDirective(AvtalDirective):
    """`.. avtal:escalation:: jamtland`: the escalation of a county or a document, drawn and in words."""

    def made(self, site: SiteCounties) -> list[nodes.Node]:
        """Return the drawing and the routes."""
        name, on, builder = self.arguments[0], self.day(site), self.builder(site)
        if name not in site.counties:
            county, document = site.document(name)
            return escalation_nodes(county.document(document.id, on=on).escalation, builder)
        return _escalation_of(site.counties[name], on, builder)


class ComparisonDirective(AvtalDirective):
    """`.. avtal:comparison::`: counties or documents, topic by topic."""

    required_arguments = 0
    option_spec: ClassVar[OptionSpec] = {
        **_OPTIONS,
        "counties": directives.unchanged_required,
        "documents": directives.unchanged_required,
        "topics": directives.unchanged_required,
        "detail": directives.flag,
    }

    def made(self, site: SiteCounties) -> list[nodes.Node]:
        """Return the table."""
        on, builder = self.day(site), self.builder(site)
        names = self.options.get("documents", "").split()
        chosen = self.options.get("counties", "").split()
        if names and chosen:
            raise InvalidValueError(_BOTH, place=":documents:")
        subjects: list[County] | list[DocumentOnDay] = (
            [county.document(document.id, on=on) for county, document in map(site.document, names)]
            if names
            else list(site.counties.select(chosen).members)
        )
        found = compare(subjects, on=on, topics=self.options.get("topics", "").split())
        report = comparison_report(found, detail="detail" in self.options, in_code=True)
        return builder.report(_without_closing(report))


def _without_closing(report: Report) -> Report:
    """Return a comparison without the remark on further topics."""
    return Report(
        remarks=report.remarks,
        corner=report.corner,
        columns=report.columns,
        is_matrix=report.is_matrix,
        sections=report.sections,
    )


def _escalation_of(county: County, on: date, builder: ReportNodes) -> list[nodes.Node]:
    """Return the escalation of the document that applies, or of the only candidate."""
    document = county.in_force(on=on).document
    return [] if document is None else escalation_nodes(county.document(document, on=on).escalation, builder)


DIRECTIVES: dict[str, type[Directive]] = {
    "county": CountyDirective,
    "document": DocumentDirective,
    "topic": TopicDirective,
    "escalation": EscalationDirective,
    "comparison": ComparisonDirective,
}
