"""Escape texts for each format: control characters, overrides of direction, and its syntax."""

import json
import re
from html import escape

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# Control characters, halves of characters, and marks and overrides of writing direction, which show text in another
# order than it has.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>#|!~&]")
_MARKDOWN_START = re.compile(r"^(\s*\d*)([-+=.)])")
_MERMAID = {'"': "quot", "#": "35", "<": "lt", ">": "gt", "&": "amp", "`": "96", "\\": "92"}


def visible(text: str) -> str:
    r"""Return text on one line without control characters and without overrides of direction.

    Examples:
        >>> visible("a\tb\x1b[31m")
        'a b�[31m'
    """
    if text.isprintable():
        return text
    return "".join(_visible(each) for each in text)


def visible_lines(text: str) -> str:
    """Return text of several lines as `visible` returns each of them."""
    return "\n".join(map(visible, text.split("\n")))


def _visible(character: str) -> str:
    if character.isspace() and character != "\N{NO-BREAK SPACE}":
        return " "
    return _UNSAFE.sub(_REPLACEMENT, character)


def json_text(value: object, *, indent: int | None = None) -> str:
    r"""Return a value as JSON with unsafe characters escaped, so that none is lost.

    Examples:
        >>> print(json_text("å\x9b1m"))
        "å\u009b1m"
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _UNSAFE.sub(lambda found: found[0] if found[0] == "\n" else f"\\u{ord(found[0]):04x}", text)


def markdown_text(text: str) -> str:
    r"""Return text for Markdown: no syntax, no HTML, no link.

    Examples:
        >>> print(markdown_text("[a](javascript:b) <b>"))
        \[a\](javascript:b) \<b\>
    """
    escaped = _MARKDOWN.sub(lambda found: "\\" + found.group(), visible(text))
    return _MARKDOWN_START.sub(r"\1\\\2", escaped)


def html_text(text: str) -> str:
    """Return text for an element or a quoted attribute of HTML."""
    return escape(visible(text))


def mermaid_text(text: str) -> str:
    """Return text for a quoted label of Mermaid.

    Examples:
        >>> mermaid_text('a"] --> b')
        'a#quot;] --#gt; b'
    """
    return "".join(f"#{_MERMAID[each]};" if each in _MERMAID else each for each in visible(text))


def dot_text(text: str) -> str:
    r"""Return text for a quoted string of DOT.

    Examples:
        >>> print(dot_text('a" -> b\\n'))
        a\" -> b\\n
    """
    return visible(text).replace("\\", "\\\\").replace('"', '\\"')
