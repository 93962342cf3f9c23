"""The silence map as a report: a row for each topic."""

import attrs

from psykavtal.agreements.overviews.silence import SilenceMap, TopicStatus
from psykavtal.model.answers import HANDED_OVER, STATUSES
from psykavtal.model.wording import Wording
from psykavtal.output.labels import joined, same
from psykavtal.output.report import Report, Target, TargetType
from psykavtal.output.views.overview_parts import matrix_row, shown_columns, title_of, verdict_lines

SILENCE_TITLE = Wording(sv="Vad texterna säger och är tysta om", en="What the texts state and are silent on")
OPEN_QUESTION = Wording(sv="1 öppen fråga", en="1 open question")
OPEN_QUESTIONS = Wording(sv="{} öppna frågor", en="{} open questions")
_TOPIC = Wording(sv="Fråga", en="Question")
_OMITTED = Wording(
    sv="{} frågor till: --topic all, eller ett tema som --topic sip.",
    en="{} further questions: --topic all, or a theme like --topic sip.",
)
_OMITTED_IN_CODE = Wording(
    sv='{} frågor till: topics="all", eller ett tema som topics="sip".',
    en='{} further questions: topics="all", or a theme like topics="sip".',
)


def silence_report(silence: SilenceMap, *, in_code: bool = False) -> Report:
    """Return the silence map as a report.

    Args:
        silence: the silence map.
        in_code: the reader writes Python, not commands.
    """
    shown = shown_columns(silence)
    names = [silence.subjects[at] for at in shown]
    return Report(
        title=title_of(SILENCE_TITLE, silence),
        remarks=(*verdict_lines(silence), *(count_line(silence, at) for at in shown)),
        corner=_TOPIC,
        columns=tuple(names),
        is_matrix=True,
        sections=tuple(
            attrs.evolve(
                matrix_row(row.topic.label, names, (cell_text(row.cells[at]) for at in shown)),
                subject=Target(TargetType.TOPIC, row.topic.id),
            )
            for row in silence.rows
        ),
        closing=(_omitted(silence.omissions, in_code=in_code),) if silence.omissions else (),
    )


def _omitted(count: int, *, in_code: bool) -> Wording:
    text = _OMITTED_IN_CODE if in_code else _OMITTED
    return Wording(sv=text.sv.format(count), en=text.to("en").format(count))


def cell_text(cell: TopicStatus) -> Wording:
    """Return a cell in words: the status, the open questions, the uncertainty."""
    count = len(cell.open_questions)
    status = HANDED_OVER if cell.is_handed_over else cell.label
    parts = [joined(status, same(" ?")) if cell.ambiguous_members else status]
    if count:
        counted = OPEN_QUESTION if count == 1 else OPEN_QUESTIONS
        parts.append(Wording(sv=counted.sv.format(count), en=counted.to("en").format(count)))
    return Wording(sv=", ".join(each.sv for each in parts), en=", ".join(each.to("en") for each in parts))


def count_line(silence: SilenceMap, at: int) -> Wording:
    """Return the number of topics by status, for one county or document."""
    counts = silence.counts(silence.subjects[at])
    parts = [joined(STATUSES[status], same(f" {count}")) for status, count in counts.items()]
    text = Wording(sv=", ".join(each.sv for each in parts), en=", ".join(each.to("en") for each in parts))
    return joined(same(f"{silence.subjects[at]}: "), text)
