"""Days and arguments with the verdict expected on a county's agreement, as data."""

from dataclasses import dataclass, field

from psykavtal.model.truth import Truth

REVISION = "revision-need-raised"
MANAGERS, COUNCIL = "dalarna:chefsnatverket-approved", "dalarna:valfardsradet-approved"
BOTH = (MANAGERS, COUNCIL)
V3_OR_V4 = ("dalarna-v3", "dalarna-v4")

VERDICTS = {"in-force": Truth.TRUE, "presumed": Truth.TRUE, "unclear": Truth.UNKNOWN, "not-in-force": Truth.FALSE}


@dataclass(frozen=True, kw_only=True)
class Row:
    """Arguments of `County.in_force`, and the verdict expected."""

    county: str
    day: str
    facts: dict = field(default_factory=dict)
    readings: str | None = None
    include_reported: bool = False
    presume: bool = True
    key: str
    status: str
    rules: tuple = ()
    document: str | None = None
    candidates: tuple = ()
    missing: tuple = ()
    checked_until: str | None = None
    before: str | None = None
    after: str | None = None

    @property
    def verdict(self):
        return VERDICTS[self.key]

    def ask(self, counties):
        return counties[self.county].in_force(on=self.day, **self.arguments)

    @property
    def arguments(self):
        return {
            "facts": self.facts,
            "readings": self.readings,
            "include_reported": self.include_reported,
            "presume": self.presume,
        }

    def __str__(self):
        given = [*map(str, self.facts.values()), self.readings or ""]
        flags = ["reported"] * self.include_reported + ["no presumption"] * (not self.presume)
        return " ".join([self.county, self.day, *filter(None, given), *flags])


def jamtland(day, key, status, **more):
    checked = "2026-11-24" if more.get("document") == "jamtland-2025" else None
    return Row(county="jamtland", day=day, key=key, status=status, checked_until=checked, **more)


def jonkoping(day, key, status, *rules, **more):
    checked = "2026-11-24" if key != "not-in-force" else None
    decided = ("start-is-decision-day",) if key != "unclear" else ()
    return Row(
        county="jonkoping", day=day, key=key, status=status, rules=(*decided, *rules), checked_until=checked, **more
    )


def dalarna(day, key, status, **more):
    checked = "2020-02-07" if more.get("document") == "dalarna-v3" else None
    return Row(county="dalarna", day=day, key=key, status=status, checked_until=checked, **more)


NEW, OLD = {"document": "jamtland-2025"}, {"document": "jamtland-2021"}
NEW_UNKNOWN = NEW | {"candidates": ("jamtland-2025",)}
OLD_UNKNOWN = OLD | {"candidates": ("jamtland-2021",)}
GAP = {"before": "jamtland-2021", "after": "jamtland-2025"}
LAPSED = {"readings": "lapses", "before": "jamtland-2025", "rules": ("end-event-occurred",)}
PRESUMED = {"rules": ("presumed-to-continue",)}
V3, V3_PRESUMED = {"document": "dalarna-v3"}, {"document": "dalarna-v3", "missing": BOTH} | PRESUMED
OPEN = {"candidates": V3_OR_V4, "missing": BOTH}

