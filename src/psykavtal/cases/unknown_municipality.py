"""The message that no installed county has a municipality."""

import re
from collections.abc import Sequence

from psykavtal.agreements.county import County
from psykavtal.errors import nearest, suggestion
from psykavtal.model.national_register import COUNTIES


def unknown_municipality(municipality: str, counties: Sequence[County]) -> str:
    """Return a message that no county has the municipality.

    It names the county's plugin if the code has its prefix.
    """
    if not municipality:
        return "municipality: is missing. Give the name or the SCB code of the one that is responsible."
    if re.fullmatch(r"[0-9]{3}", municipality):
        return "municipality: a code has four digits, as text; one that begins with a zero has lost it."
    prefix = municipality[:2] if re.fullmatch(r"[0-9]{4}", municipality) else ""
    own = next((each for each in counties if each.code == prefix), None)
    if own is None and prefix in COUNTIES:
        place = f"codes from {prefix}00 lie in {COUNTIES[prefix]}, whose plugin is not installed"
        return f"municipality: no installed county has it; {place}."
    names = [each.name for county in (counties if own is None else [own]) for each in county.place.municipalities]
    near = nearest(municipality, names)
    known = names if near is None else [near]
    who = "no installed county has one" if own is None else f"{own.name} has none"
    return f"municipality: {who} of this name or code. {suggestion('', known, what='municipalities')}"
