"""A provision as recorded, as lines: wording, place, binding force, readings, remarks and passages."""

from collections.abc import Iterable, Iterator, Sequence

from psykavtal.agreements.outline import Outline
from psykavtal.model.answers import STATUSES
from psykavtal.model.modality import Modality
from psykavtal.model.provisions import NameOf, Provision
from psykavtal.model.provisions.base import named
from psykavtal.model.wording import Wording
from psykavtal.output.labels import joined, labelled, listed, same
from psykavtal.output.report import Line, LineKind, Mark
from psykavtal.output.views.answer_view import remark_line
from psykavtal.output.views.citation_text import citation_text

_READING = Wording(sv="Läsning", en="Reading")
_NO_VERB = Wording(sv="utan verb", en="without a verb")
_AMBIGUOUS = Mark(key="ambiguous", label=STATUSES["ambiguous"])
_DERIVED = Mark(key="derived", label=STATUSES["derived"])
_CONTRADICTED = Mark(key="ambiguous", label=Wording(sv="sägs emot", en="contradicted"))
_REPORTED = Mark(key="reported", label=STATUSES["reported"])


def provision_lines(
    provision: Provision,
    outline: Outline | None,
    name_of: NameOf,
    readings: Iterable[Line] | None = None,
    *,
    short: bool = False,
) -> Iterator[Line]:
    """Yield a provision as recorded.

    Args:
        provision: the provision.
        outline: the outline of its document; None to leave out its place in a list or table.
        name_of: returns the name of a thing or a document by its id.
        readings: the lines of its readings; by default the wording and the reason of each.
        short: whether long headings are cut.
    """
    yield Line(provision.wording, mark=provision_mark(provision))
    position = None if outline is None else outline.place_of(provision).position
    facts = [each for each in (position, _force(provision)) if each is not None]
    if provision.about != provision.document:
        facts.append(labelled(Provision.LABELS["about"], named(provision.about, name_of)))
    if facts:
        yield Line(listed(facts), 1, LineKind.FACT)
    yield from _readings(provision) if readings is None else readings
    yield from (remark_line(each, 1) for each in provision.remarks)
    for citation in provision.citations:
        text = citation_text(citation, name_of, within=provision.document, short=short)
        yield Line(text, 1, LineKind.CITATION)
    yield from (Line(same(each.url), 1, LineKind.CITATION) for each in provision.reported)


def _readings(provision: Provision) -> Iterator[Line]:
    for reading in provision.readings:
        wording = reading.value.wording
        text = reading.why if wording == provision.wording else joined(wording, same(" "), reading.why)
        yield Line(labelled(_READING, text), 1, LineKind.READING)
    for limit in provision.stated_ages():
        words = same(f"«{limit.words}»: ")
        yield from (Line(labelled(_READING, joined(words, each.why)), 1, LineKind.READING) for each in limit.readings)


def with_value(wording: Wording, values: Sequence[Wording]) -> Wording:
    """Return a wording after the value of its provision, unless one contains the other."""
    parts = [each for each in values if each.sv not in wording.sv]
    if any(wording.sv in each.sv for each in parts):
        return listed(parts)
    return labelled(listed(parts), wording) if parts else wording


def provision_mark(provision: Provision) -> Mark | None:
    """Return the mark of a provision; None for a plain statement."""
    if provision.is_reported:
        return _REPORTED
    if provision.readings or any(each.readings for each in provision.stated_ages()):
        return _AMBIGUOUS
    if provision.contradicted_by:
        return _CONTRADICTED
    return _DERIVED if provision.follows_by is not None else None


def _force(provision: Provision) -> Wording | None:
    """Return the binding force with its verb; without one only for a responsibility."""
    if provision.modality is Modality.NONE:
        return _NO_VERB if provision.bearer_name else None
    label = provision.modality.label
    return joined(label, same(f" («{provision.verb}»)")) if provision.verb else label
