"""The description of an export: its counties, its day, and its limits."""

from collections.abc import Sequence
from datetime import date

import attrs

from psykavtal.agreements.county import County
from psykavtal.model.wording import Wording

TITLE = Wording(
    sv="Länens överenskommelser om psykisk funktionsnedsättning",
    en="County agreements on psychiatric disabilities",
)
_WORDINGS = Wording(
    sv="Lydelserna är skrivna i egna ord; textställets första och sista ord visar var det står. Inget är ifyllt: status anger om texten säger det.",
    en="The wordings are in words of our own; the first and last words of a passage show its place. Nothing is filled in: the status "
    "gives whether the text states it.",
)
_NO_DAY = Wording(
    sv="Ingen dag är vald: om ett dokument gäller framgår inte.",
    en="No day was chosen: whether a document applies is not given.",
)
_NOT_ADVICE = Wording(
    sv="Ett stöd för att läsa överenskommelserna, inte juridisk rådgivning.",
    en="An aid to reading the agreements, not legal advice.",
)
_NOT_READ = Wording(sv="Kan inte läsas och saknas", en="Cannot be read and missing")


@attrs.frozen(kw_only=True)
class AboutExport:
    """The description of an export.

    Attributes:
        lang: the language of its tables.
        on: the day of its verdicts; None for none.
        verdicts: for each county, whether its agreement applies on the day.
        not_read: names of the documents that cannot be read, and are missing.
    """

    lang: str
    on: date | None
    verdicts: tuple[Wording, ...]
    not_read: tuple[Wording, ...] = ()

    @classmethod
    def of(cls, counties: Sequence[County], not_read: Sequence[str], *, lang: str, on: date | None) -> "AboutExport":
        """Return the description of an export of counties.

        Args:
            counties: the counties.
            not_read: ids of the documents that cannot be read.
            lang: the language of the tables.
            on: the day; None for none.
        """
        names = {each.id: each for county in counties for each in county.documents}
        missing = [names[each] for each in not_read]
        return cls(
            lang=lang,
            on=on,
            verdicts=tuple(_verdict(each, on) for each in counties),
            not_read=tuple(Wording(sv=each.label("sv"), en=each.label("en")) for each in missing),
        )

    @property
    def title(self) -> str:
        """The title in the language of the tables."""
        return TITLE.to(self.lang)

    @property
    def lines(self) -> tuple[str, ...]:
        """The description in the language of the tables, line by line."""
        return self.lines_in(self.lang)

    def lines_in(self, lang: str) -> tuple[str, ...]:
        """Return the description in a language, line by line."""
        missing = ", ".join(each.to(lang) for each in self.not_read)
        return (
            *(each.to(lang) for each in self.verdicts),
            *((_NO_DAY.to(lang),) if self.on is None else ()),
            *((f"{_NOT_READ.to(lang)}: {missing}.",) if missing else ()),
            _WORDINGS.to(lang),
            _NOT_ADVICE.to(lang),
        )


def _verdict(county: County, on: date | None) -> Wording:
    if on is None:
        return Wording(sv=f"{county.name}.", en=f"{county.name}.")
    sentence = county.in_force(on=on).sentence
    return Wording(sv=f"{county.name}: {sentence.sv}", en=f"{county.name}: {sentence.to('en')}")
