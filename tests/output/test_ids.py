"""Text for people contains no machine id: every format, both languages, all that Norrvik can be asked."""

import io
import re
from collections.abc import Callable, Iterator

import pytest
from rich.console import Console

from psykavtal import (
    Answer,
    Case,
    Counties,
    age_coverage,
    compare,
    diff,
    escalations,
    flip_cases,
    from_json,
    load_counties,
    responsibility_matrix,
    silence_map,
    to_json,
)
from psykavtal.agreements.overviews.overview_base import Overview
from psykavtal.cases.case_summary import summarise_case
from psykavtal.model.inference_rules import RULES
from psykavtal.model.provisions import reading_names
from psykavtal.output.html import html, page
from psykavtal.output.markdown import markdown
from psykavtal.output.report import Report
from psykavtal.output.terminal import print_report
from psykavtal.output.text import text
from psykavtal.output.views.answer_view import answer_report
from psykavtal.output.views.case_summary_view import case_summary_report
from psykavtal.output.views.case_view import case_report, cases_report
from psykavtal.output.views.comparison_view import comparison_report
from psykavtal.output.views.coverage_view import CountyCoverage, coverage_report
from psykavtal.output.views.diff_view import diff_report, selection_report
from psykavtal.output.views.document_view import document_report
from psykavtal.output.views.escalation_view import escalation_report
from psykavtal.output.views.law_view import references_report
from psykavtal.output.views.overview_view import overview_report
from psykavtal.sources.coverage import cover_county
from psykavtal.sources.folder import SourceFolder
from tests.county_names import names_of
from tests.norrvik import plugin
from tests.test_norrvik import SOURCES
from tests.thorough import pairs

DAY = "2024-01-10"
DOCUMENT = "norrvik-2023"
CASES: tuple[dict[str, object], ...] = (
    {"born": "2006-03-01", "facts": {"psychiatric-disability": True, "inpatient": False}},
    {"age": 40, "facts": {"disagreement": True}, "stands_at": "tln"},
    {},
)


def on_a_terminal(width: int) -> Callable[[Report, str], str]:
    def printed(report: Report, lang: str) -> str:
        console = Console(width=width, record=True, file=io.StringIO())
        print_report(report, console, lang)
        return console.export_text()

    return printed


FORMATS: dict[str, Callable[[Report, str], str]] = {
    "text": text,
    "markdown": markdown,
    "html": html,
    "page": page,
    "wide terminal": on_a_terminal(160),
    "narrow terminal": on_a_terminal(60),
}


@pytest.fixture(scope="module")
def norrvik() -> Counties:
    return load_counties([plugin], strict=True)


@pytest.fixture(scope="module")
def ids(norrvik: Counties) -> dict[str, set[str]]:
    """Every id that is not an ordinary word of a text, by the kind of its object."""
    county = norrvik["norrvik"]
    record = county.holdings.record
    names = {name.casefold() for every in names_of(county).values() for name in every}
    provisions = county.find().provisions
    found = {
        "document": {each.id for each in record.documents},
        "thing": {each.id for each in record.things},
        "provision": {each.id for each in provisions},
        "topic": set(norrvik.topics),
        "fact": {each for each in norrvik.facts if re.search("[-:]", each)},
        "rule": set(RULES),
        "reading": {name for each in provisions for every in reading_names(each).values() for name in every},
    }
    assert all(found.values())
    return {
        kind: {each for each in of_kind if not any(each.casefold() in name for name in names)}
        for kind, of_kind in found.items()
    }


def overviews(counties: Counties) -> Iterator[tuple[str, Overview]]:
    document = counties["norrvik"].document(DOCUMENT, on=DAY)
    for members in (counties, [document]):
        yield "silence map", silence_map(members, on=DAY, topics="all")
        yield "responsibility matrix", responsibility_matrix(members, on=DAY)
        yield "age coverage", age_coverage(members, on=DAY)
        yield "escalations", escalations(members, on=DAY)


def answers(counties: Counties) -> Iterator[tuple[str, Answer[object]]]:
    county = counties["norrvik"]
    document = county.document(DOCUMENT, on=DAY)
    yield "municipalities", county.municipalities
    for topic in counties.topics:
        yield f"county, {topic}", county.ask(topic, on=DAY)
        yield f"document, {topic}", document.ask(topic, include_reported=True)
    for name in ("target_groups", "service_ages", "arenas", "linked_agreements", "parties", "validity", "interim"):
        yield f"listing, {name}", getattr(document, name)
    for trigger in document.escalation.triggers:
        at = "tln" if trigger == "still-disagreed" else None
        yield f"route, {trigger}", document.escalation.route(trigger=trigger, start=at)
        yield f"next steps, {trigger}", document.escalation.next_steps(trigger=trigger, at=at)


