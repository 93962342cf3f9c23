"""County files as JSON beside the TOML, so that a load need not parse TOML nor import cattrs.

A compiled file tells the digest of all TOML that it was made from: a document's file is
read with the county's, which names its texts. Where that is not the TOML beside it, or the
model has changed since, it is passed over and the TOML is read: it can be missing or old,
never wrong.
"""

import hashlib
import json
from collections.abc import Sequence
from typing import Any, cast

from psykavtal.codec.kinds import model_classes
from psykavtal.codec.reading import Reader
from psykavtal.codec.writing import write
from psykavtal.errors import PsykavtalError

FORMAT = 1


def name_of(file: str) -> str:
    """The compiled file beside a TOML file."""
    return f"{file.removesuffix('.toml')}.json"


def compiled(value: object, sources: Sequence[bytes]) -> str:
    """An object that was read from `sources`, as its compiled file."""
    table = {"format": FORMAT, "digest": _digest(sources), "value": write(value, terse=True)}
    return json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n"


def from_compiled(data: bytes | None, sources: Sequence[bytes], extra: dict[str, type] | None = None) -> object | None:
    """The object that was compiled from these very `sources`; None where there is none that can be read."""
    if data is None:
        return None
    try:
        table = cast("dict[str, Any]", json.loads(data))
        if table["format"] != FORMAT or table["digest"] != _digest(sources):
            return None
        return Reader({**model_classes(), **(extra or {})}).read(table["value"])
    except (ValueError, LookupError, TypeError, AttributeError, PsykavtalError):
        return None


def _digest(sources: Sequence[bytes]) -> str:
    return hashlib.sha256(b"\0".join(sources)).hexdigest()
