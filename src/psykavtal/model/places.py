"""Counties, regions, municipalities, and the principals that they are."""

import attrs

from psykavtal.errors import Message
from psykavtal.model.citations import Citation
from psykavtal.model.validators import matches

TWO_DIGITS = Message(en="two digits, as text", sv="två siffror, som text")


@attrs.frozen(kw_only=True)
class Municipality:
    """A municipality (kommun).

    Attributes:
        code: SCB code, four digits, as text.
        name: as the national code list spells it.
        named_by: passages that name it; empty if the name comes from the national
            code list only.
    """

    code: str = attrs.field(
        validator=matches(r"[0-9]{4}", Message(en="four digits, as text", sv="fyra siffror, som text"))
    )
    name: str
    named_by: tuple[Citation, ...] = ()

    def __str__(self) -> str:
        """The name."""
        return self.name


@attrs.frozen(kw_only=True)
class Place:
    """A county (län) as a place: its code, its region and its municipalities.

    Attributes:
        id: short name in ASCII, for use in programs.
        code: SCB code, two digits, as text.
        iso: ISO 3166-2 code.
        name: the name of the county's cooperation in the texts.
        region: name of the region, the county's health principal.
        municipalities: in the order of their codes.
    """

    id: str = attrs.field(
        validator=matches(
            r"[a-z][a-z0-9-]*",
            Message(en="lower-case letters, digits and hyphens", sv="små bokstäver, siffror och bindestreck"),
        )
    )
    code: str = attrs.field(validator=matches(r"[0-9]{2}", TWO_DIGITS))
    iso: str = ""
    name: str
    region: str
    municipalities: tuple[Municipality, ...] = ()

    def municipality(self, name_or_code: str) -> Municipality | None:
        """Return the municipality with this name or code, or None.

        Names are matched with å, ä and ö as they are: Habo is not Håbo.
        """
        wanted = name_or_code.strip().casefold()
        return next(
            (each for each in self.municipalities if wanted in (each.code, each.name.casefold())),
            None,
        )

    def __str__(self) -> str:
        """The name."""
        return self.name
