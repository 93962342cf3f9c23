"""Findings of an audit of a county's record, and the descriptions of its checks."""

import attrs

from psykavtal.model.citations import Citation, WebSource
from psykavtal.model.severity import Severity
from psykavtal.model.validators import not_empty
from psykavtal.model.wording import Wording


@attrs.frozen(kw_only=True)
class CheckDescription:
    """The description of a check of the audit.

    Attributes:
        id: short name.
        label: short, for tables.
        explanation: the findings that it gives, and its limits.
        plugin: the plugin that adds it; empty for a check of the core.
    """

    id: str = attrs.field(validator=not_empty)
    label: Wording
    explanation: Wording
    plugin: str = ""


@attrs.frozen(kw_only=True)
class AuditFinding:
    """A finding of one check.

    Attributes:
        check: id of the check; set by the audit.
        county: id of the county; set by the audit.
        document: id of the document that it is about; empty if it is about the county's agreement as a whole.
        wording: the finding in a sentence.
        is_decided: false if the check could not be decided, for lack of a fact or a record.
        missing: the questions that decide it.
        severity: the severity; None for checks that define none.
        provisions: ids of the provisions that it rests on.
        citations: the passages.
        near: the passages nearest to what a text does not state.
        reported: the addresses, if no available document states it.
    """

    check: str = ""
    county: str = ""
    document: str = ""
    wording: Wording
    is_decided: bool = True
    missing: tuple[Wording, ...] = ()
    severity: Severity | None = None
    provisions: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    near: tuple[Citation, ...] = ()
    reported: tuple[WebSource, ...] = ()

    def in_language(self, lang: str) -> str:
        """Return the sentence in `lang`."""
        return self.wording.to(lang)

    def __str__(self) -> str:
        """The sentence in Swedish."""
        return str(self.wording)
