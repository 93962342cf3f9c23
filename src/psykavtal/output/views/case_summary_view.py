"""The short form of a case as a report of one screen."""

from collections.abc import Iterator

from psykavtal.cases.answer_case import NOTES_ON_GROUP
from psykavtal.cases.case_summary import CaseSummary, DutySummary, TopicSummary, memberships
from psykavtal.cases.result_types import Membership
from psykavtal.cases.what_applies import WhatApplies
from psykavtal.model.answers import STATUSES, Ambiguous
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording
from psykavtal.output.labels import joined, labelled, listed, same
from psykavtal.output.report import Line, LineKind, Mark, Report, ReportSection
from psykavtal.output.views import case_labels as labels
from psykavtal.output.views import case_lines

_SHOWN = 6
_MORE = Wording(
    sv="Hela svaret med källor: --full. En del: --part.", en="The whole answer with sources: --full. A part: --part."
)
# Each count, in the singular and in the plural.
_DUTIES = (Wording(sv="{} uppgift", en="{} duty"), Wording(sv="{} uppgifter", en="{} duties"))
_UNDECIDED = (
    Wording(sv="{} beror på en uppgift som saknas", en="{} depends on a missing fact"),
    Wording(sv="{} beror på en uppgift som saknas", en="{} depend on a missing fact"),
)
_AMBIGUOUS = (
    Wording(sv="{} kan läsas på flera sätt", en="{} has several readings"),
    Wording(sv="{} kan läsas på flera sätt", en="{} have several readings"),
)
_LEFT = Wording(
    sv="Texten är tyst om {}, tvetydig i {} och lämnar {} detaljfrågor öppna.",
    en="The text is silent on {}, ambiguous on {}, and leaves {} questions of detail open.",
)
_QUESTIONS = Wording(sv="Vanliga frågor", en="Frequent questions")
_OPEN = Wording(sv="Vad som är öppet", en="Open")
_OTHER_FACTS = Wording(sv="Resten avgörs av uppgift om", en="The rest would be decided by")
_BY = Wording(sv="Enligt", en="By")
_NO_DUTIES = Wording(sv="inte redovisat", en="not recorded")


def case_summary_report(summary: CaseSummary, answer: WhatApplies) -> Report:
    """Return the short form of an answer to a case as a report.

    Args:
        summary: the short form.
        answer: the whole answer, for its labels and wordings.
    """
    day = summary.on.isoformat()
    title = Wording(sv=f"{answer.county_name}: läget {day}", en=f"{answer.county_name}: as of {day}")
    return Report(
        title=title,
        remarks=(
            labels.NO_ASSESSMENT,
            *(each for each in answer.notes if each not in NOTES_ON_GROUP),
            *case_lines.unused_inputs(answer.unused_inputs, answer),
        ),
        sections=tuple(_sections(summary, answer)),
        closing=(_MORE,),
    )


def _sections(summary: CaseSummary, answer: WhatApplies) -> Iterator[ReportSection]:
    in_force = answer.in_force
    applies = Mark(key=in_force.key, label=in_force.label)
    yield ReportSection(heading=labels.EDITION, mark=applies, lines=(Line(summary.applicability),))
    yield ReportSection(
        heading=labels.TARGET_GROUP,
        mark=Mark(key=summary.status, label=STATUSES[summary.status]),
        lines=tuple(_membership(summary, answer)),
    )
    yield ReportSection(heading=labels.RESPONSIBILITIES, lines=tuple(map(_duty, summary.duties)) or (Line(_NO_DUTIES),))
    if summary.topics:
        yield ReportSection(heading=_QUESTIONS, lines=tuple(_topic(each, answer) for each in summary.topics))
    yield ReportSection(heading=_OPEN, lines=tuple(_left_open(summary, answer)))


def _topic(topic: TopicSummary, answer: WhatApplies) -> Line:
    """Return a topic with its status and its answer in one line."""
    status = STATUSES[topic.status]
    head = joined(case_lines.label_of(topic.topic, answer), same(" ["), status, same("]"))
    return Line(head if topic.short == status else labelled(head, topic.short))


def _left_open(summary: CaseSummary, answer: WhatApplies) -> Iterator[Line]:
    """Yield the number of silences and open questions, and the missing facts."""
    counts = (len(summary.silent_on), len(summary.left_open), summary.open_questions)
    yield Line(Wording(sv=_LEFT.sv.format(*counts), en=_LEFT.to("en").format(*counts)))
    named = _missing_facts(summary, answer)
    names = [case_lines.label_of(each, answer) for each in summary.missing_facts if each not in named]
    if names:
        yield Line(labelled(_OTHER_FACTS if named else labels.MISSING_FACTS, _listed(names)), kind=LineKind.FACT)


def _membership(summary: CaseSummary, answer: WhatApplies) -> Iterator[Line]:
    """Yield the verdict, the readings, and the clauses that decide or would decide."""
    group = answer.target_group
    noted = next((each for each in answer.notes if each in NOTES_ON_GROUP), None)
    yield Line(noted or labels.IN_GROUP[summary.target_group])
    if isinstance(group, Ambiguous):
        yield from _readings(group)
    wordings = {each.id: each.wording for each in group.basis}
    ids = summary.decided_by or summary.clauses
    yield from (Line(labelled(_BY, wordings[each]), 1) for each in ids[:_SHOWN] if each in wordings)
    missing = _missing_facts(summary, answer)
    if missing:
        yield case_lines.missing_facts_line(missing, answer)
    yield from case_lines.definitions_in((group,), answer, short=True)


def _missing_facts(summary: CaseSummary, answer: WhatApplies) -> tuple[str, ...]:
    """Return the facts that would decide the membership, under any reading that is open."""
    if summary.target_group is not Truth.UNKNOWN:
        return ()
    found = (fact for each in memberships(answer.target_group) for fact in each.missing_facts)
    return tuple(dict.fromkeys((*answer.target_group.missing_facts, *found)))


def _readings(group: Ambiguous[Membership]) -> Iterator[Line]:
    """Yield the chosen reading; without one, each verdict with its number of readings."""
    if group.chosen is not None:
        reasons = (each.why for each in group.readings if each.name == group.chosen)
        yield from (Line(labelled(labels.CHOSEN_READING, each), kind=LineKind.READING) for each in reasons)
        return
    found = list(memberships(group))
    for truth in Truth:
        count = sum(each.applies is truth for each in found)
        if count:
            of = Wording(sv=f"{count} av {len(found)} läsningar", en=f"{count} of {len(found)} readings")
            yield Line(labelled(of, labels.IN_GROUP[truth]), 1, LineKind.READING)


def _duty(duty: DutySummary) -> Line:
    parts = [_counted(_DUTIES, len(duty.provisions))]
    parts += [_counted(_UNDECIDED, len(duty.undecided))] if duty.undecided else []
    parts += [_counted(_AMBIGUOUS, len(duty.ambiguous))] if duty.ambiguous else []
    return Line(labelled(duty.bearer.label, listed(parts)))


def _counted(forms: tuple[Wording, Wording], count: int) -> Wording:
    wording = forms[0] if count == 1 else forms[1]
    return Wording(sv=wording.sv.format(count), en=wording.to("en").format(count))


def _listed(names: list[Wording]) -> Wording:
    """Return the first names, and how many more there are."""
    if len(names) <= _SHOWN:
        return listed(names)
    more = len(names) - _SHOWN
    return listed([*names[:_SHOWN], Wording(sv=f"{more} till: --full", en=f"{more} more: --full")])
