"""Words that carry no topic of their own."""

from psykavtal.agreements.search.word_forms import words_of

STOP_WORDS = frozenset(
    words_of(
        """
    alla ange anger anges att av behöver blir de dem den denna dess dessa det detta där du efter ej eller en enligt ens ett finns för får från
    ge ger gör göra ha han har hon här i in inom inte ja jag kan kommer man med mellan mot måste ni nog någon något
    några nu nämner nämns och också om oss på sig själv själva sin sina skulle ska skall står säger sägs så till under upp ut utan vi
    vid vara varit är över
    alltid aldrig bara både endast fortfarande fyllt fyller fått få förutom ingen inget inga innan just kring kunna
    liksom redan runt samma samt sedan ta tar tas vidare ännu även utöver
    framgår nämnt nämnts sammanhang skillnad skillnaden skillnader talar talas
    alls annan annat andra blev bli blivit bort bör brukar då därför där däremot dig din ditt dina er ert era fall
    finnas fram få ganska gjort göras görs hade hans hennes henne hittar hos honom hör höra hänt hända ibland igen jo
    jobbar känner kvar kunde letar lägger länge man mig min mitt mina mycket måste nog nuvarande nästa olika om sak
    händer hände saker sitta sitter snart som står stå så sådan sådant sådana säga tack tex tills tro tror tycker tänker tänkt
    tanken undrar varandra varje varken varsin vet veta vilja vill våra vår vårt väl vore är
    a about all an and any are as at be by can did do does for from had has have he i if in into is it its of on
    or our she shall should so some stated that the their there these they this those to under until up was we were
    will with would you
    according person per someone thing things mention mentioned mentions
    also am another but each else every get gets got happens happen her here him his just know let like may me might more most
    must my no not now other out own than them then think thinks too us very want wants your
    """
    )
)
PRONOUNS = frozenset(words_of("man vi du jag ni de dem parterna one we you they i the parties"))
"""The persons of a question, who are within its phrases: "säger man upp"."""

WEAK_WORDS = frozenset(
    words_of(
        """
    avtal avtalet avtalen direktiv direktivet dokument dokumentet dokumenten länet text texten texter texterna
    överenskommelse överenskommelsen
    agreement agreements county document documents text texts
    exakt år års person personen personer människa människor
    hur lång långt länge många mycket när vad vem vems vilka vilken vilket var varför vart
    how long many much what when where which who whom whose why
    """
    )
)
"""The words of a question, and the names of any text that it is asked about; they weigh little beside others."""

COMMON_WORDS = frozenset(
    words_of(
        """
    kommun kommunen kommunens kommuner kommunerna kommunernas region regionen regionens regionerna
    municipality municipalities region regions
    """
    )
)
"""The names of the parties, which are in most questions; they weigh half beside other words."""
