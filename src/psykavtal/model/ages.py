"""Age limits in completed years, with the words of the text."""

import attrs

from psykavtal.errors import InvalidValueError, Message, UnknownReadingError, suggestion
from psykavtal.model import arguments
from psykavtal.model.readings import Reading
from psykavtal.model.truth import Truth
from psykavtal.model.validators import no_less_than
from psykavtal.model.wording import Wording

_EVERY_AGE = Wording(sv="alla åldrar", en="all ages")


@attrs.frozen(kw_only=True, repr=False)
class AgeRange:
    """A range of ages in completed years, closed below and open above.

    Attributes:
        at_least: the youngest age in the range; None without a lower limit.
        below: the youngest age above the range; None without an upper limit.

    Examples:
        >>> AgeRange(at_least=13, below=24)
        13–23
        >>> AgeRange(at_least=18).covers(17)
        False
    """

    at_least: int | None = attrs.field(default=None, validator=no_less_than(0))
    below: int | None = attrs.field(default=None, validator=no_less_than(1))

    def __attrs_post_init__(self) -> None:
        """Refuse an empty range."""
        if self.at_least is not None and self.below is not None and self.at_least >= self.below:
            raise InvalidValueError(
                Message(en="the range contains no age.", sv="spannet innehåller ingen ålder."),
                value=(self.at_least, self.below),
                fix=Message(en="`below` must exceed `at_least`.", sv="`below` ska vara större än `at_least`."),
            )

    @property
    def is_unlimited(self) -> bool:
        """Return whether every age is in the range."""
        return not self.at_least and self.below is None

    def covers(self, age: int) -> bool:
        """Return whether somebody of `age` completed years is in the range."""
        return (self.at_least is None or age >= self.at_least) and (self.below is None or age < self.below)

    def in_language(self, lang: str) -> str:
        """Return the range as people write it, in `lang`; both ends belong to it."""
        if self.at_least is None and self.below is None:
            return _EVERY_AGE.to(lang)
        top = "" if self.below is None else str(self.below - 1)
        return f"{self.at_least or 0}–{top}"

    def __str__(self) -> str:
        """The range as people write it, in Swedish."""
        return self.in_language("sv")

    def __repr__(self) -> str:
        """The range as people write it, in English."""
        return self.in_language("en")


@attrs.frozen(kw_only=True, repr=False)
class AgeLimit:
    """An age limit: the words of the text, with their range or readings.

    Attributes:
        words: the words of the text.
        range: their meaning; None if it is ambiguous, or no number is given.
        readings: their possible meanings, if they are ambiguous.
        fact: id of the fact that the words are, if they give no number ("adult" for "vuxna"); else empty.

    Examples:
        >>> from psykavtal.model.wording import Wording
        >>> AgeLimit(words="från 18 år", range=AgeRange(at_least=18))
        «från 18 år» = 18–
        >>> over = AgeLimit(words="över 18 år", readings=(
        ...     Reading(name="inclusive", why=Wording(sv="från 18-årsdagen"), value=AgeRange(at_least=18)),
        ...     Reading(name="exclusive", why=Wording(sv="den som är äldre än 18"), value=AgeRange(at_least=19))))
        >>> over.covers(18)
        <Truth.UNKNOWN: 'unknown'>
        >>> over.covers(18, reading="inclusive"), over.covers(17)
        (<Truth.TRUE: 'true'>, <Truth.FALSE: 'false'>)
    """

    words: str
    range: AgeRange | None = None
    readings: tuple[Reading[AgeRange], ...] = ()
    fact: str = ""

    def __attrs_post_init__(self) -> None:
        """Refuse a limit with a single reading, or with two meanings."""
        if self.fact and (self.range is not None or self.readings):
            fault = Message(
                en="an age limit has a fact only if its words give no number.",
                sv="en åldersgräns har en uppgift bara om dess ord inte ger något tal.",
            )
            raise InvalidValueError(fault, value=self.words)
        if self.range is not None and self.readings:
            fault = Message(
                en="an age limit has a range or readings, not both.",
                sv="en åldersgräns har ett spann eller läsningar, inte båda.",
            )
            raise InvalidValueError(fault, value=self.words)
        if len(self.readings) == 1:
            raise InvalidValueError(
                Message(en="one reading is not an ambiguity.", sv="en enda läsning är ingen tvetydighet."),
                value=self.words,
                fix=Message(en="Give a range, or two readings.", sv="Ange ett spann, eller två läsningar."),
            )

    def possible(self, reading: str | None = None) -> tuple[AgeRange, ...]:
        """Return the possible ranges; one if the words are clear or `reading` is chosen.

        Raises:
            UnknownReadingError: the words are ambiguous and have no reading of that name.
        """
        if not self.readings:
            return () if self.range is None else (self.range,)
        if reading is None:
            return tuple(each.value for each in self.readings)
        found = tuple(each.value for each in self.readings if each.name == reading)
        if not found:
            names = [each.name for each in self.readings]
            arguments.text(reading, "reading")
            raise UnknownReadingError(
                Message(
                    en="unknown reading {reading!r} of «{words}».",
                    sv="okänd läsning {reading!r} av «{words}».",
                    reading=reading,
                    words=self.words,
                ),
                value=reading,
                fix=suggestion(reading, names, kind="readings"),
            )
        return found

    def covers(self, age: int | None, *, reading: str | None = None) -> Truth:
        """Return whether somebody of `age` completed years is within the limit; unknown if readings part.

        An age not given is within a limit without bounds.
        """
        ranges = self.possible(reading)
        if not ranges:
            return Truth.UNKNOWN
        if age is None:
            return Truth.TRUE if all(each.is_unlimited for each in ranges) else Truth.UNKNOWN
        verdicts = {each.covers(age) for each in ranges}
        return Truth.of(verdicts.pop()) if len(verdicts) == 1 else Truth.UNKNOWN

    def in_language(self, lang: str) -> str:
        """Return the words, and what they can mean in `lang`; for each reading its reason."""
        if self.readings:
            meant = [f"{each.value.in_language(lang)} ({each.why.to(lang).rstrip('.')})" for each in self.readings]
            return f"«{self.words}» = {' / '.join(meant)}"
        return f"«{self.words}»" if self.range is None else f"«{self.words}» = {self.range.in_language(lang)}"

    def __str__(self) -> str:
        """The words and their possible meanings, in Swedish."""
        return self.in_language("sv")

    def __repr__(self) -> str:
        """The words and their possible meanings, with the names of the readings."""
        if self.readings:
            return f"«{self.words}» = " + " / ".join(f"{each.value!r} ({each.name})" for each in self.readings)
        return self.in_language("en")
