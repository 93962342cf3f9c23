"""Errors that are raised in another process: of a class, and of calls that fail."""

from collections.abc import Callable
from pathlib import Path

from psykavtal import Case, load_counties
from psykavtal.errors import FaultsError, PsykavtalError
from psykavtal.model.dates import parse_date
from psykavtal.sources.folder import SourceFolder

ON = "2026-01-10"


def made(cls: type[PsykavtalError], message: str, faults: tuple[object, ...], **parts: object) -> PsykavtalError:
    """An error of a class, its parts set as real errors have them."""
    error = cls.__new__(cls, message)
    if isinstance(error, FaultsError):
        FaultsError.__init__(error, message, faults)
    else:
        PsykavtalError.__init__(error, message)
    vars(error).update(parts)
    return error


def invalid_date() -> object:
    return parse_date("2026-02-30", place="on")


def unknown_county() -> object:
    return load_counties()["nowhere"]


def unknown_topic() -> object:
    return load_counties()["23"].ask("no.topic", on=ON)


def faulty_case() -> object:
    return load_counties().what_applies(Case(municipality="Nowhere", facts={"no-such-fact": True}), on=ON)


def no_source_folder() -> object:
    return SourceFolder(Path("no/such/folder"))


FAILING: dict[str, Callable[[], object]] = {
    "a date that does not exist": invalid_date,
    "an unknown county": unknown_county,
    "an unknown topic": unknown_topic,
    "a faulty case": faulty_case,
    "no folder of sources": no_source_folder,
}


def raise_of_class(cls: type[PsykavtalError]) -> None:
    """Raise an error of the class, with a cause and a note."""
    error = made(cls, "fault", ("one", "two"), value=(1, "x"), place="place", fix="Fix.")
    error.add_note("note")
    raise error from ValueError("cause")


def raise_of_call(name: str) -> None:
    FAILING[name]()
