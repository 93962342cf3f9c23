"""The named rules by which an answer can be derived from statements."""

import attrs

from psykavtal.model.wording import Wording


@attrs.frozen(kw_only=True)
class Rule:
    """A rule by which an answer is derived.

    Attributes:
        id: short name.
        label: short, for people.
        wording: the rule in a sentence.
    """

    id: str
    label: Wording
    wording: Wording

    def in_language(self, lang: str) -> str:
        """Return the wording in `lang`."""
        return self.wording.to(lang)

    def __str__(self) -> str:
        """The wording in Swedish."""
        return str(self.wording)


_ALL = (
    Rule(
        id="start-is-decision-day",
        label=Wording(sv="startdagen räknas från beslutet", en="start taken from the decision"),
        wording=Wording(
            sv="Texten ger dagen för beslutet men ingen annan startdag; den räknas därför från beslutet.",
            en="The text gives the day of the decision and no other start; it is taken to apply from the decision.",
        ),
    ),
    Rule(
        id="no-end-stated",
        label=Wording(sv="inget slut anges", en="no end stated"),
        wording=Wording(
            sv="Texten anger inget slut och inget slut är känt till den dag då dokumentet senast undersöktes.",
            en="The text states no end, and none is known up to the day on which the document was last checked.",
        ),
    ),
    Rule(
        id="open-end-beyond-look",
        label=Wording(sv="öppet slut efter den senaste undersökningen", en="open end beyond the last look"),
        wording=Wording(
            sv="Slutet är öppet och frågan gäller en dag efter den då dokumentet senast undersöktes.",
            en="The end is open, and the day asked for lies beyond the day on which the document was last checked.",
        ),
    ),
    Rule(
        id="replaced-by-later",
        label=Wording(sv="ersatt av en senare upplaga", en="replaced by a later edition"),
        wording=Wording(
            sv="Två upplagor gäller enligt uppgifterna om var och en; den ena uppges ersätta den andra.",
            en="Two editions apply by the statements about each; one is stated to replace the other.",
        ),
    ),
    Rule(
        id="end-event-not-occurred",
        label=Wording(sv="händelsen som ger slut har inte inträffat", en="the event that ends it has not occurred"),
        wording=Wording(
            sv="Giltigheten upphör när en händelse inträffar; enligt de uppgifter som gavs hade den inte inträffat.",
            en="The validity ends with an event, which by the facts given had not occurred.",
        ),
    ),
    Rule(
        id="written-after-what-it-recounts",
        label=Wording(sv="skriven efter det som den berättar om", en="written after what it recounts"),
        wording=Wording(
            sv="Texten berättar om något daterat som redan har hänt, och är inte skriven tidigare.",
            en="The text recounts a dated event as past, and was not written earlier.",
        ),
    ),
    Rule(
        id="written-before-what-it-awaits",
        label=Wording(sv="skriven före det som den väntar", en="written before what it awaits"),
        wording=Wording(
            sv="Texten talar om något daterat som återstår, och är inte skriven senare.",
            en="The text speaks of a dated event as still to come, and was not written later.",
        ),
    ),
    Rule(
        id="written-by-adoption",
        label=Wording(sv="skriven senast vid antagandet", en="written by its adoption"),
        wording=Wording(
            sv="Den text som antogs var skriven senast när den antogs.",
            en="The text that was adopted was written by the time of its adoption.",
        ),
    ),
    Rule(
        id="written-at-adoption",
        label=Wording(sv="färdig när den antogs", en="completed at its adoption"),
        wording=Wording(
            sv="Texten berättar själv att den är antagen; den färdigställdes när den antogs.",
            en="The text itself recounts its adoption; it was completed when it was adopted.",
        ),
    ),
    Rule(
        id="names-from-code-list",
        label=Wording(sv="kommunernas namn från kodlistan", en="names of municipalities from the code list"),
        wording=Wording(
            sv="Texten räknar kommunerna utan att namnge dem; namnen kommer från den nationella kodlistan.",
            en="The text counts the municipalities without naming them; the names come from the national code list.",
        ),
    ),
    Rule(
        id="parties-from-adoption",
        label=Wording(sv="parter enligt antagandet", en="parties by the adoption"),
        wording=Wording(
            sv="Texten räknar inte upp parterna; de som ursprungligen antog den räknas som parter.",
            en="The text does not list the parties; those that originally adopted it are taken to be the parties.",
        ),
    ),
    Rule(
        id="parties-from-purpose",
        label=Wording(sv="parter enligt syftet", en="parties by the purpose"),
        wording=Wording(
            sv="Texten räknar inte upp parterna; de mellan vilka den säger sig reglera samverkan räknas som parter.",
            en="The text does not list the parties; those between whom it states that it regulates cooperation are taken to be.",
        ),
    ),
    Rule(
        id="condition-and-facts",
        label=Wording(sv="villkor prövade mot uppgifterna", en="conditions evaluated against the facts"),
        wording=Wording(
            sv="Villkoren i texten har prövats mot de uppgifter som gavs; en uppgift som inte gavs är okänd.",
            en="The conditions of the text were evaluated against the facts given; a fact not given is unknown.",
        ),
    ),
    Rule(
        id="all-readings-agree",
        label=Wording(sv="läsningarna ger samma svar", en="the readings agree"),
        wording=Wording(
            sv="Texten kan läsas på flera sätt, men alla ger samma svar.",
            en="The text has several interpretations, all of which give the same answer.",
        ),
    ),
)

RULES = {rule.id: rule for rule in _ALL}
