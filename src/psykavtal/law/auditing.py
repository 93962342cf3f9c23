"""One act that is cited, held against the register for a day."""

import re
from collections.abc import Iterator
from datetime import date

import attrs

from psykavtal.law.acts import Act, Pinpoint, Register, names_of
from psykavtal.law.findings import Check, LawFinding
from psykavtal.law.parsing import LawCitation
from psykavtal.model.wording import Wording

_LONGEST_SHORT = 3
_INNER_NUMBER = re.compile(r"\(\s*(?:SFS\s*)?\d{4}:\d+\s*\)\s*")


@attrs.frozen(kw_only=True)
class Audit:
    """An act, as cited for a subject on a day.

    Attributes:
        act: the act that is meant.
        on: the day.
        subject: key of what it is cited for; empty where that is not said.
        law: the register.
    """

    act: Act
    on: date
    subject: str
    law: Register

    def findings(self, cited: LawCitation) -> list[LawFinding]:
        """All that is to be said of a citation of the act."""
        return [*self._of_name(cited), *self._of_act(cited), *(f for at in cited.pinpoints for f in self._of(at))]

    def _of_name(self, cited: LawCitation) -> Iterator[LawFinding]:
        names = {key_of(name) for name in (cited.name, *cited.also) if name}
        if not names <= names_of(self.act):
            told = Wording(
                sv=f"Numret är ett annat än namnets: {self.act}.", en=f"The number is not that of the name: {self.act}."
            )
            yield LawFinding(check=Check.OTHER_ACT, message=told)
        elif not names <= names_of(attrs.evolve(self.act, wrong_titles=())):
            title = self.act.title
            told = Wording(sv=f"Titeln är inte lagens egen: {title}.", en=f"The title is not the act's own: {title}.")
            yield LawFinding(check=Check.TITLE, message=told)

    def _of_act(self, cited: LawCitation) -> Iterator[LawFinding]:
        act, on = self.act, self.on
        if not act.in_force(on):
            past = act.repealed is not None and act.repealed <= on
            sv, en = ("upphävd", "repealed") if past else ("inte i kraft än", "not yet in force")
            told = Wording(sv=f"{act} är {sv} {on}.", en=f"{act} is {en} on {on}.")
            yield LawFinding(check=Check.NOT_IN_FORCE, message=told, suggestion=self._instead())
        for at in cited.stray:
            told = Wording(sv=f"{at} sist hör inte till någonting.", en=f"{at} at the end belongs to nothing.")
            yield LawFinding(check=Check.STRAY, message=told)
        if not cited.pinpoints and (listed := self._listed(act)):
            told = Wording(sv=f"Hela lagen anges: {act}.", en=f"The whole act is cited: {act}.")
            yield LawFinding(check=Check.WHOLE_ACT, message=told, suggestion=listed)

    def _of(self, at: Pinpoint) -> Iterator[LawFinding]:
        """What is to be said of one paragraph."""
        act = self.act
        there = {each.subject for each in self.law.at(act, at, self.on)}
        if act.chapters and at.chapter is None:
            told = Wording(
                sv=f"{act} är indelad i kapitel: {at} räcker inte.", en=f"{act} has chapters: {at} is not enough."
            )
            yield LawFinding(check=Check.CHAPTER_MISSING, message=told, suggestion=self._instead())
        elif act.chapters is False and at.chapter is not None:
            told = Wording(sv=f"{act} är inte indelad i kapitel.", en=f"{act} has no chapters.")
            yield LawFinding(check=Check.NO_CHAPTERS, message=told, suggestion=self._instead())
        elif self.subject and self.subject not in there and (there or self._listed(act)):
            yield self._other_subject(at, there)
        elif not there:
            told = Wording(
                sv=f"{at} {act} finns inte i registret; vad den handlar om är inte kontrollerat.",
                en=f"{at} {act} is not in the register; what it is about was not checked.",
            )
            yield LawFinding(check=Check.NOT_REGISTERED, message=told)
        elif at.letter and all(each.start is None for each in self.law.at(act, at, self.on)):
            told = Wording(
                sv=f"När {at} fördes in i {act} är inte kontrollerat.",
                en=f"When {at} was inserted into {act} was not checked.",
            )
            yield LawFinding(check=Check.START_UNKNOWN, message=told)

    def _other_subject(self, at: Pinpoint, there: set[str]) -> LawFinding:
        """The paragraph is about something else, or the register has the subject in another one."""
        labels = [self.law.subjects[each] for each in sorted(there)]
        if labels:
            told = Wording(
                sv=f"{at} {self.act} handlar om något annat: {', '.join(each.sv for each in labels)}.",
                en=f"{at} {self.act} is about something else: {', '.join(each.to('en') for each in labels)}.",
            )
        else:
            told = Wording(
                sv=f"Det som {at} {self.act} anges för står enligt registret i en annan paragraf.",
                en=f"What {at} {self.act} is cited for stands in another paragraph, by the register.",
            )
        return LawFinding(check=Check.OTHER_SUBJECT, message=told, suggestion=self._instead())

    def _instead(self) -> str:
        """What the register has on the subject that day: in the act itself, else in the act of its name in force."""
        act = (
            self.act
            if self.act.in_force(self.on)
            else self.law.named(self.act.short or key_of(self.act.title), self.on)
        )
        if act is None or not act.in_force(self.on):
            return ""
        return self._listed(act) or (str(act) if act is not self.act else "")

    def _listed(self, act: Act) -> str:
        found = [str(each.at) for each in self.law.about(self.subject, act, self.on)]
        return f"{' och '.join(found)} {act}" if found else ""


def key_of(name: str) -> str:
    """A name as the register knows it: abbreviations as they are, titles in lower case without a number in them.

    Examples:
        >>> key_of("SoL"), key_of("Lag (1991:1128) om psykiatrisk  tvångsvård"), key_of("Socialtjänstlagens")
        ('SoL', 'lag om psykiatrisk tvångsvård', 'socialtjänstlagen')
    """
    plain = re.sub(r"-\s*och\b", "- och", _INNER_NUMBER.sub("", " ".join(name.split())))
    if len(plain) <= _LONGEST_SHORT:
        return plain
    low = plain.lower()
    return low.removesuffix("s") if low.endswith(("lagens", "ordningens")) else low
