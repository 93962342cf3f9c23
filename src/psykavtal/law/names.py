"""Names of acts: the forms that a citation uses, and patterns that find them."""

import re
from collections.abc import Iterable

_INNER_NUMBER = re.compile(r"\(? ?(?:SFS )?\d{4} ?: ?\d+ ?\)? ?", re.IGNORECASE)
_GENITIVE = re.compile(r"(?::s|'s?|(?<=en)s|(?<=EN)S|(?<=lag)s|(?<=[A-ZÅÄÖ])s)$")
_NUMBER_INSIDE = r"(?: ?\(? ?(?:SFS )?\d{4} ?: ?\d{1,4} ?\)?)?"
_END = r"(?![^\W\d]|-[a-zåäö])"
# Abbreviations that are Swedish words, too: in another case they name an act only beside a place in it.
WORDS = frozenset({"sol", "lus", "pl"})


def forms_of(title: str) -> tuple[str, ...]:
    """Return a title in lower case, in its indefinite and its definite form.

    Examples:
        >>> forms_of("Socialtjänstlag"), forms_of("Lag om vård av unga")
        (('socialtjänstlag', 'socialtjänstlagen'), ('lag om vård av unga', 'lagen om vård av unga'))
    """
    low = title.lower()
    first, space, rest = low.partition(" ")
    if first == "lag":
        return (low, f"lagen{space}{rest}")
    return (low, f"{low}en") if low.endswith(("lag", "balk", "förordning")) else (low,)


def key_of(name: str) -> str:
    """Return a name without case, spaces, hyphens and a number, for look-up.

    Examples:
        >>> key_of("SoL"), key_of("Hälso-och sjukvårdslagen"), key_of("lag (1991:1128) om psykiatrisk tvångsvård")
        ('sol', 'hälsoochsjukvårdslagen', 'lagompsykiatrisktvångsvård')
    """
    return re.sub(r"[\s-]", "", _INNER_NUMBER.sub("", name)).casefold().replace("&", "och")


def plain_name(written: str) -> str:
    """Return a name as written, without a genitive ending and without a number inside it.

    Examples:
        >>> plain_name("LSS:s"), plain_name("socialtjänstlagens"), plain_name("lag (1991:1128) om psykiatrisk tvångsvård")
        ('LSS', 'socialtjänstlagen', 'lag om psykiatrisk tvångsvård')
    """
    return _GENITIVE.sub("", " ".join(_INNER_NUMBER.sub(" ", written).split()))


def title_pattern(titles: Iterable[str]) -> str:
    """Return a pattern for titles, the longest first, in any form."""
    return rf"(?:{'|'.join(map(_title, sorted(titles, key=len, reverse=True)))})s?{_END}"


def short_pattern(names: Iterable[str]) -> str:
    """Return a pattern for abbreviations, with a genitive."""
    return rf"(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?::s|'s?|s)?{_END}"


def _title(title: str) -> str:
    first, *rest = title.split()
    words = [f"{first}{_NUMBER_INSIDE}" if first in {"lag", "lagen"} else first, *rest]
    return " ".join(words).replace("- ", " ?-? ?").replace("och ", "(?:och|&) ")
