"""Faults of a file: collected, placed, and reported together."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

import attrs

from psykavtal.errors import (
    NO_MESSAGE,
    Bilingual,
    CountyFileError,
    Message,
    PsykavtalError,
    in_language,
    near_name,
    safe_repr,
)
from psykavtal.errors.fault_lists import LISTED
from psykavtal.errors.suggestions import known_keys
from psykavtal.model.provisions import Provision  # noqa: TC001 (a list of them is made)
from psykavtal.plugins.county_toml.line_numbers import line_index, line_of
from psykavtal.plugins.form_messages import IS_MISSING, quoted


@attrs.frozen(kw_only=True)
class Fault(Bilingual):
    """One fault in a file.

    Attributes:
        file: name of the file.
        table: the table, dotted.
        key: the key in the table; empty for the table as a whole.
        value: the offending value, as text.
        message: what is wrong.
        fix: what would be right.
        line: the line of the file, if it could be found.
    """

    file: str
    table: str
    key: str = ""
    value: str = ""
    message: Message
    fix: Message = NO_MESSAGE
    line: int | None = None

    def to(self, lang: str) -> str:
        """Return place, message and fix as one line, in `lang`."""
        line = f":{self.line}" if self.line else ""
        key = f" {self.key}" if self.key else ""
        value = f" = {self.value}" if self.value else ""
        fix = f" {in_language(self.fix, lang)}" if self.fix else ""
        return f"{self.file}{line} [{self.table}]{key}{value}: {in_language(self.message, lang)}{fix}"

    def __str__(self) -> str:
        """Place, message and fix in English."""
        return self.to("en")


class Suggestions:
    """Suggestions of the nearest known name, for as many faults as a report lists.

    To compare a name with thousands of others takes long. Nobody reads ten thousand suggestions,
    so the faults after the first hundred have none.
    """

    def __init__(self, left: int = LISTED) -> None:
        """Allow so many."""
        self._left = left

    def give(self, write: Callable[[], Message]) -> Message:
        """Return the suggestion that `write` gives; no text once all have been given."""
        self._left -= 1
        return write() if self._left >= 0 else NO_MESSAGE

    def near(self, value: str, known: Iterable[str]) -> Message:
        """Return a question naming the known name most similar to `value`, else no text."""
        return self.give(lambda: near_name(value, known))


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
        message: Message,
        *,
        value: object = None,
        fix: Message | Callable[[], Message] = NO_MESSAGE,
    ) -> None:
        """Note one. A `fix` that takes long to find is given as a function."""
        self._found.append(
            Fault(
                file=self.file,
                table=table,
                key=key,
                value="" if value is None else safe_repr(value),
                message=message,
                fix=fix if isinstance(fix, Message) else self.suggestions.give(fix),
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
                self.add(table, _joined([place, authored_name(str(leaf.args[0]))]), IS_MISSING)
            else:
                self.add(table, place, quoted(leaf))

    def copy(self) -> "Faults":
        """The same faults, to add others to."""
        made = Faults(self.file, self._source)
        made._found, made.salvaged = [*self._found], [*self.salvaged]
        made.suggestions = self.suggestions
        return made

    def unknown_key(self, table: str, full: str, key: str, known: Iterable[str]) -> None:
        """Note a key that the table cannot have."""

        def fix() -> Message:
            names = sorted({authored_name(name) for name in known})
            authored = _AUTHORED.get(key)
            near = near_name(key, names) if authored is None else near_name(authored, [authored])
            return near or (known_keys(names) if names else NO_MESSAGE)

        self.add(table, full, Message(en="is not a key of this table.", sv="är ingen nyckel i tabellen."), fix=fix)

    def extend(self, faults: Iterable[Fault]) -> None:
        """Note those found elsewhere, with the lines of this file."""
        for each in faults:
            self._found.append(each if each.line is not None else self._placed(each))

    def _placed(self, fault: Fault) -> Fault:
        """Return the fault with its line.

        A silence without a table is found in the list of silences.
        """
        _, silence, topic = fault.table.partition("silence.")
        if silence and fault.table not in self._lines and _SILENT_ON in self._lines:
            fault = attrs.evolve(fault, table=_SILENT_ON, value=fault.value or safe_repr(topic))
        return attrs.evolve(fault, line=self._line(fault.table, fault.key))

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
            raise CountyFileError(_has_faults(self.file, len(found)), found)

    def _line(self, table: str, key: str) -> int | None:
        return line_of(self._lines, table, key.partition(".")[0])

    @cached_property
    def _lines(self) -> dict[str, int]:
        return line_index(self._source.decode("utf-8", errors="replace"))


def _has_faults(file: str, count: int) -> Message:
    if count == 1:
        return Message(en="{file} has 1 fault:", sv="{file} har 1 fel:", file=file)
    return Message(en="{file} has {count} faults:", sv="{file} har {count} fel:", file=file, count=count)


_SILENT_ON = "silent_on"
_AUTHORED = {
    "citations": "passage",
    "at": "passage",
    "named_by": "municipalities_named_by",
    "topic": "answers",
    "also": "answers",
    "age_limits": "age",
    "age_limit": "age",
    "wording": "sv",
    "at_least": "from",
}


def authored_name(field: str) -> str:
    """The key by which county files give a field of the model."""
    return _AUTHORED.get(field, field)


def _joined(parts: Iterable[str]) -> str:
    """Return a dotted path, without a name that only repeats the one before it."""
    path: list[str] = []
    for part in parts:
        if part and (not path or path[-1] != part):
            path += part.split(".")
    return ".".join(path)
