"""Lines of a report for the entries of a diff."""

from collections.abc import Iterator

from psykavtal.agreements.diff.diff_entries import DiffEntry, DiffVerdict, PairCertainty, RemarkDiff
from psykavtal.agreements.diff.document_diff import Diff
from psykavtal.model.provisions import Definition, LegalReference, Provision
from psykavtal.model.wording import Wording
from psykavtal.output.labels import joined, labelled, listed, same
from psykavtal.output.report import Line, LineKind
from psykavtal.output.views.citation_text import citation_text
from psykavtal.output.views.diff_labels import ARROW, shortened, verdict_mark

_FIRST, _SECOND = Wording(sv="Första", en="First"), Wording(sv="Andra", en="Second")
_BEFORE, _AFTER = Wording(sv="Förut", en="Before"), Wording(sv="Nu", en="Now")
_MOVED = Wording(sv="flyttad", en="moved")
_WORDING_ONLY = Wording(sv="bara ordalydelsen", en="only the wording")
_VERBATIM = Wording(sv="ordagrant lika", en="the same word for word")
_KIND = Wording(sv="slag", en="kind")
_TOPICS = Wording(sv="svarar på", en="answers")
_NEAREST = Wording(sv="närmast", en="nearest")
_OPEN_HERE = Wording(sv="hör till", en="belongs to")


def entry_lines(diff: Diff, entry: DiffEntry, level: int = 0) -> Iterator[Line]:
    """Yield an entry in short: its verdict with one wording, and the changes."""
    shown = entry.after if entry.after is not None else entry.before
    assert shown is not None  # an entry has a provision
    yield Line(full_wording(shown), level, mark=verdict_mark(diff, entry.verdict))
    if entry.verdict is DiffVerdict.CHANGED and entry.before is not None:
        yield from change_lines(diff, entry, level + 1)


def full_wording(provision: Provision) -> Wording:
    """Return the wording of a provision, after the law or term that it is about."""
    match provision:
        case LegalReference(as_written=quoted) | Definition(term=quoted):
            return labelled(same(f"«{quoted}»"), provision.wording)
        case _:
            return provision.wording


def change_lines(diff: Diff, entry: DiffEntry, level: int) -> Iterator[Line]:
    """Yield the differences of a pair, or its former wording if only that has changed."""
    for each in entry.changes:
        yield Line(labelled(each.label, joined(each.before, ARROW, each.after)), level, LineKind.FACT)
    if entry.is_wording_only and entry.before is not None:
        yield Line(labelled(_labels(diff)[0], entry.before.wording), level, LineKind.FACT)
    if entry.certainty is PairCertainty.POSSIBLE:
        yield Line(entry.certainty.label, level, LineKind.REMARK)


def detailed_lines(diff: Diff, entry: DiffEntry) -> Iterator[Line]:
    """Yield an entry in full: both wordings with their citations, changes, place, certainty and reasons."""
    shown = entry.after if entry.after is not None else entry.before
    assert shown is not None  # an entry has a provision
    yield Line(full_wording(shown), mark=verdict_mark(diff, entry.verdict))
    wordings = {each.wording for each in entry.provisions}
    for label, provision in zip(_labels(diff), (entry.before, entry.after), strict=True):
        if provision is not None and len(wordings) > 1:
            yield Line(labelled(label, provision.wording), 1, LineKind.FACT)
        if provision is not None:
            yield from _citations(provision)
    yield from (Line(each, 1, LineKind.FACT) for each in _facts(entry))
    if entry.certainty is not None and entry.reasons:
        yield Line(labelled(entry.certainty.label, listed(entry.reasons)), 1, LineKind.REMARK)
    if entry.nearest:
        nearest = _provision(diff, entry.nearest)
        if nearest is not None:
            yield Line(labelled(_NEAREST, shortened(nearest.wording)), 1, LineKind.REMARK)


def _facts(entry: DiffEntry) -> Iterator[Wording]:
    if entry.is_verbatim:
        yield _VERBATIM
    elif entry.is_wording_only:
        yield _WORDING_ONLY
    for each in entry.changes:
        yield labelled(each.label, joined(each.before, ARROW, each.after))
    before, after = entry.before, entry.after
    if entry.has_moved and entry.before_place is not None and entry.after_place is not None:
        yield labelled(_MOVED, joined(entry.before_place.label, ARROW, entry.after_place.label))
    if before is not None and after is not None and type(before) is not type(after):
        yield labelled(_KIND, joined(before.PLURAL, ARROW, after.PLURAL))


def _citations(provision: Provision) -> Iterator[Line]:
    for each in provision.citations:
        yield Line(citation_text(each, None, within=provision.document), 2, LineKind.CITATION)


def _labels(diff: Diff) -> tuple[Wording, Wording]:
    """Return the labels of the wordings of both documents."""
    if diff.is_succession:
        return _BEFORE, _AFTER
    if diff.before.county == diff.after.county:
        return _FIRST, _SECOND
    return same(diff.before.county_name), same(diff.after.county_name)


def _provision(diff: Diff, provision_id: str) -> Provision | None:
    return next((one for each in diff for one in each.provisions if one.id == provision_id), None)


def remark_lines(diff: Diff, remark: RemarkDiff) -> Iterator[Line]:
    """Yield a remark, with the provision or topic to which it belongs."""
    text = remark.after if remark.after is not None else remark.before
    at = remark.after_at if remark.after_at is not None else remark.before_at
    if text is None or at is None:
        return
    yield Line(text, mark=verdict_mark(diff, remark.verdict))
    yield Line(labelled(_OPEN_HERE, shortened(at)), 1, LineKind.FACT)
