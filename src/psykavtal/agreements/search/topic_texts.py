"""The texts of topics in normal forms, and the words of a query in them."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain

import attrs

from psykavtal.agreements.search.abbreviations import abbreviations
from psykavtal.agreements.search.corpus_words import CorpusWords
from psykavtal.agreements.search.indexed_texts import vocabulary_of
from psykavtal.agreements.search.query_words import QueryPart
from psykavtal.agreements.search.searchable_text import SearchableText, topic_entry
from psykavtal.agreements.search.stop_words import PRONOUNS, STOP_WORDS
from psykavtal.agreements.search.word_forms import WordForms, words_of
from psykavtal.errors import LANGUAGES
from psykavtal.model.vocabulary import Topic

_NAME, _QUESTION, _NAME_IN_OTHER, _QUESTION_IN_OTHER = 1.0, 0.6, 0.4, 0.2
_PART_OF_COMPOUND = 0.5
_NAMES = ("label", "words")
_VOCABULARIES = 16
"""The number of selections of topics whose texts are cached."""


@attrs.frozen(kw_only=True)
class TopicText:
    """A name or the question of a topic, in normal forms.

    Attributes:
        field: "label", "words" or "question".
        lang: its language.
        written: its words in lower case.
        forms: its words in normal forms.
        parts: for each word, the parts of a compound.
        content: the places of the words without stop words.
        is_name: whether it is a label or a further word, not the question.
        is_phrase: whether it counts only as a whole: few of its words carry content.
        found_by: its forms and parts; none if it counts only as a whole.
    """

    field: str
    lang: str
    written: tuple[str, ...]
    forms: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]
    content: frozenset[int]
    is_name: bool
    is_phrase: bool
    found_by: frozenset[str]

    @classmethod
    def of(cls, text: SearchableText, forms: WordForms) -> "TopicText":
        """Return a text in normal forms."""
        written = words_of(text.text.casefold())
        lang = text.column.lang
        normal = tuple(forms.form(each, lang) for each in written)
        parts = tuple(forms.parts(each) if lang == "sv" else () for each in written)
        content = frozenset(at for at, each in enumerate(written) if each not in STOP_WORDS)
        is_name = text.field in _NAMES
        is_phrase = is_name and len(written) > 1 and len(content) <= 1
        return cls(
            field=text.field,
            lang=lang,
            written=tuple(written),
            forms=normal,
            parts=parts,
            content=content,
            is_name=is_name,
            is_phrase=is_phrase,
            found_by=frozenset() if is_phrase else frozenset((*normal, *chain.from_iterable(parts))),
        )

    def places(self, part: QueryPart) -> frozenset[int]:
        """Return the places of the words that a part of a query matches."""
        found = set[int]()
        for wanted in part.forms[self.lang] if self._may_have(part) else ():
            width = len(wanted)
            for at in range(len(self.forms) - width + 1):
                if self.forms[at : at + width] == wanted:
                    found.update(range(at, at + width))
        return frozenset(found)

    def is_in(self, forms: Sequence[str]) -> bool:
        """Return whether it is several words that are adjacent among words in normal forms."""
        width = len(self.forms)
        # Few texts have the first word; to compare them word by word takes longer.
        return (
            width > 1
            and self.forms[0] in forms
            and any(tuple(forms[at : at + width]) == self.forms for at in range(len(forms) - width + 1))
        )

    def strength(self, part: QueryPart) -> float:
        """Return the strength of a part of a query.

        It is 1 if the text has it as a word, less if only as a part of a compound, else 0.
        """
        if not self._may_have(part):
            return 0.0
        if self.places(part):
            return 1.0
        single = {each[0] for each in part.forms[self.lang] if len(each) == 1}
        return _PART_OF_COMPOUND if any(single.intersection(each) for each in self.parts) else 0.0

    def _may_have(self, part: QueryPart) -> bool:
        return any(wanted[0] in self.found_by for wanted in part.forms[self.lang])

    def covered(self, parts: Iterable[QueryPart]) -> float:
        """Return the share of its words that the parts of a query match."""
        found = {at for part in parts for at in self.places(part)}
        return len(found & self.content) / len(self.content) if self.content else 0.0


@attrs.frozen(eq=False)
class TopicTexts:
    """A topic with its texts.

    Attributes:
        topic: the topic.
        texts: its label, further words and question, in both languages.
        found_by: the forms and parts by which its texts are found, by language.
    """

    topic: Topic
    texts: tuple[TopicText, ...]
    found_by: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, topic: Topic, texts: tuple[TopicText, ...]) -> "TopicTexts":
        """Return a topic with its texts, and the words by which they are found."""
        found_by = {
            lang: frozenset(chain.from_iterable(each.found_by for each in texts if each.lang == lang))
            for lang in LANGUAGES
        }
        return cls(topic, texts, found_by)

    def has(self, part: QueryPart) -> bool:
        """Return whether any of its texts has a part of a query."""
        return self._may_have(part) and any(text.strength(part) for text in self.texts)

    def _may_have(self, part: QueryPart) -> bool:
        return any(wanted[0] in self.found_by[lang] for lang in LANGUAGES for wanted in part.forms[lang])

    def strength(self, part: QueryPart, lang: str) -> float:
        """Return the weight of a part of a query, asked in `lang`.

        Labels and further words weigh most, then the question, then those in the other language.
        """
        if not self._may_have(part):
            return 0.0
        return max((_weight(each, lang) * each.strength(part) for each in self.texts), default=0.0)

    def is_written(self, words: Sequence[str]) -> bool:
        """Return whether one of its texts is made of these words."""
        return any(text.written == tuple(map(str.casefold, words)) for text in self.texts)

    def phrases(self, forms: Mapping[str, Sequence[str]]) -> list[tuple[str, ...]]:
        """Return its names of several words that are among words in normal forms."""
        return [each.forms for each in self.texts if each.is_name and each.is_in(forms[each.lang])]

    def is_named(self, parts: Sequence[QueryPart]) -> bool:
        """Return whether the parts of a query are exactly the words of a name."""
        return any(text.covered(parts) == 1 and all(map(text.places, parts)) for text in self.texts if text.is_name)

    def share_of_name(self, parts: Sequence[QueryPart], weights: Sequence[float], lang: str) -> float:
        """Return the best weight of a name in `lang`.

        It is the weight of the words in the name, times the share of the name that they cover.
        """
        names = (each for each in self.texts if each.is_name and each.lang == lang)
        return max((each.covered(parts) * _sum(each, parts, weights) for each in names), default=0.0)


class TopicVocabulary:
    """The texts of topics, and their words by which a query is read."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        """Bring the texts to their normal forms."""
        entries = [topic_entry(each) for each in topics]
        forms = WordForms.of(*vocabulary_of(entries).values())
        names = (text.text for entry in entries for text in entry.texts if text.field in _NAMES)
        self.words = CorpusWords(forms, forms.occurring, abbreviations((), names), by_first_part=True)
        self.topics = tuple(
            TopicTexts.of(entry.subject, tuple(TopicText.of(each, forms) for each in entry.texts))
            for entry in entries
            if isinstance(entry.subject, Topic)
        )

    def containing(self, question: str) -> dict[TopicTexts, int]:
        """Return the topics of which a longer name is in a question, with its length."""
        read = self._forms_of(question)
        found = {
            each: max((len(one) for _, forms in read for one in each.phrases(forms)), default=0) for each in self.topics
        }
        return {each: length for each, length in found.items() if length}

    def words_in_phrases(self, question: str) -> frozenset[str]:
        """Return the words of a question, in lower case, that belong to a longer name."""
        found = set[str]()
        for words, forms in self._forms_of(question):
            in_names = {form for each in self.topics for one in each.phrases(forms) for form in one}
            found.update(word for at, word in enumerate(words) if any(each[at] in in_names for each in forms.values()))
        return frozenset(found)

    def _forms_of(self, question: str) -> list[tuple[list[str], dict[str, list[str]]]]:
        """Return the words of a question with their forms by language; then again without pronouns.

        "Säger man upp" has the name "säga upp".
        """
        every = words_of(question.casefold())
        lists = [every, [each for each in every if each not in PRONOUNS]]
        return [
            (words, {lang: [self.words.forms.form(each, lang) for each in words] for lang in LANGUAGES})
            for words in lists
        ]

    def having(self, parts: Sequence[QueryPart]) -> list[TopicTexts]:
        """Return the topics that have any of the parts of a query."""
        return [each for each in self.topics if any(map(each.has, parts))]


@lru_cache(_VOCABULARIES)
def topic_vocabulary(topics: tuple[Topic, ...]) -> TopicVocabulary:
    """Return the texts of topics; those of the latest selections are cached."""
    return TopicVocabulary(topics)


def _weight(text: TopicText, lang: str) -> float:
    if text.lang == lang:
        return _NAME if text.is_name else _QUESTION
    return _NAME_IN_OTHER if text.is_name else _QUESTION_IN_OTHER


def _sum(text: TopicText, parts: Sequence[QueryPart], weights: Sequence[float]) -> float:
    return sum(weight for part, weight in zip(parts, weights, strict=True) if text.places(part))
