"""Mentions of acts: adjacent names and numbers of one act form one mention."""

from collections.abc import Iterable, Mapping, Sequence

import attrs

from psykavtal.law.elements import ActName, BackReference, Connection, Element, Link, ReportMention, Same
from psykavtal.law.names import key_of
from psykavtal.law.pinpoints import Pinpoint


@attrs.frozen(kw_only=True)
class Mention(Element):
    """A mention of an act: its adjacent names and number.

    Attributes:
        names: the names, as written.
        number: the number; empty if none is given.
        version: the act of the name, if the text states it: "older", "newer" or a year, "1982".
        is_sure: true if it is an act in any position.
        is_foreign: true if it is something else that has sections: an agreement, the minutes of a board.
        acts: the numbers of the acts that all names can mean; of the number, if no name is given.
        pinpoints: the places that belong to it.
        stray: places behind it though it has others already.
    """

    names: tuple[str, ...] = ()
    number: str = ""
    version: str = ""
    is_sure: bool = True
    is_foreign: bool = False
    acts: frozenset[str] = frozenset()
    pinpoints: tuple[Pinpoint, ...] = ()
    stray: tuple[Pinpoint, ...] = ()


@attrs.frozen(kw_only=True)
class Names:
    """The names of a register, and which of its acts have chapters.

    Attributes:
        numbers: the numbers of the acts that bear each name, by the name's key.
        chapters: true if an act has chapters, by its number; None if unknown.
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
            is_foreign=act.is_foreign,
            acts=frozenset(known),
        )

    def have_chapters(self, mention: Mention) -> bool | None:
        """Return whether the acts that can be meant have chapters.

        None if unknown, or if they differ.
        """
        known = {self.chapters.get(each) for each in mention.acts}
        return known.pop() if len(known) == 1 else None


_GLUE = {Link.COMMA, Link.OPEN, Link.CLOSE, Link.SLASH}


def mentions_joined(elements: Iterable[Element], names: Names) -> list[Element]:
    """Return the elements with mentions instead of names of acts.

    Names of one act are one mention.
    """
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
        if isinstance(before, Mention) and _is_alias(before, mention, found[at + 1 :]):
            found[at:] = [attrs.evolve(before, end=mention.end, names=(*before.names, *mention.names))]
        elif (
            not element.name
            and len(found) > 1
            and _is_listed(found[-1])
            and isinstance(report := found[-2], ReportMention)
        ):
            found.append(attrs.evolve(report, start=element.start, end=element.end, number=element.number))
        elif isinstance(before, Mention) and _are_one(before, mention) and _is_near(before, found[at + 1 :]):
            found[at:] = [_one(before, mention)]
        elif isinstance(before, BackReference) and before.same is Same.BARE_ACT and not mention.names:
            found[at:] = [attrs.evolve(mention, start=before.start)]  # lagen (1990:1404)
        else:
            found.append(mention)
    return found


def _are_one(first: Mention, second: Mention) -> bool:
    """Return whether two mentions can be of one act.

    A number that no name bears can be a misprint.
    """
    if (first.number and second.number) or first.is_foreign or second.is_foreign:
        return False
    return not first.names or not second.names or bool(first.acts & second.acts)


def _one(first: Mention, second: Mention) -> Mention:
    return Mention(
        start=first.start,
        end=second.end,
        names=tuple(dict.fromkeys((*first.names, *second.names))),
        number=first.number or second.number,
        version=first.version or second.version,
        acts=(first.acts & second.acts) or (second.acts if not first.names else first.acts),
    )


def _is_alias(first: Mention, second: Mention, between: Sequence[Element]) -> bool:
    """Return whether an unknown abbreviation in brackets is one of the act before: "diskrimineringslagen (DL)"."""
    opens = any(isinstance(each, Connection) and each.link is Link.OPEN for each in between)
    return opens and bool(first.acts) and not second.is_sure and not second.acts


def _is_near(first: Mention, between: Sequence[Element]) -> bool:
    """Return whether a name can follow on a number: "(1993:387) LSS", and not "(2017:30), SoL"."""
    links = {each.link for each in between if isinstance(each, Connection)}
    return bool(first.names) or not links & {Link.COMMA, Link.SLASH}


def _is_listed(element: Element) -> bool:
    """Return whether a connection goes on with a list: "SOU 2018:39, 2019:29 och 2020:19"."""
    return isinstance(element, Connection) and element.link in {Link.AND, Link.COMMA}


def _closes(found: Sequence[Element]) -> bool:
    """Return whether an open bracket is inside the mention before, as in "HSL (2017:30)"."""
    return bool(found) and isinstance(found[-1], Mention)


def _before_glue(found: Sequence[Element]) -> int:
    at = len(found) - 1
    while at >= 0 and isinstance(link := found[at], Connection) and link.link in _GLUE:
        at -= 1
    return at
