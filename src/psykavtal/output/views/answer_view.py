"""An answer as a report of one section: status, content, remarks and citations."""

from psykavtal.agreements.descriptions import describe
from psykavtal.model.answers import Answer, AnswerBase, Silent
from psykavtal.model.provisions import NameOf
from psykavtal.model.remarks import Remark
from psykavtal.model.wording import Wording
from psykavtal.output.labels import NEAREST, labelled, same
from psykavtal.output.report import Line, LineKind, Mark, Report, Section


def answer_report(answer: Answer[object], name_of: NameOf) -> Report:
    """Return an answer as a report.

    Args:
        answer: any answer.
        name_of: returns the name of a thing or a document by its id.
    """
    lines = (
        *(Line(each) for each in describe(answer, name_of)),
        *(Line(each, kind=LineKind.REMARK) for each in answer.notes),
        *(remark_line(each) for each in answer.remarks),
        *source_lines(answer),
    )
    return Report(sections=(Section(mark=status_mark(answer), lines=lines),))


def remark_line(remark: Remark, level: int = 0) -> Line:
    """Return a remark with the label of its kind."""
    label = remark.kind.label
    head = Wording(sv=label.sv.capitalize(), en=label.to("en").capitalize())
    return Line(labelled(head, remark.text), level, LineKind.REMARK)


def status_mark(answer: AnswerBase[object]) -> Mark:
    """Return the status of an answer as a mark."""
    return Mark(key=answer.status, label=answer.label)


def source_lines(answer: AnswerBase[object], level: int = 0) -> tuple[Line, ...]:
    """Return the sources of an answer: citations, the nearest passage to a silence, addresses."""
    near = answer.near if isinstance(answer, Silent) else None
    texts = [same(str(each)) for each in answer.citations]
    texts += [labelled(NEAREST, same(str(near)))] if near is not None else []
    texts += [same(each.url) for each in answer.sources]
    return tuple(Line(each, level, LineKind.CITATION) for each in texts)
