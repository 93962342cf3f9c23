"""The table of irregular words, which the stemmers miss."""

import pkgutil
from collections.abc import Mapping
from typing import NamedTuple, TypedDict, cast

from psykavtal.lazy import once
from psykavtal.plugins.object_cache import cached_tuple

FILE = "irregular_words.toml"
_PACKAGE = "psykavtal.agreements.search"
_LANGUAGES = ("sv", "en")


class _File(TypedDict):
    sv: dict[str, list[str]]
    en: dict[str, list[str]]
    kept: dict[str, list[str]]
    ends: dict[str, list[str]]


class IrregularWords(NamedTuple):
    """The irregular words of a language.

    Attributes:
        bases: each inflected form with its dictionary form.
        kept: the words that are not stemmed.
        ends: the words with which a compound may end, whether they occur alone or not.
    """

    bases: Mapping[str, str]
    kept: frozenset[str]
    ends: frozenset[str]


@once
def irregular_words() -> Mapping[str, IrregularWords]:
    """Return the irregular words by language; read once."""
    found = cached_tuple(_PACKAGE, FILE, pkgutil.get_data(_PACKAGE, FILE) or b"", _read, tuple)
    return {lang: IrregularWords(*each) for lang, each in zip(_LANGUAGES, found, strict=True)}


def _read(source: bytes) -> tuple[tuple[dict[str, str], frozenset[str], frozenset[str]], ...]:
    """Return the bases, the kept words and the ends of compounds of each language."""
    import tomllib  # noqa: PLC0415 (only without a cache)

    file = cast("_File", cast("object", tomllib.loads(source.decode())))
    tables = (file["sv"], file["en"])
    return tuple(
        (
            {form: base for base, forms in table.items() for form in forms},
            frozenset(file["kept"][lang]),
            frozenset(file["ends"][lang]),
        )
        for lang, table in zip(_LANGUAGES, tables, strict=True)
    )
