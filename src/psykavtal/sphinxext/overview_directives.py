"""Directives that put a comparison or an overview of counties or documents into a page."""

from typing import TYPE_CHECKING, ClassVar

import attrs
from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.typing import OptionSpec

from psykavtal.agreements.comparison.comparing import compare
from psykavtal.agreements.overviews.age_coverage import age_coverage
from psykavtal.agreements.overviews.responsibilities import responsibility_matrix
from psykavtal.agreements.overviews.silence import silence_map
from psykavtal.errors import InvalidValueError, Message
from psykavtal.output.report import Report
from psykavtal.output.views.age_view import age_report
from psykavtal.output.views.comparison_view import comparison_report
from psykavtal.output.views.county_page import counties_page
from psykavtal.output.views.responsibility_view import responsibility_report
from psykavtal.output.views.silence_view import silence_report
from psykavtal.sphinxext.counties_of_site import SiteCounties
from psykavtal.sphinxext.directive_base import OPTIONS, AvtalDirective

if TYPE_CHECKING:
    from collections.abc import Sequence

    from psykavtal.agreements.county import County
    from psykavtal.agreements.document_on_day import DocumentOnDay

_BOTH = Message(en="counties and documents are both given.", sv="både län och dokument är angivna.")
_SUBJECTS: OptionSpec = {
    **OPTIONS,
    "counties": directives.unchanged_required,
    "documents": directives.unchanged_required,
}
_TOPICS: OptionSpec = {**_SUBJECTS, "topics": directives.unchanged_required}


class OverviewDirective(AvtalDirective):
    """The common part: counties or documents as columns or parts of one report."""

    required_arguments = 0
    option_spec: ClassVar[OptionSpec] = _SUBJECTS  # pyright: ignore[reportIncompatibleVariableOverride] (as Sphinx has it)

    def made(self, site: SiteCounties) -> list[nodes.Node]:
        """Return the report as nodes, without its title and closing remarks."""
        builder = self.builder(site)
        report = attrs.evolve(self.report(site), closing=())
        return self.in_language(builder, builder.report(report))

    def report(self, site: SiteCounties) -> Report:
        """Return the report.

        Raises:
            PsykavtalError: an option is wrong.
        """
        raise NotImplementedError

    def subjects(self, site: SiteCounties) -> "Sequence[County] | Sequence[DocumentOnDay]":
        """Return the counties or documents of the options; all counties by default.

        Raises:
            InvalidValueError: counties and documents are both given.
        """
        names, chosen = self._words("documents"), self._words("counties")
        if names and chosen:
            raise InvalidValueError(_BOTH, place=":documents:")
        on = self.day(site)
        if names:
            return [county.document(document.id, on=on) for county, document in map(site.document, names)]
        return site.counties.select(chosen).members

    def topics(self) -> list[str]:
        """Return the topics of the option."""
        return self._words("topics")

    def _words(self, option: str) -> list[str]:
        text: str = self.options.get(option, "")
        return text.split()


class ComparisonDirective(OverviewDirective):
    """`.. avtal:comparison::`: counties or documents, topic by topic."""

    option_spec: ClassVar[OptionSpec] = {**_TOPICS, "detail": directives.flag}  # pyright: ignore[reportIncompatibleVariableOverride] (as Sphinx has it)

    def report(self, site: SiteCounties) -> Report:
        """Return the comparison."""
        found = compare(self.subjects(site), on=self.day(site), topics=self.topics())
        return comparison_report(found, detail="detail" in self.options, in_code=True)


class SilenceMapDirective(OverviewDirective):
    """`.. avtal:silence-map::`: the status of each topic in counties or documents."""

    option_spec: ClassVar[OptionSpec] = _TOPICS  # pyright: ignore[reportIncompatibleVariableOverride] (as Sphinx has it)

    def report(self, site: SiteCounties) -> Report:
        """Return the silence map."""
        return silence_report(silence_map(self.subjects(site), on=self.day(site), topics=self.topics()))


class ResponsibilityDirective(OverviewDirective):
    """`.. avtal:responsibility-matrix::`: the duties of each bearer, by area."""

    def report(self, site: SiteCounties) -> Report:
        """Return the matrix."""
        return responsibility_report(responsibility_matrix(self.subjects(site), on=self.day(site)))


class AgeCoverageDirective(OverviewDirective):
    """`.. avtal:age-coverage::`: the ages of target groups and services."""

    def report(self, site: SiteCounties) -> Report:
        """Return the ages."""
        return age_report(age_coverage(self.subjects(site), on=self.day(site)))


class CountiesDirective(OverviewDirective):
    """`.. avtal:counties::`: each county with its verdict and the documents that were read."""

    def report(self, site: SiteCounties) -> Report:
        """Return the list."""
        return counties_page(site.counties.select(self._words("counties")).members, on=self.day(site))
