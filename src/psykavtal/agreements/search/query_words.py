"""A query in words: its parts, each with its forms, as an FTS5 expression."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

import attrs

from psykavtal.agreements.search.searchable_text import Column, SearchableText
from psykavtal.agreements.search.word_forms import WordForms, words_of
from psykavtal.errors import InvalidValueError, Message
from psykavtal.model import arguments

Forms: TypeAlias = tuple[str, ...]

MOST_WORDS = 60
COLUMNS = {lang: " ".join(each.title for each in Column if each.lang == lang) for lang in ("sv", "en")}


@attrs.frozen
class QueryPart:
    """A word of a query, or the words of a name.

    Attributes:
        text: as given.
        forms: its normal forms and those of other names for the same, by language; only those that occur.
        expression: the FTS5 expression; empty if no form occurs.
    """

    text: str
    forms: Mapping[str, tuple[Forms, ...]]
    expression: str

    @classmethod
    def of(cls, text: str, forms: Mapping[str, tuple[Forms, ...]]) -> "QueryPart":
        """Return the part with its expression."""
        sv, en = (" OR ".join(map(_phrase, forms[lang])) for lang in ("sv", "en"))
        if sv == en:
            return cls(text, forms, f"({sv})" if sv else "")
        parts = (f"{{{COLUMNS[lang]}}} : ({each})" for lang, each in (("sv", sv), ("en", en)) if each)
        return cls(text, forms, f"({' OR '.join(parts)})" if sv or en else "")


@attrs.frozen(eq=False)
class QueryWords:
    """The words of a query, for one corpus.

    Attributes:
        parts: each must match.
        forms: the normal forms of words.
    """

    parts: tuple[QueryPart, ...]
    forms: WordForms

    @property
    def unknown(self) -> tuple[str, ...]:
        """The words that occur nowhere."""
        return tuple(each.text for each in self.parts if not each.expression)

    def expression(self, *, every: bool = True) -> str:
        """Return the FTS5 expression for every part, or for any.

        The words in a row are an alternative, so that they rank higher.
        """
        found = [each.expression for each in self.parts if each.expression]
        if not every:
            return " OR ".join(found)
        together = " AND ".join(found)
        return " OR ".join((f"({together})", *self._in_a_row())) if len(found) > 1 else together

    def _in_a_row(self) -> Iterator[str]:
        """Yield an expression for the words in a row, by language."""
        for lang, columns in COLUMNS.items():
            firsts = [each.forms[lang][0] for each in self.parts if each.forms[lang]]
            if len(firsts) == len(self.parts):
                yield f"({{{columns}}} : {_phrase(tuple(form for each in firsts for form in each))})"

    def matches(self, texts: Sequence[SearchableText]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the words of texts that match, as written, and the fields that have them."""
        words, fields = dict[str, str](), dict[str, None]()
        for text in texts:
            for word in self._matching(text):
                words.setdefault(word.casefold(), word)
                fields.setdefault(text.field)
        return tuple(words.values()), tuple(fields)

    def _matching(self, text: SearchableText) -> Iterator[str]:
        lang = text.column.lang
        written = words_of(text.text)
        forms = [self.forms.form(each.casefold(), lang) for each in written]
        for part in self.parts:
            for wanted in part.forms[lang]:
                width = len(wanted)
                for at in range(len(forms) - width + 1):
                    if tuple(forms[at : at + width]) == wanted:
                        yield " ".join(written[at : at + width])
                    elif width == 1 and lang == "sv" and wanted[0] in self.forms.parts(written[at].casefold()):
                        yield written[at]


def query_words(text: str) -> list[str]:
    """Return the words of a query.

    Raises:
        InvalidValueError: it is not text, has no word, or has too many.
    """
    found = words_of(arguments.text(text, "words"))
    if not found:
        fault = Message(en="has no letter or digit to search for.", sv="har ingen bokstav eller siffra att söka efter.")
        raise InvalidValueError(fault, place="words", fix=Message(en="Give a word.", sv="Ange ett ord."))
    if len(found) > MOST_WORDS:
        fault = Message(
            en="has {count} words, more than {most}.",
            sv="har {count} ord, mer än {most}.",
            count=len(found),
            most=MOST_WORDS,
        )
        fix = Message(en="Give the words that matter.", sv="Ange de viktigaste orden.")
        raise InvalidValueError(fault, place="words", fix=fix)
    return found


def _phrase(forms: Forms) -> str:
    """Return a quoted phrase; normal forms are letters and digits."""
    return f'"{" ".join(forms)}"'
