"""A document as a page: its identity, the outline with every provision, silences, mentions elsewhere."""

from collections.abc import Iterator, Sequence

from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.document_on_day import DocumentOnDay
from psykavtal.model.provisions import Provision
from psykavtal.model.text_places import Heading
from psykavtal.model.wording import Wording
from psykavtal.output.labels import NEAREST, labelled, same
from psykavtal.output.report import Line, LineKind, LinkedPart, Report, ReportSection, Target, TargetType
from psykavtal.output.views.citation_text import citation_text
from psykavtal.output.views.document_view import heading_text, unreadable_lines
from psykavtal.output.views.page_links import county_line, described_provision, document_name, provision_links

_NOT_AVAILABLE = Wording(sv="Dokumentet finns inte hos oss.", en="The document is not available.")
_UNNAMED = Wording(
    sv="Namnet är de ord som texterna använder; en egen titel är inte känd.",
    en="The name is the words by which the texts refer to it; no title of its own is known.",
)
_READ = Wording(sv="Läst i sin helhet", en="Read in full")
_ADDRESS = Wording(sv="Adress", en="Address")
_AS_OF = Wording(sv="Läget", en="As of")
_SILENT = Wording(sv="Texten är tyst om", en="The text is silent on")
_REPORTED = Wording(sv="Uppgifter från annat håll", en="Reported from elsewhere")
_STATED_ABOUT = Wording(sv="Andra dokument om detta", en="Other documents on this one")
_MENTIONED = Wording(sv="Bestämmelser som hänvisar hit", en="Provisions that refer to it")


def document_page(document: DocumentOnDay) -> Report:
    """Return all that is recorded of a document as a page.

    Every provision that the document states is described where the outline of the text has it. A report
    about the document, which no available text states, is described below a heading of its own.
    """
    data, outline = document.holdings, document.structure
    about = [each for each in data.provisions_about(document.id) if each.document != document.id or each.is_reported]
    reported = [each for each in about if each.is_reported]
    others = [each for each in about if not each.is_reported]
    mentions = [each for each in mentioning(data, document.id) if each not in about]
    return Report(
        title=document_name(document.document),
        sections=tuple(
            each
            for each in (
                ReportSection(lines=tuple(_identity(document))),
                *_nested(document, outline.headings),
                ReportSection(heading=_REPORTED, lines=_described(data, reported)),
                ReportSection(heading=_STATED_ABOUT, lines=tuple(provision_links(data, others))),
                ReportSection(heading=_MENTIONED, lines=tuple(provision_links(data, mentions))),
                ReportSection(heading=_SILENT, lines=tuple(_silences(document))),
            )
            if each.lines or each.sections
        ),
    )


def mentioning(data: CountyData, thing_id: str) -> tuple[Provision, ...]:
    """Return the stated provisions that name a thing or a document, in text order."""
    every = (*data.record.standing, *(each for content in data.contents for each in content.provisions))
    found = (each for each in every if any(thing_id in ids for ids in each.refers_to().values()))
    return data.text_order.sorted(each for each in found if each.document != thing_id and not each.is_reported)


def _identity(document: DocumentOnDay) -> Iterator[Line]:
    own = document.document
    yield county_line(document.holdings)
    if own.edition_of is not None:
        in_force = document.in_force()
        yield Line(labelled(_day(_AS_OF, document), in_force.sentence))
    if own.unnamed:
        yield Line(_UNNAMED, kind=LineKind.REMARK)
    if not own.is_available:
        yield Line(_NOT_AVAILABLE)
    elif own.read_on is not None:
        yield Line(labelled(_READ, same(own.read_on.isoformat())), kind=LineKind.FACT)
    if own.url is not None:
        yield Line(labelled(_ADDRESS, same(own.url)), kind=LineKind.FACT)


def _day(label: Wording, document: DocumentOnDay) -> Wording:
    day = document.on.isoformat()
    return Wording(sv=f"{label.sv} {day}", en=f"{label.to('en')} {day}")


def _nested(document: DocumentOnDay, headings: Sequence[Heading]) -> tuple[ReportSection, ...]:
    """Return headings as sections, deeper ones within the one before them."""
    made: list[ReportSection] = []
    at = 0
    while at < len(headings):
        first = headings[at]
        end = next((n for n in range(at + 1, len(headings)) if headings[n].level <= first.level), len(headings))
        below = _nested(document, headings[at + 1 : end])
        made.append(
            ReportSection(
                heading=_capitalised(heading_text(document.structure, first)),
                lines=tuple(_below(document, first)),
                sections=below,
            )
        )
        at = end
    return tuple(each for each in made if each.lines or each.sections)


def _capitalised(heading: Wording) -> Wording:
    sv, en = heading.sv, heading.to("en")
    return Wording(sv=sv[:1].upper() + sv[1:], en=en[:1].upper() + en[1:])


def _below(document: DocumentOnDay, heading: Heading) -> Iterator[Line]:
    outline = document.structure
    for each in outline.directly_below(heading):
        yield from described_provision(document.holdings, each, outline)
    yield from unreadable_lines(document, heading)


def _described(data: CountyData, provisions: Sequence[Provision]) -> tuple[Line, ...]:
    return tuple(line for each in provisions for line in described_provision(data, each))


def _silences(document: DocumentOnDay) -> Iterator[Line]:
    """Yield the topics on which the document states nothing, each with the nearest passage."""
    for each in document.content.silences:
        topic = document.holdings.topic(each.topic)
        yield Line(topic.question, links=(LinkedPart(topic.question, Target(TargetType.TOPIC, topic.id)),))
        if each.near is not None:
            text = citation_text(each.near, document.holdings.name_of, within=document.id)
            yield Line(labelled(NEAREST, text), 1, LineKind.CITATION)
