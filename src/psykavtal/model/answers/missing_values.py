"""The messages of the error for an answer whose value is not determined."""

from collections.abc import Sequence

from psykavtal.errors import Message
from psykavtal.model.wording import Wording

LOOK_AT_STATUS = Message(
    en="Match on the answer's class, or look at `status`, before asking for the value.",
    sv="Se efter svarets klass eller `status` innan du ber om värdet.",
)
LOOK_AT_IN_FORCE = Message(en="Look at `by_text` and `in_force`.", sv="Se `by_text` och `in_force`.")


def no_value(status: str, label: Wording, summary: Message) -> Message:
    """Return the fault of an answer whose status has no value."""
    return Message(
        en="the answer is {status}: {summary}.",
        sv="svaret är {status}: {summary}.",
        status=Message.written(en=status, sv=label.sv),
        summary=_without_stop(summary, summary.sv),
    )


def not_shown_to_apply(sentence: Wording) -> Message:
    """Return the fault of an answer whose text is not in force, or not certainly."""
    return Message(
        en="the text has an answer, but it is not shown to apply: {sentence}.",
        sv="texten har ett svar, men det är inte visat att den gäller: {sentence}.",
        sentence=_without_stop(sentence.to("en"), sentence.sv),
    )


def remedies_or(ways_out: Sequence[str], otherwise: Message) -> Message:
    """Return a fix: the calls that give a value, one per line; else another."""
    if not ways_out:
        return otherwise
    calls = "".join(f"\n  {each}" for each in ways_out)
    return Message(en="These give a value:{calls}", sv="Dessa ger ett värde:{calls}", calls=calls)


def _without_stop(en: str, sv: str) -> Message:
    return Message.written(en=en.rstrip("."), sv=sv.rstrip("."))
