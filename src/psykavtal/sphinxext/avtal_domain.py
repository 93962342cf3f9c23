"""The Sphinx domain `avtal`: its objects, roles and cross-references."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, cast

from docutils import nodes
from sphinx.domains import Domain, ObjType
from sphinx.roles import XRefRole
from sphinx.util import logging
from sphinx.util.nodes import make_refnode

from psykavtal.errors import UnknownNameError
from psykavtal.lazy import locked_property
from psykavtal.output.report import Target, TargetType
from psykavtal.sphinxext.counties_of_site import SiteCounties
from psykavtal.sphinxext.object_directives import (
    CountyDirective,
    DocumentDirective,
    EscalationDirective,
    TimelineDirective,
    TopicDirective,
)
from psykavtal.sphinxext.object_index import (
    DomainData,
    PageAnchor,
    find_target,
    forget_page,
    inventory,
    merge_pages,
    no_data,
)
from psykavtal.sphinxext.overview_directives import (
    AgeCoverageDirective,
    ComparisonDirective,
    CountiesDirective,
    ResponsibilityDirective,
    SilenceMapDirective,
)

if TYPE_CHECKING:
    from docutils.nodes import Element
    from docutils.parsers.rst import Directive
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)


class AvtalDomain(Domain):
    """Counties, documents, topics and provisions as objects that pages describe."""

    name = "avtal"
    label = "psykavtal"
    object_types = {each.value: ObjType(each.value, each.value) for each in TargetType}  # noqa: RUF012 (as Sphinx has it)
    roles = {each.value: XRefRole(innernodeclass=nodes.inline, warn_dangling=True) for each in TargetType}  # noqa: RUF012 (as Sphinx has it)
    directives: ClassVar[dict[str, "type[Directive]"]] = {
        "county": CountyDirective,
        "document": DocumentDirective,
        "topic": TopicDirective,
        "escalation": EscalationDirective,
        "timeline": TimelineDirective,
        "counties": CountiesDirective,
        "comparison": ComparisonDirective,
        "silence-map": SilenceMapDirective,
        "responsibility-matrix": ResponsibilityDirective,
        "age-coverage": AgeCoverageDirective,
    }
    initial_data = cast("dict[str, object]", no_data())
    data_version = 1

    @property
    def kept(self) -> DomainData:
        """The data that Sphinx keeps between builds."""
        return cast("DomainData", self.data)

    @locked_property
    def site(self) -> SiteCounties:
        """The counties of the site; loaded on first use."""
        return SiteCounties.of(self.env.config)

    def note_object(self, target: Target, place: PageAnchor, location: str) -> None:
        """Record the place of an object; the first place stays."""
        first = self.kept["objects"].setdefault(target, place)
        if first != place:
            message = "%s %r is described here and on page %r. Use :no-index: in one of them."
            logger.warning(message, target.type.value, target.id, first.docname, location=location, type="avtal")

    def clear_doc(self, docname: str) -> None:
        """Remove the objects of a page."""
        forget_page(self.kept, docname)

    def merge_domaindata(self, docnames: Iterable[str], otherdata: dict[str, object]) -> None:
        """Add the objects of pages that another process has read."""
        merge_pages(self.kept, set(docnames), cast("DomainData", otherdata))

    def resolve_xref(  # noqa: PLR0917 (as Sphinx has it)
        self,
        env: "BuildEnvironment",
        fromdocname: str,
        builder: "Builder",
        typ: str,
        target: str,
        node: "pending_xref",
        contnode: "Element",
    ) -> nodes.reference | None:
        """Return the link of a role; None if no page describes the object."""
        del env
        try:
            found = find_target(self.kept["objects"], typ, target)
        except UnknownNameError:
            return cast("nodes.reference", contnode) if node.get("is_optional") else None
        return self._link(builder, fromdocname, found, node, contnode)

    def resolve_any_xref(  # noqa: PLR0917 (as Sphinx has it)
        self,
        env: "BuildEnvironment",
        fromdocname: str,
        builder: "Builder",
        target: str,
        node: "pending_xref",
        contnode: "Element",
    ) -> list[tuple[str, nodes.reference]]:
        """Return the links of the role `any`."""
        del env
        found: list[tuple[str, nodes.reference]] = []
        for each in TargetType:
            try:
                named = find_target(self.kept["objects"], each.value, target)
            except UnknownNameError:
                continue
            found.append((f"avtal:{each.value}", self._link(builder, fromdocname, named, node, contnode)))
        return found

    def get_objects(self) -> Iterable[tuple[str, str, str, str, str, int]]:
        """Yield the objects for the inventory and the search."""
        return inventory(self.kept["objects"])

    def _link(
        self, builder: "Builder", fromdocname: str, target: Target, node: "pending_xref", contnode: "Element"
    ) -> nodes.reference:
        place = self.kept["objects"][target]
        if not node.get("refexplicit"):
            contnode = nodes.inline("", place.title)
        return make_refnode(builder, fromdocname, place.docname, place.anchor, contnode, place.title)
