"""An answer in a few words: the structured value, its uncertainty marked."""

from collections.abc import Iterable

from psykavtal.model.answers import HANDED_OVER, Ambiguous, Answer, Derived, Reported, Silent, Stated
from psykavtal.model.provisions import NameOf, Provision
from psykavtal.model.wording import Wording

_SHOWN = 2


def short_answer(answer: Answer[tuple[Provision, ...]], name_of: NameOf) -> Wording:
    """Return an answer in a few words.

    A question mark shows an ambiguity, "+ n" counts the members that are not shown.

    Args:
        answer: an answer on a topic.
        name_of: returns the name of a thing or a document by its id.
    """
    match answer:
        case Stated(by_text=members) | Derived(by_text=members):
            return _with_sign(_members(members, answer.topic, name_of), "?" if answer.ambiguous_members else "")
        case Ambiguous():
            texts = dict.fromkeys(short_answer(each.answer, name_of) for each in answer.readings)
            return _with_sign(_joined(texts, " / "), "?")
        case Reported(reported_value=members):
            text = _members(members, answer.topic, name_of)
            return Wording(sv=f"{text.sv} (uppgift)", en=f"{text.to('en')} (reported)")
        case Silent(defers_to=str(provision)) if provision:
            return HANDED_OVER
        case _:
            return answer.label


def _members(members: Iterable[Provision], topic: str, name_of: NameOf) -> Wording:
    """Return the first members in a few words, and the number of the others."""
    texts = list(dict.fromkeys(each.short(topic, name_of) or each.wording for each in members))
    more = f" + {len(texts) - _SHOWN}" if len(texts) > _SHOWN else ""
    return _with_sign(_joined(texts[:_SHOWN], ", "), more.strip())


def _joined(texts: Iterable[Wording], between: str) -> Wording:
    every = list(texts)
    return Wording(sv=between.join(each.sv for each in every), en=between.join(each.to("en") for each in every))


def _with_sign(text: Wording, sign: str) -> Wording:
    return Wording(sv=f"{text.sv} {sign}", en=f"{text.to('en')} {sign}") if sign else text
