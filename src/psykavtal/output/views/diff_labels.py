"""Labels of the verdicts of a diff, and of the numbers of its entries."""

from collections import Counter
from collections.abc import Iterable, Sequence

from psykavtal.agreements.diff.compared_documents import DiffDocument
from psykavtal.agreements.diff.diff_entries import DiffEntry, DiffVerdict, PairCertainty, TopicVerdict
from psykavtal.agreements.diff.document_diff import Diff
from psykavtal.model.wording import Wording
from psykavtal.output.labels import joined, same
from psykavtal.output.report import Mark

ARROW = same(" → ")
LONGEST = 100
_DIFFERENT = Wording(sv="olika", en="different")
_POSSIBLY = Wording(sv="möjligen ändrad", en="possibly changed")
_POSSIBLY_DIFFERENT = Wording(sv="möjligen motsvarande", en="possibly corresponding")
_FIRST, _SECOND = (
    Wording(sv="bara i det första", en="only in the first"),
    Wording(sv="bara i det andra", en="only in the second"),
)
_COUNTED = {
    "ändrad": Wording(sv="ändrade", en="changed"),
    "möjligen ändrad": Wording(sv="möjligen ändrade", en="possibly changed"),
    "flyttad": Wording(sv="flyttade", en="moved"),
    "bortfallen": Wording(sv="bortfallna", en="dropped"),
    "tillkommen": Wording(sv="tillkomna", en="added"),
}


def verdict_label(diff: Diff, verdict: DiffVerdict) -> Wording:
    """Return the label of a verdict; between two agreements nothing is dropped, added or changed."""
    if diff.is_succession:
        return verdict.label
    match verdict:
        case DiffVerdict.DROPPED:
            return only_in_first(diff)
        case DiffVerdict.ADDED:
            return only_in_second(diff)
        case DiffVerdict.CHANGED:
            return _DIFFERENT
        case _:
            return verdict.label


def entry_label(diff: Diff, entry: DiffEntry) -> Wording:
    """Return the label of an entry: its verdict, or that its pair is possible."""
    if entry.verdict is DiffVerdict.CHANGED and entry.certainty is PairCertainty.POSSIBLE:
        return _POSSIBLY if diff.is_succession else _POSSIBLY_DIFFERENT
    return verdict_label(diff, entry.verdict)


def entry_mark(diff: Diff, entry: DiffEntry) -> Mark:
    """Return the verdict of an entry as a mark."""
    return Mark(key=entry.verdict.value, label=entry_label(diff, entry))


def verdict_mark(diff: Diff, verdict: DiffVerdict) -> Mark:
    """Return a verdict as a mark."""
    return Mark(key=verdict.value, label=verdict_label(diff, verdict))


def topic_label(diff: Diff, verdict: TopicVerdict) -> Wording:
    """Return the label of the verdict on topics."""
    if diff.is_succession:
        return verdict.label
    match verdict:
        case TopicVerdict.DROPPED:
            return only_in_first(diff)
        case TopicVerdict.ADDED:
            return only_in_second(diff)
        case _:
            return verdict.label


def only_in_first(diff: Diff) -> Wording:
    """Return that something is in the first document only."""
    return _FIRST if diff.before.county == diff.after.county else _only_in(diff.before)


def only_in_second(diff: Diff) -> Wording:
    """Return that something is in the second document only."""
    return _SECOND if diff.before.county == diff.after.county else _only_in(diff.after)


def _only_in(document: DiffDocument) -> Wording:
    return Wording(sv=f"bara i {document.county_name}", en=f"only in {document.county_name}")


def counted(diff: Diff, entries: Iterable[DiffEntry]) -> Wording:
    """Return the numbers of entries by verdict, without zeros: "2 ändrade, 1 lika"."""
    ordered = sorted(entries, key=lambda each: (_ORDER.index(each.verdict), each.certainty is PairCertainty.POSSIBLE))
    labels = Counter(entry_label(diff, each) for each in ordered)
    return with_commas([_number(label, count) for label, count in labels.items()])


_ORDER = list(DiffVerdict)


def _number(label: Wording, count: int) -> Wording:
    """Return a number with a label, in the plural if it has one."""
    return joined(same(f"{count} "), _COUNTED.get(label.sv, label) if count > 1 else label)


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
