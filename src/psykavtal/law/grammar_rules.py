"""Convert each rule of the grammar to an element of a citation."""

import re
from collections.abc import Callable, Iterable
from itertools import pairwise

import attrs
from lark import Token, Tree

from psykavtal.law.elements import (
    ActName,
    BackReference,
    Chapters,
    Connection,
    Element,
    Link,
    Numbers,
    Parts,
    ReportMention,
    Sections,
    Unit,
    UnreadText,
    Word,
)
from psykavtal.law.grammar_words import CONNECTS, LINKS, SAME, UNITS, act_version, ordinal_numbers
from psykavtal.law.names import WORDS, plain_name
from psykavtal.law.numbers import UnreadableRangeError, expanded, number
from psykavtal.law.pinpoints import Pinpoint


@attrs.frozen
class _Node:
    """A node of the grammar: its parts and position."""

    parts: tuple["Token | Tree[Token]", ...]
    start: int
    end: int
    shorts: frozenset[str]

    def tokens(self, *types: str) -> list[Token]:
        """The tokens of these types, at whatever depth."""
        return [each for each in _tokens(self.parts) if not types or each.type in types]

    def numbers(self) -> tuple[str, ...]:
        """The numbers of the node's list."""
        return expanded(self.tokens("NUMBER", "LETTER", *CONNECTS))


def element_of(tree: "Tree[Token]", shorts: frozenset[str]) -> Element:
    """Return the element of a tree of the grammar.

    Args:
        tree: one child of the grammar's start.
        shorts: the abbreviations of the register, as they are written.
    """
    start, end = tree.meta.start_pos, tree.meta.end_pos
    make = _MAKERS[str(tree.data)]
    try:
        return make(_Node(tuple(tree.children), start, end, shorts))
    except UnreadableRangeError:
        return UnreadText(start=start, end=end)


def _tokens(parts: Iterable["Token | Tree[Token]"]) -> Iterable[Token]:
    for each in parts:
        if isinstance(each, Tree):
            yield from _tokens(each.children)
        else:
            yield each


def _act(node: _Node) -> Element:
    token = node.tokens("TITLE", "SHORT", "OTHER_TITLE", "OTHER_LAW", "OTHER_SHORT")[0]
    name = plain_name(token)
    inner = re.search(r"\d{4} ?: ?\d+", token)
    odd_case = token.type == "SHORT" and name not in node.shorts and not name.isupper() and name.casefold() in WORDS
    return ActName(
        start=node.start,
        end=node.end,
        name=name,
        number=inner[0].replace(" ", "") if inner else "",
        version=act_version("".join(node.tokens("AGE"))),
        is_sure=not odd_case and token.type != "OTHER_SHORT",
    )


def _foreign(node: _Node) -> Element:
    return ActName(start=node.start, end=node.end, name=str(node.tokens()[0]), is_foreign=True)


def _number(node: _Node) -> Element:
    digits = re.search(r"\d{4} ?: ?\d+", node.tokens()[0])
    assert digits is not None
    return ActName(start=node.start, end=node.end, number=digits[0].replace(" ", ""))


def _report(node: _Node) -> Element:
    match = re.fullmatch(r"(\D+?) ?(\d.*)", node.tokens()[0])
    assert match is not None
    plain = match[1].rstrip(".")
    plain = "Dir" if "dir" in plain.lower() else plain
    series = plain if plain in {"SOU", "Ds"} or plain.endswith("FS") else f"{plain.capitalize()}."
    return ReportMention(start=node.start, end=node.end, series=series, number=match[2])


def _chapter(node: _Node) -> Element:
    sign_first = node.tokens()[0].type == "KAP"
    numbers = ordinal_numbers(node.tokens("ORDINAL", "ORDINAL_SEP")) or node.numbers()
    return Chapters(start=node.start, end=node.end, numbers=numbers, sign_first=sign_first)


def _sections(node: _Node) -> Element:
    if _goes_on_behind_and(node.tokens(*CONNECTS)):
        return UnreadText(start=node.start, end=node.end)
    found = tuple(
        Pinpoint("", each) for each in ordinal_numbers(node.tokens("ORDINAL", "ORDINAL_SEP")) or node.numbers()
    )
    return Sections(start=node.start, end=node.end, pinpoints=found, sign_first=node.tokens()[0].type == "PARA")


