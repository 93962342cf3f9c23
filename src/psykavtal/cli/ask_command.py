"""`psykavtal ask`."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import attrs
import click

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
from psykavtal.errors import UnknownTopicError
from psykavtal.model.answers import Answer
from psykavtal.model.provisions import Provision
from psykavtal.model.vocabulary import Topic
from psykavtal.model.wording import Wording
from psykavtal.output.labels import AS_OF, joined, labelled, same
from psykavtal.output.report import Report, Section


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
    """Answer TOPIC in COUNTY: sip.convener, a theme like sip, or words of the question.

    The first line states if the agreement, or the document, applies on the day.

    Words are answered by the topics that they name, or by the one that is clearly the best match;
    otherwise by the three best, and the first lines state it. Without TOPIC, lists all topics by theme.
    """
    chosen = installed()[county]
    day = on or today()
    asked = chosen if document is None else chosen.document(document, on=day)
    if not topic:
        _print_topics(chosen, document, fmt, lang)
        return
    matched = _matched(chosen, document, " ".join(topic))
    verdict = (
        asked.in_force(readings=reading)
        if isinstance(asked, DocumentOnDay)
        else asked.in_force(on=day, readings=reading)
    )
    answers = {each: asked.ask(each.id, on=day, readings=reading) for each in matched.topics}
    if fmt == "json":
        from psykavtal.exchange import to_dict  # noqa: PLC0415 (only for this format)

        printed = {each.id: to_dict(answer) for each, answer in answers.items()}
        print_json(
            {
                "county": chosen.id,
                "on": day.isoformat(),
                "in_force": to_dict(verdict),
                "is_clear": matched.is_clear,
                "unknown_words": list(matched.unknown),
                "answers": printed,
            },
        )
    else:
        from psykavtal.cli.report_printing import print_report  # noqa: PLC0415 (only for these formats)

        title = joined(same(f"{chosen.name}: "), AS_OF, same(f" {day.isoformat()}"), *((_TODAY,) if on is None else ()))
        print_report(
            Report(title=title, remarks=(verdict.sentence, *matched.remarks()), sections=_sections(answers)), fmt, lang
        )


@attrs.frozen
class _Matched:
    """The topics to answer.

    Attributes:
        topics: by id, theme or words, the best first.
        others: ids of further topics that have any of the words.
        unknown: the words that no topic has.
        is_clear: whether the topics surely are those asked for.
    """

    topics: Sequence[Topic]
    others: Sequence[str] = ()
    unknown: Sequence[str] = ()
    is_clear: bool = True

    def remarks(self) -> Iterator[Wording]:
        """Yield what is to be known about the choice of topics."""
        if not self.is_clear:
            yield _UNCLEAR
        if self.others:
            yield labelled(_OTHERS, same(", ".join(self.others)))
        if self.unknown:
            words = " ".join(self.unknown)
            yield labelled(
                _UNKNOWN, joined(same(", ".join(f"«{each}»" for each in self.unknown)), _SEARCH, same(words))
            )


def _matched(county: County, document: str | None, text: str) -> _Matched:
    """Return the topics by id, theme or words.

    Words are matched with the topics that arise for the document, or for any of the county.

    Raises:
        UnknownTopicError: no topic has any of the words.
    """
    topics = county.topics
    name = text.casefold()
    if name in topics:
        return _Matched([topics[name]])
    theme = [each for each in topics.values() if each.theme == name]
    if theme:
        return _Matched(theme)
    from psykavtal.agreements.search.topic_search import is_like_an_id, topics_by_words  # noqa: PLC0415 (only for words)
    from psykavtal.errors import nearest  # noqa: PLC0415 (as above)

    if not is_like_an_id(text):
        found = topics_by_words(_arising(county, document), text)
        if not found.ranked:  # a question that does not arise is answered so, too
            found = topics_by_words(topics, text)
        if found.clear:
            return _Matched(found.clear, unknown=found.unknown)
        if found.ranked:
            best, others = found.suggested[:_ANSWERED], found.suggested[_ANSWERED:]
            return _Matched(best, [each.id for each in others], found.unknown, is_clear=False)
    themes = list(dict.fromkeys(each.theme for each in topics.values()))
    near = nearest(name, [*topics, *themes])
    fix = f"Did you mean {near!r}?" if near else f"Themes: {', '.join(themes)}. Search the records: psykavtal find."
    raise UnknownTopicError(f"no topic {text!r}.", value=text, fix=fix)


def _arising(county: County, document: str | None) -> dict[str, Topic]:
    """Return the topics that arise for documents, or that one takes up all the same."""
    chosen = [each for each in county.documents if document in (None, each.id)]
    types = {each.type for each in chosen}
    taken_up = {
        topic
        for each in chosen
        if each.held
        for provision in county.holdings.stated_by(each.id)
        for topic in provision.topics
    }
    topics = county.topics.items()
    return {key: each for key, each in topics if key in taken_up or any(map(each.arises_for, types))}


def _print_topics(county: County, document: str | None, fmt: str, lang: str) -> None:
    topics = _arising(county, document)
    if fmt == "json":
        print_json({key: each.question.to(lang) for key, each in topics.items()})
        return
    from psykavtal.cli.report_printing import print_report  # noqa: PLC0415 (only for these formats)
    from psykavtal.output.views.listing_view import topics_report  # noqa: PLC0415 (as above)

    print_report(topics_report(topics.values()), fmt, lang, width=None)


def _sections(answers: Mapping[Topic, Answer[tuple[Provision, ...]]]) -> tuple[Section, ...]:
    """Return each answer with its question."""
    from psykavtal.output.views.answer_view import answer_report  # noqa: PLC0415 (only for these formats)

    return tuple(
        attrs.evolve(section, heading=topic.label, question=topic.question)
        for topic, answer in answers.items()
        for section in answer_report(answer).sections
    )


_TODAY = Wording(sv=" (idag, eftersom ingen dag angavs)", en=" (today, as no day was given)")
_UNKNOWN = Wording(sv="Ingen fråga har", en="No topic has")
_SEARCH = Wording(sv="; sök bland uppgifterna: psykavtal find ", en="; search the records: psykavtal find ")
_UNCLEAR = Wording(
    sv="Ingen fråga motsvarar orden klart; de närmaste besvaras.",
    en="No topic clearly matches the words; the nearest are answered.",
)
_OTHERS = Wording(sv="Andra frågor med något av orden", en="Other topics with any of the words")
_ANSWERED = 3
