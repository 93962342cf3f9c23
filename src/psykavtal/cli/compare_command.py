"""`psykavtal compare`."""

from datetime import date

import click

from psykavtal.agreements.counties import Counties
from psykavtal.cli.county_of_document import county_of
from psykavtal.cli.languages import MistakeError, lang_option
from psykavtal.cli.named_counties import ids_of_counties
from psykavtal.cli.options import (
    counties_option,
    fails_plainly,
    format_option,
    installed,
    on_option,
    print_json,
    sources_option,
    today,
)
from psykavtal.errors import Message, UnknownTopicError


@click.command()
@click.argument("words", nargs=-1)
@on_option
@click.option(
    "--topic",
    "topics",
    multiple=True,
    help="A topic, a theme like sip, or all; may be repeated.",
)
@counties_option
@click.option(
    "--document",
    "documents",
    multiple=True,
    help="A document by its id, in place of counties; repeated, of one county or of several.",
)
@click.option("--detail", is_flag=True, help="Show every answer in full, with the verdict and its reason.")
@format_option("json")
@sources_option
@lang_option
@fails_plainly
def compare(  # noqa: PLR0917 (click gives the options by name)
    words: tuple[str, ...],
    on: date | None,
    topics: tuple[str, ...],
    names: tuple[str, ...],
    documents: tuple[str, ...],
    fmt: str,
    *,
    detail: bool,
    sources: bool,
    lang: str,
) -> None:
    """Show the differences between counties, or documents, on a day, question by question.

    WORDS that clearly name a topic show it in full: psykavtal compare vem kallar till SIP.
    Without --county and --document, all installed counties are compared.
    """
    from psykavtal.agreements.comparison.comparing import compare as compare_counties  # noqa: PLC0415 (only when it runs)
    from psykavtal.cli.report_printing import print_report  # noqa: PLC0415 (only when it runs)
    from psykavtal.output.views.comparison_view import comparison_report  # noqa: PLC0415 (only when it runs)

    if names and documents:
        raise MistakeError(
            Message(
                en="--county and --document do not go together. Give one of them.",
                sv="--county och --document går inte ihop. Ange en av dem.",
            )
        )
    counties, day = installed(), on or today()
    compared = [county_of(counties, each).document(each, on=day) for each in documents] or counties.select(names)
    chosen = (*topics, *_topics(counties, words))
    comparison = compare_counties(compared, on=day, topics=chosen)
    if fmt == "json":
        from psykavtal.exchange import to_dict  # noqa: PLC0415 (only for this format)

        print_json(to_dict(comparison))
    else:
        print_report(comparison_report(comparison, detail=detail or sources or bool(words), sources=sources), fmt, lang)


def _topics(counties: Counties, given: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids of the topics that words clearly name; none without words.

    Raises:
        UnknownTopicError: the words name no topic, or several.
    """
    topics, words = counties.topics, " ".join(given)
    if not words or words.casefold() in {*topics, *(each.theme for each in topics.values())}:
        return (words.casefold(),) if words else ()
    from psykavtal.agreements.search.topic_search import (  # noqa: PLC0415 (brings the search)
        TopicMatches,
        is_like_an_id,
        topic_suggestion,
        topics_by_words,
    )

    found = TopicMatches() if is_like_an_id(words) else topics_by_words(topics, words)
    if not found.clear:
        fault = Message(en="no topic is clearly {words!r}.", sv="ingen fråga passar {words!r}.", words=words)
        named = ids_of_counties(counties, given)
        if named:
            options = " ".join(f"--county {each}" for each in named)
            fix = Message(
                en="Write: psykavtal compare {options}", sv="Skriv: psykavtal compare {options}", options=options
            )
            raise UnknownTopicError(fault, value=words, fix=fix)
        fix = Message(
            en="{topics} A question in words: psykavtal ask alla {words}",
            sv="{topics} En fråga i ord: psykavtal ask alla {words}",
            topics=topic_suggestion(topics, words),
            words=words,
        )
        raise UnknownTopicError(fault, value=words, fix=fix)
    return tuple(each.id for each in found.clear)
