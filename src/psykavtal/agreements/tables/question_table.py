"""The table of open questions: what texts leave open below a topic, or contradict."""

from collections.abc import Iterable, Iterator

import attrs

from psykavtal.agreements.tables.common_columns import (
    HEADING,
    PASSAGE,
    county_columns,
    day_columns,
    document_columns,
    topic_columns,
)
from psykavtal.agreements.tables.county_rows import CountyRows, words_of
from psykavtal.agreements.tables.filled_columns import FilledColumn, filled, key
from psykavtal.agreements.tables.tabulation import Tabulation, by_county
from psykavtal.model.citations import Citation
from psykavtal.model.provisions import Provision, kind_of
from psykavtal.model.remarks import Remark
from psykavtal.model.wording import Wording

_TYPE = Wording(sv="Slag av öppen fråga", en="Type of question")
_SUBJECT = Wording(sv="Hör till", en="Belongs to")
_SUBJECT_KIND = Wording(sv="Hör till slaget", en="Kind that it belongs to")
_OTHER = Wording(sv="Den andra bestämmelsen", en="The other provision")
_KINDS = {
    "provision": Wording(sv="bestämmelse", en="provision"),
    "silence": Wording(sv="tystnad", en="silence"),
    "body": Wording(sv="organ", en="body"),
    "role": Wording(sv="funktion", en="role"),
    "service": Wording(sv="verksamhet", en="service"),
    "agreement": Wording(sv="överenskommelse", en="agreement"),
    "document": Wording(sv="dokument", en="document"),
}


@attrs.frozen(kw_only=True)
class OpenQuestion:
    """A remark that is an open question, with the record that it belongs to.

    Attributes:
        remark: the remark.
        kind: the kind of the record: "provision", "silence", or the class of a thing.
        subject: id of the record: a provision, a topic or a thing.
        label: the record for people.
        document: id of its document; None for a thing of the county.
        topic: id of its topic; empty for a thing.
        passage: its passage; None without one.
    """

    remark: Remark
    kind: str
    subject: str
    label: Wording
    document: str | None = None
    topic: str = ""
    passage: Citation | None = None


def question_table() -> Tabulation:
    """Return the definition of the table of open questions."""
    return by_county(
        "open-questions",
        Wording(sv="Öppna frågor", en="Open questions"),
        Wording(
            sv="En rad för varje fråga som en text lämnar öppen eller motsäger sig själv om; hela frågor utan svar är tystnader.",
            en="A row for each question that a text leaves open or contradicts itself on; whole topics without an answer are silences.",
        ),
        (
            *(each.of(_itself) for each in county_columns()),
            *(each.of(_document) for each in document_columns()),
            *(each.of(_topic) for each in topic_columns()),
            *_columns(),
            *(each.of(_document) for each in day_columns()),
        ),
        _questions,
    )


def _itself(question: OpenQuestion) -> object:
    return question


def _document(question: OpenQuestion) -> str | None:
    return question.document


def _topic(question: OpenQuestion) -> str:
    return question.topic


def _columns() -> tuple[FilledColumn[OpenQuestion], ...]:
    return (
        filled(
            "question",
            Wording(sv="Öppen fråga", en="Open question"),
            Wording(sv="Det som texten lämnar öppet.", en="The question that the text leaves open."),
            lambda rows, each: each.remark.text.to(rows.lang),
            brief=True,
        ),
        filled(
            "type",
            _TYPE,
            Wording(sv="Anges inte, eller motsägelse.", en="Not stated, or a contradiction."),
            lambda rows, each: each.remark.type.label.to(rows.lang),
            brief=True,
        ),
        key("type_id", _TYPE, lambda _, each: each.remark.type.value),
        filled(
            "belongs_to",
            _SUBJECT,
            Wording(
                sv="Bestämmelsen, tystnaden, organet eller dokumentet som frågan hör till.",
                en="The provision, silence, body or document that it belongs to.",
            ),
            lambda rows, each: each.label.to(rows.lang),
        ),
        key("belongs_to_id", _SUBJECT, lambda _, each: each.subject),
        filled(
            "belongs_to_kind",
            _SUBJECT_KIND,
            Wording(sv="Slaget av det som frågan hör till.", en="The kind of the record that it belongs to."),
            lambda rows, each: _KINDS[each.kind].to(rows.lang),
        ),
        key("belongs_to_kind_id", _SUBJECT_KIND, lambda _, each: each.kind),
        filled(
            "other_provision",
            _OTHER,
            Wording(sv="Vid en motsägelse, den andra bestämmelsen.", en="The other provision of a contradiction."),
            _other,
        ),
        key("other_provision_id", _OTHER, lambda _, each: each.remark.provision or None),
        filled(
            "heading",
            HEADING,
            Wording(sv="Rubriken som textstället står under.", en="The heading below which the passage is."),
            lambda rows, each: rows.heading(each.passage),
        ),
        filled(
            "passage",
            PASSAGE,
            Wording(sv="De första och sista orden av textstället.", en="The first and last words of the passage."),
            lambda _, each: words_of(each.passage),
        ),
        key("remark_id", Wording(sv="Anmärkning", en="Remark"), lambda _, each: each.remark.name),
    )


def _other(rows: CountyRows, question: OpenQuestion) -> str | None:
    found = rows.by_id.get(question.remark.provision)
    return None if found is None else found.wording.to(rows.lang)


def _questions(rows: CountyRows) -> Iterator[OpenQuestion]:
    """Yield the open questions of provisions in text order, of silences, and of things."""
    for provision in rows.provisions:
        for remark in _open(provision.remarks):
            yield _of_provision(rows, provision, remark)
    for content in rows.contents:
        for silence in content.silences:
            label = rows.data.topics[silence.topic].label
            for remark in _open(silence.remarks):
                yield OpenQuestion(
                    remark=remark,
                    kind="silence",
                    subject=silence.topic,
                    label=label,
                    document=silence.document,
                    topic=silence.topic,
                    passage=silence.near,
                )
    for thing in (*rows.data.record.things, *rows.data.record.documents):
        label = Wording(sv=thing.label("sv"), en=thing.label("en"))
        kind = kind_of(type(thing))
        for remark in _open(thing.remarks):
            document = thing.id if kind == "document" else None
            yield OpenQuestion(remark=remark, kind=kind, subject=thing.id, label=label, document=document)


def _of_provision(rows: CountyRows, provision: Provision, remark: Remark) -> OpenQuestion:
    return OpenQuestion(
        remark=remark,
        kind="provision",
        subject=provision.id,
        label=provision.wording,
        document=provision.document or None,
        topic=provision.topic,
        passage=rows.passage(provision),
    )


def _open(remarks: Iterable[Remark]) -> Iterator[Remark]:
    return (each for each in remarks if each.type.is_open)
