"""A message followed by a list of faults."""

from psykavtal.errors.messages import Message, in_language, parameters_of
from psykavtal.errors.safe_texts import safely_written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

LISTED = 100
"""The number of faults that a report lists; it gives the number of all."""

_LONGEST = 2000


def with_list(message: str, faults: "Sequence[object]") -> Message:
    """Return a message with a list of faults, one a line.

    The first hundred are listed, with the number of all.

    Examples:
        >>> print(with_list(Message(en="two faults:", sv="två fel:"), ["a", "b"]).to("sv"))
        två fel:
          - a
          - b
    """
    parameters = parameters_of(message)
    return Message.written(
        en=in_language(message, "en") + _listed(faults, "en"),
        sv=in_language(message, "sv") + _listed(faults, "sv"),
        **parameters,
    )


def _listed(faults: "Sequence[object]", lang: str) -> str:
    shown = (safely_written(lambda each: in_language(each, lang), each, _LONGEST) for each in faults[:LISTED])
    lines = "".join(f"\n  - {each}" for each in shown)
    if len(faults) <= LISTED:
        return lines
    rest = Message(
        en="(first {listed} of {count})", sv="(de första {listed} av {count})", listed=LISTED, count=len(faults)
    )
    return f"{lines}\n  {rest.to(lang)}"
