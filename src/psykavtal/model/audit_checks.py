"""A check of the audit: its description, and the function that finds."""

from typing import TYPE_CHECKING

import attrs

from psykavtal.model.audit_findings import AuditFinding, CheckDescription
from psykavtal.model.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from psykavtal.agreements.county import County


@attrs.frozen(kw_only=True)
class AuditCheck:
    """A check of the audit, of the core or of a plugin.

    Attributes:
        id: short name; a plugin's own is prefixed with its county ("exempel:...").
        label: short, for tables.
        explanation: the findings that it gives, and its limits.
        run: the function that takes a county and a day and yields the findings. It never assumes a day of its own.

    Examples:
        >>> def run(county, on):
        ...     yield AuditFinding(wording=Wording(sv=f"Kontrollerat {on}.", en=f"Checked on {on}."))
        >>> check = AuditCheck(id="exempel:day", label=Wording(sv="Dag"), explanation=Wording(sv="Ger dagen."), run=run)
        >>> check.description.id
        'exempel:day'
    """

    id: str
    label: Wording
    explanation: Wording
    run: "Callable[[County, date], Iterable[AuditFinding]]" = attrs.field(eq=False, repr=False)

    @property
    def description(self) -> CheckDescription:
        """The description without the function."""
        return CheckDescription(id=self.id, label=self.label, explanation=self.explanation)
