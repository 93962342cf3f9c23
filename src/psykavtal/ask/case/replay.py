"""An answer given again by its receipt: the same, or what has changed since."""

import attrs

from psykavtal.ask.case.answer import WhatApplies
from psykavtal.model.display import OfCase
from psykavtal.model.wording import Wording


@attrs.frozen(kw_only=True, repr=False)
class Replay(OfCase):
    """An answer given again.

    Attributes:
        answer: the answer as it is now.
        changes: what has changed since the receipt was made; none where all is the same.
    """

    answer: WhatApplies
    changes: tuple[Wording, ...]

    @property
    def same(self) -> bool:
        """Whether the answer is the same, part by part, and what it rests on too."""
        return not self.changes

    def __repr__(self) -> str:
        """County, day and the number of changes; which parts have changed depends on what was told."""
        on = self.answer.on.isoformat()
        return f"<Replay of {self.answer.county} on {on}: {len(self.changes)} changes>"
