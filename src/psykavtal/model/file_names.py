"""Check names of files in county files: they must stay below their folder."""

from typing import TYPE_CHECKING

from psykavtal.errors import InvalidValueError

if TYPE_CHECKING:
    import attrs

_DEVICES = {"con", "prn", "aux", "nul", *(f"{name}{number}" for name in ("com", "lpt") for number in range(10))}
_FORBIDDEN = '\\:*?"<>|'
_HINT = "Write the name of a file, with / between folders, as in texts/2024.txt."


def check_file_name(name: str, *, place: str = "") -> str:
    """Return the name if it is a plain relative path on every system.

    Raises:
        InvalidValueError: it is absolute, climbs with `..`, has a drive, a backslash or a control
            character, or is the name of a device.
    """
    fault = _fault_of(name)
    if fault:
        raise InvalidValueError(fault, value=name, place=place, fix=_HINT)
    return name


def file_name(_: object, field: "attrs.Attribute[str]", value: str) -> None:
    """Validate the name of a file."""
    check_file_name(value, place=field.name)


def _fault_of(name: str) -> str:
    if not name:
        return "must not be empty."
    if name.startswith("/"):
        return "must not be an absolute path."
    if any(each in _FORBIDDEN for each in name):
        return f"must not contain any of {_FORBIDDEN}"
    if any(not each.isprintable() for each in name):
        return "must not contain control characters."
    for part in name.split("/"):
        if part == "..":
            return "must not lead out of the folder."
        if part in {"", "."} or part != part.strip() or part.endswith("."):
            return "must not have an empty part, or one that begins or ends with a blank or ends with a dot."
        if part.partition(".")[0].strip().lower() in _DEVICES:
            return "must not be the name of a device."
    return ""
