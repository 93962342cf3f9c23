"""What a text points to: plans to come, literature, and law."""

import attrs

from psykavtal.model.dates import UncertainDate
from psykavtal.model.provisions.base import Provision


@attrs.frozen(kw_only=True, repr=False)
class Pending(Provision):
    """Something that was under way when the text was written: an inquiry, a reform, a plan.

    Attributes:
        name: as the text names it.
        due: when it is to be done or reported, by the text.
    """

    name: str
    due: UncertainDate | None = None


@attrs.frozen(kw_only=True, repr=False)
class Reference(Provision):
    """A document that the text refers to.

    Attributes:
        link: id of the document.
    """

    link: str

    def refers_to(self) -> dict[str, tuple[str, ...]]:
        """Its own, and the document."""
        return {**super().refers_to(), "link": (self.link,)}


@attrs.frozen(kw_only=True, repr=False)
class LegalReference(Provision):
    """A reference to law, kept as written.

    Attributes:
        as_written: the citation as the text has it; nothing is corrected.
        subject: the duty that it is cited for, by the register of law; empty if it is about no one duty.
    """

    as_written: str
    subject: str = ""
