"""The outline of a document: its headings, the provisions below each, and their places."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import attrs

from psykavtal.agreements.county_data import CountyData
from psykavtal.errors import InvalidValueError, Message, UnknownNameError, suggestion
from psykavtal.lazy import Frozen, locked_property
from psykavtal.model import arguments
from psykavtal.model.citations import Section, Text
from psykavtal.model.documents import Document
from psykavtal.model.provisions import KINDS, Provision, kind_of
from psykavtal.model.text_places import Heading, HeadingCount, ProvisionCounts, TextPlace, heading_label
from psykavtal.model.wording import Wording

_Key = tuple[str, str]
"""A copy and a section of it, by their ids."""


@attrs.frozen(slots=False)
class Outline(Frozen):
    """The headings of a document in text order, with the provisions below them.

    The headings are those of the first copy. A section of another copy is listed if a provision has its place there.

    Attributes:
        data: the county's data.
        document: the document.
    """

    data: CountyData
    document: Document

    @locked_property
    def provisions(self) -> tuple[Provision, ...]:
        """The provisions that the document states, in text order."""
        return self.data.stated_by(self.document.id)

    @locked_property
    def headings(self) -> tuple[Heading, ...]:
        """The headings, each with the number of provisions below it."""
        counts = Counter(self._keys.values())
        own = [
            Heading(
                section=section.id,
                text=text.id,
                heading=section.heading,
                level=section.level,
                page=section.page,
                provisions=counts[text.id, section.id],
            )
            for text, section in self._sections()
            if text is self.document.texts[0] or counts[text.id, section.id]
        ]
        return tuple(
            attrs.evolve(each, total=sum(below.provisions for below in _with_subheadings(own, at)))
            for at, each in enumerate(own)
        )

    def with_subheadings(self, section: str) -> tuple[Heading, ...]:
        """Return a heading, by its text, id or number, and its subheadings.

        The number is the printed one if the document numbers its headings, otherwise that in the outline.

        Raises:
            UnknownNameError: no heading or several have this name.
        """
        found = self._find(arguments.text(section, "section").strip())
        if len(found) == 1:
            return _with_subheadings(self.headings, found[0])
        names = {each.label.sv for each in self.headings if each.heading}
        if found:
            ids = [repr(self.headings[at].section) for at in found]
            fault = Message(
                en="{count} headings are {heading!r}.",
                sv="{count} rubriker är {heading!r}.",
                count=len(found),
                heading=section,
            )
            shown = Message.written(en=" or ".join(ids), sv=" eller ".join(ids))
            fix = Message(en="Give one by its id: {ids}.", sv="Ange en av dem med dess id: {ids}.", ids=shown)
        else:
            fault = Message(en="unknown heading {heading!r}.", sv="okänd rubrik {heading!r}.", heading=section)
            fix = suggestion(section, names, kind="headings")
        raise UnknownNameError(fault, value=section, place=self.document.id, fix=fix)

    def below(self, section: str) -> tuple[Provision, ...]:
        """Return the provisions below a heading and its subheadings, in text order.

        Raises:
            UnknownNameError: no heading or several have this name.
        """
        keys = {(each.text, each.section) for each in self.with_subheadings(section)}
        return tuple(each for each in self.provisions if self._keys[each.id] in keys)

    def directly_below(self, heading: Heading) -> tuple[Provision, ...]:
        """Return the provisions below a heading, without those below its subheadings."""
        return tuple(each for each in self.provisions if self._keys[each.id] == (heading.text, heading.section))

    def place_of(self, provision: Provision) -> TextPlace:
        """Return the place of a provision in the text.

        Raises:
            UnknownNameError: the document does not state it.
        """
        wanted = arguments.instance(provision, Provision, "provision").id
        order = next((at for at, each in enumerate(self.provisions, 1) if each.id == wanted), None)
        citation = None if order is None else self.data.text_order.passage_of(self.provisions[order - 1])
        if order is None or citation is None:
            fault = Message(en="does not state the provision.", sv="anger inte bestämmelsen.")
            fix = Message(en="Ask its own document.", sv="Fråga dess eget dokument.")
            raise UnknownNameError(fault, value=wanted, place=self.document.id, fix=fix)
        locked = self.data.text_order.passages.get(citation.key)
        section = self.data.text_order.section_of(citation)
        place = TextPlace(
            section=citation.section,
            text=citation.text,
            heading=citation.heading if section is None else section.heading,
            others=len(self.provisions[order - 1].citations) - 1,
        )
        if locked is None or locked.order is None:
            return place
        return attrs.evolve(
            place, order=order, items=locked.items, row=locked.row, footnote=locked.footnote, page=locked.page
        )

    def counts(self, kind: type[Provision] | str | None = None, *, topic: str | None = None) -> ProvisionCounts:
        """Count provisions by heading.

        Args:
            kind: a kind of provision, as a class or by its name; all kinds by default.
            topic: id of a topic that they answer.

        Raises:
            InvalidValueError: unknown kind.
            UnknownTopicError: unknown topic.
        """
        name = None if kind is None else _kind_name(kind)
        label = Provision.PLURAL if name is None else KINDS[name].PLURAL
        if topic is not None:
            found = self.data.topic(topic).label
            label = found if name is None else Wording(sv=f"{label.sv} ({found.sv})", en=f"{label.en} ({found.en})")
        chosen = [
            self._keys[each.id]
            for each in self.provisions
            if (name is None or kind_of(type(each)) == name) and (topic is None or topic in each.topics)
        ]
        counted = Counter(chosen)
        by_heading = [HeadingCount(each, counted[each.text, each.section]) for each in self.headings]
        return ProvisionCounts(
            counted=label, total=len(chosen), by_heading=tuple(each for each in by_heading if each.count)
        )

    def _find(self, name: str) -> list[int]:
        """Return the positions of the headings with a name."""
        plain = _plain(name)
        tests: list[Callable[[int, Heading], bool]] = [
            lambda _, each: _plain(each.heading) == plain,
            lambda _, each: each.section == name,
            lambda at, each: self._number(at, each) == name.removesuffix("."),
            lambda _, each: _plain(_without_number(each.heading)) == plain,
            lambda _, each: plain in (_plain(each.label.sv), _plain(each.label.to("en"))),
        ]
        for test in tests:
            found = [at for at, each in enumerate(self.headings) if test(at, each)]
            if found:
                return found
        return []

    def _number(self, at: int, heading: Heading) -> str:
        return _printed_number(heading.heading) if self.is_numbered else str(at + 1)

    @locked_property
    def is_numbered(self) -> bool:
        """Return True if the document prints numbers before its headings."""
        return any(_printed_number(each.heading) for each in self.headings)

    def _sections(self) -> Iterator[tuple[Text, Section]]:
        for text in self.document.texts:
            yield from ((text, section) for section in text.sections)

    @locked_property
    def _keys(self) -> dict[str, _Key]:
        """The copy and section of each provision, by its id."""
        found: dict[str, _Key] = {}
        for each in self.provisions:
            citation = self.data.text_order.passage_of(each)
            if citation is not None:
                found[each.id] = citation.text, citation.section
        return found


def _with_subheadings(headings: Sequence[Heading], at: int) -> tuple[Heading, ...]:
    """Return the heading at a position and those of deeper levels that follow it."""
    end = at + 1
    while end < len(headings) and headings[end].text == headings[at].text and headings[end].level > headings[at].level:
        end += 1
    return tuple(headings[at:end])


def _kind_name(kind: type[Provision] | str) -> str:
    name = kind_of(kind) if isinstance(kind, type) else arguments.text(kind, "kind")
    if name not in KINDS:
        fault = Message(en="unknown kind {kind!r}.", sv="okänt slag {kind!r}.", kind=name)
        raise InvalidValueError(fault, value=name, fix=suggestion(name, KINDS, kind="kinds"))
    return name


def _plain(heading: str) -> str:
    return " ".join(heading_label(heading).sv.casefold().split()) if heading.strip() else ""


def _printed_number(heading: str) -> str:
    """Return the number before a heading, as 3 or 3.1; an empty text without one."""
    first = heading.partition(" ")[0].removesuffix(".")
    return first if first.replace(".", "").isdecimal() else ""


def _without_number(heading: str) -> str:
    return heading.partition(" ")[2] if _printed_number(heading) else heading
