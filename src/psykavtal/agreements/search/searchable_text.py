"""The texts by which provisions, things, places and topics are found."""

import enum
from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

import attrs

from psykavtal.agreements.text_order import TextOrder
from psykavtal.model.places import Municipality
from psykavtal.model.provisions import Provision
from psykavtal.model.records import AnyThing, Content
from psykavtal.model.remarks import Remark
from psykavtal.model.vocabulary import Topic
from psykavtal.model.wording import Wording

Subject: TypeAlias = Provision | AnyThing | Municipality | Topic


class Column(enum.Enum):
    """A column of the index: its name, its weight and its language."""

    TOPIC = ("topic", 8.0, "sv")
    TOPIC_EN = ("topic_en", 8.0, "en")
    WORDING = ("wording", 5.0, "sv")
    WORDING_EN = ("wording_en", 5.0, "en")
    QUOTED = ("quoted", 5.0, "sv")
    NAME = ("name", 3.0, "sv")
    MORE = ("more", 1.0, "sv")
    MORE_EN = ("more_en", 1.0, "en")
    PARTS = ("parts", 0.1, "sv")

    def __init__(self, title: str, weight: float, lang: str) -> None:
        """Keep the name, the weight of a word, and the language."""
        self.title = title
        self.weight = weight
        self.lang = lang


class SearchableText(NamedTuple):
    """A text of an entry.

    Attributes:
        field: the field of the provision that has it; "name" for a thing, "heading" and "passage" for a citation.
        column: the column of the index.
        text: the text.
    """

    field: str
    column: Column
    text: str


@attrs.frozen(kw_only=True, eq=False)
class Entry:
    """An entry of the index.

    Attributes:
        county: id of the county; empty for a topic.
        subject: the object that is found.
        texts: its texts.
    """

    county: str
    subject: Subject
    texts: tuple[SearchableText, ...]


def county_entries(order: TextOrder, contents: tuple[Content, ...], topics: Mapping[str, Topic]) -> Iterator[Entry]:
    """Yield the provisions in text order, then things and municipalities without a provision.

    The names of the document that speaks, of its agreement and of the subject are left out: the title of an agreement
    would make all its provisions match.
    """
    record = order.record
    county = record.place.id
    both = (*record.things, *record.documents)
    names = {each.id: each.names for each in both}
    agreements = {each.id: each.edition_of for each in record.documents}
    asked = {each.id: _topic_texts(each) for each in topics.values()}
    mentioned = set[str]()
    for provision in order.sorted((*record.standing, *(each for content in contents for each in content.provisions))):
        texts = _provision_texts(provision)
        for name in provision.topics:
            main, also = asked.get(name, ([], []))
            texts += main if name == provision.topic else also
        own = {provision.document, provision.about, agreements.get(provision.document)}
        for field, ids in provision.refers_to().items():
            for other in ids:
                if other not in own:
                    mentioned.add(other)
                    texts += [SearchableText(field, Column.NAME, each) for each in names.get(other, ())]
        yield Entry(county=county, subject=provision, texts=tuple(texts))
    for thing in both:
        if thing.id not in mentioned:
            named = tuple(SearchableText("name", Column.NAME, each) for each in thing.names)
            yield Entry(county=county, subject=thing, texts=named)
    for place in record.place.municipalities:
        yield Entry(county=county, subject=place, texts=(SearchableText("name", Column.NAME, place.name),))


def topic_entry(topic: Topic) -> Entry:
    """Return a topic as an entry: label, further words and question."""
    texts = (
        *_both("label", topic.label, Column.TOPIC, Column.TOPIC_EN),
        *(SearchableText("words", Column.TOPIC, each) for each in topic.words.sv),
        *(SearchableText("words", Column.TOPIC_EN, each) for each in topic.words.en),
        *_both("question", topic.question, Column.WORDING, Column.WORDING_EN),
    )
    return Entry(county="", subject=topic, texts=texts)


def _topic_texts(topic: Topic) -> tuple[list[SearchableText], list[SearchableText]]:
    """Return the texts of a topic as the main one and as another."""
    question = _both("topic", topic.question, Column.MORE, Column.MORE_EN)
    return (
        [*_both("topic", topic.label, Column.TOPIC, Column.TOPIC_EN), *question],
        [*_both("topic", topic.label, Column.MORE, Column.MORE_EN), *question],
    )


def _provision_texts(provision: Provision) -> list[SearchableText]:
    """Return the texts of a provision itself, without topics and names."""
    texts = _both("wording", provision.wording, Column.WORDING, Column.WORDING_EN)
    texts += [SearchableText(field, Column.QUOTED, text) for field, text in provision.searchable()]
    for remark in provision.remarks:
        texts += remark_texts(remark)
    for citation in provision.citations:
        for field, text in (("heading", citation.heading), ("passage", citation.start), ("passage", citation.end)):
            if text:
                texts.append(SearchableText(field, Column.MORE, text))
    for reading in provision.readings:
        texts += _both("readings", reading.why, Column.MORE, Column.MORE_EN)
        if reading.value.wording != provision.wording:
            texts += _both("readings", reading.value.wording, Column.MORE, Column.MORE_EN)
    return texts


def remark_texts(remark: Remark) -> list[SearchableText]:
    """Return the texts of a remark."""
    return _both("remark", remark.text, Column.MORE, Column.MORE_EN)


def _both(field: str, wording: Wording, sv: Column, en: Column) -> list[SearchableText]:
    """Return a wording in its languages."""
    texts = [SearchableText(field, sv, wording.sv)]
    if wording.en:
        texts.append(SearchableText(field, en, wording.en))
    return texts
