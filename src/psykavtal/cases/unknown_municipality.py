"""The message that no installed county has a municipality."""

import re
from collections.abc import Sequence

from psykavtal.agreements.county import County
from psykavtal.errors import Message, near_name, suggestion
from psykavtal.model.national_register import COUNTIES


def unknown_municipality(municipality: str, counties: Sequence[County]) -> Message:
    """Return a message that no county has the municipality.

    It names the county if the code has its prefix.
    """
    if not municipality:
        return Message(
            en="municipality: is missing. Give the name or the SCB code of the one that is responsible.",
            sv="municipality: saknas. Ange namnet på eller SCB-koden för den kommun som är ansvarig.",
        )
    if re.fullmatch(r"[0-9]{3}", municipality):
        return Message(
            en="municipality: a code has four digits, as text; one that begins with a zero has lost it.",
            sv="municipality: en kod har fyra siffror, som text; en som börjar med en nolla har tappat den.",
        )
    prefix = municipality[:2] if re.fullmatch(r"[0-9]{4}", municipality) else ""
    own = next((each for each in counties if each.code == prefix), None)
    if own is None and prefix in COUNTIES:
        return Message(
            en="municipality: no installed county has it; codes from {first} lie in {county}, "
            "and no plugin for that county is installed.",
            sv="municipality: inget installerat län har den; koder från {first} ligger i {county}, "
            "och ingen insticksmodul för det länet är installerad.",
            first=f"{prefix}00",
            county=COUNTIES[prefix],
        )
    names = [each.name for county in (counties if own is None else [own]) for each in county.place.municipalities]
    fix = near_name(municipality, names) or suggestion("", names, kind="municipalities")
    if own is None:
        return Message(
            en="municipality: no installed county has one of this name or code. {fix}",
            sv="municipality: inget installerat län har någon med det namnet eller den koden. {fix}",
            fix=fix,
        )
    return Message(
        en="municipality: {county} has none of this name or code. {fix}",
        sv="municipality: {county} har ingen med det namnet eller den koden. {fix}",
        county=own.name,
        fix=fix,
    )
