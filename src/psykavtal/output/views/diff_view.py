"""A diff as a report: in short, the most important differences; in detail, every entry."""

from collections.abc import Iterator, Sequence

from psykavtal.agreements.diff.diff_entries import DiffEntry, PairCertainty, TopicDiff
from psykavtal.agreements.diff.document_diff import Diff
from psykavtal.cases.flip_cases import FlipCases
from psykavtal.model.wording import Wording
from psykavtal.output.labels import joined, labelled, same
from psykavtal.output.report import Line, Report, ReportSection
from psykavtal.output.views.diff_entry_lines import detailed_lines, entry_lines, remark_lines
from psykavtal.output.views.diff_highlights import highlights, topic_lines
from psykavtal.output.views.diff_labels import ARROW, counted, document_name, with_commas
from psykavtal.output.views.flip_view import flip_section

_COUNTS = Wording(sv="{} bestämmelser mot {}", en="{} provisions and {}")
_WORDING_ONLY = Wording(
    sv="I {} par skiljer sig ordalydelsen men inget av de fält som jämförs.",
    en="In {} pairs the wording differs, but none of the fields that are compared.",
)
_ONE_WORDING_ONLY = Wording(
    sv="I ett par skiljer sig ordalydelsen men inget av de fält som jämförs.",
    en="In one pair the wording differs, but none of the fields that are compared.",
)
_PAIRS = Wording(sv="Par", en="Pairs")
_UNPAIRED = Wording(
    sv="Bortfallen eller tillkommen betyder att ingen motsvarighet hittades i den andra texten.",
    en="Dropped or added means that no corresponding provision was found in the other text.",
)
_ONLY_IN = Wording(
    sv="«Bara i» betyder att ingen motsvarighet hittades i den andra texten.",
    en="“Only in” means that no corresponding provision was found in the other text.",
)
_ALL_SAME = Wording(
    sv="Dokumentet jämförs med sig självt: alla bestämmelser, frågor och anmärkningar är lika.",
    en="The document is compared with itself: all provisions, topics and remarks are the same.",
)
_TOPICS = Wording(sv="Frågor", en="Topics")
_BY_TOPIC = Wording(sv="flest ändringar", en="most changes")
_MOST_DIFFERENT = Wording(sv="flest skillnader", en="most differences")
_PAIRED = {
    PairCertainty.CERTAIN: (Wording(sv="säkert", en="certain"), Wording(sv="säkra", en="certain")),
    PairCertainty.LIKELY: (Wording(sv="troligt", en="likely"), Wording(sv="troliga", en="likely")),
    PairCertainty.POSSIBLE: (Wording(sv="möjligt", en="possible"), Wording(sv="möjliga", en="possible")),
}
_REMARKS = Wording(sv="Öppna frågor och andra anmärkningar", en="Open questions and other remarks")
_DETAIL = Wording(
    sv="Alla bestämmelser med ordalydelser, källor och skäl: --detail; en fråga: --topic sip; ett slag: --kind responsibility.",
    en="All provisions with wordings, sources and reasons: --detail; one topic: --topic sip; one kind: --kind responsibility.",
)
_NOTHING = Wording(sv="inga bestämmelser", en="no provisions")
_SELECTED = Wording(sv="Urval", en="Selection")
_SHOWN_TOPICS = 5
_SHOWN_FLIPS = 3


def diff_report(diff: Diff, flips: FlipCases | None = None, *, in_code: bool = False) -> Report:
    """Return a diff in short: counts by verdict, the most important differences, topics.

    Args:
        diff: the diff.
        flips: the flip cases of the same documents, shown after the differences.
        in_code: the reader writes Python, not commands.
    """
    sections = () if diff.is_one_document else (highlights(diff), _topics(diff))
    return Report(
        title=_title(diff),
        remarks=tuple(_head(diff)),
        sections=(*sections, *((flip_section(flips, most=_SHOWN_FLIPS),) if flips is not None else ())),
        closing=() if in_code else (_DETAIL,),
    )


