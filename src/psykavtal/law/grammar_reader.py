"""Read the elements of a citation with the grammar."""

from functools import cache
from importlib.resources import files

import attrs
from lark import Lark, Token, Tree

from psykavtal.law.elements import Element
from psykavtal.law.grammar_rules import element_of
from psykavtal.law.names import short_pattern, title_pattern


@attrs.frozen
class GrammarReader:
    """Reads texts with the names of one register.

    Attributes:
        titles: the titles of acts, in lower case.
        shorts: their abbreviations.
    """

    titles: tuple[str, ...]
    shorts: tuple[str, ...]

    def elements(self, text: str) -> list[Element]:
        """Return the elements of a text, in its order; no text is refused.

        Args:
            text: the text, normalised.
        """
        tree: Tree[Token] = _parser(self.titles, self.shorts).parse(text)  # pyright: ignore[reportUnknownMemberType] (lark types its texts partly)
        shorts = frozenset(self.shorts)
        return [element_of(each, shorts) for each in tree.children if isinstance(each, Tree)]


@cache
def _parser(titles: tuple[str, ...], shorts: tuple[str, ...]) -> Lark:
    """The grammar with the names as terminals."""
    grammar = files("psykavtal.law").joinpath("grammar.lark").read_text("utf-8")
    names = f"\nTITLE.80: /{title_pattern(titles)}/i\nSHORT.80: /{short_pattern(shorts)}/i\n"
    return Lark(grammar + names, parser="lalr", lexer="basic", propagate_positions=True, maybe_placeholders=False)
