"""Directives that put objects, escalations and timelines into a page."""

from datetime import date

from docutils import nodes

from psykavtal.agreements.county import County
from psykavtal.output.report import Target, TargetType
from psykavtal.output.views.county_page import county_answers, county_summary
from psykavtal.output.views.document_page import document_page
from psykavtal.output.views.topic_page import topic_page
from psykavtal.sphinxext.counties_of_site import SiteCounties
from psykavtal.sphinxext.directive_base import AvtalDirective
from psykavtal.sphinxext.escalation_figure import escalation_nodes
from psykavtal.sphinxext.report_nodes import ReportNodes
from psykavtal.sphinxext.timeline_figure import timeline_nodes


class CountyDirective(AvtalDirective):
    """`.. avtal:county:: jamtland`: what applies in a county, its documents, its escalation, its answers."""

    def made(self, site: SiteCounties) -> list[nodes.Node]:
        """Return the page of a county."""
        county = site.counties[self.arguments[0]]
        on, builder = self.day(site), self.builder(site)
        content = [
            *builder.report(county_summary(county, on=on)),
            *_escalation_of(county, on, builder),
            *timeline_nodes(county, on, builder),
            *builder.report(county_answers(county, on=on)),
        ]
        return self.described(builder, Target(TargetType.COUNTY, county.id, county.id), county.name, content)


class DocumentDirective(AvtalDirective):
    """`.. avtal:document:: jamtland-2025`: a document with every provision, by its outline."""

    def made(self, site: SiteCounties) -> list[nodes.Node]:
        """Return the page of a document."""
        county, document = site.document(self.arguments[0])
        on_day, builder = county.document(document.id, on=self.day(site)), self.builder(site)
        content = builder.report(document_page(on_day))
        if on_day.escalation.moves:
            content += escalation_nodes(on_day.escalation, builder)
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
            content = escalation_nodes(county.document(document.id, on=on).escalation, builder)
        else:
            content = _escalation_of(site.counties[name], on, builder)
        return self.in_language(builder, content)


class TimelineDirective(AvtalDirective):
    """`.. avtal:timeline:: jamtland`: the verdicts on a county's agreement by stretches of days."""

    def made(self, site: SiteCounties) -> list[nodes.Node]:
        """Return the timeline."""
        builder = self.builder(site)
        return self.in_language(builder, timeline_nodes(site.counties[self.arguments[0]], self.day(site), builder))


def _escalation_of(county: County, on: date, builder: ReportNodes) -> list[nodes.Node]:
    """Return the escalation of the document that applies, or of the only candidate."""
    document = county.in_force(on=on).document
    return [] if document is None else escalation_nodes(county.document(document, on=on).escalation, builder)
