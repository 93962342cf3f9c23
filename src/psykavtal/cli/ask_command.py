"""`psykavtal ask`."""

from collections.abc import Mapping, Sequence
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
@click.argument("topic", nargs=-1, required=True)
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

    Words are answered if they name a topic, or if one topic is clearly the best match; otherwise the best are listed.
    """
    chosen = installed()[county]
    day = on or today()
    asked = chosen if document is None else chosen.document(document, on=day)
    topics, unknown = _topics(chosen, document, " ".join(topic), lang)
    verdict = (
        asked.in_force(readings=reading)
        if isinstance(asked, DocumentOnDay)
        else asked.in_force(on=day, readings=reading)
    )
    answers = {each: asked.ask(each.id, on=day, readings=reading) for each in topics}
    if fmt == "json":
        from psykavtal.exchange import to_dict  # noqa: PLC0415 (only for this format)

        printed = {each.id: to_dict(answer) for each, answer in answers.items()}
        print_json(
            {"county": chosen.id, "on": day.isoformat(), "in_force": to_dict(verdict), "answers": printed},
        )
    else:
        from psykavtal.cli.report_printing import print_report  # noqa: PLC0415 (only for these formats)

        missing = (labelled(_UNKNOWN, same(", ".join(f"«{each}»" for each in unknown))),) if unknown else ()
        title = joined(same(f"{chosen.name}: "), AS_OF, same(f" {day.isoformat()}"), *((_TODAY,) if on is None else ()))
        print_report(Report(title=title, remarks=(verdict.sentence, *missing), sections=_sections(answers)), fmt, lang)


def _topics(county: County, document: str | None, text: str, lang: str) -> tuple[Sequence[Topic], tuple[str, ...]]:
    """Return the topics by id, theme or words, and the words that no topic has.

    Words are matched with the topics that arise for the document, or for any of the county.

    Raises:
        UnknownTopicError: no topic is clearly the best; with the nearest.
    """
    topics = county.topics
    name = text.casefold()
    if name in topics:
        return [topics[name]], ()
    theme = [each for each in topics.values() if each.theme == name]
    if theme:
        return theme, ()
    from psykavtal.agreements.search.topic_search import is_like_an_id, topics_by_words  # noqa: PLC0415 (only for words)
    from psykavtal.errors import nearest  # noqa: PLC0415 (as above)

    themes = list(dict.fromkeys(each.theme for each in topics.values()))
    if not is_like_an_id(text):
        types = {each.type for each in county.documents if document in (None, each.id)}
        arising = {key: each for key, each in topics.items() if any(map(each.arises_for, types))}
        found = topics_by_words(arising, text)
        if found.clear:
            return found.clear, found.unknown
        if found.ranked:
            none = "".join(f"; none has {each!r}" for each in found.unknown)
            fault = f"no topic is clearly the best match for {text!r}{none}."
            listed = "".join(
                f"\n  {each.id}, {each.label.to(lang)}: {each.question.to(lang)}" for each in found.suggested
            )
            raise UnknownTopicError(fault, value=text, fix=f"Topics by words, the best first:{listed}")
    near = nearest(name, [*topics, *themes])
    fix = f"Did you mean {near!r}?" if near else f"Themes: {', '.join(themes)}."
    raise UnknownTopicError(f"no topic {text!r}.", value=text, fix=fix)


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
