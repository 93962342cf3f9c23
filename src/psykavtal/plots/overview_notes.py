"""The notes of pictures: which document applies, and nothing to draw."""

from collections.abc import Iterable
from datetime import date

from psykavtal.agreements.overviews.overview_base import Overview
from psykavtal.errors import InvalidValueError, Message


def drawn_columns(overview: Overview) -> list[int]:
    """Return the places of the subjects that have an edition."""
    every = enumerate(overview.subjects)
    return [at for at, name in every if name not in overview.without_edition]


def verdict_note(overview: Overview, at: int, lang: str) -> str:
    """Return in a few words whether the document of a county applies."""
    return overview.in_force[at].label.to(lang)


def missing_edition_notes(overview: Overview, lang: str) -> list[str]:
    """Return a sentence for each county of which no recorded edition applies."""
    pairs = zip(overview.subjects, overview.in_force, strict=True)
    return [f"{name}: {each.sentence.to(lang)}" for name, each in pairs if name in overview.without_edition]


def nothing_to_draw(subjects: Iterable[str], on: date, *, has_edition: bool = True) -> InvalidValueError:
    """Return the error for subjects of which nothing can be drawn on a day.

    Args:
        subjects: their names.
        on: the day.
        has_edition: whether an edition of any of them applies, or may apply.
    """
    fault = Message(
        en="nothing to draw for {subjects} on {day}.",
        sv="det finns inget att rita för {subjects} {day}.",
        subjects=", ".join(subjects),
        day=on.isoformat(),
    )
    if has_edition:
        return InvalidValueError(fault, value=on.isoformat())
    fix = Message(
        en="No recorded edition applies; `in_force(on=...)` names the ones before and after.",
        sv="Ingen redovisad upplaga gäller; `in_force(on=...)` anger dem före och efter.",
    )
    return InvalidValueError(fault, value=on.isoformat(), place="on", fix=fix)
