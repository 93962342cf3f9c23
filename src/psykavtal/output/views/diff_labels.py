"""Labels of the verdicts of a diff, and of the numbers of its entries."""

from collections.abc import Iterable, Sequence

from psykavtal.agreements.diff.compared_documents import DiffDocument
from psykavtal.agreements.diff.diff_entries import DiffEntry, DiffVerdict, TopicVerdict
from psykavtal.agreements.diff.document_diff import Diff
from psykavtal.model.wording import Wording
from psykavtal.output.labels import joined, same
from psykavtal.output.report import Mark

ARROW = same(" → ")
LONGEST = 100
_DIFFERENT = Wording(sv="olika", en="different")
_COUNTED = {
    DiffVerdict.CHANGED: Wording(sv="ändrade", en="changed"),
    DiffVerdict.MOVED: Wording(sv="flyttade", en="moved"),
    DiffVerdict.SAME: Wording(sv="lika", en="same"),
    DiffVerdict.DROPPED: Wording(sv="bortfallna", en="dropped"),
    DiffVerdict.ADDED: Wording(sv="tillkomna", en="added"),
}


def verdict_label(diff: Diff, verdict: DiffVerdict) -> Wording:
    """Return the label of a verdict; between two agreements nothing is dropped, added or changed."""
    if diff.is_succession:
        return verdict.label
    match verdict:
        case DiffVerdict.DROPPED:
            return _only_in(diff.before)
        case DiffVerdict.ADDED:
            return _only_in(diff.after)
        case DiffVerdict.CHANGED:
            return _DIFFERENT
        case _:
            return verdict.label


def verdict_mark(diff: Diff, verdict: DiffVerdict) -> Mark:
    """Return the verdict as a mark."""
    return Mark(key=verdict.value, label=verdict_label(diff, verdict))


def topic_label(diff: Diff, verdict: TopicVerdict) -> Wording:
    """Return the label of the verdict on topics."""
    if diff.is_succession:
        return verdict.label
    match verdict:
        case TopicVerdict.DROPPED:
            return _only_in(diff.before)
        case TopicVerdict.ADDED:
            return _only_in(diff.after)
        case _:
            return verdict.label


def _only_in(document: DiffDocument) -> Wording:
    return Wording(sv=f"bara i {document.county_name}", en=f"only in {document.county_name}")


def counted(diff: Diff, entries: Iterable[DiffEntry]) -> Wording:
    """Return the numbers of entries by verdict, without zeros: "2 ändrade, 1 lika"."""
    found = [each.verdict for each in entries]
    parts = [_number(diff, each, found.count(each)) for each in DiffVerdict if each in found]
    return with_commas(parts)


def _number(diff: Diff, verdict: DiffVerdict, count: int) -> Wording:
    label = verdict_label(diff, verdict)
    if diff.is_succession and count > 1:
        label = _COUNTED[verdict]
    return joined(same(f"{count} "), label)


def with_commas(parts: Sequence[Wording]) -> Wording:
    """Return wordings with commas between them."""
    return Wording(sv=", ".join(each.sv for each in parts), en=", ".join(each.to("en") for each in parts))


def document_name(diff: Diff, document: DiffDocument) -> Wording:
    """Return the name of a document, after that of its county if the counties differ."""
    if diff.before.county == diff.after.county:
        return document.name
    return joined(same(f"{document.county_name}: "), document.name)


def shortened(wording: Wording, longest: int = LONGEST) -> Wording:
    """Return a wording cut at a word, in each language.

    Examples:
        >>> print(shortened(Wording(sv="Kalla till SIP vid behov", en="Call a SIP"), 15))
        Kalla till SIP…
    """
    return Wording(sv=_cut(wording.sv, longest), en=_cut(wording.to("en"), longest))


def _cut(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    return text[:longest].rpartition(" ")[0].rstrip(" ,;:–(") + "…"
