"""The base of the directives: day, language, warnings, the place of objects."""

import warnings
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar, cast

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import OptionSpec

from psykavtal.errors import PluginWarning, PsykavtalError
from psykavtal.model.dates import parse_date
from psykavtal.output.report import Line, Target
from psykavtal.sphinxext.counties_of_site import SiteCounties, known_language
from psykavtal.sphinxext.object_index import PageAnchor
from psykavtal.sphinxext.report_nodes import ReportNodes

if TYPE_CHECKING:
    from psykavtal.sphinxext.avtal_domain import AvtalDomain

logger = logging.getLogger(__name__)

OPTIONS: OptionSpec = {
    "on": directives.unchanged_required,
    "lang": directives.unchanged_required,
    "sections": directives.flag,
    "no-index": directives.flag,
}
"""The options of every directive."""


class AvtalDirective(SphinxDirective):
    """The common part of the directives: day, language, warnings in place of errors."""

    has_content = False
    required_arguments = 1
    final_argument_whitespace = False
    option_spec: ClassVar[OptionSpec] = OPTIONS  # pyright: ignore[reportIncompatibleVariableOverride] (as Sphinx has it)

    def run(self) -> list[nodes.Node]:
        """Return the nodes; none, and a warning, if an argument or option is wrong."""
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always", PluginWarning)
            try:
                domain = cast("AvtalDomain", self.env.domains["avtal"])
                domain.kept["digests"][self.env.docname] = domain.site.digest
                found = self.made(domain.site)
            except PsykavtalError as error:
                self._warn(error)
                found = []
        for each in {str(each.message): each for each in caught}:
            self._warn(each)
        return found

    def _warn(self, message: object) -> None:
        logger.warning("%s: %s", self.name, message, location=self.get_location(), type="avtal")

    def made(self, site: SiteCounties) -> list[nodes.Node]:
        """Return the nodes.

        Raises:
            PsykavtalError: an argument or an option is wrong.
        """
        raise NotImplementedError

    def day(self, site: SiteCounties) -> date:
        """Return the day of the option, or that of the site."""
        return parse_date(self.options["on"], place=":on:") if "on" in self.options else site.on

    @property
    def _around(self) -> nodes.Element:
        """The element that contains the directive."""
        return cast("nodes.Element", self.state_machine.node)

    def builder(self, site: SiteCounties) -> ReportNodes:
        """Return the builder of nodes at the place of the directive."""
        level = 0
        parent: nodes.Element | None = self._around
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
        """Return nodes in their language, with the id of the object that they describe.

        A page of its own is the place of the object; elsewhere, an element around the nodes is.
        """
        anchor = self._noted(target, title, f"{target.type.value}-{target.id}" if made.level else "")
        return self.in_language(made, content, [anchor] if anchor else [])

    def in_language(self, made: ReportNodes, content: list[nodes.Node], ids: Sequence[str] = ()) -> list[nodes.Node]:
        """Return nodes marked with their language, within a page in one element."""
        language = f"language-{made.lang}"
        self._keep_signs(content)
        if made.level:
            return [nodes.container("", *content, ids=list(ids), classes=["avtal", language])]
        for node in content:
            if isinstance(node, nodes.Element):
                node["classes"].append(language)
        return content

    def _keep_signs(self, content: Iterable[nodes.Node]) -> None:
        """Keep Sphinx from changing quotation marks and dashes: texts are shown as they are."""
        title: list[nodes.Node] = self._around[:1] if "sections" in self.options else []
        for node in (*title, *content):
            for text in node.findall(nodes.Text):
                assert text.parent is not None
                text.parent["support_smartquotes"] = False

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
