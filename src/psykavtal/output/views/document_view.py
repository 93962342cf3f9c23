"""A document as a report: its outline with counts, and its provisions heading by heading."""

from collections.abc import Iterator

import attrs

from psykavtal.agreements.descriptions import describe_value
from psykavtal.agreements.document_on_day import DocumentOnDay
from psykavtal.agreements.outline import Outline
from psykavtal.model.provisions import Provision
from psykavtal.model.text_places import Heading
from psykavtal.model.wording import Wording
from psykavtal.output.labels import joined, labelled, same
from psykavtal.output.report import Line, LineKind, Mark, Report, ReportSection
from psykavtal.output.views.citation_text import citation_text
from psykavtal.output.views.provision_view import provision_lines, with_value

_OUTLINE = Wording(sv="Disposition", en="Outline")
_AFTER = Wording(sv=", efter ", en=", after ")
_BEFORE = Wording(sv=", före ", en=", before ")
_OTHER_COPY = Wording(sv=", i en annan kopia", en=", in another copy")
_NONE = Wording(sv="Inga bestämmelser.", en="No provisions.")
_NOT_AVAILABLE = Wording(sv="Dokumentet finns inte hos oss.", en="The document is not available.")
_PAGE = Wording(sv="sidan", en="page")
_UNREADABLE = Mark(key="unreadable", label=Wording(sv="oläsligt", en="unreadable"))


def document_report(document: DocumentOnDay, section: str | None = None, *, full: bool = False) -> Report:
    """Return the outline of a document, and the provisions below one heading or below all.

    Args:
        document: the document.
        section: a heading by its text, id or number; its subheadings are shown too.
        full: whether the provisions below all headings are shown.

    Raises:
        UnknownNameError: unknown heading.
    """
    outline = document.structure
    shown = outline.headings if full else () if section is None else outline.with_subheadings(section)
    name = Wording(sv=document.document.label("sv"), en=document.document.label("en"))
    is_whole = section is None and bool(outline.headings)
    return Report(
        title=name,
        remarks=(_NOT_AVAILABLE,) if not outline.headings else () if section is None else (_context(outline, shown),),
        sections=(
            *((_outline(outline),) if is_whole else ()),
            *(_section(document, each) for each in shown),
        ),
    )


def _context(outline: Outline, shown: tuple[Heading, ...]) -> Wording:
    """Return the position of a heading in the outline, with the headings around it."""
    first, last = outline.headings.index(shown[0]), outline.headings.index(shown[-1])
    count = len(outline.headings)
    found = Wording(sv=f"Rubrik {first + 1} av {count}", en=f"Heading {first + 1} of {count}")
    if first:
        found = joined(found, _AFTER, _quoted(outline, outline.headings[first - 1]))
    if last + 1 < count:
        found = joined(found, _BEFORE, _quoted(outline, outline.headings[last + 1]))
    return joined(found, same("."))


def _quoted(outline: Outline, heading: Heading) -> Wording:
    return joined(same("«"), heading_text(outline, heading), same("»"))


def _outline(outline: Outline) -> ReportSection:
    """Return the headings with their counts, indented by level."""
    width = 0 if outline.is_numbered else len(str(len(outline.headings)))
    lines: list[Line] = []
    for at, each in enumerate(outline.headings, 1):
        text = joined(heading_text(outline, each), same(": "), _count(each))
        numbered = joined(same(f"{at:>{width}}. "), text) if width else text
        lines.append(Line(numbered, each.level - 1, LineKind.FACT))
    return ReportSection(heading=labelled(_OUTLINE, _number(len(outline.provisions))), lines=tuple(lines))


def heading_text(outline: Outline, heading: Heading) -> Wording:
    """Return a heading with its page, and a remark if another copy has it."""
    found = heading.label
    if heading.page is not None:
        found = joined(found, same(" ("), _PAGE, same(f" {heading.page})"))
    return found if heading.text == outline.headings[0].text else joined(found, _OTHER_COPY)


def _count(heading: Heading) -> Wording:
    """Return the number of provisions, and that below subheadings if it differs."""
    own = _number(heading.provisions)
    if heading.total == heading.provisions:
        return own
    sv, en = f", {heading.total} med underrubriker", f", {heading.total} with subheadings"
    return joined(own, Wording(sv=sv, en=en))


def _number(count: int) -> Wording:
    return Wording(
        sv="1 bestämmelse" if count == 1 else f"{count} bestämmelser",
        en="1 provision" if count == 1 else f"{count} provisions",
    )


def _section(document: DocumentOnDay, heading: Heading) -> ReportSection:
    """Return the provisions directly below a heading, and the passages that cannot be read."""
    outline = document.structure
    provisions = outline.directly_below(heading)
    lines = [line for each in provisions for line in _provision(document, each)]
    lines += unreadable_lines(document, heading)
    title = heading_text(outline, heading)
    return ReportSection(
        heading=labelled(title, _number(len(provisions))) if provisions else title,
        lines=tuple(lines) or (Line(_NONE, kind=LineKind.REMARK),),
    )


def _provision(document: DocumentOnDay, provision: Provision) -> Iterator[Line]:
    """Yield a provision with its value, as the bearer of a duty."""
    name_of = document.holdings.name_of
    first, *rest = provision_lines(provision, document.structure, name_of)
    yield attrs.evolve(first, text=with_value(provision.wording, describe_value(provision, provision.topic, name_of)))
    yield from rest


def unreadable_lines(document: DocumentOnDay, heading: Heading) -> Iterator[Line]:
    """Yield the passages below a heading that cannot be read, each with the reason."""
    for each in document.content.unread:
        if (each.at.text, each.at.section) == (heading.text, heading.section):
            yield Line(each.why, mark=_UNREADABLE)
            text = citation_text(each.at, document.holdings.name_of, within=document.id)
            yield Line(text, 1, LineKind.CITATION)
