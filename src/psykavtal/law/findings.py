"""Findings of an audit of a citation."""

import enum

import attrs

from psykavtal.model.wording import Wording


class Level(enum.Enum):
    """The severity of a finding."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def label(self) -> Wording:
        """The label for people."""
        return _LABELS[self]


_LABELS = {
    Level.ERROR: Wording(sv="fel", en="error"),
    Level.WARNING: Wording(sv="varning", en="warning"),
    Level.INFO: Wording(sv="upplysning", en="note"),
}


class Check(enum.Enum):
    """The check that led to a finding; each has one level."""

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
    def level(self) -> Level:
        """The severity."""
        return _LEVELS.get(self, Level.ERROR)


_LEVELS = {
    Check.NOT_PARSED: Level.WARNING,
    Check.PARTLY_READ: Level.WARNING,
    Check.UNKNOWN_ACT: Level.INFO,
    Check.VERSION: Level.INFO,
    Check.NO_NUMBER: Level.WARNING,
    Check.NO_DATE: Level.WARNING,
    Check.DEPENDS_ON_DAY: Level.WARNING,
    Check.TITLE: Level.WARNING,
    Check.OTHER_SECTION: Level.WARNING,
    Check.PART: Level.INFO,
    Check.STRAY: Level.WARNING,
    Check.TYPOGRAPHY: Level.INFO,
    Check.WHOLE_ACT: Level.INFO,
    Check.NOT_REGISTERED: Level.INFO,
    Check.START_UNKNOWN: Level.INFO,
    Check.FAILS_LATER: Level.INFO,
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
    def level(self) -> Level:
        """The severity."""
        return self.check.level

    def __str__(self) -> str:
        """Level and message, with the suggestion."""
        fix = f" Jämför {self.suggestion}." if self.suggestion else ""
        return f"{self.level.value}: {self.message}{fix}"
