"""The most important differences of two documents, in a few lines each."""

from collections.abc import Iterable, Iterator, Sequence

from psykavtal.agreements.diff.diff_entries import DiffEntry, DiffVerdict, TopicVerdict
from psykavtal.agreements.diff.document_diff import Diff
from psykavtal.model.provisions import Bearer, Provision, Responsibility
from psykavtal.model.wording import Wording
from psykavtal.output.labels import joined, labelled, listed, same
from psykavtal.output.report import Line, LineKind, Mark, ReportSection
from psykavtal.output.views.diff_labels import (
    ARROW,
    counted,
    entry_mark,
    shortened,
    topic_label,
    verdict_mark,
    with_commas,
)

_HEADING = Wording(sv="Det viktigaste", en="The most important")
_AGE = "target-group.age"
_GROUPS = (
    (Wording(sv="Målgrupp", en="Target group"), ("target-group.who", "target-group.kin")),
    (Wording(sv="Vem kallar till SIP", en="Who calls the SIP"), ("sip.convener", "sip.discharge")),
    (
        Wording(sv="Vid oenighet", en="In a disagreement"),
        ("disagreement.first-step", "disagreement.next-step", "disagreement.interim", "disagreement.final-instance"),
    ),
    (Wording(sv="Giltighet", en="Validity"), ("validity.start", "validity.end")),
)
_SHOWN = 3
_WIDTH = 110
_TOPICS_WIDTH = 116
_NOT_SHOWN = ("readings", "defers_to")
_IN_BOTH = {TopicVerdict.IN_BOTH}
_OPEN = Wording(sv="öppna frågor", en="open questions")
_IN_EACH = Wording(
    sv="{} bara i det första, {} bara i det andra, {} i båda",
    en="{} in the first only, {} in the second only, {} in both",
)
_MORE = Wording(sv="{} till", en="{} more")
_TASKS = Wording(sv="Uppgifter (punkter om ansvar)", en="Tasks (items on responsibility)")
_NO_AGE = Wording(sv="ingen", en="none")


def highlights(diff: Diff) -> ReportSection:
    """Return the differences on age, target group, SIP, disagreements, validity and tasks."""
    lines = [*_age(diff)]
    for label, topics in _GROUPS:
        lines += _group(diff, label, topics)
    return ReportSection(heading=_HEADING, lines=(*lines, *_duties(diff)))


def _age(diff: Diff) -> Iterator[Line]:
    """Yield the age limits of both documents, in figures."""
    topic = next((each for each in diff.topics if each.topic == _AGE), None)
    if topic is None or topic.verdict is TopicVerdict.NOT_COMPARABLE:
        return
    if topic.verdict is TopicVerdict.SILENT_IN_BOTH:
        yield Line(labelled(topic.label, topic.verdict.label))
        return
    entries = [each for each in diff if _AGE in each.topics]
    before = _ages(each.before for each in entries)
    after = _ages(each.after for each in entries)
    text = before if before == after else joined(before, ARROW, after)
    mark = verdict_mark(diff, DiffVerdict.SAME) if before == after else None
    yield Line(labelled(topic.label, text), mark=mark)


def _ages(provisions: Iterable[Provision | None]) -> Wording:
    """Return the age limits of provisions, each once."""
    shown = (each.short(_AGE, _no_name) for each in provisions if each is not None and _AGE in each.topics)
    found = list(dict.fromkeys(each for each in shown if each is not None))
    return listed(found) if found else _NO_AGE


def _no_name(thing: str, _: str) -> str:
    return thing


