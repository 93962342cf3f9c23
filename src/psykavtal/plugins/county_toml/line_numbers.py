"""The line of each table and key of a TOML text."""

import re
from collections.abc import Mapping


def line_index(source: str) -> dict[str, int]:
    """Return the first line of each table, key and dotted-name prefix in a TOML text.

    Of a line, and of a dotted name, only as much is read as a county file needs.
    """
    index: dict[str, int] = {}
    here = ""
    for number, line in enumerate(source.splitlines(), start=1):
        stripped = line[:_LONGEST_LINE].strip()
        if match := _HEADER.fullmatch(stripped):
            name, parts = "", _bare(match[1]).split(".")
            here = ".".join(parts)
        elif match := _KEY.match(stripped):
            name, parts = here, _bare(match[1]).split(".")
        else:
            continue
        for part in parts[:_MOST_PARTS]:
            name = f"{name}.{part}" if name else part
            index.setdefault(name, number)
    return index


def line_of(index: Mapping[str, int], table: str, key: str) -> int | None:
    r"""Return the line of a table's key, else of its header, else None.

    Examples:
        >>> lines = ['document = "x"', '[arena.svom]', 'sv = "y"', '[arena."b.c"]', 'sv = "z"', '[event]', 'main = 1']
        >>> index = line_index("\n".join(lines))
        >>> line_of(index, "arena.b.c", "sv"), line_of(index, "document", ""), line_of(index, "event.main", "")
        (5, 1, 7)
    """
    return index.get(f"{table}.{key}" if key else table, index.get(table))


_LONGEST_LINE = 10_000
_MOST_PARTS = 30
_HEADER = re.compile(r"\[{1,2}([^\[\]]+)\]{1,2}\s*(?:#.*)?")
_KEY = re.compile(r"([\w\".-]+)\s*=")


_BARE = str.maketrans("", "", "\"' \t")


def _bare(name: str) -> str:
    return name.translate(_BARE)
