"""The table of silences: topics on which a document read in full states nothing."""

from collections.abc import Iterator

from psykavtal.agreements.tables.common_columns import (
    DATE,
    HEADING,
    PASSAGE,
    REMARKS,
    STATUS,
    TEXTS,
    county_columns,
    day_columns,
    document_columns,
    remark_text,
    topic_columns,
)
from psykavtal.agreements.tables.county_rows import CountyRows, words_of
from psykavtal.agreements.tables.filled_columns import FilledColumn, filled, key
from psykavtal.agreements.tables.tabulation import Tabulation, by_county
from psykavtal.model.answers.statuses import STATUSES
from psykavtal.model.records import Silence
from psykavtal.model.wording import Wording

_DEFERS = Wording(sv="Lämnas över genom", en="Handed over by")


def silence_table() -> Tabulation:
    """Return the definition of the table of silences."""
    return by_county(
        "silences",
        Wording(sv="Tystnader", en="Silences"),
        Wording(
            sv="En rad för varje fråga som ett dokument lästes i sin helhet för utan att säga något om.",
            en="A row for each topic on which a document that was read in full for it states nothing.",
        ),
        (
            *(each.of(_itself) for each in county_columns()),
            *(each.of(_document) for each in document_columns()),
            *(each.of(_topic) for each in topic_columns()),
            *_columns(),
            *(each.of(_document) for each in day_columns()),
        ),
        _silences,
    )


def _itself(silence: Silence) -> object:
    return silence


def _document(silence: Silence) -> str | None:
    return silence.document


def _topic(silence: Silence) -> str:
    return silence.topic


def _silences(rows: CountyRows) -> Iterator[Silence]:
    """Yield the silences of a county, by document, in the order of the vocabulary."""
    order = {name: at for at, name in enumerate(rows.data.topics)}
    for content in rows.contents:
        yield from sorted(content.silences, key=lambda each: order.get(each.topic, len(order)))


def _columns() -> tuple[FilledColumn[Silence], ...]:
    return (
        filled(
            "question",
            Wording(sv="Frågan i sin helhet", en="Question"),
            Wording(sv="Frågan som texten lästes för.", en="The question that the text was read for."),
            lambda rows, each: rows.data.topics[each.topic].question.to(rows.lang),
            brief=True,
        ),
        filled(
            "status",
            STATUS,
            Wording(sv="Alltid tyst; tystnad är inget undantag.", en="Always silent; a silence exempts nobody."),
            lambda rows, _: STATUSES["silent"].to(rows.lang),
            brief=True,
        ),
        key("status_id", STATUS, lambda _, __: "silent"),
        filled(
            "read_on",
            Wording(sv="Läst", en="Read on"),
            Wording(sv="Dagen då texten lästes i sin helhet.", en="The day on which the text was read in full."),
            lambda _, each: each.read_on,
            kind=DATE,
        ),
        filled(
            "defers_to",
            _DEFERS,
            Wording(
                sv="Bestämmelsen som lämnar saken till ett annat dokument eller organ, om någon gör det.",
                en="The provision that hands the matter over to another document or body, if one does.",
            ),
            _handed_over_by,
        ),
        key("defers_to_id", _DEFERS, lambda _, each: each.defers_to or None),
        filled(
            "law",
            Wording(sv="Lagen gäller ändå", en="The law applies all the same"),
            Wording(
                sv="Skyldigheter i lag på området den dagen; tomt om ingen dag gavs.",
                en="Duties by statute on the topic on the day; empty if no day was given.",
            ),
            _duties,
            kind=TEXTS,
        ),
        filled(
            "heading",
            HEADING,
            Wording(
                sv="Rubriken över det närmaste textstället, om det finns något.",
                en="The heading of the nearest passage, if there is one.",
            ),
            lambda rows, each: rows.heading(each.near),
        ),
        filled(
            "passage",
            PASSAGE,
            Wording(
                sv="Det närmaste textställets första och sista ord.",
                en="The first and last words of the nearest passage.",
            ),
            lambda _, each: words_of(each.near),
        ),
        filled(
            "remarks",
            REMARKS,
            Wording(sv="Anmärkningar om tystnaden.", en="Remarks on the silence."),
            lambda rows, each: tuple(remark_text(rows, one) for one in each.remarks),
            kind=TEXTS,
        ),
    )


def _handed_over_by(rows: CountyRows, silence: Silence) -> str | None:
    found = rows.by_id.get(silence.defers_to)
    return None if found is None else found.wording.to(rows.lang)


def _duties(rows: CountyRows, silence: Silence) -> tuple[str, ...]:
    if rows.on is None:
        return ()
    duties = rows.data.topics[silence.topic].duties_on(rows.on)
    return tuple(f"{each.wording.to(rows.lang)} ({each.law})" for each in duties)
