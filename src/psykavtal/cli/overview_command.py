"""`psykavtal overview`."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from psykavtal.cli.county_of_document import county_of
from psykavtal.cli.languages import MistakeError, lang_option
from psykavtal.cli.options import (
    counties_option,
    fails_plainly,
    format_option,
    installed,
    on_option,
    print_json,
    today,
)
from psykavtal.errors import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from psykavtal.agreements.comparison.subjects import Subjects
    from psykavtal.agreements.overviews.overview_base import Overview
    from psykavtal.plots.picture import Picture

KINDS = ("silence", "responsibility", "ages", "escalation")
"""The overviews, by the names of the command."""

_BY_TOPIC = ("silence", "responsibility")


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@on_option
@click.option("--topic", "topics", multiple=True, help="A topic, a theme like sip, or all; may be repeated.")
@counties_option
@click.option(
    "--document", "documents", multiple=True, help="A document by its id, in place of counties; may be repeated."
)
@format_option("json")
@click.option(
    "--picture",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write a picture to a file instead: .svg, .png or .pdf. Needs matplotlib.",
)
@click.option(
    "--size",
    type=click.Choice(["print", "phone", "slides"]),
    default="print",
    show_default=True,
    help="The size of the picture.",
)
@lang_option
@fails_plainly
def overview(  # noqa: PLR0917 (click gives the options by name)
    kind: str,
    on: date | None,
    topics: tuple[str, ...],
    names: tuple[str, ...],
    documents: tuple[str, ...],
    fmt: str,
    picture: Path | None,
    size: str,
    lang: str,
) -> None:
    """Show several counties at once: silence, responsibility, ages or escalation.

    silence: which questions are stated, ambiguous, silent or not recorded. responsibility: duties by area and bearer.
    ages: those of target groups and services. escalation: each route, and where the text stops.
    """
    if names and documents:
        raise MistakeError(
            Message(
                en="--county and --document do not go together. Give one of them.",
                sv="--county och --document går inte ihop. Ange en av dem.",
            )
        )
    if topics and kind not in _BY_TOPIC:
        raise MistakeError(
            Message(
                en="--topic goes with {kinds} only.", sv="--topic hör bara till {kinds}.", kinds=", ".join(_BY_TOPIC)
            )
        )
    counties, day = installed(), on or today()
    subjects = [county_of(counties, each).document(each, on=day) for each in documents] or counties.select(names)
    found = _overview(kind, subjects, day, topics)
    if picture is not None:
        click.echo(_draw(found, lang, size).save(picture))
    elif fmt == "json":
        from psykavtal.exchange import to_dict  # noqa: PLC0415 (only for this format)

        print_json(to_dict(found))
    else:
        from psykavtal.cli.report_printing import print_report  # noqa: PLC0415 (only when it runs)
        from psykavtal.output.views.overview_view import overview_report  # noqa: PLC0415 (only when it runs)

        print_report(overview_report(found), fmt, lang)


def _overview(kind: str, subjects: "Subjects", on: date, topics: tuple[str, ...]) -> "Overview":
    from psykavtal.agreements.overviews.age_coverage import age_coverage  # noqa: PLC0415 (only when it runs)
    from psykavtal.agreements.overviews.escalations import escalations  # noqa: PLC0415 (only when it runs)
    from psykavtal.agreements.overviews.responsibilities import responsibility_matrix  # noqa: PLC0415 (only when it runs)
    from psykavtal.agreements.overviews.silence import silence_map  # noqa: PLC0415 (only when it runs)

    makers: Mapping[str, Callable[[], Overview]] = {
        "silence": lambda: silence_map(subjects, on=on, topics=topics),
        "responsibility": lambda: responsibility_matrix(subjects, on=on, topics=topics),
        "ages": lambda: age_coverage(subjects, on=on),
        "escalation": lambda: escalations(subjects, on=on),
    }
    return makers[kind]()


def _draw(found: "Overview", lang: str, size: str) -> "Picture":
    from psykavtal import plots  # noqa: PLC0415 (only for a picture)
    from psykavtal.agreements.overviews.age_coverage import AgeCoverage  # noqa: PLC0415 (only for a picture)
    from psykavtal.agreements.overviews.escalations import Escalations  # noqa: PLC0415 (only for a picture)
    from psykavtal.agreements.overviews.responsibilities import ResponsibilityMatrix  # noqa: PLC0415 (only for a picture)
    from psykavtal.agreements.overviews.silence import SilenceMap  # noqa: PLC0415 (only for a picture)

    match found:
        case SilenceMap():
            return plots.silence_map(found, lang=lang, size=size)
        case ResponsibilityMatrix():
            return plots.responsibility_matrix(found, lang=lang, size=size)
        case AgeCoverage():
            return plots.age_coverage(found, lang=lang, size=size)
        case Escalations():
            return plots.escalation(found, lang=lang, size=size)
        case _:
            raise TypeError(type(found).__name__)
