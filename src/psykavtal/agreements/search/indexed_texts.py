"""The texts of entries in normal forms, as rows of the index."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias, cast

import attrs

from psykavtal.agreements.search.searchable_text import Column, Entry, SearchableText
from psykavtal.agreements.search.word_forms import WordForms, words_of
from psykavtal.plugins.object_cache import ObjectCache

# The end of a text, so that no phrase matches across two: a letter of no word.
_LETTER = "ʘ"
_END = f" {_LETTER} "
# What divides two entries in the key of a cache.
_NEXT = SearchableText("", Column.PARTS, "")

Row: TypeAlias = tuple[int | str, ...]
_Cached: TypeAlias = tuple[tuple[Row, ...], Mapping[str, Mapping[str, str]], Mapping[str, tuple[str, str]]]


@attrs.frozen(eq=False)
class IndexedTexts:
    """The texts of entries in normal forms.

    Attributes:
        rows: for each entry its number, then the forms for each column.
        forms: the normal forms of the words.
    """

    rows: tuple[Row, ...]
    forms: WordForms

    @classmethod
    def of(cls, entries: Sequence[Entry]) -> "IndexedTexts":
        """Divide each text into words and bring it to its normal forms, once."""
        texts = _texts_of(entries)
        words = {lang: _words_of_all(each) for lang, each in texts.items()}
        forms = WordForms.of(*(set(each).difference((_LETTER,)) for each in words.values()))
        formed = {lang: _by_text(each, words[lang], forms.known[lang]) for lang, each in texts.items()}
        parts = dict.fromkeys(words["sv"], "")
        parts.update((word, " ".join(each)) for word, each in forms.compounds.items())
        return cls(tuple(_rows(entries, formed, _by_text(texts["sv"], words["sv"], parts))), forms)

    @classmethod
    def cached(cls, entries: Sequence[Entry], name: str) -> "IndexedTexts":
        """Return the texts of entries from the cache of a name, or cache them there.

        A cache of other texts is replaced. It is beside Python's bytecode, as that of a county's files.
        """
        texts = "".join(
            [f"{each[1].title} {len(each[2])} {each[2]}" for one in entries for each in (*one.texts, _NEXT)]
        )
        cache = ObjectCache.of("psykavtal.agreements.search", f"index-{name}", [texts.encode(errors="surrogatepass")])
        found = cast("_Cached | None", cache.load(tuple))
        if found is not None:
            rows, known, compounds = found
            return cls(rows, WordForms(known, compounds))
        made = cls.of(entries)
        cache.store((made.rows, made.forms.known, made.forms.compounds))
        return made


def _rows(entries: Iterable[Entry], formed: Mapping[str, Mapping[str, str]], parts: Mapping[str, str]) -> Iterator[Row]:
    """Yield the rows.

    Args:
        entries: the entries.
        formed: by language, each text in normal forms.
        parts: each Swedish text with the parts of its compounds.
    """
    columns = {each.title: (at, formed[each.lang]) for at, each in enumerate(Column)}
    at_parts, swedish = columns[Column.PARTS.title][0], formed["sv"]
    for number, entry in enumerate(entries):
        row: list[list[str]] = [[] for _ in columns]
        for _, column, text in entry.texts:
            at, forms = columns[column.title]
            row[at].append(forms[text])
            if forms is swedish:
                row[at_parts].append(parts[text])
        yield (number, *map(_END.join, row))


def vocabulary_of(entries: Iterable[Entry]) -> Mapping[str, set[str]]:
    """Return the words of the texts of entries, in lower case, by language."""
    texts = _texts_of(entries)
    return {lang: set(_words_of_all(each)).difference((_LETTER,)) for lang, each in texts.items()}


def _texts_of(entries: Iterable[Entry]) -> Mapping[str, Iterable[str]]:
    """Return the texts by language, each once."""
    found: dict[str, dict[str, None]] = {"sv": {}, "en": {}}
    for entry in entries:
        for _, column, text in entry.texts:
            found[column.lang][text] = None
    return found


def _words_of_all(texts: Iterable[str]) -> list[str]:
    """Return the words of texts in lower case.

    A letter of no word follows each text. All at once: a call for each of thousands of short texts takes longer than the division itself.
    """
    return words_of("".join([each.replace(_LETTER, " ") + _END for each in texts]).casefold())


def _by_text(texts: Iterable[str], words: Iterable[str], forms: Mapping[str, str]) -> dict[str, str]:
    """Return each text with the forms of its words.

    Args:
        texts: the texts.
        words: the words of all texts, with a letter of no word after each text.
        forms: the form of each word.
    """
    known = {**forms, _LETTER: _LETTER}
    formed = " ".join([known[each] for each in words]).split(_LETTER)[:-1]
    return {text: each.strip() for text, each in zip(texts, formed, strict=True)}
