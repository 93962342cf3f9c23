"""Findings of an audit of a citation."""

import enum

import attrs

from psykavtal.model.severity import Severity
from psykavtal.model.wording import Wording


class Check(enum.Enum):
    """The check that led to a finding; each has one severity."""

    NOT_PARSED = "not-parsed"
    PARTLY_READ = "partly-read"
    UNKNOWN_ACT = "unknown-act"
    NOT_IN_FORCE = "not-in-force"
    VERSION = "version"
    CHAPTER_MISSING = "chapter-missing"
    NO_CHAPTERS = "no-chapters"
    OTHER_SUBJECT = "other-subject"
    OTHER_SECTION = "other-section"
    PAIR = "pair"
    NO_NUMBER = "no-number"
    NO_DATE = "no-date"
    DEPENDS_ON_DAY = "depends-on-day"
    TITLE = "title"
    OTHER_ACT = "other-act"
    STRAY = "stray"
    TYPOGRAPHY = "typography"
    WHOLE_ACT = "whole-act"
    NOT_REGISTERED = "not-registered"
    PART = "part"
    START_UNKNOWN = "start-unknown"
    FAILS_LATER = "fails-later"

    @property
    def severity(self) -> Severity:
        """The severity."""
        return _SEVERITIES.get(self, Severity.ERROR)


_SEVERITIES = {
    Check.NOT_PARSED: Severity.WARNING,
    Check.PARTLY_READ: Severity.WARNING,
    Check.UNKNOWN_ACT: Severity.INFO,
    Check.VERSION: Severity.INFO,
    Check.NO_NUMBER: Severity.WARNING,
    Check.NO_DATE: Severity.WARNING,
    Check.DEPENDS_ON_DAY: Severity.WARNING,
    Check.TITLE: Severity.WARNING,
    Check.OTHER_SECTION: Severity.WARNING,
    Check.PART: Severity.INFO,
    Check.STRAY: Severity.WARNING,
    Check.TYPOGRAPHY: Severity.INFO,
    Check.WHOLE_ACT: Severity.INFO,
    Check.NOT_REGISTERED: Severity.INFO,
    Check.START_UNKNOWN: Severity.INFO,
    Check.FAILS_LATER: Severity.INFO,
}


@attrs.frozen(kw_only=True)
class LawFinding:
    """A finding about a citation, for a reader. It corrects nothing.

    Attributes:
        check: the check that found it.
        message: the finding in a sentence.
        suggestion: the replacement in the register on that day; empty if none is known.
    """

    check: Check
    message: Wording
    suggestion: str = ""

    @property
    def severity(self) -> Severity:
        """The severity."""
        return self.check.severity

    def __str__(self) -> str:
        """Severity and message, with the suggestion."""
        fix = f" Jämför {self.suggestion}." if self.suggestion else ""
        return f"{self.severity.value}: {self.message}{fix}"
