"""Check names of files in county files: they must stay below their folder."""

from typing import TYPE_CHECKING

from psykavtal.errors import InvalidValueError, Message

if TYPE_CHECKING:
    import attrs

_DEVICES = {"con", "prn", "aux", "nul", *(f"{name}{number}" for name in ("com", "lpt") for number in range(10))}
_FORBIDDEN = '\\:*?"<>|'
_HINT = Message(
    en="Write the name of a file, with / between folders, as in texts/2024.txt.",
    sv="Skriv namnet på en fil, med / mellan mappar, som i texts/2024.txt.",
)


def check_file_name(name: str, *, place: str = "") -> str:
    """Return the name if it is a plain relative path on every system.

    Raises:
        InvalidValueError: it is absolute, climbs with `..`, has a drive, a backslash or a control
            character, or is the name of a device.
    """
    fault = _fault_of(name)
    if fault is not None:
        raise InvalidValueError(fault, value=name, place=place, fix=_HINT)
    return name


def file_name(_: object, field: "attrs.Attribute[str]", value: str) -> None:
    """Validate the name of a file."""
    check_file_name(value, place=field.name)


def _fault_of(name: str) -> Message | None:
    if not name:
        return Message(en="must not be empty.", sv="får inte vara tomt.")
    if name.startswith("/"):
        return Message(en="must not be an absolute path.", sv="får inte vara en absolut sökväg.")
    if any(each in _FORBIDDEN for each in name):
        return Message(
            en="must not contain any of {forbidden}", sv="får inte innehålla något av {forbidden}", forbidden=_FORBIDDEN
        )
    if any(not each.isprintable() for each in name):
        return Message(en="must not contain control characters.", sv="får inte innehålla styrtecken.")
    for part in name.split("/"):
        if part == "..":
            return Message(en="must not lead out of the folder.", sv="får inte leda ut ur mappen.")
        if part in {"", "."} or part != part.strip() or part.endswith("."):
            return Message(
                en="must not have an empty part, or one that begins or ends with a blank or ends with a dot.",
                sv="får inte ha en tom del, eller en som börjar eller slutar med mellanslag eller slutar med punkt.",
            )
        if part.partition(".")[0].strip().lower() in _DEVICES:
            return Message(en="must not be the name of a device.", sv="får inte vara namnet på en enhet.")
    return None
