"""A county's municipalities, with the source of their names."""

from psykavtal.agreements.county_data import CountyData
from psykavtal.errors import Message, UnknownMunicipalityError, suggestion
from psykavtal.model import arguments
from psykavtal.model.answers import Answer, Derived, NotRecorded, Stated
from psykavtal.model.inference_rules import RULES
from psykavtal.model.places import Municipality, Place
from psykavtal.model.provisions import Parties
from psykavtal.model.wording import Wording


def municipalities_of(data: CountyData) -> Answer[tuple[Municipality, ...]]:
    """Return a county's municipalities; names that no text gives come from the national code list."""
    place = data.record.place
    value = place.municipalities
    if not value:
        return NotRecorded(subject=place.id, reason=_NOT_RECORDED, name_of=data.labels)
    if all(each.named_by for each in value):
        return Stated(value, subject=place.id, name_of=data.labels)
    parties = tuple(each for each in data.record.standing if isinstance(each, Parties) and each.citations)
    rules = (RULES["names-from-code-list"],)
    return Derived(value, subject=place.id, basis=parties, rules=rules, name_of=data.labels)


def municipality_of(place: Place, name_or_code: str) -> Municipality:
    """Return one municipality of a county.

    Raises:
        UnknownMunicipalityError: unknown name or code.
    """
    found = place.municipality(arguments.text(name_or_code, "municipality"))
    if found is None:
        names = [each.name for each in place.municipalities]
        raise UnknownMunicipalityError(
            Message(
                en="{county} has no municipality {name!r}.",
                sv="{county} har ingen kommun {name!r}.",
                county=place.name,
                name=name_or_code,
            ),
            value=name_or_code,
            fix=suggestion(name_or_code, names, kind="municipalities"),
        )
    return found


_NOT_RECORDED = Wording(
    sv="Länets kommuner är inte redovisade.",
    en="The county's municipalities are not recorded.",
)
