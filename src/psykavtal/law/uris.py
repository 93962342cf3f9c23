"""Web addresses of acts and paragraphs, from the number of the act."""

from psykavtal.law.pinpoints import Pinpoint


def lagen_nu(number: str, at: Pinpoint | None = None) -> str:
    """Return the address at lagen.nu.

    Examples:
        >>> lagen_nu("2025:400", Pinpoint("7", "2"))
        'https://lagen.nu/2025:400#K7P2'
        >>> lagen_nu("1993:387", Pinpoint("", "9", "1 p."))
        'https://lagen.nu/1993:387#P9'
    """
    return f"https://lagen.nu/{number}{_anchor(at)}"


def riksdagen(number: str, at: Pinpoint | None = None) -> str:
    """Return the address of the Riksdag's open data, which keeps repealed acts.

    Examples:
        >>> riksdagen("2017:30", Pinpoint("16", "3"))
        'https://data.riksdagen.se/dokument/sfs-2017-30.html#K16P3'
    """
    return f"https://data.riksdagen.se/dokument/sfs-{number.replace(':', '-')}.html{_anchor(at)}"


def _anchor(at: Pinpoint | None) -> str:
    if at is None:
        return ""
    chapter = f"K{at.chapter}" if at.chapter else ""
    section = f"P{at.section}" if at.section else ""
    return f"#{chapter}{section}".replace(" ", "")
