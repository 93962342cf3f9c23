"""The source of an answer: a county on a day and the case's facts.

The parts of the answer are made from it on demand.
"""

from collections.abc import Iterator, Mapping

import attrs

from psykavtal.cases.county_on_day import CountyDay
from psykavtal.cases.listed_facts import listed_facts
from psykavtal.cases.matching import CaseFacts
from psykavtal.cases.receipts import ProvisionsByReference, Receipt, digest, versions
from psykavtal.cases.what_applies import Asked, WhatApplies
from psykavtal.model import arguments
from psykavtal.model.display import OfCase
from psykavtal.model.provisions import Definition, Provision
from psykavtal.model.wording import Wording


@attrs.frozen(repr=False)
class Live(OfCase):
    """A county's day and the facts of a case on it.

    Attributes:
        day: the county's day.
        case_facts: the facts of the case; in no repr.
    """

    day: CountyDay
    case_facts: CaseFacts

    def receipt(self, answer: WhatApplies) -> Receipt:
        """The receipt of the answer."""
        day = self.day
        documents = {f"{each.id}/{text.id}": text.digest for each in day.county.documents for text in each.texts}
        return Receipt(
            county=answer.county,
            on=answer.on,
            document=answer.document,
            readings=day.readings,
            include_reported=day.include_reported,
            versions=versions(day.holdings.registry),
            documents=documents,
            answer=self._digest_of(answer),
        )

    def _digest_of(self, answer: WhatApplies) -> str:
        parts = (answer.notes, *(part for _, part in answer.parts()))
        provisions = {each.id: self.day.digest_of(each) for each in _provisions_of(answer.bases())}
        return digest((ProvisionsByReference(parts), provisions))

    def labels(self, answer: WhatApplies) -> Mapping[str, Wording]:
        """Return the labels of the ids in the answer: facts, services, bodies, documents."""
        provisions = _provisions_of(answer.bases())
        forms = [form for each in provisions for form in (each, *(reading.value for reading in each.readings))]
        names = {name for each in forms for name in (*each.facts(), *_things(each))}
        topics = {each.topic for each in answer.answers}
        occasions = {each.trigger for each in answer.disagreement.routes}
        missing = {fact for each in answer.all_answers() for fact in each.missing_facts}
        documents = {each.id for each in self.day.holdings.record.documents}
        every = names | topics | occasions | missing | documents | {*answer.unused_inputs} | OF_PERSON.keys()
        return {name: self._label(name) for name in sorted(every) if name}

    def definitions(self, answer: WhatApplies) -> tuple[Definition, ...]:
        """Return the definitions of the facts that the answer lists."""
        facts = (fact for each in answer.all_answers() for fact in listed_facts(each))
        documents = (each.document for each in _provisions_of(answer.bases()))
        return self.day.holdings.labels.definitions_of(facts, documents)

    def ask(self, topic: str, about: str | None) -> Asked:
        """A further topic in the same case."""
        if about is not None:
            self.day.holdings.check_subject(about)
        return self.day.ask(arguments.text(topic, "topic"), self.case_facts, about=about)

    def _label(self, name: str) -> Wording:
        fact = self.day.holdings.facts.get(name)
        if fact is not None:
            return fact.label
        if name in self.day.holdings.topics:
            return self.day.holdings.topics[name].label
        if name in OF_PERSON:
            return OF_PERSON[name]
        return Wording(sv=self.day.holdings.name_of(name), en=self.day.holdings.name_of(name, "en"))


def _provisions_of(bases: Iterator[tuple[Provision, ...]]) -> tuple[Provision, ...]:
    """Return the provisions that answers rest on, each once, in the order of their ids."""
    found = {each.id: each for basis in bases for each in basis}
    return tuple(found[name] for name in sorted(found))


def _things(provision: Provision) -> Iterator[str]:
    for ids in provision.refers_to().values():
        yield from ids


OF_PERSON = {
    "age": Wording(sv="ålder", en="age"),
    "born": Wording(sv="födelsedag", en="birth date"),
    "lives_in": Wording(sv="kommunen där personen bor", en="the municipality where the person lives"),
    "placed_by": Wording(sv="kommunen som placerade personen", en="the municipality that placed the person"),
}
