"""The people of a frame by county: covered, not covered, or undecided."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

import attrs

from psykavtal.agreements.counties import Counties
from psykavtal.agreements.query_checks import FactValue
from psykavtal.agreements.reading_choices import Readings
from psykavtal.cohorts.classify import classify
from psykavtal.cohorts.output_names import MUNICIPALITY
from psykavtal.cohorts.reasons import LABELS
from psykavtal.model.answers import InForce
from psykavtal.model.dates import parse_date
from psykavtal.model.display import Printable
from psykavtal.model.optional_packages import needing
from psykavtal.model.vocabulary import FactType
from psykavtal.model.wording import Wording

COVERED = "covered"
NOT_COVERED = "not-covered"


@attrs.frozen(kw_only=True)
class UndecidedPeople:
    """The people of one county without a verdict, for one reason.

    Attributes:
        reason: the reason, as `classify` gives it.
        count: their number.
    """

    reason: str
    count: int

    @property
    def label(self) -> Wording:
        """The label of the reason."""
        return next(label for reason, label in LABELS.items() if reason == self.reason)


@attrs.frozen(kw_only=True)
class PeopleRow:
    """The people of one county.

    Attributes:
        subject: the name of the county.
        covered: the number of those in the target group.
        not_covered: the number of those who are not.
        undecided: the others, by the reason.
        in_force: whether the county's agreement applies on the day; None if each row has a day of its own.
    """

    subject: str
    covered: int
    not_covered: int
    undecided: tuple[UndecidedPeople, ...] = ()
    in_force: InForce | None = None

    @property
    def total(self) -> int:
        """The number of all people of the county."""
        return self.covered + self.not_covered + self.undecided_count

    @property
    def undecided_count(self) -> int:
        """The number of people without a verdict."""
        return sum(each.count for each in self.undecided)


@attrs.frozen(kw_only=True, repr=False)
class PeopleCoverage(Printable):
    """The numbers of people of a frame by county and outcome; no row is kept.

    Attributes:
        on: the day; None if each row has a day of its own.
        rows: the counties, in the order of their codes.
        elsewhere: the number of people of no municipality of these counties.
    """

    on: date | None
    rows: tuple[PeopleRow, ...]
    elsewhere: int = 0

    @property
    def total(self) -> int:
        """The number of all people."""
        return sum(each.total for each in self.rows) + self.elsewhere

    def to_records(self, *, lang: str = "sv") -> list[dict[str, str | int]]:
        """Return a flat record for each county."""
        return [
            {
                "subject": each.subject,
                "on": "" if self.on is None else self.on.isoformat(),
                "in_force": "" if each.in_force is None else each.in_force.key,
                "covered": each.covered,
                "not_covered": each.not_covered,
                "undecided": each.undecided_count,
                "reasons": "; ".join(f"{part.label.to(lang)}: {part.count}" for part in each.undecided),
            }
            for each in self.rows
        ]

    def __repr__(self) -> str:
        """Return the number of people and of counties."""
        return f"<PeopleCoverage of {self.total} people in {len(self.rows)} counties>"


def coverage_of_people(
    counties: Counties,
    frame: object,
    *,
    columns: Mapping[str, str],
    on: date | str | None = None,
    facts: Mapping[str, FactValue] | None = None,
    readings: Readings = None,
) -> PeopleCoverage:
    """Count the people of a frame who are covered by the agreement of their county.

    The verdicts are those of `classify`. A lazy frame is collected, by its counts only.

    Args:
        counties: those whose agreements are asked.
        frame: a row for each person, as for `classify`.
        columns: the contents of columns and their names, as for `classify`.
        on: the day, for all rows.
        facts: facts that are given for every row.
        readings: a reading by its name for all, or by provision.

    Raises:
        CohortError: the frame or the columns cannot be used; with all faults, and no value of a row.
        InvalidDateError: `on` is not a valid date.
        MissingPluginError: narwhals is not installed.

    Examples:
        >>> import polars as pl
        >>> from psykavtal import load_counties
        >>> facts = dict.fromkeys(("psychiatric-disability", "coordinated", "simultaneous"), True)
        >>> people = pl.DataFrame({"kommun": ["2321", "2321", "0180"]})
        >>> columns = {"municipality": "kommun"}
        >>> found = coverage_of_people(load_counties(), people, columns=columns, on="2026-01-10", facts=facts)
        >>> [(each.subject, each.covered) for each in found.rows if each.total], found.elsewhere
        ([('Jämtland Härjedalen', 2)], 1)
    """
    classified = classify(
        counties, frame, columns=columns, on=on, add=("in_target_group", "reason"), facts=facts, readings=readings
    )
    with needing("narwhals", purpose="coverage_of_people"):
        from psykavtal.cohorts.frame_counts import counts_of  # noqa: PLC0415 (brings narwhals: only who has a frame)

    found: dict[str, Counter[str]] = {each.name: Counter() for each in counties.members}
    elsewhere = 0
    for code, outcome, count in counts_of(classified, columns[MUNICIPALITY]):
        name = _county_of(counties, code)
        if name is None:
            elsewhere += count
        else:
            found[name][outcome] += count
    day = None if on is None else parse_date(on, place="on")
    return PeopleCoverage(
        on=day,
        elsewhere=elsewhere,
        rows=tuple(
            PeopleRow(
                subject=each.name,
                covered=found[each.name][COVERED],
                not_covered=found[each.name][NOT_COVERED],
                undecided=_undecided(found[each.name]),
                in_force=None
                if day is None
                else each.in_force(on=day, facts=_events(counties, facts), readings=readings),
            )
            for each in counties.members
        ),
    )


def _undecided(counts: Counter[str]) -> tuple[UndecidedPeople, ...]:
    return tuple(UndecidedPeople(reason=reason, count=counts[reason]) for reason in LABELS if counts[reason])


def _county_of(counties: Counties, code: object) -> str | None:
    """Return the name of the county of a municipality; None if it is elsewhere."""
    if code is None:
        return None
    text = str(code).zfill(4)
    return next((each.name for each in counties.members if each.place.municipality(text) is not None), None)


def _events(counties: Counties, facts: Mapping[str, FactValue] | None) -> dict[str, FactValue]:
    """Return the facts given that are events."""
    given: Mapping[str, FactValue] = {} if facts is None else facts
    return {name: value for name, value in given.items() if counties.facts[name].type is FactType.EVENT}
