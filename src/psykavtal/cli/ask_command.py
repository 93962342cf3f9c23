"""`psykavtal ask`."""

from collections.abc import Mapping, Sequence
from datetime import date

import attrs
import click

from psykavtal.agreements.counties import Counties
from psykavtal.agreements.county import County
from psykavtal.agreements.document_on_day import DocumentOnDay
from psykavtal.cli.options import (
    fails_plainly,
    format_option,
    installed,
    lang_option,
    on_option,
    print_json,
    today,
)
from psykavtal.errors import InvalidValueError, UnknownTopicError, nearest
from psykavtal.model.answers import Answer
from psykavtal.model.provisions import Provision
from psykavtal.model.vocabulary import Topic
from psykavtal.model.wording import Wording
from psykavtal.output.labels import AS_OF, joined, same
from psykavtal.output.report import Report, Section

_ALL = ("alla", "all")
_TODAY = Wording(sv=" (idag, eftersom ingen dag angavs)", en=" (today, as no day was given)")


@click.command()
@click.argument("county")
@click.argument("topic", nargs=-1)
@on_option
@click.option("--document", help="A document by its id, whether it applies on the day or not.")
@click.option("--reading", help="The name of a reading, for texts with several.")
@format_option("json")
@lang_option
@fails_plainly
def ask(  # noqa: PLR0917 (click gives the options by name)
    county: str,
    topic: tuple[str, ...],
    on: date | None,
    document: str | None,
    reading: str | None,
    fmt: str,
    *,
    lang: str,
) -> None:
    """Answer TOPIC in COUNTY: sip.convener, a theme like sip, or a question in words.

    COUNTY is an id, a code or a name, or "alla" (all) for every county.

    The first line states if the agreement, or the document, applies on the day. A question in words is
    answered by the topics that it names, then by the provisions that have its words; the words that no record
    has are named. A year in it that is in the id of one available document chooses that document.

    Without TOPIC, lists all topics by theme.
    """
    counties = installed()
    chosen = _chosen(counties, county, document)
    day = on or today()
    text = " ".join(topic)
    if not text:
        _print_topics(chosen, document, fmt, lang)
        return
    title = joined(AS_OF, same(f" {day.isoformat()}"), *((_TODAY,) if on is None else ()))
    given = _Asked(day, document, reading, title, fmt, lang)
    topics = _by_id(counties.topics, text)
    if topics:
        _print_answers(chosen, topics, given)
    else:
        _print_in_words(chosen, text, given)


@attrs.frozen
class _Asked:
    """The options of a question, and of its output."""

    on: date
    document: str | None
    reading: str | None
    title: Wording
    fmt: str
    lang: str


def _chosen(counties: Counties, name: str, document: str | None) -> tuple[County, ...]:
    if name.casefold() not in _ALL:
        return (counties[name],)
    if document is not None:
        raise InvalidValueError("is not for all counties.", place="--document", fix="Name its county.")
    return tuple(counties.values())


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
        raise UnknownTopicError(f"no topic {text!r}.", value=text, fix=topic_suggestion(topics, text))
    return theme


def _print_topics(chosen: Sequence[County], document: str | None, fmt: str, lang: str) -> None:
    from psykavtal.agreements.question_words import arising_topics  # noqa: PLC0415 (brings the search)

    topics = {
        key: each
        for county in chosen
        for key, each in arising_topics(county.holdings, (document,) if document else ()).items()
    }
    if fmt == "json":
        print_json({key: each.question.to(lang) for key, each in topics.items()})
        return
    from psykavtal.cli.report_printing import print_report  # noqa: PLC0415 (only for these formats)
    from psykavtal.output.views.listing_view import topics_report  # noqa: PLC0415 (as above)

    print_report(topics_report(topics.values()), fmt, lang, width=None)


def _print_answers(chosen: Sequence[County], topics: Sequence[Topic], given: _Asked) -> None:
    """Print the answers to topics by their ids."""
    printed: list[object] = []
    sections: list[tuple[County, Wording, tuple[Section, ...]]] = []
    for county in chosen:
        asked: County | DocumentOnDay = (
            county if given.document is None else county.document(given.document, on=given.on)
        )
        verdict = (
            asked.in_force(readings=given.reading)
            if isinstance(asked, DocumentOnDay)
            else asked.in_force(on=given.on, readings=given.reading)
        )
        answers = {each: asked.ask(each.id, on=given.on, readings=given.reading) for each in topics}
        if given.fmt == "json":
            from psykavtal.exchange import to_dict  # noqa: PLC0415 (only for this format)

            printed.append(
                {
                    "county": county.id,
                    "on": given.on.isoformat(),
                    "in_force": to_dict(verdict),
                    "answers": [
                        {"topic": each.id, "document": given.document, "answer": to_dict(answer)}
                        for each, answer in answers.items()
                    ],
                }
            )
        else:
            sections.append((county, verdict.sentence, _sections(answers)))
    if given.fmt == "json":
        print_json(printed[0] if len(printed) == 1 else printed)
        return
    _print(_joined(sections, given.title), given)


def _joined(sections: Sequence[tuple[County, Wording, tuple[Section, ...]]], title: Wording) -> Report:
    """Return the answers of one county or of several as a report."""
    from psykavtal.output.report import Line  # noqa: PLC0415 (only for these formats)

    if len(sections) == 1:
        ((county, verdict, answers),) = sections
        return Report(title=joined(same(f"{county.name}: "), title), remarks=(verdict,), sections=answers)
    return Report(
        title=title,
        sections=tuple(
            Section(heading=same(county.name), lines=(Line(verdict),), sections=answers)
            for county, verdict, answers in sections
        ),
    )


def _sections(answers: Mapping[Topic, Answer[tuple[Provision, ...]]]) -> tuple[Section, ...]:
    """Return each answer with its question."""
    from psykavtal.output.views.answer_view import answer_report  # noqa: PLC0415 (only for these formats)

    return tuple(
        attrs.evolve(section, heading=topic.label, question=topic.question)
        for topic, answer in answers.items()
        for section in answer_report(answer).sections
    )


def _print_in_words(chosen: Sequence[County], words: str, given: _Asked) -> None:
    """Print the answers to a question in words.

    Raises:
        UnknownTopicError: no topic, heading or record has any of the words.
    """
    asked = [each.ask_in_words(words, on=given.on, document=given.document, readings=given.reading) for each in chosen]
    if not any(each.is_known for each in asked):
        topics = asked[0].county.topics
        near = nearest(words.casefold(), [*topics, *(each.theme for each in topics.values())])
        fix = f"Did you mean {near!r}?" if near else "Without a topic, all topics are listed."
        raise UnknownTopicError(f"no topic and no record has {words!r}.", value=words, fix=fix)
    if given.fmt == "json":
        from psykavtal.output.asked_record import asked_record  # noqa: PLC0415 (only for this format)

        records = [asked_record(each) for each in asked]
        print_json(records[0] if len(records) == 1 else records)
        return
    from psykavtal.output.views.asked_view import asked_of_all_report, asked_report  # noqa: PLC0415 (as above)

    if len(asked) == 1:
        _print(asked_report(asked[0], joined(same(f"{asked[0].county.name}: "), given.title)), given)
    else:
        _print(asked_of_all_report(asked, given.title), given)


def _print(report: Report, given: _Asked) -> None:
    from psykavtal.cli.report_printing import print_report  # noqa: PLC0415 (only for these formats)

    print_report(report, given.fmt, given.lang)
