"""An answer as a report of one section: status, content, remarks and citations."""

from psykavtal.cases.listed_facts import listed_facts
from psykavtal.model.answers import Answer, AnswerBase, Silent
from psykavtal.model.provisions import NameOf
from psykavtal.model.remarks import Remark
from psykavtal.model.wording import Wording
from psykavtal.output.labels import NEAREST, labelled, same
from psykavtal.output.report import Line, LineKind, Mark, Report, ReportSection
from psykavtal.output.views.case_part_lines import answer_lines, unused_inputs_lines
from psykavtal.output.views.citation_text import citation_text
from psykavtal.output.views.definition_lines import definition_lines

_NO_NAME = Wording(sv="(namn saknas)", en="(name missing)")


def answer_report(answer: Answer[object], *, within: str = "", name_of: NameOf | None = None) -> Report:
    """Return an answer as a report, with the names of the county that gave it.

    Args:
        answer: any answer.
        within: id of the document that the reader knows to be cited, which is not named.
        name_of: returns the name of a thing or a document by its id; the answer's own by default.
    """
    name_of = name_of or answer.name_of
    lines = (
        *answer_lines(answer, name_of or _no_name),
        *unused_inputs_lines(answer, name_of or _no_name),
        *definition_lines(answer.definitions_of(listed_facts(answer)), name_of),
        *(Line(each, kind=LineKind.REMARK) for each in answer.notes),
        *(remark_line(each) for each in answer.remarks),
        *source_lines(answer, name_of, within=within),
    )
    return Report(sections=(ReportSection(mark=status_mark(answer), lines=lines),))


def _no_name(_: str, lang: str) -> str:
    """Return a sign in place of a name, for an answer read from JSON."""
    return _NO_NAME.to(lang)


def remark_line(remark: Remark, level: int = 0) -> Line:
    """Return a remark with the label of its kind."""
    label = remark.type.label
    head = Wording(sv=label.sv.capitalize(), en=label.to("en").capitalize())
    return Line(labelled(head, remark.text), level, LineKind.REMARK)


def status_mark(answer: AnswerBase[object]) -> Mark:
    """Return the status of an answer as a mark."""
    return Mark(key=answer.status, label=answer.label)


def source_lines(answer: AnswerBase[object], name_of: NameOf | None, *, within: str = "") -> tuple[Line, ...]:
    """Return the sources of an answer: citations, the nearest passage to a silence, addresses.

    A document is named with the first of its citations that follow each other.

    Args:
        answer: the answer.
        name_of: returns the name of a document by its id; None without names.
        within: id of the document that the reader knows to be cited, which is not named.
    """
    near = answer.near if isinstance(answer, Silent) else None
    known = (within, *(each.document for each in answer.citations))
    texts = [citation_text(each, name_of, within=before) for each, before in zip(answer.citations, known, strict=False)]
    texts += [labelled(NEAREST, citation_text(near, name_of, within=within))] if near is not None else []
    texts += [same(each.url) for each in answer.sources]
    return tuple(Line(each, kind=LineKind.CITATION) for each in texts)
