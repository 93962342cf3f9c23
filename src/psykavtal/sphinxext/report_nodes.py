"""Make docutils nodes from a report: sections, lists, tables, anchors and links."""

import re
from collections.abc import Callable, Iterator, Sequence

import attrs
from docutils import nodes
from sphinx import addnodes

from psykavtal.model.wording import Wording
from psykavtal.output.escaping import visible
from psykavtal.output.labels import COMPARED
from psykavtal.output.report import Line, LineKind, Mark, Report, ReportSection, Ruling, Target, TargetType

_QUOTED = "language-sv"
_ADDRESS = re.compile(r"(https?://[^\s()<>«»\"]+)")
_PERMALINK = Wording(sv="Länk hit", en="Link here")


@attrs.frozen
class ReportNodes:
    """Makes nodes from reports, for one place on one page.

    Attributes:
        lang: "sv" or "en".
        document: the document tree of the page, which gives unique ids.
        define: records an object that is described here; returns its anchor, or an empty text for none.
        docname: the page.
        level: the level of headings within other content; 0 if they are sections of the page.
    """

    lang: str
    document: nodes.document
    define: Callable[[Target, Line], str]
    docname: str
    level: int = 0

    def report(self, report: Report) -> list[nodes.Node]:
        """Return the content of a report without its title."""
        made: list[nodes.Node] = [self.remark(each) for each in report.remarks]
        made += [self._table(report)] if report.columns else self.sections(report.sections)
        return [*made, *(self.remark(each) for each in report.closing)]

    def sections(self, sections: Sequence[ReportSection], depth: int = 0) -> list[nodes.Node]:
        """Return sections with their headings."""
        return [node for each in sections for node in self._section(each, depth)]

    def remark(self, text: Wording) -> nodes.paragraph:
        """Return a remark as a paragraph."""
        return nodes.paragraph("", "", self._text(text), classes=["avtal-note"])

    def below_heading(self, heading: Wording, content: Sequence[nodes.Node], depth: int = 0) -> list[nodes.Node]:
        """Return nodes below a heading, as a section of the page if possible."""
        return self._below([self._text(heading)], heading.to(self.lang), content, depth)

    def _below(
        self, words: Sequence[nodes.Node], name: str, content: Sequence[nodes.Node], depth: int
    ) -> list[nodes.Node]:
        if self.level:
            rubric = nodes.rubric("", "", *words)
            rubric["heading-level"] = min(self.level + depth, 6)
            return [rubric, *content]
        section = nodes.section("", nodes.title("", "", *words), *content, ids=[self._section_id(name)])
        self.document.set_id(section)
        return [section]

    def _section(self, section: ReportSection, depth: int) -> list[nodes.Node]:
        content: list[nodes.Node] = [nodes.paragraph("", "", self._badge(section.mark))] if section.mark else []
        if section.verdict is not None:
            content.append(self._ruling(section.verdict))
        content += self._lists(section.lines)
        if section.heading is None:
            return [*content, *self.sections(section.sections, depth)]
        below = self.sections(section.sections, depth + 1)
        if section.verdict is not None and self.level:
            below = [nodes.container("", *map(_cell, _grouped(below)), classes=["avtal-side-by-side"])]
        words = self._text(section.heading)
        heading: nodes.Node = words if section.subject is None else self._reference(words, section.subject)
        made = self._below([heading], section.heading.to(self.lang), [*content, *below], depth)
        if section.verdict is not None and isinstance(made[0], nodes.section):
            made[0]["classes"].append("avtal-side-by-side")
        return made

    def _section_id(self, heading: str) -> str:
        """Return an id that no other element of the page has."""
        base = nodes.make_id(heading) or "section"
        taken = self.document.ids
        return (
            base if base not in taken else next(f"{base}-{n}" for n in range(2, 10_000) if f"{base}-{n}" not in taken)
        )

    def _lists(self, lines: Sequence[Line]) -> list[nodes.Node]:
        return [self._list(lines, 0)] if lines else []

    def _list(self, lines: Sequence[Line], level: int) -> nodes.bullet_list:
        """Return lines as a list, deeper lines as a list within the line before them."""
        made = nodes.bullet_list("", classes=["avtal-lines"])
        at = 0
        while at < len(lines):
            line = lines[at]
            end = next((n for n in range(at + 1, len(lines)) if lines[n].level <= level), len(lines))
            text = self._line(line)
            item = nodes.list_item("", text, classes=[f"avtal-{line.kind.value}"])
            if line.defines is not None:
                self._define(item, text, line, line.defines)
            if end > at + 1:
                item += self._list(lines[at + 1 : end], level + 1)
            made += item
            at = end
        return made

    def _line(self, line: Line) -> nodes.paragraph:
        mark = [self._badge(line.mark), nodes.Text(" ")] if line.mark is not None else []
        classes = [_QUOTED] if line.kind is LineKind.CITATION and self.lang != "sv" else []
        return nodes.paragraph("", "", *mark, *self._linked(line), classes=classes)

    def _linked(self, line: Line) -> Iterator[nodes.Node]:
        """Yield the text of a line, with the parts that name objects as links."""
        rest = visible(line.text.to(self.lang))
        for link in line.links:
            name = visible(link.text.to(self.lang))
            before, _, rest = rest.partition(name)
            if before:
                yield nodes.Text(before)
            yield self._reference(nodes.Text(name), link.target)
        yield from _with_addresses(rest)

    def _define(self, item: nodes.list_item, text: nodes.paragraph, line: Line, target: Target) -> None:
        anchor = self.define(target, line)
        if not anchor:
            return
        item["ids"].append(anchor)
        self.document.set_id(item)
        title = _PERMALINK.to(self.lang)
        permalink = nodes.reference("", "¶", refid=anchor, classes=["avtal-permalink"], reftitle=title)
        text += [nodes.Text(" "), permalink]

    def _reference(self, text: nodes.Node, target: Target) -> addnodes.pending_xref:
        return addnodes.pending_xref(
            "",
            nodes.inline("", "", text),
            refdomain="avtal",
            reftype=target.type.value,
            reftarget=target.id if target.type is TargetType.TOPIC else f"{target.county}/{target.id}",
            refdoc=self.docname,
            refexplicit=True,
            refwarn=False,
            is_optional=True,
        )

    def _ruling(self, ruling: Ruling) -> nodes.paragraph:
        text = f"{COMPARED.to(self.lang)}: {visible(ruling.text.to(self.lang))}"
        return nodes.paragraph("", text, classes=["avtal-note"])

    def _badge(self, mark: Mark) -> nodes.inline:
        text = visible(mark.label.to(self.lang))
        return nodes.inline("", text, classes=["avtal-status", f"avtal-status-{nodes.make_id(mark.key)}"])

    def _text(self, text: Wording) -> nodes.Text:
        return nodes.Text(visible(text.to(self.lang)))

    def _table(self, report: Report) -> nodes.table:
        corner = report.corner.to(self.lang) if report.corner is not None else ""
        heads = [corner, *report.columns, *([COMPARED.to(self.lang)] if report.has_verdicts else [])]
        group = nodes.tgroup("", *(nodes.colspec(colwidth=1, stub=not at) for at in range(len(heads))), cols=len(heads))
        group += nodes.thead("", _row([[nodes.paragraph("", visible(each))] for each in heads]))
        group += nodes.tbody("", *(self._row(each) for each in report.sections))
        return nodes.table("", group, classes=["avtal-table"])

    def _row(self, section: ReportSection) -> nodes.row:
        heading: nodes.Node = nodes.Text("") if section.heading is None else self._text(section.heading)
        if section.subject is not None:
            heading = self._reference(heading, section.subject)
        cells: list[list[nodes.Node]] = [[nodes.paragraph("", "", heading)]]
        for each in section.sections:
            mark = [nodes.paragraph("", "", self._badge(each.mark))] if each.mark is not None else []
            cells.append([*mark, *self._lists(each.lines)])
        if section.verdict is not None:
            cells.append([nodes.paragraph("", visible(section.verdict.text.to(self.lang)))])
        return _row(cells)


def _with_addresses(text: str) -> Iterator[nodes.Node]:
    """Yield text, with addresses on the web as links."""
    for number, part in enumerate(_ADDRESS.split(text)):
        if part:
            yield nodes.reference("", part, refuri=part) if number % 2 else nodes.Text(part)


def _row(cells: Sequence[Sequence[nodes.Node]]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", *each) for each in cells))


def _grouped(content: Sequence[nodes.Node]) -> list[list[nodes.Node]]:
    """Return nodes in groups, each with its heading first."""
    groups: list[list[nodes.Node]] = []
    for each in content:
        if isinstance(each, nodes.rubric) or not groups:
            groups.append([])
        groups[-1].append(each)
    return groups


def _cell(content: Sequence[nodes.Node]) -> nodes.container:
    return nodes.container("", *content, classes=["avtal-cell"])
