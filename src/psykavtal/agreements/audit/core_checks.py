"""The checks of the core, in the order in which they are shown."""

from typing import Final

from psykavtal.agreements.audit.area_check import REQUIRED_AREAS
from psykavtal.agreements.audit.bearer_check import BEARERS
from psykavtal.agreements.audit.contradiction_check import CONTRADICTIONS
from psykavtal.agreements.audit.dead_end_check import DEAD_ENDS
from psykavtal.agreements.audit.gap_check import GAPS
from psykavtal.agreements.audit.goal_check import GOALS
from psykavtal.agreements.audit.law_check import LAW
from psykavtal.agreements.audit.overdue_check import OVERDUE, STALE_PLANS
from psykavtal.agreements.audit.pointer_check import POINTERS

CORE_CHECKS: Final = (
    LAW,
    GAPS,
    CONTRADICTIONS,
    DEAD_ENDS,
    POINTERS,
    BEARERS,
    GOALS,
    STALE_PLANS,
    OVERDUE,
    REQUIRED_AREAS,
)