def _group(diff: Diff, label: Wording, topics: Sequence[str]) -> Iterator[Line]:
    """Yield the entries on some topics, or that both documents are silent on them."""
    entries = [each for each in diff if set(topics).intersection(each.topics)]
    verdicts = {each.verdict for each in diff.topics if each.topic in topics}
    if not verdicts:
        return
    of_topics = topic_label(diff, next(iter(verdicts))) if len(verdicts) == 1 else None
    yield Line(
        labelled(
            label, counted(diff, entries) if of_topics is None or (entries and verdicts == _IN_BOTH) else of_topics
        )
    )
    differing = sorted(
        (each for each in entries if each.verdict is not DiffVerdict.SAME),
        key=lambda each: not any(one.topic in topics for one in each.provisions),
    )
    shown = differing if len(differing) <= _SHOWN else differing[: _SHOWN - 1]
    for each in shown:
        mark = _mark(diff, each, topics)
        yield Line(_short_text(each, topics, _WIDTH - len(mark.label.sv)), 1, mark=mark)
    if len(differing) > len(shown):
        rest = len(differing) - len(shown)
        yield Line(Wording(sv=_MORE.sv.format(rest), en=_MORE.to("en").format(rest)), 1, LineKind.REMARK)


def _mark(diff: Diff, entry: DiffEntry, topics: Sequence[str]) -> Mark:
    """Return the verdict of an entry, or that of its topics."""
    on_topics = [
        each is not None and bool(set(topics).intersection(each.topics)) for each in (entry.before, entry.after)
    ]
    if len(entry.provisions) == 1 or all(on_topics):
        return entry_mark(diff, entry)
    verdict = TopicVerdict.DROPPED if on_topics[0] else TopicVerdict.ADDED
    return Mark(key=verdict.value, label=topic_label(diff, verdict))


def _short_text(entry: DiffEntry, topics: Sequence[str], width: int) -> Wording:
    """Return the changes of an entry, or the wording that is on the topics."""
    on_topics = [each for each in entry.provisions if set(topics).intersection(each.topics)]
    changes = [each for each in entry.changes if each.field not in _NOT_SHOWN]
    both = joined(on_topics[0].wording, ARROW, on_topics[-1].wording)
    if len(on_topics) > 1 and max(len(both.sv), len(both.to("en"))) <= width:
        return both
    if len(on_topics) > 1 and changes:
        parts = [labelled(each.label, joined(each.before, ARROW, each.after)) for each in changes]
        return shortened(listed(parts), width)
    return shortened(on_topics[-1].wording, width)


def _duties(diff: Diff) -> Iterator[Line]:
    """Yield the number of tasks of each bearer, and the tasks whose bearer differs."""
    entries = [each for each in diff if any(isinstance(one, Responsibility) for one in each.provisions)]
    numbers = [
        joined(bearer.label, same(f" {len(before)} → {len(after)}"))
        for bearer in Bearer
        for before, after in [[[one for one in side if _bears(one, bearer)] for side in _sides(entries)]]
        if before or after
    ]
    if numbers:
        yield Line(labelled(_TASKS, with_commas(numbers)))
    for entry in entries:
        for each in entry.changes:
            if each.field == "bearer":
                text = joined(each.before, ARROW, each.after, same(": "), entry.provisions[-1].wording)
                mark = entry_mark(diff, entry)
                yield Line(shortened(text, _WIDTH - len(mark.label.sv)), 1, mark=mark)


def _sides(entries: Sequence[DiffEntry]) -> tuple[list[Provision | None], list[Provision | None]]:
    return [each.before for each in entries], [each.after for each in entries]


def _bears(provision: Provision | None, bearer: Bearer) -> bool:
    return isinstance(provision, Responsibility) and provision.bearer is bearer


def topic_lines(diff: Diff) -> Iterator[Line]:
    """Yield the topics that only one document takes up, and the common silences."""
    for verdict in (TopicVerdict.ADDED, TopicVerdict.DROPPED, TopicVerdict.SILENT_IN_BOTH, TopicVerdict.NOT_COMPARABLE):
        labels = [each.label for each in diff.topics if each.verdict is verdict]
        if labels:
            head = joined(topic_label(diff, verdict), same(f" ({len(labels)})"))
            yield Line(shortened(labelled(head, with_commas(labels)), _TOPICS_WIDTH))
    is_open = [each.verdict for each in diff.remarks if each.type.is_open]
    if is_open:
        numbers = [is_open.count(each) for each in (DiffVerdict.DROPPED, DiffVerdict.ADDED, DiffVerdict.SAME)]
        text = Wording(sv=_IN_EACH.sv.format(*numbers), en=_IN_EACH.to("en").format(*numbers))
        yield Line(labelled(_OPEN, text))
