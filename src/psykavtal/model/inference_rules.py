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
            sv="Texten anger ingen startdag, bara dagen för beslutet; giltigheten räknas från den.",
            en="The text gives no start, only the day of the decision; the validity is taken to run from it.",
        ),
    ),
    Rule(
        id="not-yet-written",
        label=Wording(sv="ännu inte skriven", en="not yet written"),
        wording=Wording(
            sv="Ett dokument kan inte gälla före den tidigaste dag då det kan ha skrivits eller uppges ha börjat gälla.",
            en="A document cannot apply before the earliest day on which it can have been written or is reported to begin.",
        ),
    ),
    Rule(
        id="presumed-to-continue",
        label=Wording(sv="antas fortsätta gälla", en="presumed to continue"),
        wording=Wording(
            sv="Slutet är öppet; giltigheten antas fortsätta efter den dag då någon senast kontrollerade den.",
            en="The end is open; the validity is presumed to continue after the day on which somebody last checked it.",
        ),
    ),
    Rule(
        id="presumed-prolonged",
        label=Wording(sv="antas förlängd", en="presumed prolonged"),
        wording=Wording(
            sv="Giltigheten förlängs i steg om ingen säger upp den; att ingen har gjort det antas.",
            en="The validity is prolonged in steps unless notice is given; it is presumed that none was given.",
        ),
    ),
    Rule(
        id="notice-ends-term",
        label=Wording(sv="uppsägningen verkar när perioden går ut", en="the notice takes effect when the term ends"),
        wording=Wording(
            sv="Giltigheten förlängs inte efter den första period som slutar minst så lång tid efter uppsägningen som texten kräver.",
            en="The validity is not prolonged after the first term that ends at least the time that the text requires after the notice.",
        ),
    ),
    Rule(
        id="adoption-presumed-complete",
        label=Wording(sv="villkoret för antagandet antas uppfyllt", en="condition of the adoption presumed fulfilled"),
        wording=Wording(
            sv="Antagandet gäller på ett villkor och texten anger en startdag; att villkoret är uppfyllt antas.",
            en="The adoption depends on a condition and the text gives a start; the condition is presumed to be fulfilled.",
        ),
    ),
    Rule(
        id="adoption-complete",
        label=Wording(sv="villkoret för antagandet är uppfyllt", en="condition of the adoption fulfilled"),
        wording=Wording(
            sv="Antagandet gäller på ett villkor, som enligt de uppgifter som gavs är uppfyllt.",
            en="The adoption depends on a condition, which by the facts given is fulfilled.",
        ),
    ),
    Rule(
        id="adoption-incomplete",
        label=Wording(sv="villkoret för antagandet är inte uppfyllt", en="condition of the adoption not fulfilled"),
        wording=Wording(
            sv="Antagandet gäller på ett villkor, som enligt de uppgifter som gavs inte är uppfyllt.",
            en="The adoption depends on a condition, which by the facts given is not fulfilled.",
        ),
    ),
    Rule(
        id="replaced-by-later",
        label=Wording(sv="ersatt av en senare upplaga", en="replaced by a later edition"),
        wording=Wording(
            sv="En senare upplaga som en tillgänglig text redovisar avslutar den tidigare den dag då den börjar gälla.",
            en="A later edition that an available text states ends the earlier one on the day on which it begins.",
        ),
    ),
    Rule(
        id="end-event-occurred",
        label=Wording(sv="händelsen som ger slut har inträffat", en="the event that ends it has occurred"),
        wording=Wording(
            sv="Giltigheten upphör när en händelse inträffar; enligt de uppgifter som gavs har den inträffat.",
            en="The validity ends with an event, which by the facts given has occurred.",
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
        id="term-from-title",
        label=Wording(sv="tiden enligt titeln", en="term by the title"),
        wording=Wording(
            sv="Texten anger ingen tid för dokumentet, men dess titel har årtal; de räknas som dess första och sista år.",
            en="The text gives no term for the document, but its title has years; they are taken to be its first and last.",
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
        id="readings-agree",
        label=Wording(sv="läsningarna ger samma svar", en="the readings agree"),
        wording=Wording(
            sv="Texten kan läsas på flera sätt, men alla ger samma svar.",
            en="The text has several interpretations, all of which give the same answer.",
        ),
    ),
)

RULES = {rule.id: rule for rule in _ALL}

PRESUMPTIONS = frozenset({"presumed-to-continue", "presumed-prolonged", "adoption-presumed-complete"})
"""The ids of the rules by which a document is presumed to apply."""
