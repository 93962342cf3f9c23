"""`psykavtal ask`."""

from collections.abc import Mapping, Sequence
from datetime import date

import attrs
import click

from psykavtal.agreements.county import County
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
from psykavtal.output.labels import AS_OF, joined, same


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

    Words are answered if one topic alone has all of them; otherwise the nearest topics are listed.
    """
    chosen = installed()[county]
    topics = _topics(chosen.topics, " ".join(topic), lang)
    day = on or today()
    asked = chosen if document is None else chosen.document(document, on=day)
    answers = {each: asked.ask(each.id, on=day, readings=reading) for each in topics}
    if fmt == "json":
        from psykavtal.exchange import to_dict  # noqa: PLC0415 (only for this format)

        printed = {each.id: to_dict(answer) for each, answer in answers.items()}
        print_json({"county": chosen.id, "on": day.isoformat(), "answers": printed})
    else:
        _print(chosen, day, answers, fmt, lang, is_today=on is None)


def _topics(topics: Mapping[str, Topic], text: str, lang: str) -> Sequence[Topic]:
    """Return a topic by its id, those of a theme, or one by words.

    Raises:
        UnknownTopicError: none or several; with the nearest.
    """
    name = text.casefold()
    if name in topics:
        return [topics[name]]
    theme = [each for each in topics.values() if each.theme == name]
    if theme:
        return theme
    from psykavtal.agreements.search.topic_search import topics_by_words  # noqa: PLC0415 (only for words)
    from psykavtal.errors import nearest  # noqa: PLC0415 (as above)

    found = topics_by_words(topics, text)
    if found.clear is not None:
        return [found.clear]
    names = [*topics, *dict.fromkeys(each.theme for each in topics.values())]
    near = nearest(name, names)
    listed = [f"\n  {each.id}: {each.question.to(lang)}" for each in found.suggested]
    spelt = f"Did you mean {near!r}? " if near else ""
    fault = f"{len(found.every)} topics have the words {text!r}." if found.every else f"no topic {text!r}."
    raise UnknownTopicError(fault, value=text, fix=f"{spelt}{'Topics by words:' if listed else ''}{''.join(listed)}")


def _print(
    county: County,
    day: date,
    answers: Mapping[Topic, Answer[tuple[Provision, ...]]],
    fmt: str,
    lang: str,
    *,
    is_today: bool,
) -> None:
    """Print each answer with its question, below the county and the day."""
    from psykavtal.cli.report_printing import print_report  # noqa: PLC0415 (only for these formats)
    from psykavtal.output.report import Report  # noqa: PLC0415 (as above)
    from psykavtal.output.views.answer_view import answer_report  # noqa: PLC0415 (as above)

    sections = tuple(
        attrs.evolve(section, heading=topic.label, question=topic.question)
        for topic, answer in answers.items()
        for section in answer_report(answer).sections
    )
    title = joined(same(f"{county.name}: "), AS_OF, same(f" {day.isoformat()}"), *((_TODAY,) if is_today else ()))
    print_report(Report(title=title, sections=sections), fmt, lang)


_TODAY = Wording(sv=" (idag, eftersom ingen dag angavs)", en=" (today, as no day was given)")
