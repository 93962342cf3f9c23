"""A parsed citation of law: acts with places, reports, and unread text."""

import attrs

from psykavtal.law.pinpoints import Pinpoint


@attrs.frozen(kw_only=True)
class LawCitation:
    """One act that is cited, with the places in it.

    Attributes:
        name: the title or abbreviation as written, without genitive; empty if only the number is given.
        also: further adjacent names of the same act.
        number: its number as written; empty if none is given.
        version: "older" for "gamla SoL", "newer" for "nya SoL", "1982" for "1982 års HSL"; empty if the text does not state it.
        pinpoints: the places.
        stray: places after the act, in addition to its own.
    """

    name: str = ""
    also: tuple[str, ...] = ()
    number: str = ""
    version: str = ""
    pinpoints: tuple[Pinpoint, ...] = ()
    stray: tuple[Pinpoint, ...] = ()


@attrs.frozen(kw_only=True)
class ReportCitation:
    """An inquiry, a directive, a bill or an agency's regulation that is cited.

    Attributes:
        series: SOU, Ds, Dir., Prop., Skr., SOSFS, HSLF-FS ..., as it is usually written.
        number: its number.
    """

    series: str
    number: str

    def __str__(self) -> str:
        """Series and number."""
        return f"{self.series} {self.number}"


@attrs.frozen(kw_only=True)
class ParsedCitation:
    """A citation, read.

    Attributes:
        laws: the acts, in the order of the text.
        reports: inquiries, bills and regulations, in the order of the text.
        rest: stretches of the text that carry meaning for a citation and could not be read.
    """

    laws: tuple[LawCitation, ...] = ()
    reports: tuple[ReportCitation, ...] = ()
    rest: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Return whether everything was read."""
        return not self.rest
