"""Parse JSON text strictly.

A fault contains nothing of the text, since the text may be about a person.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Never, cast

import attrs

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
    faults: tuple[str, ...] = ()


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
    twice: list[str] = []

    def table(pairs: list[tuple[str, object]]) -> dict[str, object]:
        made = dict(pairs)
        if len(made) < len(pairs):
            twice.extend(key_name(name) for name, count in Counter(name for name, _ in pairs).items() if count > 1)
        return made

    value: object = None
    fault = ""
    try:
        if not isinstance(text, str | bytes):
            fault = f"is not JSON: it must be text, not {type(text).__name__}."
        else:
            plain = text.decode("utf-8-sig") if isinstance(text, bytes) else text.removeprefix("\ufeff")
            value = json.loads(plain, object_pairs_hook=table, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        fault = f"is not valid JSON (line {error.lineno}, column {error.colno})."
    except UnicodeDecodeError:
        fault = "is not JSON: it is not UTF-8."
    except _NotANumberError:
        fault = "is not JSON: NaN and Infinity are not numbers in JSON."
    except RecursionError:
        fault = _TOO_DEEP
    except ValueError:  # of `int`: more digits than Python reads
        fault = "is JSON that cannot be read: a number has too many digits."
    faults = (fault,) if fault else tuple(f"{name} is given twice." for name in twice) or tuple(unsound(value))
    return Parsed(faults=faults) if faults else Parsed(value)


def unsound(value: object) -> Iterator[str]:
    """Yield the first fault of JSON values as a whole.

    They may be nested too deeply, or contain a number or a text that is not supported.
    """
    left: list[tuple[object, int]] = [(value, 0)]
    while left:
        each, depth = left.pop()
        if depth > DEEPEST:
            yield _TOO_DEEP
            return
        if isinstance(each, Mapping):
            for pair in cast("Mapping[object, object]", each).items():
                left += ((part, depth + 1) for part in pair)
        elif isinstance(each, list | tuple):
            left += ((part, depth + 1) for part in cast("list[object]", each))
        elif isinstance(each, int) and each.bit_length() > _LONGEST:
            yield "holds a number with too many digits."
            return
        elif isinstance(each, str) and not each.isascii() and _SURROGATE.search(each):
            yield "holds half of a character (a lone surrogate)."
            return


def key_name(key: object) -> str:
    """Return a key as an error may show it.

    It is quoted if it looks like a name of this package, else "a name".

    Examples:
        >>> key_name("at_least"), key_name("Kerstin Exempelsson"), key_name(5)
        ("'at_least'", 'a name', 'a name')
    """
    return repr(key) if isinstance(key, str) and _NAME.fullmatch(key) else "a name"


def _refuse_constant(_: str) -> Never:
    raise _NotANumberError


_TOO_DEEP = f"is JSON that cannot be read: more than {DEEPEST} lists and objects within each other."
_LONGEST = 64
_SURROGATE = re.compile("[\ud800-\udfff]")
_NAME = re.compile(r"[a-z][a-z_:-]{0,60}")
