"""Resolve a citation for a day. The citation as written is never corrected."""

import re
from contextlib import suppress
from datetime import date
from functools import lru_cache

import attrs

from psykavtal.errors import CitationError, InvalidDateError, Message
from psykavtal.law.acts import Act, Register
from psykavtal.law.auditing import Audit
from psykavtal.law.findings import Check, LawFinding
from psykavtal.law.parsed_citation import LawCitation, ParsedCitation, ReportCitation
from psykavtal.law.parsing import parse
from psykavtal.law.register import register
from psykavtal.law.uris import lagen_nu, riksdagen
from psykavtal.model.severity import Severity
from psykavtal.model.wording import Wording

_SLOPPY = re.compile(r"kap(?!\.)\b|\d§|\d[a-z]?\s{2,}§|[a-z]§|kap\.?\s{2,}|(?:SOU|Dir\.)\d")
_NO_ACT = Wording(
    sv="Ingen lag anges. Skriv paragraf och lag, som 16 kap. 3 § HSL (2017:30).",
    en="No act is cited. Write section and act, as 16 kap. 3 § HSL (2017:30).",
)


@attrs.frozen(kw_only=True)
class ResolvedLaw:
    """One act that is cited, as it is known on the day.

    Attributes:
        cited: the citation as it was read.
        act: the act that is meant; None if the register has none of the name or number.
        uris: web addresses: lagen.nu and the Riksdag's open data, for each paragraph.
    """

    cited: LawCitation
    act: Act | None
    uris: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Resolution:
    """A citation resolved for a day.

    Attributes:
        as_written: the citation, unchanged.
        on: the day.
        subject: key of the subject that it is cited for; empty if not given.
        laws: the acts that it cites.
        reports: the inquiries and bills that it cites.
        findings: the findings, for readers.
    """

    as_written: str
    on: date
    subject: str = ""
    laws: tuple[ResolvedLaw, ...] = ()
    reports: tuple[ReportCitation, ...] = ()
    findings: tuple[LawFinding, ...] = ()

    @property
    def resolves(self) -> bool:
        """Return whether it is fully read, in the register, and without errors."""
        open_checks = {
            *(Check.PARTLY_READ, Check.STRAY, Check.UNKNOWN_ACT, Check.NOT_REGISTERED, Check.OTHER_SECTION),
            *(Check.START_UNKNOWN, Check.DEPENDS_ON_DAY),
        }
        whole = all(each.check not in open_checks for each in self.findings)
        return bool(self.laws or self.reports) and whole and not self.errors

    @property
    def errors(self) -> tuple[LawFinding, ...]:
        """The findings that are errors."""
        return tuple(each for each in self.findings if each.severity is Severity.ERROR)


def resolve(
    as_written: str,
    *,
    on: date | str,
    subject: str = "",
    later: date | str | None = None,
    law: Register | None = None,
) -> Resolution:
    """Resolve a citation of law for a day.

    Args:
        as_written: the citation.
        on: the day on which it is read; an abbreviation can mean another act on another day.
        subject: key of what it is cited for, from the register.
        later: a later day, to find changes until then.
        law: another register than the library's own.

    Raises:
        InvalidDateError: a day is not a date.
        UnknownNameError: unknown subject.

    Examples:
        >>> resolution = resolve("13 kap. 5 § SoL", on="2025-07-01", subject="individual-plan")
        >>> for each in resolution.errors:
        ...     print(each.check.value, "|", each.suggestion)
        other-subject | 10 kap. 8 §, 10 kap. 9 § SoL (2025:400)
        >>> resolve("HSL", on="2017-03-31").laws[0].act.number
        '1982:763'
    """
    known = register() if law is None else law
    day = _day(on, place="on")
    if subject != "":  # also None is a wrong subject
        known.check_subject(subject)
    try:
        parsed = _parsed(as_written) if law is None and isinstance(as_written, str) else parse(as_written, known)  # pyright: ignore[reportUnnecessaryIsInstance] (callers may not check types)
    except CitationError:
        finding = LawFinding(check=Check.NOT_PARSED, message=_NO_ACT)
        return Resolution(as_written=as_written, on=day, subject=subject, findings=(finding,))
    laws = [_resolved(each, day, known) for each in parsed.laws]
    findings = [finding for each in laws for finding in _audited(each, day, subject, known)]
    findings += [
        LawFinding(check=Check.PARTLY_READ, message=Wording(sv=f"Inte läst: «{each}».", en=f'Not read: "{each}".'))
        for each in parsed.rest
    ]
    if _SLOPPY.search(as_written):
        message = Wording(sv="Skrivs inte som det brukar.", en="Is not written as is usual.")
        findings.append(LawFinding(check=Check.TYPOGRAPHY, message=message))
    resolution = Resolution(
        as_written=as_written,
        on=day,
        subject=subject,
        laws=tuple(laws),
        reports=parsed.reports,
        findings=tuple(findings),
    )
    return resolution if later is None else _with_later(resolution, _day(later, place="later"), known)


@lru_cache(maxsize=1024)
def _parsed(as_written: str) -> ParsedCitation:
    """Parse a citation with the library's own register, once for all days."""
    return parse(as_written)


def _resolved(cited: LawCitation, on: date, law: Register) -> ResolvedLaw:
    act = law.acts.get(cited.number) if cited.number else law.named(cited.name, on, cited.version)
    uris = tuple(
        make(act.number, at) for at in (cited.pinpoints or (None,)) for make in (lagen_nu, riksdagen) if act is not None
    )
    return ResolvedLaw(cited=cited, act=act, uris=uris)


def _audited(resolved: ResolvedLaw, on: date, subject: str, law: Register) -> list[LawFinding]:
    if resolved.act is None:
        name = resolved.cited.number or resolved.cited.name
        message = Wording(
            sv=f"Registret har ingen lag {name} som fanns {on}.", en=f"The register has no act {name} on {on}."
        )
        return [LawFinding(check=Check.UNKNOWN_ACT, message=message)]
    return Audit(act=resolved.act, on=on, subject=subject, law=law).findings(resolved.cited)


def _with_later(resolution: Resolution, later: date, law: Register) -> Resolution:
    """Return the findings on a later day for the acts that were meant."""
    now = {each.check for each in resolution.errors}
    found: list[LawFinding] = []
    for each in resolution.laws:
        then = _audited(each, later, resolution.subject, law)
        for error in then:
            if error.severity is Severity.ERROR and error.check not in now:
                message = Wording(
                    sv=f"Håller inte {later}: {error.message}", en=f"Fails on {later}: {error.message.to('en')}"
                )
                found.append(LawFinding(check=Check.FAILS_LATER, message=message, suggestion=error.suggestion))
                break
    return attrs.evolve(resolution, findings=(*resolution.findings, *found))


def _day(value: date | str, *, place: str) -> date:
    """A day; the law package needs no more of dates than this.

    Raises:
        InvalidDateError: it is neither a `date` nor a text like "2026-01-10".
    """
    if type(value) is date:
        return value
    with suppress(ValueError):
        if isinstance(value, str) and len(value) == len("2026-01-10"):
            return date.fromisoformat(value)
    raise InvalidDateError(
        Message(en="{value!r} is not a date.", sv="{value!r} är inget datum.", value=value),
        value=value,
        place=place,
        fix=Message(en="Write year-month-day, like 2026-01-10.", sv="Skriv år-månad-dag, som 2026-01-10."),
    )
