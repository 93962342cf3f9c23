"""Lines of a report for the entries of a diff."""

from collections.abc import Iterator

from psykavtal.agreements.diff.diff_entries import DiffEntry, DiffVerdict, RemarkDiff
from psykavtal.agreements.diff.document_diff import Diff
from psykavtal.model.provisions import Arena, Definition, LegalReference, LinkedAgreement, Provision, Responsibility
from psykavtal.model.wording import Wording
from psykavtal.output.labels import joined, labelled, listed, same
from psykavtal.output.report import Line, LineKind, Mark
from psykavtal.output.views.citation_text import citation_text
from psykavtal.output.views.diff_labels import (
    ARROW,
    entry_mark,
    only_in_first,
    only_in_second,
    shortened,
    verdict_label,
)

_FIRST, _SECOND = Wording(sv="Första", en="First"), Wording(sv="Andra", en="Second")
_BEFORE, _AFTER = Wording(sv="Förut", en="Before"), Wording(sv="Nu", en="Now")
_MOVED = Wording(sv="flyttad", en="moved")
_WORDING_ONLY = Wording(sv="ordalydelsen skiljer sig", en="the wording differs")
_VERBATIM = Wording(sv="ordagrant lika", en="the same word for word")
_KIND = Wording(sv="redovisas bland", en="recorded among")
_NEAREST = Wording(sv="närmast", en="nearest")
_BELONGS_TO = Wording(sv="hör till", en="belongs to")


def entry_lines(diff: Diff, entry: DiffEntry) -> Iterator[Line]:
    """Yield an entry in short: its verdict, one wording and its changes."""
    yield _headline(diff, entry)
    if entry.verdict is DiffVerdict.CHANGED:
        yield from (Line(each, 1, LineKind.FACT) for each in _changes(entry))
        if entry.is_wording_only and entry.before is not None:
            former = full_wording(entry.before, entry.before_short)
            yield Line(labelled(_labels(diff)[0], former), 1, LineKind.FACT)


def detailed_lines(diff: Diff, entry: DiffEntry) -> Iterator[Line]:
    """Yield an entry in full: wordings with citations, changes, places, certainty and reasons."""
    yield _headline(diff, entry)
    if entry.after is not None:
        yield from (Line(each, 1, LineKind.CITATION) for each in _citations(entry.after))
    if entry.before is not None:
        yield from _former(diff, entry, entry.before)
    yield from (Line(each, 1, LineKind.FACT) for each in _facts(entry))
    if entry.certainty is not None:
        yield Line(labelled(entry.certainty.label, listed(entry.reasons)), 1, LineKind.REMARK)
    nearest = next((one for each in diff for one in each.provisions if one.id == entry.nearest), None)
    if nearest is not None:
        yield Line(labelled(_NEAREST, shortened(nearest.wording)), 1, LineKind.REMARK)


def _headline(diff: Diff, entry: DiffEntry) -> Line:
    """Return the verdict with the wording of the second document, or of the only one."""
    shown, short = (entry.before, entry.before_short) if entry.after is None else (entry.after, entry.after_short)
    assert shown is not None  # an entry has a provision
    wording = full_wording(shown, short)
    if len(entry.provisions) > 1 and not diff.is_succession:
        wording = labelled(_labels(diff)[1], wording)
    return Line(wording, mark=entry_mark(diff, entry))


def _former(diff: Diff, entry: DiffEntry, before: Provision) -> Iterator[Line]:
    """Yield the wording of the first document, if it differs, and its citations."""
    label = _labels(diff)[0]
    if entry.after is None:
        yield from (Line(each, 1, LineKind.CITATION) for each in _citations(before))
    elif entry.after.wording == before.wording:
        yield from (Line(labelled(label, each), 1, LineKind.CITATION) for each in _citations(before))
    else:
        yield Line(labelled(label, full_wording(before, entry.before_short)), 1, LineKind.FACT)
        yield from (Line(each, 2, LineKind.CITATION) for each in _citations(before))


def full_wording(provision: Provision, short: Wording | None) -> Wording:
    """Return the wording of a provision with the thing or bearer that it is about."""
    match provision:
        case LegalReference(as_written=quoted) | Definition(term=quoted):
            return labelled(same(f"«{quoted}»"), provision.wording)
        case Arena() | LinkedAgreement() if short is not None:
            return labelled(short, provision.wording)
        case Responsibility(bearer=bearer):
            return joined(provision.wording, same(" ["), bearer.label, same("]"))
        case _:
            return provision.wording


def _changes(entry: DiffEntry) -> Iterator[Wording]:
    return (labelled(each.label, joined(each.before, ARROW, each.after)) for each in entry.changes)


def _facts(entry: DiffEntry) -> Iterator[Wording]:
    if entry.is_verbatim:
        yield _VERBATIM
    elif entry.is_wording_only:
        yield _WORDING_ONLY
    yield from _changes(entry)
    before, after = entry.before, entry.after
    if entry.has_moved and entry.before_place is not None and entry.after_place is not None:
        yield labelled(_MOVED, joined(entry.before_place.label, ARROW, entry.after_place.label))
    if before is not None and after is not None and type(before) is not type(after):
        yield labelled(_KIND, joined(before.PLURAL, ARROW, after.PLURAL))


def _citations(provision: Provision) -> Iterator[Wording]:
    return (citation_text(each, None, within=provision.document) for each in provision.citations)


def _labels(diff: Diff) -> tuple[Wording, Wording]:
    """Return the labels of the wordings of both documents."""
    if diff.is_succession:
        return _BEFORE, _AFTER
    if diff.before.county == diff.after.county:
        return _FIRST, _SECOND
    return same(diff.before.county_name), same(diff.after.county_name)


def remark_lines(diff: Diff, remark: RemarkDiff) -> Iterator[Line]:
    """Yield a remark, with the provision or topic to which it belongs."""
    text = remark.after if remark.after is not None else remark.before
    at = remark.after_at if remark.after_at is not None else remark.before_at
    if text is None or at is None:
        return
    kind = remark.type.label
    head = Wording(sv=kind.sv.capitalize(), en=kind.to("en").capitalize())
    mark = Mark(key=remark.verdict.value, label=_remark_label(diff, remark.verdict))
    yield Line(labelled(head, text), mark=mark)
    yield Line(labelled(_BELONGS_TO, shortened(at)), 1, LineKind.FACT)


def _remark_label(diff: Diff, verdict: DiffVerdict) -> Wording:
    match verdict:
        case DiffVerdict.DROPPED:
            return only_in_first(diff)
        case DiffVerdict.ADDED:
            return only_in_second(diff)
        case _:
            return verdict_label(diff, verdict)
