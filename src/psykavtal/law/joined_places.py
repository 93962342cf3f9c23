"""Join adjacent chapters, sections and parts into places."""

from collections.abc import Iterable

import attrs

from psykavtal.law.cited_places import CitedPlace
from psykavtal.law.elements import (
    ActName,
    BackReference,
    BehindAct,
    Chapters,
    Connection,
    Element,
    Link,
    Numbers,
    Parts,
    Same,
    Sections,
    Unit,
    UnreadText,
    Word,
)
from psykavtal.law.pinpoints import Pinpoint

_ITEM = "p."


def joined(elements: Iterable[Element]) -> list[Element]:
    """Return the elements with places instead of chapters, sections and parts.

    An element that can be joined to two others, or with nothing, becomes unread.
    """
    found: list[Element] = []
    for element in elements:
        _add(found, element)
    return _chapters_behind([_alone(each) for each in found])


def _add(found: list[Element], element: Element) -> None:
    """Add an element, joined with the element before it."""
    last = found[-1] if found else None
    match element:
        case Sections():
            _add_sections(found, element)
        case Chapters() if isinstance(last, CitedPlace) and (element.sign_first or len(element.numbers) > 1):
            found[-1] = _unread(last, element)  # "§ 16 kap. 4", "9 § 2 och 10 kap."
        case Parts():
            _add_part(found, element)
        case Unit() if isinstance(last, CitedPlace):
            found[-1] = _unread(last, element)  # "§ 9, 1 st"
        case Numbers() if isinstance(last, BehindAct):
            _join_behind(found, last.place, _items(element, element.numbers))
        case Numbers() if isinstance(last, CitedPlace) and not last.is_dotted and last.sections[-1].section:
            found[-1] = last.with_part(_items(element, element.numbers))
        case Numbers() if isinstance(last, Chapters) and len(last.numbers) == 1:
            sections = tuple(Pinpoint("", each) for each in element.numbers)
            _add_sections(found, Sections(start=element.start, end=element.end, pinpoints=sections))
        case BackReference(same=Same.SECTION):
            leading = _take_leading_part(found)
            place = CitedPlace(start=element.start, end=element.end, sections=(Pinpoint(),), same=True)
            found.append(_led_by(leading, place) if leading else place)
        case BackReference(same=Same.CHAPTER) if isinstance(last, Sections | Chapters):
            found[-1] = _unread(last, element)
        case _:
            found.append(element)


def _add_sections(found: list[Element], element: Sections) -> None:
    """Add sections, with the chapter and the parts before them."""
    last = found[-1] if found else None
    if isinstance(last, CitedPlace) and not element.sign_first and not element.is_pair and len(element.pinpoints) > 1:
        _add_items_and_section(found, last, element)
        return
    if (
        len(found) > 1
        and _is_comma(last)
        and isinstance(found[-2], Chapters)
        and all(not each.chapter for each in element.pinpoints)
    ):
        found.pop()  # kap. 16, § 3
        last = found[-1]
    if isinstance(last, Chapters) and len(last.numbers) > 1:
        found[-1] = _unread(last, element)  # "2 och 5 kap. 3 §"
        return
    place = CitedPlace(
        start=element.start,
        end=element.end,
        sections=element.pinpoints,
        is_pair=element.is_pair,
        is_dotted=element.is_dotted,
    )
    if isinstance(last, Chapters) and len(last.numbers) == 1 and not element.is_pair:
        found.pop()
        place = attrs.evolve(place.in_chapter(last.numbers[0]), start=last.start)
    if len(place.sections) == 1 and (leading := _take_leading_part(found)) is not None:
        place = _led_by(leading, place)
    found.append(place)


def _add_items_and_section(found: list[Element], last: CitedPlace, element: Sections) -> None:
    """Add "2 och 10 §" behind "9 §": items and a section, else unread."""
    *items, section = [each.section for each in element.pinpoints]
    before = last.sections[-1].section.partition(" ")[0]
    if not all(each.isdigit() and before.isdigit() and int(each) <= int(before) for each in items):
        found[-1] = _unread(last, element)
        return
    found[-1] = last.with_part(_items(element, tuple(items)))
    found.append(CitedPlace(start=element.end, end=element.end, sections=(Pinpoint("", section),)))


