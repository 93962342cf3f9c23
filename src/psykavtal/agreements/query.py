"""The query: one topic asked of one subject for one day."""

from collections.abc import Mapping
from datetime import date
from typing import Self

import attrs

from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.query_checks import FactValue, check_readings, checked_facts, event_days
from psykavtal.agreements.reading_choices import Readings
from psykavtal.errors import InvalidDateError, Message
from psykavtal.model import arguments
from psykavtal.model.answers import AnswerContext
from psykavtal.model.answers.answer_base import CountyNames
from psykavtal.model.dates import parse_date
from psykavtal.model.vocabulary import Topic

NO_DAY = ""
"""The default of a day that a caller must give; the error states why."""


@attrs.frozen(kw_only=True)
class Query:
    """A topic asked of a subject for a day.

    Attributes:
        topic: id of the topic; empty for the question which edition applies.
        subject: id of the document, agreement or county that is asked.
        on: the day.
        facts: facts given by the caller; a fact not given is unknown. Never part of a repr.
        days: the days of the events that the caller gives by their day. Never part of a repr.
        age: the person's age in completed years; None if not given. Never part of a repr.
        readings: the readings that the caller chooses.
        include_reported: whether the answer may rest on reports.
        presume: whether an open end is presumed to continue after the last check.
        name_of: returns names and labels by id, for answers to display.
    """

    topic: str = ""
    subject: str
    on: date
    facts: Mapping[str, bool] = attrs.field(factory=dict[str, bool], repr=False)
    days: Mapping[str, date] = attrs.field(factory=dict[str, date], repr=False)
    age: int | None = attrs.field(default=None, repr=False)
    readings: Readings = None
    include_reported: bool = False
    presume: bool = True
    name_of: CountyNames | None = attrs.field(default=None, eq=False, repr=False)

    @classmethod
    def checked(
        cls,
        data: CountyData,
        *,
        on: date | str,
        subject: str,
        topic: Topic | None = None,
        facts: Mapping[str, FactValue] | None = None,
        readings: Readings = None,
        include_reported: bool = False,
        presume: bool = True,
    ) -> Self:
        """Return a query whose parts are checked against a county's data.

        Raises:
            InvalidDateError: `on` is not a date.
            UnknownFactError: unknown fact.
            UnknownReadingError: unknown reading.
        """
        if on == NO_DAY:
            raise InvalidDateError(
                Message(en="no day is given.", sv="ingen dag anges."),
                place="on",
                fix=Message(
                    en="Give the day to ask for, like on='2026-01-10': which text applies depends on it. Today is on=date.today().",
                    sv="Ange den dag som frågan gäller, som on='2026-01-10': vilken text som gäller beror på den. Idag är on=date.today().",
                ),
            )
        day = parse_date(on, place="on")
        arguments.flag(include_reported, "include_reported")
        arguments.flag(presume, "presume")
        check_readings(data, readings)
        return cls(
            topic="" if topic is None else topic.id,
            subject=subject,
            on=day,
            facts=checked_facts(data, facts, day),
            days=event_days(facts),
            readings=readings,
            include_reported=include_reported,
            presume=presume,
            name_of=data.labels,
        )

    def of(self, subject: str, *, topic: str | None = None) -> Self:
        """Return the same query of another subject, and on another topic if one is given."""
        return attrs.evolve(self, subject=subject, topic=self.topic if topic is None else topic)

    @property
    def context(self) -> AnswerContext:
        """The fields that all answers to the query share."""
        return AnswerContext(topic=self.topic, subject=self.subject, on=self.on, name_of=self.name_of)