def selection_report(
    diff: Diff, flips: FlipCases | None = None, *, detail: bool = False, topics: bool = True
) -> Report:
    """Return every entry of a diff, by topic.

    Args:
        diff: the diff, or a selection of it.
        flips: the flip cases of the same documents.
        detail: whether wordings of both documents, citations, reasons and remarks are shown.
        topics: whether the topics that only one document takes up are listed.
    """
    sections = [_topic_section(each, entries, diff, detail=detail) for each, entries in _by_topic(diff)]
    differing = tuple(topic_lines(diff)) if topics else ()
    if differing:
        sections.append(ReportSection(heading=_TOPICS, lines=differing))
    if detail and diff.remarks:
        lines = tuple(line for each in diff.remarks for line in remark_lines(diff, each))
        sections.append(ReportSection(heading=_REMARKS, lines=lines, is_open=False))
    if flips is not None:
        sections.append(flip_section(flips))
    return Report(
        title=_title(diff),
        remarks=tuple(_head(diff)),
        sections=tuple(sections),
    )


def _title(diff: Diff) -> Wording:
    return joined(document_name(diff, diff.before), ARROW, document_name(diff, diff.after))


def _head(diff: Diff) -> Iterator[Wording]:
    """Yield the counts by verdict, and the certainty of the pairs."""
    yield from diff.notes
    if diff.is_one_document and diff.is_same:
        yield _ALL_SAME
    shown = [sum(each.before is not None for each in diff), sum(each.after is not None for each in diff)]
    if shown == [diff.before.provisions, diff.after.provisions]:
        head = Wording(sv=_COUNTS.sv.format(*shown), en=_COUNTS.to("en").format(*shown))
    else:
        head = _SELECTED
    yield joined(labelled(head, counted(diff, diff) if len(diff) else _NOTHING), same("."), *_wording_only(diff))
    if diff.is_one_document:
        return
    pairs = [each.certainty for each in diff if each.certainty is not None]
    counts = [(each, pairs.count(each)) for each in PairCertainty if each in pairs]
    found = [joined(same(f"{count} "), _PAIRED[each][count > 1]) for each, count in counts]
    listed = (labelled(_PAIRS, with_commas(found)), same(". ")) if found else ()
    yield joined(*listed, _UNPAIRED if diff.is_succession else _ONLY_IN)


def _wording_only(diff: Diff) -> tuple[Wording, ...]:
    """Return the number of pairs that differ in the wording only, as a sentence."""
    count = sum(each.is_wording_only for each in diff)
    text = _ONE_WORDING_ONLY if count == 1 else _WORDING_ONLY
    sentence = Wording(sv=f" {text.sv.format(count)}", en=f" {text.to('en').format(count)}")
    return (sentence,) if count else ()


def _topics(diff: Diff) -> ReportSection:
    """Return the topics that one document takes up, and those with the most differences."""
    lines = list(topic_lines(diff))
    differing = sorted(diff.topics, key=lambda each: (-each.differences, each.topic))
    shown = [each for each in differing[:_SHOWN_TOPICS] if each.differences]
    if shown:
        numbers = [joined(each.label, same(f" {each.differences}")) for each in shown]
        lines.append(Line(labelled(_BY_TOPIC if diff.is_succession else _MOST_DIFFERENT, with_commas(numbers))))
    return ReportSection(heading=_TOPICS, lines=tuple(lines))


def _by_topic(diff: Diff) -> Iterator[tuple[TopicDiff, list[DiffEntry]]]:
    """Yield the topics with their entries, each entry below one topic."""
    known = [each.topic for each in diff.topics]
    found: dict[str, list[DiffEntry]] = {}
    for each in diff:
        first = each.provisions[-1].topic
        found.setdefault(first if first in known else next(one for one in known if one in each.topics), []).append(each)
    yield from ((topic, found[topic.topic]) for topic in diff.topics if topic.topic in found)


def _topic_section(topic: TopicDiff, entries: Sequence[DiffEntry], diff: Diff, *, detail: bool) -> ReportSection:
    lines = [line for each in entries for line in (detailed_lines if detail else entry_lines)(diff, each)]
    heading = labelled(topic.label, joined(same(f"{topic.before} → {topic.after}; "), counted(diff, entries)))
    return ReportSection(heading=heading, lines=tuple(lines))
