"""Faults of a file: collected, placed, and reported together."""

import re
from collections.abc import Iterable, Iterator

import attrs

from psykavtal.errors import CountyFileError, PsykavtalError, nearest


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

    def __init__(self, file: str, source: str = "") -> None:
        """Start without any. `source` is the file's text, to tell lines by."""
        self.file = file
        self._source = source.splitlines()
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
            full = ".".join(part for part in (key, *map(authored_name, path)) if part)
            if extra := extra_keys(leaf):
                for each in extra:
                    self.unknown_key(table, ".".join(part for part in (full, each) if part), each, known)
            elif isinstance(leaf, PsykavtalError):
                self.add(table, full, leaf.message, value=leaf.value, hint=leaf.hint)
            elif isinstance(leaf, KeyError):
                name = authored_name(str(leaf.args[0]))
                self.add(
                    table,
                    ".".join(part for part in (full, name) if part),
                    "is missing.",
                )
            else:
                self.add(table, full, str(leaf))

    def unknown_key(self, table: str, full: str, key: str, known: Iterable[str]) -> None:
        """Note a key that the table cannot have."""
        names = sorted({authored_name(name) for name in known})
        near = nearest(key, names)
        hint = f"Did you mean {near!r}?" if near else (f"Known keys: {', '.join(names)}." if names else "")
        self.add(table, full, "is no key of this table.", hint=hint)

    def extend(self, faults: Iterable[Fault]) -> None:
        """Note those found elsewhere."""
        self._found.extend(faults)

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._found)

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
        return line_of(self._source, table, key.partition(".")[0])


_AUTHORED = {
    "citations": "at",
    "age_limits": "age",
    "age_limit": "age",
    "wording": "sv",
    "at_least": "from",
}


def authored_name(field: str) -> str:
    """The key by which county files give a field of the model."""
    return _AUTHORED.get(field, field)


def line_of(source: list[str], table: str, key: str) -> int | None:
    """The line of a key of a table, else of the table's header; None where neither stands so.

    Examples:
        >>> line_of(['[arena.svom]', 'at = "x"', '[arena."b.c"]', 'at = "y"'], "arena.b.c", "at")
        4
    """
    header: int | None = None
    for number, line in enumerate(source, start=1):
        stripped = line.strip()
        if match := re.fullmatch(r"\[{1,2}([^\[\]]+)\]{1,2}\s*(?:#.*)?", stripped):
            if header is not None:
                return header
            if re.sub(r"[\"'\s]", "", match[1]) == table:
                header = number
                if not key:
                    return header
        elif header is not None and re.match(rf"\"?{re.escape(key)}\"?\s*[.=]", stripped):
            return number
    return header
