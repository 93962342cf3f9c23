"""`psykavtal case`."""

import sys
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypedDict, Unpack

import click

from psykavtal.agreements.counties import Counties
from psykavtal.cases.what_applies import WhatApplies
from psykavtal.cli.case_options import CaseOptions, case_options, readings_of, table_of
from psykavtal.cli.languages import MistakeError, lang_option
from psykavtal.cli.options import fails_plainly, format_option, installed, on_option, print_json, today
from psykavtal.errors import Message, PsykavtalError
from psykavtal.output.escaping import json_text


class CaseQueryOptions(TypedDict):
    """Options of a query about a case."""

    on: date
    readings: str | Mapping[str, str] | None
    document: str | None
    include_reported: bool


@click.command()
@click.argument("stdin", type=click.Choice(["-"]), required=False)
@case_options
@on_option
@click.option(
    "--reading",
    "readings",
    multiple=True,
    help="A reading for all by its name, or PROVISION=NAME; the names are in the JSON.",
)
@click.option("--document", default=None, help="A document by its id, whether it applies on the day or not.")
@click.option(
    "--include-reported",
    is_flag=True,
    help="Let the answer rest on reports from elsewhere too.",
)
@click.option("--full", is_flag=True, help="Show the whole answer, with every provision and its source.")
@click.option("--part", default=None, help="Show the parts of the answer whose heading has these words, such as sip.")
@click.option(
    "--include",
    type=click.Choice(["provisions"]),
    multiple=True,
    help="In JSON, write the provisions too; the short form refers to them by id.",
)
@click.option("--all-counties", is_flag=True, help="Put the case through every county, side by side.")
@format_option("json")
@lang_option
@fails_plainly
def case(
    stdin: str | None,
    on: date | None,
    readings: tuple[str, ...],
    document: str | None,
    *,
    include_reported: bool,
    all_counties: bool,
    full: bool,
    part: str | None,
    include: tuple[str, ...],
    fmt: str,
    lang: str,
    **options: Unpack[CaseOptions],
) -> None:
    """Show what applies to a person on a day, by the facts given.

    It takes no name and no identity number. A fact not given is unknown, never false. This is
    not an assessment: it shows what the texts state.

    With - it reads cases from standard input, one JSON object a line, and answers line by line
    in JSON: personal data stays out of shell histories.
    """
    from psykavtal.cases.case_input import case_of  # noqa: PLC0415 (only when it runs)

    query = CaseQueryOptions(
        on=on or today(), readings=readings_of(readings), document=document, include_reported=include_reported
    )
    counties = installed()
    if stdin is not None:
        if any(options.values()) or all_counties:
            raise MistakeError(
                Message(
                    en="with - the case is read from standard input, and every line is one county's.",
                    sv="med - läses fallet från standard in, och varje rad gäller ett län.",
                )
            )
        sys.exit(_answer_lines(counties, sys.stdin.buffer, query, lang))
    asked = case_of(table_of(options))
    places = list(counties) if all_counties else [None]
    answers = [counties.what_applies(asked, county=each, **query) for each in places]
    if fmt == "json":
        values = [_values(each, full=full, part=part, provisions=bool(include)) for each in answers]
        print_json(values if all_counties else values[0])
        return
    from psykavtal.cases.case_summary import summarise_case  # noqa: PLC0415 (only for these formats)
    from psykavtal.cli.report_printing import print_report  # noqa: PLC0415 (as above)
    from psykavtal.output.views.case_summary_view import case_summary_report  # noqa: PLC0415 (as above)
    from psykavtal.output.views.case_view import case_report, cases_report  # noqa: PLC0415 (as above)
    from psykavtal.output.views.report_parts import report_part  # noqa: PLC0415 (as above)

    if all_counties:
        print_report(cases_report(answers), fmt, lang)
    elif full:
        print_report(case_report(answers[0]), fmt, lang)
    elif part is not None:
        print_report(report_part(case_report(answers[0]), part), fmt, lang)
    else:
        print_report(case_summary_report(summarise_case(answers[0]), answers[0]), fmt, lang)


def _values(answer: WhatApplies, *, full: bool, part: str | None, provisions: bool) -> dict[str, object]:
    """Return an answer as values of JSON: whole, its short form, or the verdict alone."""
    if full:
        return answer.to_dict()
    from psykavtal.cases.case_summary import summarise_case  # noqa: PLC0415 (only when it runs)
    from psykavtal.cases.listed_facts import listed_facts  # noqa: PLC0415 (as above)
    from psykavtal.exchange import to_dict  # noqa: PLC0415 (only for this format)

    summary = summarise_case(answer)
    short = to_dict(summary)
    if part is not None:
        if part.strip().casefold() not in _VERDICT:
            raise MistakeError(
                Message(
                    en="--part: in JSON, the only part is target-group.",
                    sv="--part: i JSON är den enda delen target-group.",
                )
            )
        short = {name: value for name, value in short.items() if name not in _BESIDE_VERDICT}
        short["missing_facts"] = list(answer.target_group.missing_facts)
        named = frozenset(listed_facts(answer.target_group))
        short["definitions"] = [to_dict(each) for each in summary.definitions if each.fact in named]
    if provisions:
        bases = (*answer.bases(), answer.definitions)
        known = {each.id: each for basis in bases for each in basis}
        wanted = [
            *(each.provision for each in summary.definitions),
            *summary.clauses,
            *(name for each in summary.duties for name in each.provisions),
        ]
        wanted += [name for each in summary.topics for name in each.provisions]
        short["provisions"] = {name: to_dict(known[name]) for name in dict.fromkeys(wanted) if name in known}
    return short


_VERDICT = ("target-group", "målgrupp", "target group")
_BESIDE_VERDICT = ("duties", "topics", "silent_on", "left_open", "open_questions", "missing_facts")


def _answer_lines(counties: Counties, lines: Iterable[bytes], query: CaseQueryOptions, lang: str) -> int:
    """Answer each line with one line, in order, and return the exit code.

    A line that cannot be answered gets its own error.
    """
    from psykavtal.cases.case_input import case_from_json  # noqa: PLC0415 (only when it runs)

    failed = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        result: dict[str, object] = {"line": number}
        try:
            result["answer"] = counties.what_applies(case_from_json(line), **query).to_dict()
        except PsykavtalError as error:
            failed = 1
            result["error"] = {"kind": type(error).__name__, "message": error.to(lang)}
        except Exception as error:  # noqa: BLE001 (a fault of ours on one line must not lose the others)
            failed = 1
            result["error"] = {"kind": type(error).__name__, "message": _UNEXPECTED.to(lang)}
        click.echo(json_text(result))
    return failed


_UNEXPECTED = Message(
    en="the line could not be answered: a fault of this program. Report it, without the person's facts.",
    sv="raden kunde inte besvaras: ett fel i detta program. Rapportera det, utan personens uppgifter.",
)
