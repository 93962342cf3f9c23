"""The traits of provisions by which they are paired: words, marks and passages."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.search.stop_words import STOP_WORDS
from psykavtal.agreements.search.word_forms import WordForms, words_of
from psykavtal.model.provisions import Aim, LegalReference, Provision, Relation, Statement, kind_of
from psykavtal.model.wording import Wording


@attrs.frozen(kw_only=True)
class Traits:
    """The traits of one provision.

    Attributes:
        words: the normal forms of its words, with their number: of its wording in both languages, of the beginning
            and the end of its passages, and of all that it quotes.
        marks: its kind, topics, bearer, facts, and the things and documents that it names, as "topic:sip.use".
        passages: the digests of its passages; empty if one of them is not locked.
        signature: its kind with its first topic; empty for a statement, which has no structure of its own.
    """

    words: Mapping[str, int]
    marks: frozenset[str]
    passages: frozenset[str]
    signature: str


@attrs.frozen(kw_only=True)
class DocumentSide:
    """One document of a diff.

    Attributes:
        data: the county's data.
        document: id of the document.
        by_name: whether things and documents are identified by name: ids of two counties do not correspond.
    """

    data: CountyData
    document: str
    by_name: bool = False

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """The provisions that the document states, in text order."""
        return self.data.stated_by(self.document)

    def thing(self, thing_id: str) -> str:
        """Return what identifies a thing or document in both documents; "itself" for the document."""
        if thing_id == self.document:
            return ITSELF
        return self.data.name_of(thing_id).casefold() if self.by_name else thing_id

    def short(self, provision: Provision) -> Wording | None:
        """Return the structured value of a provision in a few words, or None."""
        return provision.short(provision.topic, self.data.name_of)

    def passages(self, provision: Provision) -> frozenset[str]:
        """Return the digests of the passages of a provision; empty if one is not locked."""
        locked = [self.data.text_order.passages.get(each.key) for each in provision.citations]
        return frozenset(each.digest for each in locked if each is not None) if None not in locked else frozenset()


ITSELF = "itself"


def traits_of(sides: Sequence[DocumentSide]) -> tuple[tuple[Traits, ...], ...]:
    """Return the traits of the provisions of each document."""
    texts = [[_Texts.of(each) for each in side.provisions] for side in sides]
    forms = _Forms.of([each for side in texts for each in side])
    return tuple(
        tuple(
            Traits(
                words=forms.counted(each),
                marks=frozenset(_marks(provision, side)),
                passages=side.passages(provision),
                signature="" if isinstance(provision, Statement) else f"{_kind(provision)} {provision.topic}",
            )
            for provision, each in zip(side.provisions, given, strict=True)
        )
        for side, given in zip(sides, texts, strict=True)
    )


@attrs.frozen
class _Texts:
    """The words of a provision, of its passages' ends and of its quotations, by language."""

    sv: tuple[str, ...]
    en: tuple[str, ...]

    @classmethod
    def of(cls, provision: Provision) -> "_Texts":
        fragments = (f"{each.start} {each.end}" for each in provision.citations)
        quoted = (text for _, text in provision.searchable())
        return cls(
            sv=tuple(_plain((provision.wording.sv, *fragments, *quoted))),
            en=tuple(_plain((provision.wording.en or "",))),
        )


def _plain(texts: Iterable[str]) -> Iterator[str]:
    """Yield the words of texts in lower case, without stop words."""
    words = (each.casefold() for text in texts for each in words_of(text))
    return (each for each in words if each not in STOP_WORDS)


@attrs.frozen
class _Forms:
    """The normal forms of words, and of the parts of Swedish compounds."""

    forms: WordForms
    compounds: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, texts: Sequence[_Texts]) -> "_Forms":
        swedish = {word for each in texts for word in each.sv}
        forms = WordForms.of(swedish, {word for each in texts for word in each.en})
        return cls(forms, {word: forms.parts(word) for word in swedish})

    def counted(self, texts: _Texts) -> Counter[str]:
        """Return the forms with their number; a compound counts with its parts, English words apart."""
        found = Counter(self.forms.form(each, "sv") for each in texts.sv)
        found.update(part for each in texts.sv for part in self.compounds[each])
        found.update(f"en {self.forms.form(each, 'en')}" for each in texts.en)
        return found


def _kind(provision: Provision) -> str:
    return kind_of(type(provision))


def _marks(provision: Provision, side: DocumentSide) -> Iterator[str]:
    yield f"kind:{_kind(provision)}"
    yield from (f"topic:{each}" for each in provision.topics)
    yield from (f"fact:{each}" for each in provision.facts())
    if provision.bearer_name is not None:
        yield f"bearer:{provision.bearer_name}"
    for field, things in provision.refers_to().items():
        if field != "about":
            yield from (f"{field}:{side.thing(each)}" for each in things)
    match provision:
        case Relation(relation=relation):
            yield f"relation:{relation.value}"
        case Aim(aim=aim):
            yield f"aim:{aim.value}"
        case LegalReference(subject=subject) if subject:
            yield f"subject:{subject}"
        case _:
            pass
