"""Select parts of a report by their headings."""

from collections.abc import Sequence

import attrs

from psykavtal.errors import NO_MESSAGE, Message, UnknownNameError, near_name
from psykavtal.model.wording import Wording
from psykavtal.output.report import Report


def report_part(report: Report, name: str) -> Report:
    """Return the sections whose heading is or contains a name, in either language.

    Raises:
        UnknownNameError: no heading contains it; the nearest is suggested.
    """
    wanted = name.strip().replace("-", " ").casefold()
    headings = {each: each.heading for each in report.sections if each.heading is not None}
    folded = {
        each: tuple(text.replace("-", " ").casefold() for text in (heading.sv, heading.to("en")))
        for each, heading in headings.items()
    }
    found = [each for each, texts in folded.items() if wanted in texts]
    found = found or [each for each, texts in folded.items() if wanted and any(wanted in text for text in texts)]
    if not found:
        raise UnknownNameError(
            Message(en="unknown part {part!r}.", sv="okänd del {part!r}.", part=name),
            value=name,
            place="part",
            fix=_known_parts(name, tuple(headings.values())),
        )
    return attrs.evolve(report, sections=tuple(attrs.evolve(each, is_open=True) for each in found))


def _known_parts(name: str, headings: Sequence[Wording]) -> Message:
    """Return a fix: the nearest heading, and the headings in the language of the message."""
    near = near_name(name, [text for each in headings for text in (each.sv, each.to("en"))])
    return Message(
        en="{near}Known parts: {parts}.",
        sv="{near}Kända delar: {parts}.",
        near=Message(en="{near} ", sv="{near} ", near=near) if near else NO_MESSAGE,
        parts=Message.written(
            en="; ".join(each.to("en") for each in headings), sv="; ".join(each.sv for each in headings)
        ),
    )