def _add_part(found: list[Element], element: Parts) -> None:
    """Add a part to the section before it."""
    last = found[-1] if found else None
    if isinstance(last, CitedPlace):
        found[-1] = last.with_part(element)
        return
    if isinstance(last, BehindAct):
        _join_behind(found, last.place, element)
        return
    at = len(found) - 2
    if at >= 0 and isinstance(last, Connection) and last.link in {Link.AND, Link.COMMA}:
        before = found[at]
        if isinstance(before, CitedPlace) and before.parts:
            found[at:] = [before.with_part(element, also=True)]
            return
    while at >= 0 and isinstance(found[at], ActName | Connection | BackReference):
        at -= 1
    closed = isinstance(last, Connection) and last.link in {Link.CLOSE, Link.COMMA}
    is_behind_act = isinstance(found[-2] if closed and len(found) > 1 else last, ActName)
    place = found[at] if at >= 0 else None
    is_listed = isinstance(last, Connection) and last.link is Link.COMMA
    if is_behind_act and isinstance(place, CitedPlace) and not place.parts and (element.in_words or not is_listed):
        _join_behind(found, at, element)
        return
    found.append(element)


def _join_behind(found: list[Element], at: int, part: Parts) -> None:
    """Join a part with a place before the act: "9 § LSS första stycket 2"."""
    place = found[at]
    assert isinstance(place, CitedPlace)
    found[at] = attrs.evolve(place.with_part(part), end=place.end)
    found.append(BehindAct(start=part.start, end=part.end, place=at))


def _take_leading_part(found: list[Element]) -> Parts | None:
    """Remove a part before a section: "första stycket 9 §", "punkt 9 i 9 §"."""
    at = len(found) - 1
    if at >= 0 and isinstance(link := found[at], Connection) and link.link is Link.IN:
        at -= 1
    if at < 0 or not isinstance(part := found[at], Parts):
        return None
    del found[at:]
    return part


def _alone(element: Element) -> Element:
    """An element that was joined with nothing."""
    match element:
        case Chapters():
            return CitedPlace(start=element.start, end=element.end, sections=tuple(map(Pinpoint, element.numbers)))
        case CitedPlace(same=True, parts=()):
            return Word(start=element.start, end=element.end)
        case Parts():
            return UnreadText(start=element.start, end=element.end)
        case BehindAct() | Unit():
            return Word(start=element.start, end=element.end)
        case _:
            return element


def _chapters_behind(elements: list[Element]) -> list[Element]:
    """Join a section with the chapter behind it, as in "3 § i 16 kap."."""
    found: list[Element] = []
    for element in elements:
        last = found[-1] if found else None
        before = found[-2] if len(found) > 1 else None
        match element:
            case CitedPlace(sections=(Pinpoint(chapter=chapter, section=""), *_), same=False):
                is_in = isinstance(last, Connection) and last.link is Link.IN
                if isinstance(before, CitedPlace) and is_in:
                    found[-2:] = [attrs.evolve(before.in_chapter(chapter), end=element.end)]
                    continue
                if isinstance(last, CitedPlace):
                    found[-1] = _unread(last, element)
                    continue
            case _:
                pass
        if isinstance(element, CitedPlace) and isinstance(last, UnreadText):
            found[-1] = _unread(last, element)
        else:
            found.append(element)
    return found


def _led_by(leading: Parts, place: CitedPlace) -> CitedPlace:
    return attrs.evolve(place.with_part(leading), start=leading.start)


def _items(element: Element, numbers: tuple[str, ...]) -> Parts:
    return Parts(start=element.start, end=element.end, numbers=numbers, unit=_ITEM)


def _is_comma(element: Element | None) -> bool:
    return isinstance(element, Connection) and element.link is Link.COMMA


def _unread(first: Element, last: Element) -> UnreadText:
    return UnreadText(start=first.start, end=last.end)
