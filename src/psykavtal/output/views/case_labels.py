"""Labels of an answer to a case, in both languages."""

from collections.abc import Iterable

from psykavtal.model.readings import reading_label
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording

NO_ASSESSMENT = Wording(
    sv="Detta är vad texterna säger utifrån de uppgifter som gavs, inte en bedömning. En uppgift som inte gavs är okänd.",
    en="The texts state this for the facts given; it is not an assessment. A fact not given is unknown.",
)
EDITION = Wording(sv="Upplaga", en="Edition")
TARGET_GROUP = Wording(sv="Målgrupp", en="Target group")
EMPHASIS = Wording(sv="Särskild uppmärksamhet", en="Special attention")
SERVICES = Wording(sv="Verksamheter efter ålder", en="Services by age")
TRANSITIONS = Wording(sv="Kommande övergångar", en="Coming transitions")
RESPONSIBILITIES = Wording(sv="Ansvar", en="Responsibilities")
LINKS = Wording(sv="Anslutande överenskommelser", en="Linked agreements")
SIP = Wording(sv="Samordnad individuell plan (SIP)", en="Coordinated individual plan (SIP)")
INTERIM = Wording(sv="Vid oenighet: ansvar under tiden", en="In a disagreement: responsible meanwhile")
ROUTE = Wording(sv="Vägen vid", en="The route on")
NEXT_STEPS = Wording(sv="Nästa steg därifrån frågan står", en="Next step from the body that has the matter")
FURTHER = Wording(sv="Övriga frågor", en="Further questions")
SILENCES = Wording(sv="Vad texten är tyst om", en="Silences of the text")

TRUTHS = {
    Truth.TRUE: Wording(sv="ja", en="yes"),
    Truth.FALSE: Wording(sv="nej", en="no"),
    Truth.UNKNOWN: Wording(sv="vet ej", en="unknown"),
}
IN_GROUP = {
    Truth.TRUE: Wording(sv="Personen är i målgruppen.", en="The person is in the target group."),
    Truth.FALSE: Wording(sv="Personen är inte i målgruppen.", en="The person is not in the target group."),
    Truth.UNKNOWN: Wording(
        sv="Om personen är i målgruppen är inte avgjort.",
        en="It is not determined whether the person is in the target group.",
    ),
}
ENDED = {
    Truth.TRUE: Wording(sv="Det har upphört enligt de uppgifter som gavs.", en="It has ended by the facts given."),
    Truth.FALSE: Wording(sv="Det pågår enligt de uppgifter som gavs.", en="It goes on by the facts given."),
    Truth.UNKNOWN: Wording(sv="Om det har upphört är inte känt.", en="It is not known whether it has ended."),
}
IN_WORDS = Wording(sv="det som texten bara beskriver i ord", en="a condition that the text describes only in words")
NO_END = Wording(sv="När det upphör säger texten inte.", en="The text does not state when it ends.")
ANY_OF = Wording(sv="något av:", en="any of:")
NOT = Wording(sv="inte:", en="not:")
MISSING_FACTS = Wording(sv="Avgörs av uppgift om", en="Would be decided by")
NO_EFFECT = Wording(sv="Angivet, men inget här beror på det", en="Given, but nothing here depends on it")
NOT_GIVEN = Wording(sv="inte angivet", en="not given")
NONE_APPLIES = Wording(sv="Inget.", en="Nothing.")
BY_AGE = Wording(sv="Ålder för ålder:", en="Age by age:")
NO_SERVICE = Wording(sv="ingen av dessa verksamheter", en="none of these services")
WITHOUT_AGES = Wording(sv="utan ålder i siffror", en="without an age in figures")
BEGINS = Wording(sv="börjar", en="begins")
ENDS = Wording(sv="upphör", en="ends")
ON_CONDITION = Wording(sv=", på ett villkor som inte är avgjort", en=", on a condition that is not settled")
READING = Wording(sv="Läsning", en="Reading")
CHOSEN_READING = Wording(sv="Vald läsning", en="Chosen reading")
RULE = Wording(sv="Regel", en="Rule")


def read_as(reasons: Iterable[Wording]) -> Wording:
    """Return the readings, by their reasons, as the end of a sentence."""
    read = [reading_label(each) for each in dict.fromkeys(reasons)]
    return Wording(
        sv=f", läst {', '.join(each.sv for each in read)}", en=f", read {', '.join(each.to('en') for each in read)}"
    )


def not_available(address: str) -> Wording:
    """Return the sentence that a document is not available, with its address."""
    at = f" ({address})" if address else ""
    return Wording(
        sv=f"Finns inte hos oss{at}: vad det säger är inte redovisat.",
        en=f"Not available{at}: its content is not recorded.",
    )
