"""The severity of findings of an audit, and of those on law."""

import enum

from psykavtal.model.wording import Wording


class Severity(enum.Enum):
    """The severity of a finding, for checks that define one."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def label(self) -> Wording:
        """The label for people."""
        return _LABELS[self]


_LABELS = {
    Severity.ERROR: Wording(sv="fel", en="error"),
    Severity.WARNING: Wording(sv="varning", en="warning"),
    Severity.INFO: Wording(sv="upplysning", en="note"),
}
