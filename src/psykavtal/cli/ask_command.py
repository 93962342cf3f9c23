"""`psykavtal ask`."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

import attrs
import click

from psykavtal.agreements.counties import Counties
from psykavtal.agreements.county import County
from psykavtal.cli.county_of_document import county_of
from psykavtal.cli.languages import lang_option
from psykavtal.cli.named_counties import county_named
from psykavtal.cli.options import fails_plainly, format_option, installed, on_option, print_json, today
from psykavtal.errors import Message, UnknownTopicError, near_name
from psykavtal.model.vocabulary import Topic
from psykavtal.model.wording import Wording
from psykavtal.output.labels import AS_OF, capitalised, joined, same

if TYPE_CHECKING:
    from psykavtal.agreements.asked_in_words import AskedInWords

_ALL = ("alla", "all")
_TODAY = Wording(sv=" (idag, eftersom ingen dag angavs)", en=" (today, as no day was given)")


@click.command()
@click.argument("county")
@click.argument("topic", nargs=-1)
@on_option
@click.option(
    "--document",
    "documents",
    multiple=True,
    help="A document by its id, whether it applies on the day or not; may be repeated.",
)
@click.option("--reading", help="The name of a reading, for texts with several.")
@click.option("--full", is_flag=True, help="Show every member of a list and every record with the words.")
@format_option("json")
@lang_option
@fails_plainly
def ask(  # noqa: PLR0917 (click gives the options by name)
    county: str,
    topic: tuple[str, ...],
    on: date | None,
    documents: tuple[str, ...],
    reading: str | None,
    fmt: str,
    *,
    full: bool,
    lang: str,
) -> None:
    """Answer TOPIC in COUNTY: sip.convener, a theme like sip, or a question in words.

    COUNTY is an id, a code or a name, also of one of its municipalities, or "alla" (all) for every county.

    The first line states if the agreement, or the document, applies on the day. A question in words is
    answered by the topics that it names, and by the provisions that have its words; the words that no record
    has are named. A year in it that is in the id of one available document chooses that document.

    Without TOPIC, lists all topics by theme.
    """
    counties = installed()
    chosen = _chosen(counties, county, documents)
    text = " ".join(topic)
    if not topic:
        _print_topics(chosen, documents, fmt, lang)
        return
    topics = _by_id(counties.topics, text)
    question = _Question(on or today(), documents, reading)
    asked = question.by_topics(chosen, topics) if topics else question.in_words(chosen, text)
    if fmt == "json":
        from psykavtal.output.asked_record import asked_record  # noqa: PLC0415 (only for this format)

        records = [asked_record(each) for each in asked]
        print_json(records[0] if len(records) == 1 else records)
        return
    from psykavtal.cli.report_printing import print_report  # noqa: PLC0415 (only for these formats)
    from psykavtal.output.views.asked_view import asked_of_all_report, asked_report  # noqa: PLC0415 (as above)

    title = joined(AS_OF, same(f" {question.on.isoformat()}"), *((_TODAY,) if on is None else ()))
    full = full or bool(topics)
    if len(asked) == 1:
        report = asked_report(asked[0], joined(same(f"{asked[0].county.name}: "), title), full=full)
    else:
        report = asked_of_all_report(asked, capitalised(title), full=full)
    print_report(report, fmt, lang)


@attrs.frozen
class _Question:
    """The day, the documents and the reading of a question."""

    on: date
    documents: tuple[str, ...]
    reading: str | None

    def by_topics(self, counties: Sequence[County], topics: Sequence[Topic]) -> "list[AskedInWords]":
        """Return the answers of counties to topics."""
        from psykavtal.agreements.asked_in_words import ask_topics  # noqa: PLC0415 (brings the search)

        return [
            ask_topics(
                each, topics, on=self.on, documents=_of(each, self.documents, len(counties)), readings=self.reading
            )
            for each in counties
        ]

    def in_words(self, counties: Sequence[County], words: str) -> "list[AskedInWords]":
        """Return the answers of counties to a question in words.

        Raises:
            UnknownTopicError: nothing has any of the words, and a topic has a similar id.
        """
        asked = [
            each.ask_in_words(
                words, on=self.on, documents=_of(each, self.documents, len(counties)), readings=self.reading
            )
            for each in counties
        ]
        topics = asked[0].county.topics
        near = near_name(words.casefold(), [*topics, *(each.theme for each in topics.values())])
        if near and not any(each.is_known for each in asked):
            raise UnknownTopicError(_no_topic(words), value=words, fix=near)
        return asked


def _chosen(counties: Counties, name: str, documents: tuple[str, ...]) -> tuple[County, ...]:
    """Return the counties asked: one, all, or those of the documents.

    Raises:
        UnknownCountyError: unknown county.
        UnknownDocumentError: no installed county has a document.
    """
    if name.casefold() not in _ALL:
        return (county_named(counties, name),)
    if documents:
        return tuple(dict.fromkeys(county_of(counties, each) for each in documents))
    return tuple(counties.values())


def _of(county: County, documents: tuple[str, ...], counties: int) -> tuple[str, ...]:
    """Return the documents to ask of a county; the only one is given all."""
    known = {each.id for each in county.documents}
    return documents if counties == 1 else tuple(each for each in documents if each in known)


def _by_id(topics: Mapping[str, Topic], text: str) -> list[Topic]:
    """Return the topic of an id or those of a theme; for other words none.

    Raises:
        UnknownTopicError: unknown id.
    """
    from psykavtal.agreements.search.topic_search import is_like_an_id, topic_suggestion  # noqa: PLC0415 (only here)

    name = text.casefold()
    if name in topics:
        return [topics[name]]
    theme = [each for each in topics.values() if each.theme == name]
    if not theme and is_like_an_id(text):
        raise UnknownTopicError(_no_topic(text), value=text, fix=topic_suggestion(topics, text))
    return theme


def _no_topic(text: str) -> Message:
    return Message(en="no topic {topic!r}.", sv="okänd fråga {topic!r}.", topic=text)


def _print_topics(chosen: Sequence[County], documents: tuple[str, ...], fmt: str, lang: str) -> None:
    from psykavtal.agreements.asked_topics import arising_topics  # noqa: PLC0415 (brings the search)

    topics = {key: each for county in chosen for key, each in arising_topics(county.holdings, documents).items()}
    if fmt == "json":
        print_json({key: each.question.to(lang) for key, each in topics.items()})
        return
    from psykavtal.cli.report_printing import print_report  # noqa: PLC0415 (only for these formats)
    from psykavtal.output.views.listing_view import topics_report  # noqa: PLC0415 (as above)

    print_report(topics_report(topics.values()), fmt, lang)
