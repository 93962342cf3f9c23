"""Faults of a file: collected, placed, and reported together."""

import re
from collections.abc import Iterable, Iterator

import attrs

from psykavtal.errors import CountyFileError, PsykavtalError, nearest
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
        hint: what would be right.
        line: the line of the file, where it could be found.
    """

    file: str
    table: str
    key: str = ""
    value: str = ""
    message: str
    hint: str = ""
    line: int | None = None

    def __str__(self) -> str:
        """Place, message, hint: one line."""
        line = f":{self.line}" if self.line else ""
        key = f" {self.key}" if self.key else ""
        value = f" = {self.value}" if self.value else ""
        hint = f" {self.hint}" if self.hint else ""
        return f"{self.file}{line} [{self.table}]{key}{value}: {self.message}{hint}"


class Faults:
    """The faults of one file, as they are found."""

    def __init__(self, file: str, source: bytes = b"") -> None:
        """Start without any. `source` is what the file holds, to tell lines by."""
        self.file = file
        self.salvaged: list[Provision] = []
        """What could be read of faulty provisions: their names are checked too, and they are not used."""
        self._source = source
        self._found: list[Fault] = []

    def add(
        self,
        table: str,
        key: str,
        message: str,
        *,
        value: object = None,
        hint: str = "",
    ) -> None:
        """Note one."""
        self._found.append(
            Fault(
                file=self.file,
                table=table,
                key=key,
                value="" if value is None else repr(value),
                message=message,
                hint=hint,
                line=self._line(table, key),
            )
        )

    def add_error(self, table: str, error: Exception, *, key: str = "", keys: Iterable[str] = ()) -> None:
        """Note whatever `error` holds. `keys` are those that the table may have."""
        from psykavtal.plugins.reading.leaves import extra_keys, leaves  # noqa: PLC0415 (brings cattrs)

        known = tuple(keys)
        for path, leaf in leaves(error):
            where = _joined([key, *map(authored_name, path)])
            if extra := extra_keys(leaf):
                for each in extra:
                    self.unknown_key(table, _joined([where, each]), each, known)
            elif isinstance(leaf, PsykavtalError):
                self.add(
                    table, _joined([where, authored_name(leaf.where)]), leaf.message, value=leaf.value, hint=leaf.hint
                )
            elif isinstance(leaf, KeyError):
                self.add(table, _joined([where, authored_name(str(leaf.args[0]))]), "is missing.")
            else:
                self.add(table, where, str(leaf))

    def copy(self) -> "Faults":
        """The same faults, to add others to."""
        made = Faults(self.file, self._source)
        made._found, made.salvaged = [*self._found], [*self.salvaged]
        return made

    def unknown_key(self, table: str, full: str, key: str, known: Iterable[str]) -> None:
        """Note a key that the table cannot have."""
        names = sorted({authored_name(name) for name in known})
        near = nearest(key, names)
        hint = f"Did you mean {near!r}?" if near else (f"Known keys: {', '.join(names)}." if names else "")
        self.add(table, full, "is no key of this table.", hint=hint)

    def extend(self, faults: Iterable[Fault]) -> None:
        """Note those found elsewhere, with the lines that this file tells."""
        for each in faults:
            line = self._line(each.table, each.key) if each.line is None else each.line
            self._found.append(attrs.evolve(each, line=line))

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._found)

    def __len__(self) -> int:
        """How many."""
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
            count = len(self._found)
            raise CountyFileError(
                f"{self.file} has {count} fault{'s' if count != 1 else ''}:",
                tuple(dict.fromkeys(self._found)),
            )

    def _line(self, table: str, key: str) -> int | None:
        lines = self._source.decode("utf-8", errors="replace").splitlines()
        return line_of(lines, table, key.partition(".")[0])


_AUTHORED = {"citations": "at", "age_limits": "age", "age_limit": "age", "wording": "sv", "at_least": "from"}


def authored_name(field: str) -> str:
    """The key by which county files give a field of the model."""
    return _AUTHORED.get(field, field)


def line_of(source: list[str], table: str, key: str) -> int | None:
    """The line of a key of a table, else of the table's header; None where neither stands so.

    Examples:
        >>> lines = ['document = "x"', '[arena.svom]', 'at = "y"', '[arena."b.c"]', 'at = "z"', '[event]', 'main = 1']
        >>> line_of(lines, "arena.b.c", "at"), line_of(lines, "document", ""), line_of(lines, "event.main", "")
        (5, 1, 7)
    """
    here, best = "", None
    wanted = f"{table}.{key}" if key else table
    for number, line in enumerate(source, start=1):
        stripped = line.strip()
        if match := _HEADER.fullmatch(stripped):
            here = _bare(match[1])
            full = here
        elif match := _KEY.match(stripped):
            full = _joined([here, _bare(match[1])], keep=True)
        else:
            continue
        if full == wanted or full.startswith(f"{wanted}."):
            return number
        if best is None and (full == table or full.startswith(f"{table}.")):
            best = number
    return best


_HEADER = re.compile(r"\[{1,2}([^\[\]]+)\]{1,2}\s*(?:#.*)?")
_KEY = re.compile(r"([\w\".-]+)\s*=")


def _bare(name: str) -> str:
    return re.sub(r"[\"'\s]", "", name)


def _joined(parts: Iterable[str], *, keep: bool = False) -> str:
    """A dotted path; a name that only repeats the one before it is left out, unless all are kept."""
    path: list[str] = []
    for part in parts:
        if part and (keep or not path or path[-1] != part):
            path += part.split(".")
    return ".".join(path)
