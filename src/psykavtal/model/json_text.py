"""Parse JSON text strictly.

A fault contains nothing of the text, since the text may be about a person.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Never, cast

import attrs

from psykavtal.errors import Message

DEEPEST = 100
"""The greatest depth of nested lists and objects; the output of this package needs a third of it."""


@attrs.frozen
class Parsed:
    """A JSON text that was parsed.

    Attributes:
        value: its value, in no repr; None if there is a fault.
        faults: what hinders, one line each, in the order of the text.
    """

    value: object = attrs.field(default=None, repr=False)
    faults: tuple[Message, ...] = ()


class _NotANumberError(Exception):
    """A number that JSON has not: NaN or Infinity."""


def parse(text: object) -> Parsed:
    """Parse a JSON text, or its bytes in UTF-8.

    A byte order mark before it is ignored.

    Examples:
        >>> parse('{"age": 17}').value
        {'age': 17}
        >>> parse('{"age": 17, "age": 18}').faults
        ("'age' is given twice.",)
        >>> parse("{").faults
        ('is not valid JSON (line 1, column 2).',)
    """
    twice: list[Message] = []

    def table(pairs: list[tuple[str, object]]) -> dict[str, object]:
        made = dict(pairs)
        if len(made) < len(pairs):
            twice.extend(key_name(name) for name, count in Counter(name for name, _ in pairs).items() if count > 1)
        return made

    value: object = None
    fault: Message | None = None
    try:
        if not isinstance(text, str | bytes):
            fault = Message(
                en="is not JSON: it must be text, not {kind}.",
                sv="är inte JSON: det ska vara text, inte {kind}.",
                kind=type(text).__name__,
            )
        else:
            plain = text.decode("utf-8-sig") if isinstance(text, bytes) else text.removeprefix("\ufeff")
            value = json.loads(plain, object_pairs_hook=table, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        fault = Message(
            en="is not valid JSON (line {line}, column {column}).",
            sv="är inte giltig JSON (rad {line}, kolumn {column}).",
            line=error.lineno,
            column=error.colno,
        )
    except UnicodeDecodeError:
        fault = Message(en="is not JSON: it is not UTF-8.", sv="är inte JSON: det är inte UTF-8.")
    except _NotANumberError:
        fault = Message(
            en="is not JSON: NaN and Infinity are not numbers in JSON.",
            sv="är inte JSON: NaN och Infinity är inga tal i JSON.",
        )
    except RecursionError:
        fault = _TOO_DEEP
    except ValueError:  # of `int`: more digits than Python reads
        fault = Message(
            en="is JSON that cannot be read: a number has too many digits.",
            sv="är JSON som inte kan läsas: ett tal har för många siffror.",
        )
    faults = (fault,) if fault is not None else tuple(map(_given_twice, twice)) or tuple(unsound(value))
    return Parsed(faults=faults) if faults else Parsed(value)


def unsound(value: object) -> Iterator[Message]:
    """Yield the first fault of JSON values as a whole.

    They may be nested too deeply, or contain a number or a text that is not supported.
    """
    left: list[tuple[object, int]] = [(value, 0)]
    while left:
        each, depth = left.pop()
        if depth > DEEPEST:
            yield _TOO_DEEP
            return
        # The most frequent first; whether something is a mapping takes longest to find out.
        if isinstance(each, str):
            if not each.isascii() and _SURROGATE.search(each):
                yield Message(
                    en="holds half of a character (a lone surrogate).",
                    sv="innehåller ett halvt tecken (ett ensamt surrogat).",
                )
                return
        elif isinstance(each, int):
            if each.bit_length() > _LONGEST:
                yield Message(en="holds a number with too many digits.", sv="innehåller ett tal med för många siffror.")
                return
        elif isinstance(each, list | tuple):
            left += [(part, depth + 1) for part in cast("list[object]", each)]
        elif isinstance(each, Mapping):
            for key, part in cast("Mapping[object, object]", each).items():
                left += ((key, depth + 1), (part, depth + 1))


def key_name(key: object) -> Message:
    """Return a key as an error may show it.

    It is quoted if it looks like a name of this package, else "a name".

    Examples:
        >>> key_name("at_least"), key_name("Kerstin Exempelsson"), key_name(5)
        ("'at_least'", 'a name', 'a name')
    """
    if isinstance(key, str) and _NAME.fullmatch(key):
        return Message(en="{key!r}", sv="{key!r}", key=key)
    return Message(en="a name", sv="ett namn")


def _given_twice(name: Message) -> Message:
    return Message(en="{name} is given twice.", sv="{name} anges två gånger.", name=name)


def _refuse_constant(_: str) -> Never:
    raise _NotANumberError


_TOO_DEEP = Message(
    en="is JSON that cannot be read: more than {deepest} lists and objects within each other.",
    sv="är JSON som inte kan läsas: mer än {deepest} listor och objekt i varandra.",
    deepest=DEEPEST,
)
_LONGEST = 64
_SURROGATE = re.compile("[\ud800-\udfff]")
_NAME = re.compile(r"[a-z][a-z_:-]{0,60}")
