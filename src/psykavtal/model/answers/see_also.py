"""A pointer from an answer to a provision on the same topic about another subject."""

import attrs

from psykavtal.model.display import ReprOnly
from psykavtal.model.provisions import Provision
from psykavtal.model.wording import Wording


@attrs.frozen(kw_only=True, repr=False)
class SeeAlso(ReprOnly):
    """A provision on the topic asked that does not belong to the answer.

    Attributes:
        provision: id of the provision.
        document: id of the document that states it.
        about: id of its subject.
        wording: its wording.
        is_reported: whether it is only known from elsewhere.
    """

    provision: str
    document: str
    about: str
    wording: Wording
    is_reported: bool = False

    @classmethod
    def of(cls, provision: Provision) -> "SeeAlso":
        """Return a pointer to a provision."""
        return cls(
            provision=provision.id,
            document=provision.document,
            about=provision.about,
            wording=provision.wording,
            is_reported=provision.is_reported,
        )

    def in_language(self, lang: str) -> str:
        """Return the wording in `lang`."""
        return self.wording.to(lang)

    def __repr__(self) -> str:
        """Return id, subject and wording, in English."""
        reported = " (reported)" if self.is_reported else ""
        return f"<SeeAlso {self.provision} about {self.about}{reported}: {self.in_language('en')}>"
