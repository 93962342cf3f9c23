"""What is to be done, by whom, and by which other agreements."""

import enum

import attrs

from psykavtal.model.ages import AgeLimit
from psykavtal.model.provisions.base import Provision
from psykavtal.model.wording import Wording


@attrs.frozen(kw_only=True, repr=False)
class LinkedAgreement(Provision):
    """Another document that applies beside this one. `when` tells when it comes into play.

    Attributes:
        link: id of the document.
        age_limit: whom it is for by age, where this text says so.
        attachments: titles of what belongs to it, as the text lists them.
    """

    link: str
    age_limit: AgeLimit | None = None
    attachments: tuple[str, ...] = ()

    def refers_to(self) -> dict[str, tuple[str, ...]]:
        """Its own, and the document."""
        return {**super().refers_to(), "link": (self.link,)}


@attrs.frozen(kw_only=True)
class Cadence:
    """How often something is done.

    Attributes:
        words: as the text has them.
        months: the interval in months; None if the words give none.
        at_least: true if it is a minimum ("minst").
    """

    words: str
    months: int | None = None
    at_least: bool = False


@attrs.frozen(kw_only=True, repr=False)
class FollowUp(Provision):
    """How the agreement, or the work under it, is followed up.

    Attributes:
        subject: what is followed up: id of a document or an agreement, or empty for the cooperation.
        cadence: how often; None if the text does not say.
        by: ids of the bodies that do it.
        to: ids of the bodies that it is reported to.
        through: ids of the documents that it works through.
    """

    subject: str = ""
    cadence: Cadence | None = None
    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    through: tuple[str, ...] = ()

    def refers_to(self) -> dict[str, tuple[str, ...]]:
        """Its own, and all that takes part."""
        subject = (self.subject,) if self.subject else ()
        more = {"subject": subject, "by": self.by, "to": self.to, "through": self.through}
        return {**super().refers_to(), **more}


class Bearer(enum.Enum):
    """Whose a responsibility is."""

    MUNICIPALITY = "municipality"
    REGION = "region"
    JOINT = "joint"
    EACH = "each"

    @property
    def label(self) -> Wording:
        """Whose it is, for people."""
        return _BEARERS[self]


_BEARERS = {
    Bearer.MUNICIPALITY: Wording(sv="kommunen", en="the municipality"),
    Bearer.REGION: Wording(sv="regionen", en="the region"),
    Bearer.JOINT: Wording(sv="gemensamt", en="joint"),
    Bearer.EACH: Wording(sv="var och en", en="each"),
}


@attrs.frozen(kw_only=True, repr=False)
class Responsibility(Provision):
    """A duty that the text lays on a principal.

    Attributes:
        bearer: whose it is.
        limit: how far it reaches ("up to nurse level"), by the words of the text; else empty.
    """

    bearer: Bearer
    limit: str = ""


@attrs.frozen(kw_only=True, repr=False)
class Statement(Provision):
    """What a text says and no other kind gives structure to."""
