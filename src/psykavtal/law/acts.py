"""The register of law: acts, and the provisions that agreements turn on, by date."""

from datetime import date
from functools import cached_property

import attrs

from psykavtal.errors import UnknownNameError, suggestion
from psykavtal.model.wording import Wording


@attrs.frozen(order=True)
class Pinpoint:
    """A paragraph of an act.

    Attributes:
        chapter: number of the chapter; None where none is named.
        section: number of the paragraph (§).
        letter: its letter, or empty.

    Examples:
        >>> print(Pinpoint(5, 8, "a"), "|", Pinpoint(None, 9))
        5 kap. 8 a § | 9 §
    """

    chapter: int | None
    section: int
    letter: str = ""

    def __str__(self) -> str:
        """As it is written in Swedish law."""
        chapter = f"{self.chapter} kap. " if self.chapter is not None else ""
        return f"{chapter}{self.section}{' ' + self.letter if self.letter else ''} §"


@attrs.frozen(kw_only=True)
class Act:
    """A statute.

    Attributes:
        number: its number in Svensk författningssamling, "2025:400".
        title: its title, in the indefinite form.
        english: its name in English, as an agency or a court has it; empty where none was found.
        short: its usual abbreviation, or empty. Two acts can share one, one after the other.
        wrong_titles: titles under which it is often cited, and which are not its own.
        chapters: whether it is divided into chapters; None where that was not seen.
        start: the day on which it came into force.
        verified: whether that day was read in a copy.
        repealed: the day from which it is no longer in force; None where none is known.
        successor: number of the act that took its place, or empty.
        read_through: the newest amendment that the copy held; empty where that was not noted.
        evidence: codes of what was read.
    """

    number: str
    title: str
    english: str = ""
    short: str = ""
    wrong_titles: tuple[str, ...] = ()
    chapters: bool | None = None
    start: date
    verified: bool = True
    repealed: date | None = None
    successor: str = ""
    read_through: str = ""
    evidence: tuple[str, ...] = ()

    def in_force(self, on: date) -> bool:
        """Whether it was in force on that day, by the copies read."""
        return self.start <= on and (self.repealed is None or on < self.repealed)

    def __str__(self) -> str:
        """As people cite it."""
        return f"{self.short or self.title} ({self.number})"


@attrs.frozen(kw_only=True)
class LawProvision:
    """A provision of an act, with what it is about.

    Attributes:
        act: number of the act.
        at: the paragraph.
        subject: key of what it is about.
        start: the first day, where it is later than the act's own.
        end: the last day, where it is earlier than the act's own.
        evidence: codes of what was read.
    """

    act: str
    at: Pinpoint
    subject: str
    start: date | None = None
    end: date | None = None
    evidence: tuple[str, ...] = ()

    def stood(self, on: date) -> bool:
        """Whether it stood there on that day, the act's own days apart."""
        return (self.start is None or self.start <= on) and (self.end is None or on <= self.end)


@attrs.frozen(kw_only=True, slots=False)
class Register:
    """What is known of law.

    Attributes:
        acts: by number.
        subjects: what provisions are about, by key.
        provisions: those that agreements turn on; by far not all of an act's.
        evidence: what was read, by code.
    """

    acts: dict[str, Act]
    subjects: dict[str, Wording]
    provisions: tuple[LawProvision, ...]
    evidence: dict[str, str]

    @cached_property
    def names(self) -> dict[str, frozenset[str]]:
        """The numbers of the acts that bear each name."""
        found: dict[str, set[str]] = {}
        for act in self.acts.values():
            for name in names_of(act):
                found.setdefault(name, set()).add(act.number)
        return {name: frozenset(numbers) for name, numbers in found.items()}

    def check_subject(self, subject: str) -> None:
        """Refuse a subject that provisions cannot be about.

        Raises:
            UnknownNameError: there is no such subject.
        """
        if subject not in self.subjects:
            raise UnknownNameError(
                f"no subject {subject!r}.", value=subject, hint=suggestion(subject, self.subjects, what="subjects")
            )

    def named(self, name: str, on: date) -> Act | None:
        """The act of a title or an abbreviation on a day: the one in force, else the nearest in time."""
        acts = [act for act in self.acts.values() if name in names_of(act)]
        return min(acts, key=lambda act: (not act.in_force(on), abs((act.start - on).days)), default=None)

    def about(self, subject: str, act: Act, on: date) -> list[LawProvision]:
        """The provisions of an act on a subject, on a day."""
        return [
            each for each in self.provisions if (each.act, each.subject) == (act.number, subject) and each.stood(on)
        ]

    def at(self, act: Act, pinpoint: Pinpoint, on: date) -> list[LawProvision]:
        """What is known of a paragraph of an act on a day."""
        return [each for each in self.provisions if (each.act, each.at) == (act.number, pinpoint) and each.stood(on)]


def names_of(act: Act) -> set[str]:
    """Every name by which an act is cited: title, definite form and abbreviation, in lower case apart from the last."""
    titles = {form for title in (act.title, *act.wrong_titles) for form in forms_of(title)}
    return {*titles, *({act.short} if act.short else ())}


def forms_of(title: str) -> tuple[str, ...]:
    """A title in lower case, indefinite and definite.

    Examples:
        >>> forms_of("Socialtjänstlag"), forms_of("Lag om vård av unga")
        (('socialtjänstlag', 'socialtjänstlagen'), ('lag om vård av unga', 'lagen om vård av unga'))
    """
    low = title.lower()
    first, space, rest = low.partition(" ")
    if first == "lag":
        return (low, f"lagen{space}{rest}")
    return (low, f"{low}en")
