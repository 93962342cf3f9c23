"""The columns that every table of provisions has."""

from collections.abc import Iterable

from psykavtal.agreements.field_text import criterion_text
from psykavtal.agreements.search.recorded_status import RecordedStatus
from psykavtal.agreements.tables.common_columns import (
    HEADING,
    INTEGER,
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
from psykavtal.agreements.tables.over_readings import agreed, reading_texts, shown
from psykavtal.model.answers.statuses import STATUSES
from psykavtal.model.modality import Modality
from psykavtal.model.provisions import Provision, reading_groups
from psykavtal.model.wording import Wording


def provision_columns(own: Iterable[FilledColumn[Provision]] = ()) -> tuple[FilledColumn[Provision], ...]:
    """Return the columns of a provision that every table of provisions has.

    Args:
        own: the columns of one table, which come after the wording.
    """
    return (*subject_columns(), *own, *place_columns())


def subject_columns() -> tuple[FilledColumn[Provision], ...]:
    """Return the columns of the content of a provision: county, document, topic, status, wording."""
    return (
        *(each.of(_itself) for each in county_columns()),
        *(each.of(_document) for each in document_columns()),
        *(each.of(_topic) for each in topic_columns()),
        *_status(),
        filled(
            "wording",
            Wording(sv="Lydelse", en="Wording"),
            Wording(
                sv="Innehållet i våra ord; texten själv citeras inte.",
                en="The content in our own words; the text itself is not quoted.",
            ),
            lambda rows, each: each.wording.to(rows.lang),
            brief=True,
        ),
    )


def place_columns() -> tuple[FilledColumn[Provision], ...]:
    """Return the other columns of a provision: condition, readings, place in the text, verdict."""
    return (
        *_condition(),
        *_readings(),
        *_citation(),
        *(each.of(_document) for each in day_columns()),
        key("provision_id", Wording(sv="Bestämmelse", en="Provision"), lambda _, each: each.id),
    )


def _itself(provision: Provision) -> object:
    return provision


def _document(provision: Provision) -> str | None:
    return provision.document or None


def _topic(provision: Provision) -> str:
    return provision.topic


def _status() -> tuple[FilledColumn[Provision], ...]:
    return (
        filled(
            "status",
            STATUS,
            Wording(
                sv="sagt, härlett, tvetydigt, uppgift från annat håll, tyst …: vad texten själv ger.",
                en="stated, derived, ambiguous, reported, silent ...: what the text itself gives.",
            ),
            lambda rows, each: STATUSES[RecordedStatus.of(each).value].to(rows.lang),
            brief=True,
        ),
        key("status_id", STATUS, lambda _, each: RecordedStatus.of(each).value),
    )


def _readings() -> tuple[FilledColumn[Provision], ...]:
    return (
        filled(
            "readings",
            _READINGS,
            Wording(
                sv="De möjliga läsningarna av ett tvetydigt textställe, var och en med skäl och det som skiljer.",
                en="The possible readings of an ambiguous passage, each with its reason and the fields that differ.",
            ),
            reading_texts,
            kind=TEXTS,
        ),
        key("readings_id", _READINGS, _reading_ids, kind=TEXTS),
    )


_READINGS = Wording(sv="Läsningar", en="Readings")


def _reading_ids(_: CountyRows, provision: Provision) -> tuple[str, ...]:
    return tuple(each.name for readings in reading_groups(provision).values() for each in readings)


def _condition() -> tuple[FilledColumn[Provision], ...]:
    facts = Wording(sv="Uppgifter som avgör", en="Facts that decide")
    return (
        filled(
            "condition",
            Wording(sv="Villkor", en="Condition"),
            Wording(
                sv="Villkoret i ord; tomt om det gäller utan villkor.", en="The condition in words; empty without one."
            ),
            lambda rows, each: shown(each, lambda one: _condition_text(rows, one)),
        ),
        filled(
            "modality",
            _MODALITY,
            Wording(sv="Bindande kraft efter verbet i texten.", en="The binding force, by the verb of the text."),
            lambda rows, each: shown(each, lambda one: _modality_text(rows, one)),
        ),
        key("modality_id", _MODALITY, lambda _, each: agreed(each, lambda one: one.modality.value)),
        filled(
            "facts",
            facts,
            Wording(sv="Uppgifterna som bestämmelsen beror på.", en="The facts that the provision depends on."),
            lambda rows, each: rows.names(rows.facts(each)),
            kind=TEXTS,
        ),
        key("facts_id", facts, lambda rows, each: rows.facts(each), kind=TEXTS),
    )


_MODALITY = Wording(sv="Bindande kraft", en="Binding force")


def _condition_text(rows: CountyRows, provision: Provision) -> str | None:
    return None if provision.when is None else criterion_text(provision.when, rows.name_of).to(rows.lang)


def _modality_text(rows: CountyRows, provision: Provision) -> str | None:
    return None if provision.modality is Modality.NONE else provision.modality.label.to(rows.lang)


def _citation() -> tuple[FilledColumn[Provision], ...]:
    return (
        filled(
            "heading",
            HEADING,
            Wording(sv="Rubriken som textstället står under.", en="The heading below which the passage is."),
            lambda rows, each: rows.heading(rows.passage(each)),
        ),
        filled(
            "passage",
            PASSAGE,
            Wording(
                sv="De första och sista orden av textstället, som texten skriver dem.",
                en="The first and last words of the passage, as the text writes them.",
            ),
            lambda rows, each: words_of(rows.passage(each)),
        ),
        filled(
            "page",
            Wording(sv="Sida", en="Page"),
            Wording(sv="Textställets sida, om den är känd.", en="The page of the passage, if it is known."),
            lambda rows, each: rows.page(rows.passage(each)),
            kind=INTEGER,
        ),
        filled(
            "heading_page",
            Wording(sv="Rubrikens sida", en="Page of the heading"),
            Wording(
                sv="Den tryckta sida där rubriken står, om den är känd.",
                en="The printed page of the heading, if it is known.",
            ),
            lambda rows, each: rows.heading_page(rows.passage(each)),
            kind=INTEGER,
        ),
        filled(
            "sources",
            Wording(sv="Webbkällor", en="Web sources"),
            Wording(
                sv="Adresserna till uppgifter från annat håll.", en="The addresses of what is reported from elsewhere."
            ),
            lambda _, each: tuple(dict.fromkeys(source.url for source in each.reported)),
            kind=TEXTS,
        ),
        filled(
            "remarks",
            REMARKS,
            Wording(
                sv="Det som texten lämnar öppet här, och andra anmärkningar.",
                en="What the text leaves open here, and other remarks.",
            ),
            lambda rows, each: tuple(remark_text(rows, one) for one in each.remarks),
            kind=TEXTS,
        ),
    )
