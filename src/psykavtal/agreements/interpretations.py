"""Interpretations: each possible choice of readings, and the answer under each of them.

Topics, lists, routes and next steps are all answered by `interpret` and `combine`.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from math import prod
from typing import Generic, Never, TypeVar

import attrs

from psykavtal.agreements.reading_choices import ReadingChoice, Readings, chosen_readings, reading_choices
from psykavtal.model.ages import AgeLimit
from psykavtal.model.answers import Answer, AnswerContext, Outcome
from psykavtal.model.inference_rules import RULES
from psykavtal.model.provisions import Provision, age_group
from psykavtal.model.readings import Because
from psykavtal.model.wording import Wording

T = TypeVar("T")
P = TypeVar("P", bound=Provision)
P_co = TypeVar("P_co", bound=Provision, covariant=True)

# Above this number of interpretations, each reading is listed by itself, with those that are chosen.
_MOST = 64


@attrs.frozen
class Interpretation:
    """One choice of a reading for each open group.

    Attributes:
        choices: the chosen readings, by group.
        partial: whether other groups are left open, so that the name must include the group.
    """

    choices: tuple[tuple[str, ReadingChoice], ...]
    partial: bool = False

    @property
    def name(self) -> str:
        """The name of the reading; several are joined, each with its group."""
        if len(self.choices) == 1 and not self.partial:
            return self.choices[0][1].name
        return " + ".join(f"{short_group(group)}:{reading.name}" for group, reading in self.choices)

    @property
    def because(self) -> Because:
        """The kind of ambiguity of the first choice."""
        return self.choices[0][1].because

    @property
    def why(self) -> Wording:
        """The reasons of all choices, in one wording."""
        return joined_reasons(reading.why for _, reading in self.choices)

    def read(self, provisions: Iterable[P]) -> tuple[P, ...]:
        """Return the provisions under this interpretation."""
        chosen = {group: reading.name for group, reading in self.choices}
        return tuple([read_as(each, chosen) for each in provisions])

    def outcome(self, answer: Answer[T]) -> Outcome[T]:
        """Return an answer as the outcome of this interpretation."""
        return Outcome(name=self.name, because=self.because, why=self.why, answer=answer)


def read_as(provision: P, chosen: Mapping[str, str]) -> P:
    """Return the provision under the chosen readings, by group; unchanged if none is chosen."""
    if provision.readings:
        name = chosen.get(provision.reads_with or provision.id)
        if name is not None:
            provision = provision.under(name)
    limits = tuple(
        AgeLimit(words=limit.words, range=limit.possible(chosen[group])[0])
        if limit.readings and (group := age_group(provision, number)) in chosen
        else limit
        for number, limit in enumerate(provision.stated_ages())
    )
    return provision.with_ages(limits)


def interpretations(
    provisions: Sequence[Provision], readings: Readings
) -> tuple[tuple[Interpretation, ...], str | None]:
    """Return the interpretations that `readings` leaves.

    Also returns the name of the only one if one is left.

    Raises:
        UnknownReadingError: a named provision has no such reading.
    """
    groups: dict[str, tuple[ReadingChoice, ...]] = {}
    for provision in provisions:
        for group, every in reading_choices(provision).items():
            groups[group] = _with_reasons(groups[group], every) if group in groups else every
    if not groups:
        return (), None
    chosen = chosen_readings(groups, {each.id: each.reads_with for each in provisions if each.reads_with}, readings)
    open_choices = [
        [(group, reading) for reading in every if chosen.get(group, reading.name) == reading.name]
        for group, every in groups.items()
    ]
    if prod(map(len, open_choices)) > _MOST:
        settled = tuple(each[0] for each in open_choices if len(each) == 1)
        beside = (choice for each in open_choices if len(each) > 1 for choice in each)
        found = tuple(Interpretation((*settled, choice), partial=True) for choice in beside)
    else:
        found = tuple([Interpretation(choices) for choices in product(*open_choices)])
    return found, found[0].name if len(found) == 1 else None


def chosen_interpretation(provisions: Sequence[Provision], readings: Readings) -> Interpretation:
    """Return the readings that the caller chooses, without the groups that are left open."""
    groups = {group: every for each in provisions for group, every in reading_choices(each).items()}
    chosen = chosen_readings(groups, {each.id: each.reads_with for each in provisions if each.reads_with}, readings)
    picked = ((group, each) for group, every in groups.items() for each in every if chosen.get(group) == each.name)
    return Interpretation(tuple(picked))


@attrs.frozen
class Interpreted(Generic[P_co]):
    """Provisions under each interpretation.

    Attributes:
        provisions: the provisions as recorded.
        interpretations: the interpretations left; empty if the provisions have one meaning.
        versions: the provisions under each interpretation; one version if they have one meaning.
        chosen: name of the only interpretation left; None if several are left.
    """

    provisions: tuple[P_co, ...]
    interpretations: tuple[Interpretation, ...]
    versions: tuple[tuple[P_co, ...], ...]
    chosen: str | None

    def combine(
        self,
        values: Sequence[T | None],
        context: AnswerContext,
        *,
        otherwise: Answer[Never] | None = None,
        agree: bool = False,
    ) -> Answer[T]:
        """Return one answer from the values under each interpretation.

        Args:
            values: the value of each version, in order; None for a version without a value.
            context: the question.
            otherwise: the answer for a version without a value.
            agree: whether all possible interpretations give the same; then the answer is not ambiguous.
        """
        if agree and self.interpretations:
            return self._answer(0, values, context.with_notes(RULES["readings-agree"].wording), otherwise)
        answers = [self._answer(number, values, context, otherwise) for number in range(len(values))]
        if not self.interpretations:
            return answers[0]
        outcomes = tuple(each.outcome(then) for each, then in zip(self.interpretations, answers, strict=True))
        return context.ambiguous(outcomes, basis=self.provisions, chosen=self.chosen)

    def _answer(
        self, number: int, values: Sequence[T | None], context: AnswerContext, otherwise: Answer[Never] | None
    ) -> Answer[T]:
        value = values[number]
        if value is not None:
            return context.by_provisions(value, self.versions[number])
        assert otherwise is not None
        return otherwise


def interpret(provisions: tuple[P, ...], readings: Readings = None) -> Interpreted[P]:
    """Return provisions under each interpretation that `readings` leaves.

    Raises:
        UnknownReadingError: a named provision has no such reading.
    """
    found, chosen = interpretations(provisions, readings)
    versions = tuple([each.read(provisions) for each in found]) or (provisions,)
    return Interpreted(provisions, found, versions, chosen)


def _with_reasons(before: tuple[ReadingChoice, ...], own: tuple[ReadingChoice, ...]) -> tuple[ReadingChoice, ...]:
    """Add the reasons that earlier provisions give for the same reading."""
    reasons = {each.name: each.why for each in before}
    return tuple(
        attrs.evolve(each, why=joined_reasons((reasons[each.name], each.why))) if each.name in reasons else each
        for each in own
    )


def joined_reasons(reasons: Iterable[Wording]) -> Wording:
    """Join reasons to one wording, each once."""
    once = tuple(dict.fromkeys(reasons))
    return (
        once[0]
        if len(once) == 1
        else Wording(sv=" ".join(each.sv for each in once), en=" ".join(each.to("en") for each in once))
    )


def short_group(group: str) -> str:
    """Return the name of a group without document and kind."""
    return group.partition("#")[0].rpartition(".")[2]