def reports(counties: Counties) -> Iterator[tuple[str, Report]]:
    county = counties["norrvik"]
    document = county.document(DOCUMENT, on=DAY)
    yield from ((name, answer_report(each)) for name, each in answers(counties))
    for member in (county, document):
        compared = compare([member], on=DAY, topics="all")
        yield f"matrix, {member}", comparison_report(compared)
        yield f"comparison, {member}", comparison_report(compared, detail=True, sources=True)
    yield from ((name, overview_report(each)) for name, each in overviews(counties))
    found = diff(counties, DOCUMENT, DOCUMENT)
    flips = flip_cases(counties, DOCUMENT, DOCUMENT, on=DAY)
    yield "diff", diff_report(found, flips)
    yield "diff in detail", selection_report(found, flips, detail=True)
    yield "escalation", escalation_report(document.escalation, sources=True)
    yield "outline", document_report(document)
    yield "document", document_report(document, full=True)
    yield "section", document_report(document, "1.2")
    yield "law", references_report([(county, county.law_references(on=DAY))])
    covered = cover_county(county.holdings.record, county.holdings.contents, SourceFolder(SOURCES))
    yield "coverage", coverage_report([CountyCoverage(county, tuple(covered))], passages=True, missing=True)
    for number, given in enumerate(CASES):
        for asked in (None, DOCUMENT):
            case = Case(municipality="9911", **given)  # type: ignore[arg-type] (a table of arguments)
            answer = counties.what_applies(case, on=DAY, document=asked)
            yield f"case {number} {asked}", case_report(answer)
            yield f"short form of case {number} {asked}", case_summary_report(summarise_case(answer), answer)
            yield f"table of case {number} {asked}", cases_report([answer])


def found_in(output: str, ids: dict[str, set[str]]) -> set[str]:
    """The ids of which an output contains one, as a word of its own; addresses of the web are left out."""
    plain = re.sub(r'https?://[^\s<>"]+', " ", output.replace("\\", ""))
    plain = re.sub(r' (?:style|class)="[^"]*"', " ", plain)
    every = {each for of_kind in ids.values() for each in of_kind}
    return every & {each.rstrip(".:") for each in re.findall(r"[\w.:-]+", plain)}


@pytest.fixture(scope="module")
def every_report(norrvik: Counties) -> list[tuple[str, Report]]:
    return list(reports(norrvik))


@pytest.mark.parametrize(("name", "lang"), pairs(FORMATS, ["sv", "en"]))
def test_no_format_prints_an_id(
    every_report: list[tuple[str, Report]], ids: dict[str, set[str]], name: str, lang: str
) -> None:
    for made, report in every_report:
        assert found_in(FORMATS[name](report, lang), ids) == set(), made


def test_no_notebook_display_contains_an_id(norrvik: Counties, ids: dict[str, set[str]]) -> None:
    displayed: list[tuple[str, object]] = [*answers(norrvik)]
    displayed += overviews(norrvik)
    displayed.append(("comparison", compare(norrvik, on=DAY, topics="all")))
    displayed.append(("diff", diff(norrvik, DOCUMENT, DOCUMENT)))
    displayed.append(("flip cases", flip_cases(norrvik, DOCUMENT, DOCUMENT, on=DAY)))
    displayed.append(("escalation", norrvik["norrvik"].document(DOCUMENT, on=DAY).escalation))
    answer = norrvik.what_applies(Case(municipality="9911", age=18), on=DAY)
    displayed += [("case", answer), *(("part of a case", each) for each in answer.all_answers())]
    for made, each in displayed:
        shown = each._repr_html_()  # type: ignore[attr-defined] (of every one of them)
        assert found_in(shown, ids) == set(), made


def test_an_answer_without_a_county_behind_it_displays_no_id(norrvik: Counties, ids: dict[str, set[str]]) -> None:
    for made, each in answers(norrvik):
        back = from_json(to_json(each), counties=norrvik)
        assert back == each
        assert found_in(back._repr_html_(), ids) == set(), made  # type: ignore[attr-defined] (an answer)


def test_an_id_would_be_found(norrvik: Counties, ids: dict[str, set[str]]) -> None:
    provision = norrvik["norrvik"].find(topic="sip.use").provisions[0]
    assert found_in(f"<b>{provision.id}</b> (sip.use): norrvik-2023, tln.", ids) == {
        provision.id,
        "sip.use",
        "norrvik-2023",
    }


def test_a_citation_names_its_document_and_heading(norrvik: Counties) -> None:
    (name,) = (each.name for each in norrvik["norrvik"].documents if each.id == DOCUMENT)
    shown = norrvik["norrvik"].ask("disagreement.interim", on=DAY)._repr_html_()
    assert f"{name}, «2.4 Avvikelser och tvister»: " in shown
