"""The status of a provision as it is recorded."""

import enum

from psykavtal.model.provisions import Provision, reading_groups


class RecordedStatus(enum.Enum):
    """The status of one provision, as it is recorded."""

    STATED = "stated"
    DERIVED = "derived"
    AMBIGUOUS = "ambiguous"
    REPORTED = "reported"

    @classmethod
    def of(cls, provision: Provision) -> "RecordedStatus":
        """Return the status of a provision; ambiguous too if the words of an age are."""
        if reading_groups(provision):
            return cls.AMBIGUOUS
        if provision.is_reported:
            return cls.REPORTED
        return cls.DERIVED if provision.follows_by else cls.STATED
