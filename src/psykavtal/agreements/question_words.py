"""The words of a question: its content, its names, and those without a record."""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

import attrs

from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.outline import Outline
from psykavtal.agreements.search.abbreviations import is_abbreviation
from psykavtal.agreements.search.corpus import Corpus
from psykavtal.agreements.search.query_words import query_words
from psykavtal.agreements.search.stop_words import STOP_WORDS, WEAK_WORDS
from psykavtal.agreements.search.word_forms import words_of
from psykavtal.agreements.succession import first_known_day
from psykavtal.model.documents import Document
from psykavtal.model.national_register import COUNTIES
from psykavtal.model.text_places import Heading

_YEAR = 4
_MOST_FORMS = 3
_MONTHS = frozenset(
    (
        *("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november"),
        *("december", "january", "february", "march", "may", "june", "july", "august", "october"),
    )
)
_VERSION = r"\bversion(en)?\s+\d+(\.\d+)*"
_OLDER_TEXT = r"\b(äldre|older)\s+(\w*text|avtal|agreement|edition|version|upplag|utgåv|överenskommels)\w*"
_SIGNS = "?.,;:!»«\"'()[]"


@attrs.frozen(kw_only=True)
class AbsentWord:
    """A word of a question that no record of a searched document has.

    Attributes:
        word: the word as given.
        documents: ids of the documents of the county, searched or not, that have it in a record.
        forms: the words as written that these documents have for it, if none of them is the word itself.
        near: words of the records that begin alike, or the first part of a compound, if no document has it.
    """

    word: str
    documents: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class InexactWord:
    """A word that the records of the searched documents have only in other forms.

    Attributes:
        word: the word as given.
        forms: the words, as written, that match it; few.
        is_name: whether these are another name for it, not another form.
    """

    word: str
    forms: tuple[str, ...]
    is_name: bool = False


@attrs.frozen(kw_only=True)
class NamedHeading:
    """A heading that a question names.

    Attributes:
        document: id of the document.
        headings: the heading, then its subheadings, each with the number of provisions below it.
    """

    document: str
    headings: tuple[Heading, ...]


def content_words(data: CountyData, question: str) -> tuple[str, ...]:
    """Return the words that carry the content of a question.

    The names of counties, and the years and versions of documents are left out, as are words like "the older text".

    Raises:
        InvalidValueError: the question has no word, or too many.
    """
    query_words(question)
    forms = data.corpus.index.words.forms
    places = (*COUNTIES.values(), *(each.place.name for each in data.registry.records))
    names = {forms.form(each.casefold(), "sv") for name in places for each in words_of(name)}
    names |= _years(data.record.documents)
    versions = [each for each in map(_version, data.record.documents) if each and each in question.casefold()]
    for each in (*map(re.escape, versions), _VERSION, _OLDER_TEXT):
        question = re.sub(each, " ", question, flags=re.IGNORECASE)

    def is_content(word: str) -> bool:
        return is_abbreviation(word.strip(_SIGNS)) or any(
            each not in STOP_WORDS and each not in WEAK_WORDS and forms.form(each, "sv") not in names
            for each in map(str.casefold, words_of(word))
        )

    return tuple(dict.fromkeys(each.strip(_SIGNS) for each in question.split() if is_content(each)))


def documents_named(data: CountyData, question: str) -> tuple[str, ...]:
    """Return the ids of the available documents that a question names.

    It names one by a year in its id, or by its version; "den äldre texten" names the editions before the latest.
    A year in a date, as in "1 June 2020", names none; nor does one that several documents have.
    """
    words = words_of(question.casefold())
    dated = {year for month, year in pairwise(words) if month in _MONTHS}
    available = [each for each in data.record.documents if each.is_available]
    found = list[str]()
    for year in dict.fromkeys(each for each in words if each not in dated):
        having = [each.id for each in available if year in _years((each,))]
        found += having if len(having) == 1 else []
    found += [each.id for each in available if _version(each) and _version(each) in question.casefold()]
    if re.search(_OLDER_TEXT, question, re.IGNORECASE):
        found += _before_the_latest(data, available)
    return tuple(dict.fromkeys(found))


def _before_the_latest(data: CountyData, documents: Iterable[Document]) -> list[str]:
    """Return the ids of the dated editions before the latest one."""
    editions = [each for each in documents if each.edition_of is not None]
    days = {each.id: day for each in editions if (day := first_known_day(data, each)) is not None}
    return [name for name, day in days.items() if day < max(days.values())]


def headings_named(outlines: Iterable[Outline], data: CountyData, words: Iterable[str]) -> tuple[NamedHeading, ...]:
    """Return the headings whose words all are among some words, with their subheadings."""
    forms = data.corpus.index.words.forms
    given = {forms.form(each.casefold(), "sv") for word in words for each in words_of(word)}
    found = list[NamedHeading]()
    for outline in outlines:
        for heading in outline.headings:
            own = [each.casefold() for each in words_of(heading.heading)]
            content = {forms.form(each, "sv") for each in own if each not in STOP_WORDS and not each.isdigit()}
            if content and content <= given:
                below = outline.with_subheadings(heading.section)
                found.append(NamedHeading(document=outline.document.id, headings=below))
    return tuple(found)


def _version(document: Document) -> str:
    """Return the words "version 5.0" for a document with a version; an empty text without."""
    return f"version {document.version}".casefold() if document.version else ""


def _years(documents: Iterable[Document]) -> set[str]:
    parts = (part for each in documents if each.is_available for part in each.id.split("-"))
    return {each for each in parts if each.isdigit() and len(each) == _YEAR}


def inexact_words(corpus: Corpus, words: Iterable[str], searched: Collection[str]) -> Iterator[InexactWord]:
    """Yield the words that records have only in few other forms, or by another name.

    "Dagar" has the form "dag"; "barnkonventionen" the name "barnets rättigheter".
    """
    for word in words:
        forms = _other_forms(corpus, word, searched)
        if forms and len(forms) <= _MOST_FORMS:
            names = tuple(each for each in forms if len(words_of(each)) > len(words_of(word)))
            yield InexactWord(word=word, forms=names or forms, is_name=bool(names))


def _other_forms(corpus: Corpus, word: str, documents: Collection[str]) -> tuple[str, ...]:
    """Return the other forms of a word in documents; none if they have the word."""
    forms = corpus.forms_in(word, documents)
    same_case = (str if word.isupper() else str.casefold)(word)
    exact = any((each if word.isupper() else each.casefold()) == same_case for each in forms)
    return () if exact else tuple(dict.fromkeys(map(str.casefold, forms)))


def absent_words(corpus: Corpus, words: Iterable[str], searched: Collection[str]) -> Iterator[AbsentWord]:
    """Yield the words that no record of a searched document has; years are left out."""
    for word in words:
        if word.isdigit() and len(word) == _YEAR:
            continue
        content = [each for each in words_of(word) if not {each.casefold()} & (STOP_WORDS | WEAK_WORDS)]
        having = corpus.documents_with(" ".join(content))
        if not having.issuperset(searched):
            near = () if having or not content else _near(content[0].casefold(), corpus)
            forms = _other_forms(corpus, word, having)[:_MOST_FORMS]
            yield AbsentWord(word=word, documents=tuple(sorted(having)), forms=forms, near=near)


def _near(word: str, corpus: Corpus) -> tuple[str, ...]:
    """Return words of the records that begin alike, or the first part of a compound."""
    forms = corpus.index.words.forms
    first = forms.first_part(word)
    return tuple(each for each in forms.like(word) if each != word) or (() if first is None else (first,))
