"""The ages that a target group or a service is for, under each reading."""

from collections.abc import Iterator

import attrs

from psykavtal.agreements.field_text import criterion_text
from psykavtal.agreements.interpretations import interpretations
from psykavtal.agreements.reading_choices import Readings
from psykavtal.model.age_wording import range_short
from psykavtal.model.ages import AgeRange
from psykavtal.model.citations import Citation
from psykavtal.model.provisions import NameOf, Provision, ServiceAges, TargetGroup
from psykavtal.model.provisions.base import named
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording

_NO_FIGURES = Wording(sv="ingen ålder i siffror", en="no age in figures")
_NO_LIMIT = Wording(sv="ingen åldersgräns anges", en="no age limit stated")


@attrs.frozen(kw_only=True)
class AgeReading:
    """The ages under one reading, or under several that agree.

    Attributes:
        names: the names of the readings; empty if there is one meaning.
        whys: their reasons.
        ranges: the ages; empty if the text gives no figures.
        is_limited: whether the text sets an age limit; without one, every age is covered.
    """

    names: tuple[str, ...] = ()
    whys: tuple[Wording, ...] = ()
    ranges: tuple[AgeRange, ...] = ()
    is_limited: bool = True

    def covers(self, age: int) -> Truth:
        """Return whether somebody of `age` completed years is covered; unknown without figures."""
        if not self.is_limited:
            return Truth.TRUE
        return Truth.of(any(each.covers(age) for each in self.ranges)) if self.ranges else Truth.UNKNOWN

    @property
    def label(self) -> Wording:
        """The ages in figures."""
        none = _NO_FIGURES if self.is_limited else _NO_LIMIT
        ranges = [range_short(each) for each in self.ranges] or [none]
        return Wording(sv=", ".join(each.sv for each in ranges), en=", ".join(each.to("en") for each in ranges))


@attrs.frozen(kw_only=True)
class AgeEntry:
    """A target group or a service of one county or document, with its ages.

    Attributes:
        subject: the name of the county or document.
        is_service: whether it is a service; else it is a target group.
        name: the name of the service, of each reading that names another one, or the label of the group.
        words: the words of the text on age; empty if it states none under any reading.
        readings: the ages under each reading; readings that agree are one.
        condition: the further condition for a service, in words; None without one.
        provision: id of the provision.
        citations: its passages.
        is_reported: whether it is only known from elsewhere.
    """

    subject: str
    is_service: bool
    name: Wording
    words: tuple[str, ...] = ()
    readings: tuple[AgeReading, ...]
    condition: Wording | None = None
    provision: str
    citations: tuple[Citation, ...] = ()
    is_reported: bool = False

    @property
    def status(self) -> str:
        """The status of the ages: "stated", "ambiguous", "reported", or "silent" without an age limit."""
        if self.is_reported:
            return "reported"
        if len(self.readings) > 1:
            return "ambiguous"
        return "stated" if self.words else "silent"

    @property
    def has_figures(self) -> bool:
        """Return whether any reading gives ages in figures."""
        return any(each.ranges for each in self.readings)

    @property
    def label(self) -> Wording:
        """The ages in figures, of each reading; with a question mark if readings differ."""
        labels = list(dict.fromkeys(each.label for each in self.readings))
        sign = " ?" if len(labels) > 1 else ""
        return Wording(
            sv=" / ".join(each.sv for each in labels) + sign, en=" / ".join(each.to("en") for each in labels) + sign
        )

    def covers(self, age: int) -> Truth:
        """Return whether somebody of `age` completed years is covered; unknown if readings differ."""
        verdicts = {each.covers(age) for each in self.readings}
        return verdicts.pop() if len(verdicts) == 1 else Truth.UNKNOWN

    def may_cover(self, age: int) -> bool:
        """Return whether any reading covers an age."""
        return any(each.covers(age) is Truth.TRUE for each in self.readings)


def age_entry(
    provision: TargetGroup | ServiceAges, *, subject: str, group: Wording | None, name_of: NameOf, readings: Readings
) -> AgeEntry:
    """Return the ages of a target group or a service.

    Args:
        provision: the provision that states it.
        subject: the name of the county or document.
        group: the label of a target group; None for a service.
        name_of: returns the name of a thing or a fact by its id.
        readings: the readings that the caller chooses.
    """
    found, _ = interpretations((provision,), readings)
    versions: list[tuple[str, Wording | None, Provision]] = [
        (each.name, each.why, each.read((provision,))[0]) for each in found
    ] or [("", None, provision)]
    words = dict.fromkeys(limit.words for _, _, version in versions for limit in version.stated_ages())
    return AgeEntry(
        subject=subject,
        is_service=isinstance(provision, ServiceAges),
        name=group or _service_names([version for _, _, version in versions], name_of),
        words=tuple(words),
        readings=tuple(_grouped(versions)),
        condition=None if provision.when is None else criterion_text(provision.when, name_of),
        provision=provision.id,
        citations=provision.citations,
        is_reported=provision.is_reported,
    )


def _grouped(versions: list[tuple[str, Wording | None, Provision]]) -> Iterator[AgeReading]:
    """Yield the readings, those with equal ages as one."""
    groups: dict[tuple[bool, tuple[AgeRange, ...]], list[tuple[str, Wording | None]]] = {}
    for name, why, version in versions:
        limits = version.stated_ages()
        ranges = tuple(each for limit in limits for each in limit.possible())
        groups.setdefault((bool(limits), ranges), []).append((name, why))
    for (is_limited, ranges), alike in groups.items():
        if len(groups) == 1:
            yield AgeReading(ranges=ranges, is_limited=is_limited)
        else:
            names, whys = zip(*alike, strict=True)
            reasons = tuple(each for each in whys if each is not None)
            yield AgeReading(names=names, whys=reasons, ranges=ranges, is_limited=is_limited)


def _service_names(versions: list[Provision], name_of: NameOf) -> Wording:
    """Return the name of a service, and of those that other readings name."""
    names = dict.fromkeys(_service_name(each, name_of) for each in versions if isinstance(each, ServiceAges))
    return Wording(sv=" / ".join(each.sv for each in names), en=" / ".join(each.to("en") for each in names))


def _service_name(service: ServiceAges, name_of: NameOf) -> Wording:
    name = named(service.service, name_of)
    matter = f" ({service.matter})" if service.matter else ""
    return Wording(sv=f"{name.sv}{matter}", en=f"{name.to('en')}{matter}")
