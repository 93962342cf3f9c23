"""The register of law: acts, and the provisions that agreements depend on, by date."""

from datetime import date
from functools import cached_property

import attrs

from psykavtal.errors import InvalidValueError, Message, UnknownNameError, suggestion
from psykavtal.law.names import forms_of, key_of
from psykavtal.law.pinpoints import Pinpoint
from psykavtal.model.wording import Wording


@attrs.frozen(kw_only=True)
class Act:
    """A statute.

    Attributes:
        number: its number in Svensk författningssamling, "2025:400".
        title: its title, in the indefinite form.
        english: its name in English, as an agency or a court has it; empty if none was found.
        short: its usual abbreviation, or empty. Two acts can share one, one after the other.
        popular: names in general use that are not titles: "utskrivningslagen", "LUS".
        wrong_titles: titles under which it is often cited, and which are not its own.
        chapters: true if it is divided into chapters; None if that was not seen.
        start: the day on which it came into force.
        verified: true if that day was read in a copy.
        repealed: the day from which it is no longer in force; None if none is known.
        successor: number of the act that took its place, or empty.
        read_through: the newest amendment in the copy; empty if that was not noted.
        evidence: codes of what was read.
    """

    number: str
    title: str
    english: str = ""
    short: str = ""
    popular: tuple[str, ...] = ()
    wrong_titles: tuple[str, ...] = ()
    chapters: bool | None = None
    start: date
    verified: bool = True
    repealed: date | None = None
    successor: str = ""
    read_through: str = ""
    evidence: tuple[str, ...] = ()

    def in_force(self, on: date) -> bool:
        """Return whether it was in force on that day, by the copies read."""
        return self.start <= on and (self.repealed is None or on < self.repealed)

    @property
    def names(self) -> set[str]:
        """The names by which it is cited: titles, abbreviation and popular names."""
        titles = {form for title in (self.title, *self.wrong_titles) for form in forms_of(title)}
        return {*titles, *self.popular, *({self.short} if self.short else ())}

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
        start: the first day, if later than the act's own.
        end: the last day, if earlier than the act's own.
        evidence: codes of what was read.
    """

    act: str
    at: Pinpoint
    subject: str
    start: date | None = None
    end: date | None = None
    evidence: tuple[str, ...] = ()

    def in_force(self, on: date) -> bool:
        """Return whether it is in force on a day, if its act is."""
        return (self.start is None or self.start <= on) and (self.end is None or on <= self.end)


@attrs.frozen(kw_only=True, slots=False)
class Register:
    """The register: acts and their provisions.

    Attributes:
        acts: by number.
        subjects: the subjects of provisions, by key.
        complete: the subjects of which every section was looked for.
        provisions: those that agreements depend on; far from all of an act's.
        evidence: the sources that were read, by code.
    """

    acts: dict[str, Act]
    subjects: dict[str, Wording]
    complete: frozenset[str] = attrs.field(default=frozenset[str](), repr=lambda each: repr(sorted(each)))
    provisions: tuple[LawProvision, ...]
    evidence: dict[str, str]

    @cached_property
    def names(self) -> dict[str, frozenset[str]]:
        """The numbers of the acts that bear each name, by the name's key (`names.key_of`)."""
        found: dict[str, set[str]] = {}
        for act in self.acts.values():
            for name in act.names:
                found.setdefault(key_of(name), set()).add(act.number)
        return {name: frozenset(numbers) for name, numbers in found.items()}

    @cached_property
    def spellings(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The names that a citation may use: titles in lower case, and abbreviations."""
        names = sorted({name for act in self.acts.values() for name in act.names})
        return tuple(each for each in names if each.islower()), tuple(each for each in names if not each.islower())

    def check_subject(self, subject: str) -> None:
        """Refuse a subject that provisions cannot be about.

        Raises:
            UnknownNameError: unknown subject.
            InvalidValueError: the subject is not text.
        """
        if not isinstance(subject, str):  # pyright: ignore[reportUnnecessaryIsInstance] (callers may not check types)
            raise InvalidValueError(
                Message(
                    en="subject: is not text. Give a key of the register, like individual-plan.",
                    sv="subject: är inte text. Ange en nyckel i registret, som individual-plan.",
                )
            )
        if subject not in self.subjects:
            raise UnknownNameError(
                Message(en="unknown subject {subject!r}.", sv="okänt ämne {subject!r}.", subject=subject),
                value=subject,
                fix=suggestion(subject, self.subjects, kind="subjects"),
            )

    def named(self, name: str, on: date, version: str = "") -> Act | None:
        """Return the act that a name means on a day.

        Args:
            name: a title, an abbreviation or a popular name, in any case.
            on: the day.
            version: "newer" for the newest act of the name, if it was enacted by that year; "older" for the one
                before the newest by that year; a year for the act of that year; if it is empty, the act in force on
                the day, else the last before it.

        Returns:
            The act; None if the register has none. An act that comes later is not meant by a name alone: an earlier
            act that the register does not have may have borne it.
        """
        acts = [self.acts[number] for number in sorted(self.names.get(key_of(name), ()), key=_by_number)]
        if version.isdigit():
            return next((act for act in acts if act.number.startswith(f"{version}:")), None)
        if version == "newer":
            return acts[-1] if acts and _by_number(acts[-1].number)[0] <= on.year else None
        if version == "older":
            enacted = [act for act in acts if _by_number(act.number)[0] <= on.year]
            return enacted[-2] if len(enacted) > 1 else None
        started = [act for act in acts if act.start <= on]
        return max(started, key=lambda act: (act.in_force(on), act.start), default=None)

    def about(self, subject: str, act: Act, on: date) -> list[LawProvision]:
        """The provisions of an act on a subject, on a day."""
        return [
            each for each in self.provisions if (each.act, each.subject) == (act.number, subject) and each.in_force(on)
        ]

    def at(self, act: Act, pinpoint: Pinpoint, on: date) -> list[LawProvision]:
        """Return the provisions of a section, or of a whole chapter, on a day."""
        of_act = [each for each in self.provisions if each.act == act.number and each.in_force(on)]
        if not pinpoint.section:
            return [each for each in of_act if each.at.chapter == pinpoint.chapter]
        return [each for each in of_act if each.at == pinpoint.whole]


def _by_number(number: str) -> tuple[int, int]:
    year, _, rest = number.partition(":")
    return int(year), int(rest)
