"""Audit one cited act against the register for a day."""

from collections.abc import Iterator
from datetime import date, timedelta

import attrs

from psykavtal.law.acts import Act, Register
from psykavtal.law.findings import Check, LawFinding
from psykavtal.law.names import key_of
from psykavtal.law.parsed_citation import LawCitation
from psykavtal.law.pinpoints import Pinpoint
from psykavtal.model.wording import Wording


@attrs.frozen(kw_only=True)
class Audit:
    """An act, as cited for a subject on a day.

    Attributes:
        act: the act that is meant.
        on: the day.
        subject: key of the subject that it is cited for; empty if not given.
        law: the register.
    """

    act: Act
    on: date
    subject: str
    law: Register

    def findings(self, cited: LawCitation) -> list[LawFinding]:
        """Return all findings on a citation of the act."""
        return [*self._of_name(cited), *self._of_act(cited), *(f for at in cited.pinpoints for f in self._of(at))]

    def _of_name(self, cited: LawCitation) -> Iterator[LawFinding]:
        names = [name for name in (cited.name, *cited.also) if name]
        own, official = _keys(self.act), _keys(attrs.evolve(self.act, wrong_titles=()))
        others = [name for name in names if key_of(name) not in own]
        if misnamed := [name for name in others if key_of(name) in self.law.names]:
            sv, en = f"Numret är {self.act}, inte {misnamed[0]}.", f"The number is {self.act}, not {misnamed[0]}."
            yield LawFinding(check=Check.OTHER_ACT, message=Wording(sv=sv, en=en))
        elif others or any(key_of(name) not in official for name in names):
            title = self.act.title
            message = Wording(
                sv=f"Titeln är inte lagens egen: {title}.", en=f"The title is not the act's own: {title}."
            )
            yield LawFinding(check=Check.TITLE, message=message)

    def _of_act(self, cited: LawCitation) -> Iterator[LawFinding]:
        act, on = self.act, self.on
        check = Check.VERSION if self._is_named_version(cited) else Check.NOT_IN_FORCE
        if act.repealed is not None and act.repealed <= on:
            message = Wording(
                sv=f"{act} upphörde att gälla {act.repealed}.", en=f"{act} was repealed on {act.repealed}."
            )
            yield LawFinding(check=check, message=message, suggestion=self._instead())
        elif not act.in_force(on):
            message = Wording(sv=f"{act} träder i kraft {act.start}.", en=f"{act} comes into force on {act.start}.")
            yield LawFinding(check=check, message=message, suggestion=self._instead())
        for at in cited.stray:
            message = Wording(
                sv=f"{at} står efter lagen, som redan har en paragraf: vad den hör till framgår inte.",
                en=f"{at} is after the act, which already has a section: its owner is unclear.",
            )
            yield LawFinding(check=Check.STRAY, message=message)
        if not cited.pinpoints and (listed := self._listed(act)):
            message = Wording(sv=f"Hela lagen anges: {act}.", en=f"The whole act is cited: {act}.")
            yield LawFinding(check=Check.WHOLE_ACT, message=message, suggestion=listed)

    def _is_named_version(self, cited: LawCitation) -> bool:
        """Return whether the citation itself names another act than the one in force: "gamla SoL"."""
        is_past = self.act.start <= self.on
        return cited.version == ("older" if is_past else "newer") or cited.version == self.act.number[:4]

    def _of(self, at: Pinpoint) -> Iterator[LawFinding]:
        """Return the findings on one paragraph."""
        act = self.act
        day = self._day
        there = {each.subject for each in self.law.at(act, at, day)}
        if act.chapters and not at.chapter:
            message = Wording(
                sv=f"{act} är indelad i kapitel: {at} räcker inte.", en=f"{act} has chapters: {at} is not enough."
            )
            yield LawFinding(check=Check.CHAPTER_MISSING, message=message, suggestion=self._instead())
        elif act.chapters is False and at.chapter:
            message = Wording(sv=f"{act} är inte indelad i kapitel.", en=f"{act} has no chapters.")
            yield LawFinding(check=Check.NO_CHAPTERS, message=message, suggestion=self._instead())
        elif self.subject and there and self.subject not in there:
            yield self._other_subject(at, there)
        elif self.subject in self.law.complete and not there and (listed := self._listed(act)):
            message = Wording(
                sv=f"Det som {at} {act} anges för regleras i en annan paragraf.",
                en=f"The subject that {at} {act} is cited for is in another section.",
            )
            yield LawFinding(check=Check.OTHER_SUBJECT, message=message, suggestion=listed)
        elif self.subject and not there and (listed := self._listed(act)):
            message = Wording(
                sv=f"Registret har det som {at} anges för i en annan paragraf; {at} är inte kontrollerad.",
                en=f"The register has the subject for which {at} is cited in another section; {at} was not checked.",
            )
            yield LawFinding(check=Check.OTHER_SECTION, message=message, suggestion=listed)
        elif not there:
            message = Wording(
                sv=f"{at} {act} finns inte i registret; vad den handlar om är inte kontrollerat.",
                en=f"{at} {act} is not in the register; its subject was not checked.",
            )
            yield LawFinding(check=Check.NOT_REGISTERED, message=message)
        elif not at.section[-1:].isdigit() and all(each.start is None for each in self.law.at(act, at, day)):
            message = Wording(
                sv=f"När {at} fördes in i {act} är inte kontrollerat.",
                en=f"The day on which {at} was inserted into {act} was not checked.",
            )
            yield LawFinding(check=Check.START_UNKNOWN, message=message)
        if there and at.part:
            message = Wording(
                sv=f"Att {at.whole} har {at.part} är inte kontrollerat.",
                en=f"{at.part} of {at.whole} was not checked.",
            )
            yield LawFinding(check=Check.PART, message=message)

    def _other_subject(self, at: Pinpoint, there: set[str]) -> LawFinding:
        """The section is about something else."""
        labels = [self.law.subjects[each] for each in sorted(there)]
        message = Wording(
            sv=f"{at} {self.act} handlar om något annat: {', '.join(each.sv for each in labels)}.",
            en=f"{at} {self.act} is about something else: {', '.join(each.to('en') for each in labels)}.",
        )
        return LawFinding(check=Check.OTHER_SUBJECT, message=message, suggestion=self._instead())

    @property
    def _day(self) -> date:
        """The day of look-up: the last day of an act cited as earlier."""
        if self.act.repealed is None or self.act.repealed > self.on:
            return self.on
        return self.act.repealed - timedelta(days=1)

    def _instead(self) -> str:
        """Return the provisions on the subject, of the act or its successor."""
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
        return f"{', '.join(found)} {act}" if found else ""


def _keys(act: Act) -> set[str]:
    return {key_of(name) for name in act.names}
