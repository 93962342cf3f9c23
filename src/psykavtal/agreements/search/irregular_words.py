"""The table of irregular words, which the stemmers miss."""

import pkgutil
from collections.abc import Mapping
from typing import TypedDict, cast

import attrs

from psykavtal.lazy import once

FILE = "irregular_words.toml"


class _File(TypedDict):
    sv: dict[str, list[str]]
    en: dict[str, list[str]]
    kept: dict[str, list[str]]


@attrs.frozen
class IrregularWords:
    """The irregular words of a language.

    Attributes:
        bases: each inflected form with its dictionary form.
        kept: the words that are not stemmed.
    """

    bases: Mapping[str, str]
    kept: frozenset[str]


@once
def irregular_words() -> Mapping[str, IrregularWords]:
    """Return the irregular words by language; read once."""
    import tomllib  # noqa: PLC0415 (only here)

    data = pkgutil.get_data("psykavtal.agreements.search", FILE) or b""
    file = cast("_File", cast("object", tomllib.loads(data.decode())))
    return {
        lang: IrregularWords(
            {form: base for base, forms in table.items() for form in forms}, frozenset(file["kept"][lang])
        )
        for lang, table in (("sv", file["sv"]), ("en", file["en"]))
    }
