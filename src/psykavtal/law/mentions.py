"""Acts as a citation mentions them: the names and the number that stand beside each other are one mention."""

from collections.abc import Iterable, Mapping, Sequence

import attrs

from psykavtal.law.elements import ActName, Connection, Element, Link, Reference, Report, Same
from psykavtal.law.names import key_of
from psykavtal.law.pinpoints import Pinpoint


@attrs.frozen(kw_only=True)
class Mention(Element):
    """An act by all names and the number that stand beside each other.

    Attributes:
        names: the names, as written.
        number: the number; empty if none is given.
        version: which act of the name, if the text says so: "older", "newer" or a year, "1982".
        is_sure: whether it is an act wherever it stands.
        acts: the numbers of the acts that all names can mean; of the number, if there is no name.
        pinpoints: the places that belong to it.
        stray: places behind it though it has others already.
    """

    names: tuple[str, ...] = ()
    number: str = ""
    version: str = ""
    is_sure: bool = True
    acts: frozenset[str] = frozenset()
    pinpoints: tuple[Pinpoint, ...] = ()
    stray: tuple[Pinpoint, ...] = ()


@attrs.frozen(kw_only=True)
class Names:
    """The names of a register, and which of its acts have chapters.

    Attributes:
        numbers: the numbers of the acts that bear each name, by the name's key.
        chapters: whether an act has chapters, by its number; None if unknown.
    """

    numbers: Mapping[str, frozenset[str]]
    chapters: Mapping[str, bool | None]

    def mention(self, act: ActName) -> Mention:
        """Return the mention of a name or a number."""
        known = (
            self.numbers.get(key_of(act.name), frozenset[str]()) if act.name else {act.number} & self.chapters.keys()
        )
        return Mention(
            start=act.start,
            end=act.end,
            names=(act.name,) if act.name else (),
            number=act.number,
            version=act.version,
            is_sure=act.is_sure,
            acts=frozenset(known),
        )

    def have_chapters(self, mention: Mention) -> bool | None:
        """Return whether the acts that can be meant have chapters; None if unknown, or if they differ."""
        known = {self.chapters.get(each) for each in mention.acts}
        return known.pop() if len(known) == 1 else None


_GLUE = {Link.COMMA, Link.OPEN, Link.CLOSE, Link.SLASH}


def mentions_joined(elements: Iterable[Element], names: Names) -> list[Element]:
    """Return the elements with mentions instead of names of acts; names of one act are one mention."""
    found: list[Element] = []
    for element in elements:
        if isinstance(element, Connection) and element.link is Link.CLOSE and _closes(found):
            found[-1] = attrs.evolve(found[-1], end=element.end)
            continue
        if not isinstance(element, ActName):
            found.append(element)
            continue
        mention = names.mention(element)
        at = _before_glue(found)
        before = found[at] if at >= 0 else None
        if not element.name and len(found) > 1 and _is_listed(found[-1]) and isinstance(report := found[-2], Report):
            found.append(attrs.evolve(report, start=element.start, end=element.end, number=element.number))
        elif isinstance(before, Mention) and _are_one(before, mention):
            found[at:] = [_one(before, mention)]
        elif isinstance(before, Reference) and before.same is Same.BARE_ACT and not mention.names:
            found[at:] = [attrs.evolve(mention, start=before.start)]  # lagen (1990:1404)
        else:
            found.append(mention)
    return found


def _are_one(first: Mention, second: Mention) -> bool:
    """Whether two mentions can be of one act; a number that no name bears can be a misprint."""
    if first.number and second.number:
        return False
    return not first.names or not second.names or bool(first.acts & second.acts)


def _one(first: Mention, second: Mention) -> Mention:
    both = first.names and second.names
    return Mention(
        start=first.start,
        end=second.end,
        names=tuple(dict.fromkeys((*first.names, *second.names))),
        number=first.number or second.number,
        version=first.version or second.version,
        acts=first.acts & second.acts if both else (first.acts if first.names else second.acts),
    )


def _is_listed(element: Element) -> bool:
    """Whether a connection goes on with a list: "SOU 2018:39, 2019:29 och 2020:19"."""
    return isinstance(element, Connection) and element.link in {Link.AND, Link.COMMA}


def _closes(found: Sequence[Element]) -> bool:
    """Whether a bracket that is open stands inside the mention before, as in "HSL (2017:30)"."""
    return bool(found) and isinstance(found[-1], Mention)


def _before_glue(found: Sequence[Element]) -> int:
    at = len(found) - 1
    while at >= 0 and isinstance(link := found[at], Connection) and link.link in _GLUE:
        at -= 1
    return at