def _goes_on_behind_and(connections: list[Token]) -> bool:
    """Return whether a comma follows "och", as in "1 och 2, 9 §"."""
    words = [each.strip() for each in connections if each.type != "RANGE"]
    return any(before != "," and each == "," for before, each in pairwise(words))


def _chapter_sections(node: _Node) -> Element:
    numbers = node.numbers()
    separators = node.tokens(*CONNECTS)
    if not separators or separators[0].strip() != ",":
        return UnreadText(start=node.start, end=node.end)
    found = tuple(Pinpoint(numbers[0], each) for each in numbers[1:])
    return Sections(start=node.start, end=node.end, pinpoints=found, sign_first=True)


def _pairs(node: _Node) -> Element:
    closed = any(each.type.startswith("PARA") for each in node.tokens()[1:])
    if closed and any(each.type == "NUMBER" for each in node.tokens()):
        return UnreadText(start=node.start, end=node.end)  # "9:1 och 10 §"
    found: list[Pinpoint] = []
    chapter, run = "", list[Token]()
    for token in node.tokens("PAIR", "NUMBER", *CONNECTS):
        if token.type != "PAIR":
            run.append(token)
            continue
        before, _, after = token.partition(":")
        if run and run[-1].type == "RANGE" and number(before) != chapter:
            raise UnreadableRangeError  # across chapters
        own = Token("NUMBER", after)
        if number(before) == chapter:
            run.append(own)
        else:
            found += [Pinpoint(chapter, each) for each in expanded(run)]
            chapter, run = number(before), [own]
    found += [Pinpoint(chapter, each) for each in expanded(run)]
    return Sections(
        start=node.start,
        end=node.end,
        pinpoints=tuple(found),
        sign_first=node.tokens()[0].type == "PARA",
        is_pair=True,
    )


def _dotted(node: _Node) -> Element:
    before, _, after = node.tokens("DOTTED")[0].partition(".")
    found = Pinpoint(number(before), number(after))
    return Sections(start=node.start, end=node.end, pinpoints=(found,), is_dotted=True)


def _part(node: _Node) -> Element:
    unit = UNITS.get(node.tokens(*UNITS, "MOMENT")[0].type)
    if unit is None:
        return UnreadText(start=node.start, end=node.end)
    numbers = ordinal_numbers(node.tokens("ORDINAL", "ORDINAL_SEP")) or node.numbers()
    return Parts(start=node.start, end=node.end, numbers=numbers, unit=unit, in_words=bool(node.tokens("ORDINAL")))


def _items(node: _Node) -> Element:
    return Numbers(start=node.start, end=node.end, numbers=node.numbers())


def _connection(node: _Node) -> Element:
    token = node.tokens()[0]
    link = LINKS.get(token.type, Link.COMMA if token.strip() == "," else Link.AND)
    if token.lower().startswith("resp"):
        link = Link.RESPECTIVELY
    return Connection(start=node.start, end=node.end, link=link)


def _same(node: _Node) -> Element:
    return BackReference(start=node.start, end=node.end, same=SAME[node.tokens()[0].type])


def _rest(node: _Node) -> Element:
    return UnreadText(start=node.start, end=node.end)


def _lone_unit(node: _Node) -> Element:
    return Unit(start=node.start, end=node.end)


def _word(node: _Node) -> Element:
    return Word(start=node.start, end=node.end)


_MAKERS: dict[str, Callable[[_Node], Element]] = {
    "act": _act,
    "foreign": _foreign,
    "number": _number,
    "report": _report,
    "chapter": _chapter,
    "chapter_sections": _chapter_sections,
    "sections": _sections,
    "pairs": _pairs,
    "dotted": _dotted,
    "part": _part,
    "items": _items,
    "connection": _connection,
    "same": _same,
    "rest": _rest,
    "lone_unit": _lone_unit,
    "word": _word,
}
"""The function that converts each rule of the grammar to an element."""
