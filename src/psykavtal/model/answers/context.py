"""The one place that gives an answer its status.

Each question has a context, and each method of the context builds an answer of one status.
"""

from datetime import date
from typing import Any, Never, Self, TypeVar

import attrs

from psykavtal.model.answers.ambiguity import Ambiguous, Answer, NotRecorded, Outcome
from psykavtal.model.answers.answer_base import CountyNames
from psykavtal.model.answers.determined import Derived, Reported, Stated
from psykavtal.model.answers.see_also import SeeAlso
from psykavtal.model.answers.undetermined import NotApplicable, Silent, Unreadable
from psykavtal.model.citations import Citation
from psykavtal.model.inference_rules import RULES, Rule
from psykavtal.model.provisions import Provision
from psykavtal.model.remarks import Remark
from psykavtal.model.vocabulary import Duty
from psykavtal.model.wording import Wording

T = TypeVar("T")


@attrs.frozen(kw_only=True)
class AnswerContext:
    """The fields that all answers to one question share; builds answers by status.

    Attributes:
        topic: id of the topic asked; empty for a question without a topic.
        subject: id of the document, agreement or county that is asked.
        on: the day asked for.
        notes: remarks on the answer.
        reports: reports from elsewhere on the subject asked.
        missing_facts: ids of facts not given that could change the answer.
        see_also: other provisions on the topic.
        remarks: the remarks of the provisions or of the silence.
        ambiguous_members: ids of the members with several readings.
        name_of: returns names and labels by id, for display.
    """

    topic: str = ""
    subject: str = ""
    on: date | None = None
    notes: tuple[Wording, ...] = ()
    reports: tuple[Provision, ...] = ()
    missing_facts: tuple[str, ...] = ()
    see_also: tuple[SeeAlso, ...] = ()
    remarks: tuple[Remark, ...] = ()
    ambiguous_members: tuple[str, ...] = ()
    name_of: CountyNames | None = attrs.field(default=None, eq=False, repr=False)

    @classmethod
    def of(cls, answer: Answer[object]) -> Self:
        """Return the context of an answer."""
        return cls(
            topic=answer.topic,
            subject=answer.subject,
            on=answer.on,
            notes=answer.notes,
            reports=answer.reports,
            missing_facts=answer.missing_facts,
            see_also=answer.see_also,
            remarks=answer.remarks,
            name_of=answer.name_of,
            ambiguous_members=answer.ambiguous_members,
        )

    def with_notes(self, *notes: Wording) -> "AnswerContext":
        """Return the context with further notes."""
        return attrs.evolve(self, notes=(*self.notes, *notes)) if notes else self

    def by_provisions(self, value: T, basis: tuple[Provision, ...]) -> Answer[T]:
        """Return a stated value, or a derived one if a provision follows by a rule."""
        rules = dict.fromkeys([RULES[each.follows_by] for each in basis if each.follows_by is not None])
        return self.by_rules(value, basis, tuple(rules))

    def by_rules(self, value: T, basis: tuple[Provision, ...], rules: tuple[Rule, ...]) -> Answer[T]:
        """Return a derived value, or a stated one without rules."""
        if rules:
            return Derived(value, basis=basis, rules=rules, **self._shared)
        return Stated(value, basis=basis, **self._shared)

    def by_report(self, value: T, basis: tuple[Provision, ...]) -> Reported[T]:
        """Return a reported value."""
        return Reported(value, basis=basis, **self._shared)

    def ambiguous(
        self, readings: tuple[Outcome[T], ...], *, basis: tuple[Provision, ...], chosen: str | None = None
    ) -> Ambiguous[T]:
        """Return one answer for each reading."""
        return Ambiguous(readings, basis=basis, chosen=chosen, **self._shared)

    def silent(
        self,
        document: str,
        read_on: date,
        *,
        question: Wording,
        near: Citation | None,
        duties: tuple[Duty, ...],
        defers_to: str = "",
    ) -> Silent[Never]:
        """Return that a document was read for the question and states nothing."""
        return Silent(
            document,
            read_on=read_on,
            question=question,
            near=near,
            duties=duties,
            defers_to=defers_to,
            **self._shared,
        )

    def unreadable(self, reason: Wording, at: Citation) -> Unreadable[Never]:
        """Return that the passage exists but cannot be read."""
        return Unreadable(reason, at=at, **self._shared)

    def not_recorded(
        self, reason: Wording, *, cause: str = "not-read", basis: tuple[Provision, ...] = ()
    ) -> NotRecorded[Never]:
        """Return that the answer is not recorded, with its cause."""
        return NotRecorded(reason, cause=cause, basis=basis, **self._shared)

    def not_applicable(
        self, reason: Wording, *, cause: str = "kind", basis: tuple[Provision, ...] = ()
    ) -> NotApplicable[Never]:
        """Return that the question does not arise, with its cause."""
        return NotApplicable(reason, cause=cause, basis=basis, **self._shared)

    @property
    def _shared(self) -> dict[str, Any]:
        return {
            "topic": self.topic,
            "subject": self.subject,
            "on": self.on,
            "notes": self.notes,
            "reports": self.reports,
            "missing_facts": self.missing_facts,
            "see_also": self.see_also,
            "remarks": self.remarks,
            "name_of": self.name_of,
            "ambiguous_members": self.ambiguous_members,
        }
