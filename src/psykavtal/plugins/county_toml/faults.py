"""Faults of a file: collected, placed, and reported together."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

import attrs

from psykavtal.errors import LISTED, CountyFileError, PsykavtalError, nearest, safe_repr
from psykavtal.model.provisions import Provision  # noqa: TC001 (a list of them is made)


@attrs.frozen(kw_only=True)
class Fault:
    """One fault in a file.

    Attributes:
        file: name of the file.
        table: the table, dotted.
        key: the key in the table; empty for the table as a whole.
        value: the offending value, as text.
        message: what is wrong.
        fix: what would be right.
        line: the line of the file, where it could be found.
    """

    file: str
    table: str
    key: str = ""
    value: str = ""
    message: str
    fix: str = ""
    line: int | None = None

    def __str__(self) -> str:
        """Place, message, fix: one line."""
        line = f":{self.line}" if self.line else ""
        key = f" {self.key}" if self.key else ""
        value = f" = {self.value}" if self.value else ""
        fix = f" {self.fix}" if self.fix else ""
        return f"{self.file}{line} [{self.table}]{key}{value}: {self.message}{fix}"


class Suggestions:
    """Suggestions of the nearest known name, for as many faults as a report lists.

    To compare a name with thousands of others takes long. Nobody reads ten thousand suggestions,
    so the faults after the first hundred have none.
    """

    def __init__(self, left: int = LISTED) -> None:
        """Allow so many."""
        self._left = left

    def give(self, write: Callable[[], str]) -> str:
        """Return the suggestion that `write` gives; no text once all have been given."""
        self._left -= 1
        return write() if self._left >= 0 else ""

    def near(self, value: str, known: Iterable[str]) -> str:
        """Return a question naming the known name most similar to `value`, else no text."""
        name = self.give(lambda: nearest(value, known) or "")
        return f"Did you mean {name!r}?" if name else ""


class Faults:
    """The faults of one file, as they are found."""

    def __init__(self, file: str, source: bytes = b"") -> None:
        """Start without faults.

        `source` is the content of the file, for the line of each fault.
        """
        self.file = file
        self.suggestions = Suggestions()
        self.salvaged: list[Provision] = []
        """The readable parts of faulty provisions; their names are checked too, and they are not used."""
        self._source = source
        self._found: list[Fault] = []

    def add(
        self,
        table: str,
        key: str,
        message: str,
        *,
        value: object = None,
        fix: str | Callable[[], str] = "",
    ) -> None:
        """Note one. A `fix` that takes long to find is given as a function."""
        self._found.append(
            Fault(
                file=self.file,
                table=table,
                key=key,
                value="" if value is None else safe_repr(value),
                message=message,
                fix=fix if isinstance(fix, str) else self.suggestions.give(fix),
                line=self._line(table, key),
            )
        )

    def add_error(self, table: str, error: Exception, *, key: str = "", keys: Iterable[str] = ()) -> None:
        """Note whatever `error` holds. `keys` are those that the table may have."""
        from psykavtal.plugins.conversion_errors import NoMemberError, extra_keys, leaves  # noqa: PLC0415 (brings cattrs)

        known = tuple(keys)
        for path, leaf in leaves(error):
            place = _joined([key, *map(authored_name, path)])
            if extra := extra_keys(leaf):
                for each in extra:
                    self.unknown_key(table, _joined([place, each]), each, known)
            elif isinstance(leaf, NoMemberError):
                self.add(table, place, leaf.fault, value=leaf.value, fix=leaf.suggestion)
            elif isinstance(leaf, PsykavtalError):
                self.add(table, _joined([place, authored_name(leaf.place)]), leaf.fault, value=leaf.value, fix=leaf.fix)
            elif isinstance(leaf, KeyError):
                self.add(table, _joined([place, authored_name(str(leaf.args[0]))]), "is missing.")
            else:
                self.add(table, place, str(leaf))

    def copy(self) -> "Faults":
        """The same faults, to add others to."""
        made = Faults(self.file, self._source)
        made._found, made.salvaged = [*self._found], [*self.salvaged]
        made.suggestions = self.suggestions
        return made

    def unknown_key(self, table: str, full: str, key: str, known: Iterable[str]) -> None:
        """Note a key that the table cannot have."""

        def suggestion() -> str:
            names = sorted({authored_name(name) for name in known})
            near = nearest(key, names)
            return f"Did you mean {near!r}?" if near else (f"Known keys: {', '.join(names)}." if names else "")

        self.add(table, full, "is no key of this table.", fix=suggestion)

    def extend(self, faults: Iterable[Fault]) -> None:
        """Note those found elsewhere, with the lines that this file tells."""
        for each in faults:
            line = self._line(each.table, each.key) if each.line is None else each.line
            self._found.append(attrs.evolve(each, line=line))

    def __bool__(self) -> bool:
        """Return whether any fault was found."""
        return bool(self._found)

    def __len__(self) -> int:
        """Return the number of faults."""
        return len(self._found)

    def __iter__(self) -> Iterator[Fault]:
        """Each, in the order found."""
        return iter(self._found)

    def raise_any(self) -> None:
        """Raise all of them together.

        Raises:
            CountyFileError: there is at least one.
        """
        if self._found:
            found = tuple(dict.fromkeys(self._found))
            raise CountyFileError(f"{self.file} has {len(found)} fault{'s' if len(found) != 1 else ''}:", found)

    def _line(self, table: str, key: str) -> int | None:
        return line_of(self._lines, table, key.partition(".")[0])

    @cached_property
    def _lines(self) -> dict[str, int]:
        return line_index(self._source.decode("utf-8", errors="replace"))


_AUTHORED = {"citations": "at", "age_limits": "age", "age_limit": "age", "wording": "sv", "at_least": "from"}


def authored_name(field: str) -> str:
    """The key by which county files give a field of the model."""
    return _AUTHORED.get(field, field)


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
        >>> lines = ['document = "x"', '[arena.svom]', 'at = "y"', '[arena."b.c"]', 'at = "z"', '[event]', 'main = 1']
        >>> index = line_index("\n".join(lines))
        >>> line_of(index, "arena.b.c", "at"), line_of(index, "document", ""), line_of(index, "event.main", "")
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


def _joined(parts: Iterable[str]) -> str:
    """Return a dotted path, without a name that only repeats the one before it."""
    path: list[str] = []
    for part in parts:
        if part and (not path or path[-1] != part):
            path += part.split(".")
    return ".".join(path)
