"""Answers and provisions in one line each, beside the answers to a question."""

from collections.abc import Iterable, Mapping, Sequence

from psykavtal.agreements.short_answers import short_answer
from psykavtal.agreements.speakers import Answered
from psykavtal.model.answers import Derived, Reported, Stated
from psykavtal.model.provisions import LegalReference, NameOf, Provision
from psykavtal.model.wording import Wording
from psykavtal.output.labels import joined, labelled, same
from psykavtal.output.views.citation_text import short_heading

_MOST_CHARACTERS, _SHOWN = 150, 2
_MOST_ALSO = 8


def answer_line(label: Wording, answer: Answered, ranks: Mapping[str, int], name_of: NameOf) -> Wording:
    """Return a topic or a document with its answer in short.

    Args:
        label: the name of the topic or the document.
        answer: the answer.
        ranks: the ranks of the provisions that have words of the question, by id.
        name_of: returns the name of a thing or a document by its id.
    """
    head = joined(label, same(" ["), answer.label, same("]"))
    match answer:
        case Stated(by_text=members) | Derived(by_text=members) | Reported(reported_value=members) if members:
            best = sorted(members, key=lambda each: _place(each, ranks))
            shown = [_cut(each.wording) for each in best[:_SHOWN]]
            more = [_more(len(best) - _SHOWN)] if len(best) > _SHOWN else []
            return labelled(head, _joined((*shown, *more)))
        case _:
            short = short_answer(answer, name_of)
            return head if short == answer.label else labelled(head, short)


def also(provisions: Sequence[Provision], unclear: int = 0, most: int = _MOST_ALSO) -> Wording:
    """Return further provisions in one line, by heading, and the number of those left out."""
    shown, heading = list[Wording](), ""
    for each in provisions[:most]:
        own = short_heading(each.citations[0].heading.rstrip(":")) if each.citations else ""
        text = _cut(each.wording)
        shown.append(labelled(same(f"«{own}»"), text) if own and own != heading else text)
        heading = own
    left = len(provisions) - len(shown)
    count = Wording(
        sv=f"{len(provisions)} till"
        + (f", varav {unclear} {'tvetydig' if unclear == 1 else 'tvetydiga'}" if unclear else ""),
        en=f"{len(provisions)} more" + (f", {unclear} of them ambiguous" if unclear else ""),
    )
    head = joined(count, same(" (--full)"))
    if not shown:
        return head
    return labelled(head, _joined((*shown, *([_more(left)] if left else []))))


def _place(provision: Provision, ranks: Mapping[str, int]) -> tuple[bool, int]:
    """Return the place of a provision among others: references to law last, then by rank."""
    return isinstance(provision, LegalReference), ranks.get(provision.id, len(ranks) + 1)


def _joined(parts: Iterable[Wording]) -> Wording:
    """Return sentences in a row, divided by a stroke."""
    every = list(parts)
    return Wording(sv=" | ".join(each.sv for each in every), en=" | ".join(each.to("en") for each in every))


def _more(count: int) -> Wording:
    return Wording(sv=f"{count} till", en=f"{count} more")


def _cut(text: Wording) -> Wording:
    """Return a text of at most so many characters, cut between words."""
    return Wording(sv=_shortened(text.sv), en=_shortened(text.to("en")))


def _shortened(text: str) -> str:
    if len(text) <= _MOST_CHARACTERS:
        return text
    return text[:_MOST_CHARACTERS].rpartition(" ")[0].rstrip(",;:") + " …"
