"""A comparison as a report: rows of questions, a cell per county or edition."""

from psykavtal.agreements.comparison.rows import Cell, Comparison, Row
from psykavtal.agreements.comparison.verdicts import Verdict as RowVerdict
from psykavtal.model.answers import InForce
from psykavtal.model.wording import Wording
from psykavtal.output.report import Line, Mark, Report, ReportSection, Ruling, Target, TargetType
from psykavtal.output.views.answer_view import remark_line, source_lines, status_mark

_QUESTION = Wording(sv="Fråga", en="Question")
_OMITTED = Wording(
    sv="{} frågor till: --topic all, eller ett tema som --topic sip.",
    en="{} further questions: --topic all, or a theme like --topic sip.",
)
_OMITTED_IN_CODE = Wording(
    sv="{} frågor till: topics=all, eller ett tema som topics=sip.",
    en="{} further questions: topics=all, or a theme like topics=sip.",
)
_DETAIL = Wording(
    sv="Ordalydelser, skäl och källor: --detail, --sources.", en="Wordings, reasons and sources: --detail, --sources."
)


def comparison_report(
    comparison: Comparison, *, detail: bool = False, sources: bool = False, in_code: bool = False
) -> Report:
    """Return a comparison as a report: a matrix, or every answer in full.

    Args:
        comparison: the comparison.
        detail: show every answer with its wordings and the verdict with its reason.
        sources: include the citations of each answer; only with detail.
        in_code: the reader writes Python, not commands.
    """
    day = comparison.on.isoformat()
    omitted = _OMITTED_IN_CODE if in_code else _OMITTED
    closing = [_with_count(omitted, comparison.omissions)] if comparison.omissions else []
    if not detail and not in_code:
        closing.append(_DETAIL)
    return Report(
        title=Wording(sv=f"Läget {day}", en=f"As of {day}"),
        remarks=tuple(_applies(*each) for each in zip(comparison.subjects, comparison.in_force, strict=True)),
        corner=_QUESTION,
        columns=comparison.subjects,
        is_matrix=not detail,
        sections=tuple(_row(each, detail=detail, sources=sources) for each in comparison),
        closing=tuple(closing),
    )


def _applies(name: str, in_force: InForce) -> Wording:
    """Return one line on the document that applies, and how certain that is."""
    return Wording(sv=f"{name}: {in_force.sentence.sv}", en=f"{name}: {in_force.sentence.to('en')}")


def _with_count(wording: Wording, count: int) -> Wording:
    return Wording(sv=wording.sv.format(count), en=wording.to("en").format(count))


def _row(row: Row, *, detail: bool, sources: bool) -> ReportSection:
    return ReportSection(
        heading=row.topic.label,
        question=row.topic.question,
        subject=Target(TargetType.TOPIC, row.topic.id),
        sections=tuple(_cell(each, sources=sources) if detail else _short_cell(each) for each in row.cells),
        verdict=_verdict(row.verdict),
    )


def _verdict(verdict: RowVerdict) -> Ruling:
    return Ruling(
        mark=Mark(key=verdict.result.value, label=verdict.result.label), reason=verdict.why, short=verdict.result.short
    )


def _short_cell(cell: Cell) -> ReportSection:
    return ReportSection(
        heading=Wording(sv=cell.subject, en=cell.subject), mark=status_mark(cell.answer), lines=(Line(cell.short),)
    )


def _cell(cell: Cell, *, sources: bool) -> ReportSection:
    cited = source_lines(cell.answer, cell.answer.name_of) if sources else ()
    return ReportSection(
        heading=Wording(sv=cell.subject, en=cell.subject),
        mark=status_mark(cell.answer),
        lines=(*(Line(each) for each in cell.lines), *(remark_line(each) for each in cell.answer.remarks), *cited),
    )
