"""County files as JSON beside the TOML, so that a load need not parse TOML nor import cattrs.

A compiled file tells the digest of the TOML that it was made from. Where that is not
the TOML beside it, it is passed over and the TOML is read: it can be missing or old, never wrong.
"""

import hashlib
import json
from typing import Any, cast

from psykavtal.codec.kinds import model_classes
from psykavtal.codec.reading import Reader
from psykavtal.codec.writing import write

FORMAT = 1


def name_of(file: str) -> str:
    """The compiled file beside a TOML file."""
    return f"{file.removesuffix('.toml')}.json"


def compiled(value: object, source: bytes) -> str:
    """An object that was read from `source`, as its compiled file."""
    table = {"format": FORMAT, "digest": _digest(source), "value": write(value, terse=True)}
    return json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n"


def from_compiled(data: bytes | None, source: bytes, extra: dict[str, type] | None = None) -> object | None:
    """The object that was compiled from this very `source`; None where there is none."""
    if data is None:
        return None
    table = cast("dict[str, Any]", json.loads(data))
    if table.get("format") != FORMAT or table.get("digest") != _digest(source):
        return None
    return Reader({**model_classes(), **(extra or {})}).read(table["value"])


def _digest(source: bytes) -> str:
    return hashlib.sha256(source).hexdigest()
