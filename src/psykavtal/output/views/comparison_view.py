"""A comparison as a report: rows of questions, a cell per county or edition."""

from psykavtal.agreements.comparison.rows import Cell, Comparison, Row
from psykavtal.agreements.comparison.verdicts import Verdict as RowVerdict
from psykavtal.model.wording import Wording
from psykavtal.output.report import Line, Mark, Report, Ruling, Section
from psykavtal.output.views.answer_view import source_lines, status_mark

_QUESTION = Wording(sv="Fråga", en="Question")
_OMITTED = Wording(
    sv="{} frågor till: --topic all, eller ett tema som --topic sip.",
    en="{} further questions: --topic all, or a theme like --topic sip.",
)
_OMITTED_IN_CODE = Wording(
    sv="{} frågor till: topics=all, eller ett tema som topics=sip.",
    en="{} further questions: topics=all, or a theme like topics=sip.",
)


def comparison_report(comparison: Comparison, *, sources: bool = False, in_code: bool = False) -> Report:
    """Return a comparison as a report.

    Args:
        comparison: the comparison.
        sources: include the citations of each answer.
        in_code: the reader writes Python, not commands.
    """
    names, day = ", ".join(comparison.subjects), comparison.on.isoformat()
    omitted = _OMITTED_IN_CODE if in_code else _OMITTED
    closing = [_with_count(omitted, comparison.omissions)] if comparison.omissions else []
    return Report(
        title=Wording(sv=f"{names}: läget {day}", en=f"{names}: as of {day}"),
        corner=_QUESTION,
        columns=comparison.subjects,
        sections=tuple(_row(each, sources=sources) for each in comparison),
        closing=tuple(closing),
    )


def _with_count(wording: Wording, count: int) -> Wording:
    return Wording(sv=wording.sv.format(count), en=wording.to("en").format(count))


def _row(row: Row, *, sources: bool) -> Section:
    return Section(
        heading=row.topic.label,
        question=row.topic.question,
        sections=tuple(_cell(each, sources=sources) for each in row.cells),
        verdict=_verdict(row.verdict),
    )


def _verdict(verdict: RowVerdict) -> Ruling:
    return Ruling(mark=Mark(key=verdict.result.value, label=verdict.result.label), reason=verdict.why)


def _cell(cell: Cell, *, sources: bool) -> Section:
    cited = source_lines(cell.answer, cell.answer.name_of) if sources else ()
    return Section(
        heading=Wording(sv=cell.subject, en=cell.subject),
        mark=status_mark(cell.answer),
        lines=(*(Line(each) for each in cell.lines), *cited),
    )
