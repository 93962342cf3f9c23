"""An answer given again by its receipt: the same, or what has changed since."""

import attrs

from psykavtal.ask.case.answer import WhatApplies
from psykavtal.model.wording import Wording


@attrs.frozen(kw_only=True)
class Replay:
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
