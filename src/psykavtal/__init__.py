"""Swedish county agreements on cooperation around people with psychiatric disabilities.

What each text states, what follows, what is ambiguous, and what it is silent on; and where.
"""

# A name that type checkers take for true; importing `typing` would cost as much as all of this.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from psykavtal.ask.case.answer import WhatApplies as WhatApplies
    from psykavtal.ask.case.case import Case as Case
    from psykavtal.ask.case.parts import Membership as Membership
    from psykavtal.ask.case.receipts import Receipt as Receipt
    from psykavtal.ask.cohort.classify import check_people as check_people
    from psykavtal.ask.cohort.classify import classify as classify
    from psykavtal.ask.comparison import Cell as Cell
    from psykavtal.ask.comparison import Comparison as Comparison
    from psykavtal.ask.comparison import Row as Row
    from psykavtal.ask.comparison import compare as compare
    from psykavtal.ask.counties import Counties as Counties
    from psykavtal.ask.counties import load_counties as load_counties
    from psykavtal.ask.county import County as County
    from psykavtal.ask.edition import Edition as Edition
    from psykavtal.ask.escalation import Escalation as Escalation
    from psykavtal.ask.routes import Branch as Branch
    from psykavtal.ask.routes import Route as Route
    from psykavtal.ask.routes import RouteEnd as RouteEnd
    from psykavtal.ask.routes import Step as Step
    from psykavtal.ask.verdicts import Result as Result
    from psykavtal.ask.verdicts import Verdict as Verdict
    from psykavtal.errors import PsykavtalError as PsykavtalError
    from psykavtal.exchange import from_dict as from_dict
    from psykavtal.exchange import from_json as from_json
    from psykavtal.exchange import to_dict as to_dict
    from psykavtal.exchange import to_json as to_json
    from psykavtal.exchange.schemas import schema_of as schema_of
    from psykavtal.model.ages import AgeLimit as AgeLimit
    from psykavtal.model.ages import AgeRange as AgeRange
    from psykavtal.model.answers import Ambiguous as Ambiguous
    from psykavtal.model.answers import Answer as Answer
    from psykavtal.model.answers import Derived as Derived
    from psykavtal.model.answers import NotApplicable as NotApplicable
    from psykavtal.model.answers import NotRecorded as NotRecorded
    from psykavtal.model.answers import Reported as Reported
    from psykavtal.model.answers import Silent as Silent
    from psykavtal.model.answers import Stated as Stated
    from psykavtal.model.answers import Unreadable as Unreadable
    from psykavtal.model.citations import Citation as Citation
    from psykavtal.model.dates import UncertainDate as UncertainDate
    from psykavtal.model.logic import Truth as Truth
    from psykavtal.model.modality import Modality as Modality
    from psykavtal.model.wording import Wording as Wording
    from psykavtal.plugins import CountyFiles as CountyFiles
    from psykavtal.plugins import hookimpl as hookimpl
    from psykavtal.show.paths import escalation_text as escalation_text
    from psykavtal.show.paths import mermaid as mermaid

from psykavtal.model import display as _display

_HOMES = {
    "psykavtal.ask.case.answer": ("WhatApplies",),
    "psykavtal.ask.case.case": ("Case",),
    "psykavtal.ask.case.parts": ("Membership",),
    "psykavtal.ask.case.receipts": ("Receipt",),
    "psykavtal.ask.cohort.classify": ("check_people", "classify"),
    "psykavtal.ask.comparison": ("Cell", "Comparison", "Row", "compare"),
    "psykavtal.ask.counties": ("Counties", "load_counties"),
    "psykavtal.ask.county": ("County",),
    "psykavtal.ask.edition": ("Edition",),
    "psykavtal.ask.escalation": ("Escalation",),
    "psykavtal.ask.routes": ("Branch", "Route", "RouteEnd", "Step"),
    "psykavtal.ask.verdicts": ("Verdict", "Result"),
    "psykavtal.errors": ("PsykavtalError",),
    "psykavtal.exchange": ("from_dict", "from_json", "to_dict", "to_json"),
    "psykavtal.exchange.schemas": ("schema_of",),
    "psykavtal.model.ages": ("AgeLimit", "AgeRange"),
    "psykavtal.model.answers": (
        "Ambiguous",
        "Answer",
        "Derived",
        "NotApplicable",
        "NotRecorded",
        "Reported",
        "Silent",
        "Stated",
        "Unreadable",
    ),
    "psykavtal.model.citations": ("Citation",),
    "psykavtal.model.dates": ("UncertainDate",),
    "psykavtal.model.logic": ("Truth",),
    "psykavtal.model.modality": ("Modality",),
    "psykavtal.model.wording": ("Wording",),
    "psykavtal.plugins": ("CountyFiles", "hookimpl"),
    "psykavtal.show.paths": ("escalation_text", "mermaid"),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}

__all__ = list(_HOME_OF)  # pyright: ignore[reportUnsupportedDunderAll] (made from the one list of names)


def __getattr__(name: str) -> object:
    """A public name, its module imported when it is first asked for."""
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 (keeps the import of the package bare)

    value = getattr(import_module(_HOME_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names."""
    return __all__


def _render(value: object) -> str:
    from psykavtal.show.html import render  # noqa: PLC0415 (only where a notebook asks)

    return render(value)


def _tell(value: object, lang: str) -> str:
    from psykavtal.show.telling import tell  # noqa: PLC0415 (only who asks for words)

    return tell(value, lang)


def _write(value: object) -> dict[str, object]:
    from psykavtal.exchange import converter  # noqa: PLC0415 (only who asks for JSON)

    written: dict[str, object] = converter.encode(value)
    return written


_display.renderer = _render
_display.teller = _tell
_display.writer = _write
