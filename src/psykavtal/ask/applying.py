"""What a county's agreement says on a day: what the edition says, as surely as the edition applies."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Generic, TypeVar

import attrs

from psykavtal.ask.edition import Edition
from psykavtal.ask.mapping import derived, each_way
from psykavtal.model.answers import (
    Ambiguous,
    Answer,
    Derived,
    NotRecorded,
    Outcome,
    Reported,
    Stated,
)
from psykavtal.model.provisions import Provision
from psykavtal.model.rules import Rule
from psykavtal.model.wording import Wording

T = TypeVar("T")


@attrs.frozen
class Applying(Generic[T]):
    """A question to a county, with the edition that applies and how sure that is.

    An answer is never surer than that the edition applies: where the edition follows by a
    rule, so does what it says; where two editions may apply, each gives its own answer.

    Attributes:
        topic: id of the topic.
        county: id of the county.
        on: the day.
        ask: asks a document, or the agreement across its editions, by its id.
        agreement: id of the agreement.
        name_of: gives the name of a document by its id.
    """

    topic: str
    county: str
    on: date
    ask: Callable[[str], Answer[T]]
    agreement: str
    name_of: Callable[[str, str], str]

    def under(self, applies: Answer[Edition]) -> Answer[T]:
        """What is said, given which edition applies."""
        match applies:
            case Stated(value=edition):
                return self._of_edition(edition)
            case Derived(value=edition, rules=rules):
                return each_way(self._of_edition(edition), lambda said: _by_rules(said, rules, applies.basis))
            case Reported(reported_value=edition):
                return each_way(self._of_edition(edition), lambda said: _as_reported(said, applies.basis))
            case Ambiguous():
                return self._of_each(applies)
            case _:
                return self._of_agreement(applies, _undetermined, _nothing_held(self.on))

    def _of_edition(self, edition: Edition) -> Answer[T]:
        """What the edition says; what is said of the agreement as such where the edition is not held."""
        said = self.ask(edition.document.id)
        if edition.document.held or not isinstance(said, NotRecorded):
            return said
        return self._of_agreement(said, lambda _: _not_held(edition), said.reason)

    def _of_agreement(self, why: Answer[object], note: Callable[[date], Wording], reason: Wording) -> Answer[T]:
        """What is said of the agreement as such, with notes that tell so, and in which documents."""
        said = self.ask(self.agreement)
        if not isinstance(said, NotRecorded):
            speaking = dict.fromkeys(each.document for each in said.basis)
            notes = (note(self.on), _said_in(speaking, self.name_of))
            return attrs.evolve(said, notes=(*notes, *said.notes))
        return NotRecorded(
            topic=self.topic,
            subject=self.county,
            on=self.on,
            notes=said.notes,
            reason=reason,
            would_decide=why.would_decide,
        )

    def _of_each(self, applies: Ambiguous[Edition]) -> Answer[T]:
        """The answer of each edition that may apply; one where it makes no difference."""
        outcomes = tuple(
            Outcome(
                name=each.name,
                because=each.because,
                why=each.why,
                answer=_read_alike(self.under(each.answer), each.name),
            )
            for each in applies.readings
        )
        first = outcomes[0].answer
        if isinstance(first, NotRecorded) and all(each.answer == first for each in outcomes):
            return first
        return Ambiguous(
            topic=self.topic,
            subject=self.county,
            on=self.on,
            basis=tuple(dict.fromkeys((*applies.basis, *(one for each in outcomes for one in each.answer.basis)))),
            readings=outcomes,
            chosen=applies.chosen,
        )


def _read_alike(said: Answer[T], reading: str) -> Answer[T]:
    """What is said under the reading that the edition was found by, where that leaves the answer open too."""
    if isinstance(said, Ambiguous) and reading in [each.name for each in said.readings]:
        return said.under(reading)
    return said


def _by_rules(said: Answer[T], rules: tuple[Rule, ...], basis: tuple[Provision, ...]) -> Answer[T]:
    """What follows, with the rules by which the edition applies."""
    if isinstance(said, Stated | Derived):
        return derived(said, before=rules, basis=basis)
    return attrs.evolve(said, notes=(*said.notes, *(rule.wording for rule in rules)))


def _as_reported(said: Answer[T], basis: tuple[Provision, ...]) -> Answer[T]:
    """What is said, where only a report has it that the edition applies."""
    if not isinstance(said, Stated | Derived):
        return attrs.evolve(said, notes=(_EDITION_REPORTED, *said.notes))
    return Reported(
        topic=said.topic,
        subject=said.subject,
        on=said.on,
        basis=tuple(dict.fromkeys((*said.basis, *basis))),
        notes=(_EDITION_REPORTED, *said.notes),
        would_decide=said.would_decide,
        reported_value=said.value,
    )


def _undetermined(on: date) -> Wording:
    return Wording(
        sv=f"Sägs om överenskommelsen; vilken upplaga som gäller {on.isoformat()} är inte fastställt.",
        en=f"Said of the agreement; which edition holds on {on.isoformat()} is not determined.",
    )


def _said_in(documents: Iterable[str], name_of: Callable[[str, str], str]) -> Wording:
    sv, en = (", ".join(name_of(each, lang) for each in documents) for lang in ("sv", "en"))
    return Wording(
        sv=f"Det sägs i {sv}, som kan vara yngre eller äldre än dagen.",
        en=f"It is said in {en}, which may be younger or older than the day.",
    )


def _nothing_held(on: date) -> Wording:
    day = on.isoformat()
    return Wording(
        sv=f"Vilken upplaga som gäller {day} är inte fastställt, och inget vi har om överenskommelsen som sådan svarar.",
        en=f"Which edition holds on {day} is not determined, and nothing held on the agreement as such answers.",
    )


def _not_held(edition: Edition) -> Wording:
    name = edition.document.name
    return Wording(
        sv=f"Sägs om överenskommelsen; den upplaga som gäller ({name}) finns inte hos oss.",
        en=f"Said of the agreement; the edition that holds ({name}) is not held.",
    )


_EDITION_REPORTED = Wording(
    sv="Att upplagan gäller är en uppgift från annat håll.",
    en="That the edition holds is reported from elsewhere.",
)
