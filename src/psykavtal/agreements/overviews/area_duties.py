"""The duties of one county or document in one area."""

from collections.abc import Iterator

import attrs

from psykavtal.agreements.overviews.duty_bearers import BEARERS, DutyBearer
from psykavtal.model.answers import STATUSES
from psykavtal.model.citations import Citation
from psykavtal.model.modality import Modality
from psykavtal.model.wording import Wording

OTHER = ""
"""The area of duties that answer no topic but those on responsibility."""

_WITH_TEXT = frozenset({"stated", "derived", "reported", "ambiguous"})

_NO_BEARER = Wording(sv="ingen ansvarig redovisad", en="no bearer recorded")
_NO_OTHERS = Wording(sv="inga övriga", en="no others")
_REFERRED = Wording(sv="hänvisar till annat dokument", en="refers to another document")


@attrs.frozen(kw_only=True)
class AreaDuty:
    """A duty in an area.

    Attributes:
        provision: id of the provision.
        wording: its wording.
        bearers: its bearers; several if readings name different ones, or it is laid on several.
        modality: its binding force.
        limit: its limit in the words of the text; empty without a limit.
        condition: the condition under which it applies, in words; None without one.
        citations: its passages.
    """

    provision: str
    wording: Wording
    bearers: tuple[DutyBearer, ...]
    modality: Modality
    limit: str = ""
    condition: Wording | None = None
    citations: tuple[Citation, ...] = ()


@attrs.frozen(kw_only=True)
class AreaCell:
    """One area in one county or document.

    Attributes:
        subject: the name of the county or document.
        area: id of the topic; empty for the duties without an area.
        status: the status of the text on the topic.
        duties: the duties that it lays on a bearer.
        without_bearer: ids of the other provisions on the topic.
        is_referred: whether all that it states is that another document deals with it.
    """

    subject: str
    area: str
    status: str
    duties: tuple[AreaDuty, ...] = ()
    without_bearer: tuple[str, ...] = ()
    is_referred: bool = False

    @property
    def bearers(self) -> tuple[DutyBearer, ...]:
        """The bearers of the duties, each once; certain if one duty surely falls on it."""
        every = dict.fromkeys(each for duty in self.duties for each in duty.bearers)
        order = list(BEARERS)
        kept = (each for each in every if each.is_certain or attrs.evolve(each, is_certain=True) not in every)
        return tuple(sorted(kept, key=lambda each: order.index(each.bearer)))

    @property
    def is_overlap(self) -> bool:
        """Return whether duties in the area surely fall on several bearers.

        The duties without an area have nothing in common.
        """
        return bool(self.area) and len([each for each in self.bearers if each.is_certain]) > 1

    @property
    def is_hole(self) -> bool:
        """Return whether the text is silent on the area, or no bearer is recorded."""
        return (
            bool(self.area)
            and not self.duties
            and not self.is_referred
            and (self.status == "silent" or self.status in _WITH_TEXT)
        )

    @property
    def label(self) -> Wording:
        """The bearers; without any, the reference to another document, or the status."""
        if self.is_referred:
            return _REFERRED
        if not self.duties:
            stated = _NO_BEARER if self.area else _NO_OTHERS
            return stated if self.status in _WITH_TEXT else STATUSES[self.status]
        names = [(each.label, "" if each.is_certain else " ?") for each in self.bearers]
        return Wording(
            sv=", ".join(f"{label.sv}{sign}" for label, sign in names),
            en=", ".join(f"{label.to('en')}{sign}" for label, sign in names),
        )

    def to_records(self, lang: str) -> Iterator[dict[str, str | bool]]:
        """Yield a flat record for each duty and bearer; without any, one record."""
        own = {"subject": self.subject, "status": self.status, "status_label": STATUSES[self.status].to(lang)}
        for duty in self.duties:
            for each in duty.bearers:
                yield {
                    **own,
                    "bearer": each.bearer,
                    "bearer_label": each.label.to(lang),
                    "is_certain": each.is_certain,
                    "duty": duty.wording.to(lang),
                    "modality": duty.modality.label.to(lang),
                    "limit": duty.limit,
                    "condition": "" if duty.condition is None else duty.condition.to(lang),
                    "provision": duty.provision,
                    "citations": "; ".join(citation.key for citation in duty.citations),
                }
        if not self.duties:
            rest = ("duty", "modality", "limit", "condition", "provision", "citations")
            empty = dict.fromkeys(rest, "")
            yield {**own, "bearer": "", "bearer_label": self.label.to(lang), "is_certain": True, **empty}
