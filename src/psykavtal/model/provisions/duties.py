"""Kinds for duties: responsibilities, follow-up, linked agreements, statements."""

import enum
from collections.abc import Hashable, Iterator
from typing import ClassVar

import attrs

from psykavtal.model.ages import AgeLimit
from psykavtal.model.provisions.base import NameOf, Provision, named
from psykavtal.model.provisions.kind_register import kind
from psykavtal.model.table_columns import FieldColumn
from psykavtal.model.wording import Wording


@kind
@attrs.frozen(kw_only=True, repr=False)
class LinkedAgreement(Provision):
    """Another document that applies beside this one, under the condition `when`.

    Attributes:
        link: id of the document.
        age_limit: its ages, if this text states them.
        attachments: the titles of its attachments, as listed in the text.
    """

    PLURAL = Wording(sv="Andra överenskommelser", en="Linked agreements")
    TOPIC = "links.agreements"
    TABLE = "links"
    REFERENCES = (*Provision.REFERENCES, "link")
    QUOTED = frozenset({"attachments"})
    LABELS: ClassVar = {
        "age_limit": Wording(sv="ålder", en="age"),
        "attachments": Wording(sv="bilagor", en="attachments"),
        "link": Wording(sv="dokument", en="document"),
    }
    COLUMNS: ClassVar = {
        "age_limit": FieldColumn(
            Wording(sv="Åldrarna, om texten anger dem.", en="The ages, if the text gives them."),
        ),
        "attachments": FieldColumn(
            Wording(
                sv="Bilagornas titlar, som texten räknar upp dem.",
                en="The titles of attachments, as the text lists them.",
            ),
        ),
        "link": FieldColumn(
            Wording(sv="Dokumentet som texten hänvisar till.", en="The document that the text refers to."),
        ),
    }

    link: str
    age_limit: AgeLimit | None = None
    attachments: tuple[str, ...] = ()

    def lines(self, topic: str, name_of: NameOf) -> tuple[Wording, ...]:
        """Return the name of the document among linked agreements, else the wording."""
        return (named(self.link, name_of),) if topic == "links.agreements" else (self.wording,)

    def short(self, topic: str, name_of: NameOf) -> Wording | None:
        """Return the name of the document."""
        del topic
        return named(self.link, name_of)


@attrs.frozen(kw_only=True)
class Cadence:
    """The interval between recurring events.

    Attributes:
        words: the words of the text.
        months: the interval in months; None if the words give none.
        at_most: true if the interval is the longest allowed ("minst vartannat år").

    Examples:
        >>> Cadence(words="minst vartannat år", months=24, at_most=True).in_language("sv")
        '«minst vartannat år», högst 24 månader'
        >>> Cadence(words="minst vartannat år", months=24, at_most=True).in_language("en")
        '«minst vartannat år», at most 24 months'
    """

    words: str
    months: int | None = None
    at_most: bool = False

    def in_language(self, lang: str) -> str:
        """Return the words of the text, and the interval in `lang`."""
        if self.months is None:
            return f"«{self.words}»"
        interval = f"{self.months} {_MONTHS.to(lang)}"
        return f"«{self.words}», {_AT_MOST.to(lang)} {interval}" if self.at_most else f"«{self.words}», {interval}"


_AT_MOST = Wording(sv="högst", en="at most")
_MONTHS = Wording(sv="månader", en="months")


@kind
@attrs.frozen(kw_only=True, repr=False)
class FollowUp(Provision):
    """The follow-up of the agreement, or of the work under it.

    Attributes:
        subject: id of the document or agreement that is followed up; empty for the cooperation.
        cadence: the interval; None if the text does not state one.
        by: ids of the bodies that do it.
        to: ids of the bodies that it is reported to.
        through: ids of the documents that it uses.
    """

    PLURAL = Wording(sv="Uppföljningar", en="Follow-ups")
    TABLE = "follow-ups"
    REFERENCES = (*Provision.REFERENCES, "subject", "by", "to", "through")
    LABELS: ClassVar = {
        "by": Wording(sv="av", en="by"),
        "cadence": Wording(sv="hur ofta", en="how often"),
        "subject": Wording(sv="om", en="subject"),
        "through": Wording(sv="genom", en="through"),
        "to": Wording(sv="till", en="to"),
    }

    subject: str = ""
    cadence: Cadence | None = None
    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    through: tuple[str, ...] = ()

    def short(self, topic: str, name_of: NameOf) -> Wording | None:
        """Return the interval, if the text states one."""
        del topic, name_of
        if self.cadence is None:
            return None
        return Wording(sv=self.cadence.in_language("sv"), en=self.cadence.in_language("en"))

    def searchable(self) -> Iterator[tuple[str, str]]:
        """Yield the words of the interval, too."""
        yield from super().searchable()
        if self.cadence is not None:
            yield "cadence", self.cadence.words

    def comparable(self, topic: str) -> Hashable | None:
        """Return the interval in months."""
        if (
            topic not in ("follow-up.agreement", "follow-up.plan")
            or self.cadence is None
            or self.cadence.months is None
        ):
            return None
        return self.cadence.months, self.cadence.at_most


class Bearer(enum.Enum):
    """The bearer of a responsibility."""

    MUNICIPALITY = "municipality"
    REGION = "region"
    JOINT = "joint"
    EACH = "each"

    @property
    def label(self) -> Wording:
        """The label for people."""
        return _BEARERS[self]


_BEARERS = {
    Bearer.MUNICIPALITY: Wording(sv="kommunen", en="the municipality"),
    Bearer.REGION: Wording(sv="regionen", en="the region"),
    Bearer.JOINT: Wording(sv="gemensamt", en="joint"),
    Bearer.EACH: Wording(sv="var och en", en="each"),
}


@kind
@attrs.frozen(kw_only=True, repr=False)
class Responsibility(Provision):
    """A duty that the text lays on a principal.

    Attributes:
        bearer: the bearer.
        limit: its limit in the words of the text ("up to nurse level"); empty without a limit.
    """

    PLURAL = Wording(sv="Ansvar", en="Responsibilities")
    TABLE = "duties"
    QUOTED = frozenset({"limit"})
    LABELS: ClassVar = {
        "bearer": Wording(sv="ansvarig", en="responsible"),
        "limit": Wording(sv="gräns", en="limit"),
    }
    COLUMNS: ClassVar = {
        "bearer": FieldColumn(Wording(sv="Den som ansvaret ligger på.", en="The one that the duty is laid on.")),
        "limit": FieldColumn(
            Wording(sv="Ansvarets gräns, med textens ord.", en="The limit of the duty, in the words of the text.")
        ),
    }

    bearer: Bearer
    limit: str = ""

    def lines(self, topic: str, name_of: NameOf) -> tuple[Wording, ...]:
        """Return the wording with the bearer."""
        del topic, name_of
        bearer = self.bearer.label
        return (Wording(sv=f"{self.wording.sv} [{bearer.sv}]", en=f"{self.wording.to('en')} [{bearer.to('en')}]"),)

    def short(self, topic: str, name_of: NameOf) -> Wording | None:
        """Return the bearer."""
        del topic, name_of
        return self.bearer.label

    @property
    def bearer_name(self) -> str:
        """The bearer by name."""
        return self.bearer.value

    def comparable(self, topic: str) -> Hashable | None:
        """Return the bearer and the limit."""
        return (self.bearer, self.limit) if topic in ("sip.convener", "sip.discharge") else None


@kind
@attrs.frozen(kw_only=True, repr=False)
class Statement(Provision):
    """A statement without further structure."""

    PLURAL = Wording(sv="Övriga bestämmelser", en="Other statements")
