"""Print candidates for `irregular_words.toml`, from all texts that are searched; a person reads them through.

    uv run --with simplemma python -m tests.search.irregular_candidates

First the words whose dictionary form has another stem, then the stems that unite words with different dictionary
forms. The lexicon errs: of some 190 and 150 candidates, about 110 and a dozen were right.
"""

from collections import defaultdict

import psykavtal
from psykavtal.agreements.search.indexed_texts import vocabulary_of
from psykavtal.agreements.search.word_forms import WordForms


def main() -> None:
    from simplemma import lemmatize  # not among the dependencies of the tests

    words = vocabulary_of(psykavtal.load_counties().corpus.entries)
    forms = WordForms.of(words["sv"], words["en"])
    for lang, every in words.items():
        bases = {word: lemmatize(word, lang=lang).casefold() for word in sorted(every) if word.isalpha()}
        united = defaultdict[str, set[str]](set)
        for word, base in bases.items():
            if forms.form(word, lang) != forms.form(base, lang):
                print(lang, "missed:", word, "=", base)
            united[forms.form(word, lang)].add(word)
        for stem, each in sorted(united.items()):
            if len({bases[word] for word in each}) > 1:
                print(lang, "united:", stem, *sorted(each))


if __name__ == "__main__":
    main()