ROWS = [
    # Jämtland: version 5.0 from 2025-07-01 until further notice; the older edition has no stated start.
    jamtland("1950-01-01", "not-in-force", "derived", rules=("not-yet-written",), after="jamtland-2021"),
    jamtland("2020-12-31", "not-in-force", "derived", rules=("not-yet-written",), after="jamtland-2021"),
    jamtland("2021-01-01", "unclear", "not-recorded", **OLD_UNKNOWN),
    jamtland("2022-05-10", "unclear", "not-recorded", **OLD_UNKNOWN),
    jamtland("2022-05-10", "in-force", "reported", include_reported=True, **OLD),
    jamtland("2023-06-01", "unclear", "ambiguous", **OLD_UNKNOWN),
    jamtland("2023-06-01", "unclear", "ambiguous", include_reported=True, **OLD_UNKNOWN),
    jamtland("2023-06-01", "not-in-force", "stated", readings="exclusive", **GAP),
    jamtland("2023-06-01", "unclear", "not-recorded", readings="inclusive", **OLD_UNKNOWN),
    jamtland("2023-06-01", "in-force", "reported", readings="inclusive", include_reported=True, **OLD),
    jamtland("2024-01-01", "not-in-force", "stated", **GAP),
    jamtland("2024-06-01", "not-in-force", "stated", **GAP),
    jamtland("2024-06-01", "not-in-force", "reported", include_reported=True, **GAP),
    jamtland("2025-06-30", "not-in-force", "stated", **GAP),
    jamtland("2025-07-01", "in-force", "stated", **NEW),
    jamtland("2026-01-10", "in-force", "stated", **NEW),
    jamtland("2026-11-24", "in-force", "stated", **NEW),
    jamtland("2026-11-24", "in-force", "stated", presume=False, **NEW),
    jamtland("2026-11-25", "presumed", "derived", missing=(REVISION,), **NEW, **PRESUMED),
    jamtland("2026-11-26", "presumed", "derived", missing=(REVISION,), **NEW, **PRESUMED),
    jamtland("2040-01-01", "presumed", "derived", missing=(REVISION,), **NEW, **PRESUMED),
    jamtland("2026-11-25", "unclear", "not-recorded", missing=(REVISION,), presume=False, **NEW_UNKNOWN),
    jamtland("2027-06-01", "presumed", "derived", readings="starts-revision", **NEW, **PRESUMED),
    jamtland("2027-06-01", "presumed", "derived", readings="lapses", missing=(REVISION,), **NEW, **PRESUMED),
    # The event that ends it by one reading: true, false, and by the day on which it occurred.
    jamtland("2026-01-10", "unclear", "ambiguous", facts={REVISION: True}, **NEW_UNKNOWN),
    jamtland("2026-01-10", "not-in-force", "derived", facts={REVISION: True}, **LAPSED),
    jamtland("2027-06-01", "unclear", "ambiguous", facts={REVISION: True}, **NEW_UNKNOWN),
    jamtland("2027-06-01", "not-in-force", "derived", facts={REVISION: True}, **LAPSED),
    jamtland(
        "2027-06-01", "presumed", "derived", facts={REVISION: True}, readings="starts-revision", **NEW, **PRESUMED
    ),
    jamtland(
        "2027-06-01",
        "presumed",
        "derived",
        facts={REVISION: False},
        rules=("presumed-to-continue", "end-event-not-occurred"),
        **NEW,
    ),
    jamtland(
        "2027-06-01",
        "in-force",
        "derived",
        facts={REVISION: False},
        readings="lapses",
        rules=("end-event-not-occurred",),
        **NEW,
    ),
    jamtland("2026-12-25", "not-in-force", "derived", facts={REVISION: "2026-12-25"}, **LAPSED),
    jamtland("2026-12-26", "unclear", "ambiguous", facts={REVISION: "2026-12-26"}, **NEW_UNKNOWN),
    jamtland(
        "2026-12-25",
        "presumed",
        "derived",
        facts={REVISION: "2026-12-26"},
        rules=("presumed-to-continue", "end-event-not-occurred"),
        **NEW,
    ),
    # Jönköping: no start but the day of the decision, and no end.
    jonkoping("2025-09-29", "not-in-force", "derived", after="jonkoping-2025"),
    jonkoping("2025-09-30", "in-force", "derived", document="jonkoping-2025"),
    jonkoping("2026-11-24", "in-force", "derived", document="jonkoping-2025"),
    jonkoping("2026-11-25", "presumed", "derived", "presumed-to-continue", document="jonkoping-2025"),
    jonkoping("2028-01-01", "presumed", "derived", "presumed-to-continue", document="jonkoping-2025"),
    jonkoping(
        "2028-01-01",
        "unclear",
        "not-recorded",
        presume=False,
        document="jonkoping-2025",
        candidates=("jonkoping-2025",),
    ),
    # Dalarna: no edition is available. A directive states the end of version 3; the rest is reported.
    dalarna("2012-01-01", "not-in-force", "reported", rules=("not-yet-written",), after="dalarna-v1"),
    dalarna("2013-10-31", "not-in-force", "reported", include_reported=True, after="dalarna-v1"),
    dalarna("2014-01-01", "unclear", "not-recorded", document="dalarna-v1", candidates=("dalarna-v1",)),
    dalarna("2014-01-01", "in-force", "reported", include_reported=True, document="dalarna-v1"),
    dalarna("2015-06-01", "unclear", "not-recorded", candidates=("dalarna-v1", "dalarna-v2")),
    dalarna("2015-06-01", "in-force", "reported", include_reported=True, document="dalarna-v2"),
    dalarna("2017-01-15", "not-in-force", "reported", include_reported=True, before="dalarna-v2", after="dalarna-v3"),
    dalarna("2019-06-01", "unclear", "not-recorded", candidates=("dalarna-v3",), **V3),
    dalarna("2019-06-01", "in-force", "reported", include_reported=True, **V3),
    dalarna("2020-01-15", "in-force", "stated", **V3),
    dalarna("2020-02-07", "in-force", "stated", **V3),
    dalarna("2020-02-08", "presumed", "derived", **V3_PRESUMED),
    dalarna("2020-06-01", "presumed", "derived", **V3_PRESUMED),
    dalarna("2020-06-01", "unclear", "not-recorded", presume=False, **OPEN),
    dalarna("2020-12-31", "presumed", "derived", **V3_PRESUMED),
    dalarna("2021-01-01", "unclear", "not-recorded", **OPEN),
    dalarna("2021-08-01", "unclear", "not-recorded", **OPEN),
    dalarna("2021-08-01", "unclear", "ambiguous", include_reported=True, **OPEN),
    dalarna("2026-01-10", "unclear", "not-recorded", **OPEN),
    dalarna(
        "2026-01-10", "unclear", "not-recorded", include_reported=True, candidates=("dalarna-v3",), missing=BOTH, **V3
    ),
    dalarna("2020-06-01", "in-force", "derived", facts={MANAGERS: False}, rules=("end-event-not-occurred",), **V3),
    dalarna("2020-06-01", "in-force", "derived", facts={COUNCIL: False}, rules=("end-event-not-occurred",), **V3),
    dalarna("2022-06-01", "in-force", "derived", facts={COUNCIL: False}, rules=("end-event-not-occurred",), **V3),
    dalarna("2020-06-01", "presumed", "derived", facts={MANAGERS: True}, missing=(COUNCIL,), **V3, **PRESUMED),
    dalarna(
        "2020-06-01",
        "in-force",
        "derived",
        facts={MANAGERS: True, COUNCIL: "2020-06-02"},
        rules=("end-event-not-occurred",),
        **V3,
    ),
    dalarna(
        "2020-06-02",
        "unclear",
        "not-recorded",
        facts={MANAGERS: "2020-05-02", COUNCIL: "2020-06-02"},
        document="dalarna-v4",
        candidates=("dalarna-v4",),
    ),
]
