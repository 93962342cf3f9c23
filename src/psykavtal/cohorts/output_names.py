"""The names of the columns of a cohort: those read and those added."""

from typing import Literal, TypeAlias, get_args

MUNICIPALITY = "municipality"
AGE = "age"
BORN = "born"
ON = "on"
OWN = (MUNICIPALITY, AGE, BORN, ON)
"""The contents of a column other than facts."""

JOIN = "; "
"""The separator of several ids in one cell."""

Output: TypeAlias = Literal[
    "document", "in_force", "in_target_group", "by_text", "reason", "decided_by", "services", "services_open"
]
"""A column that can be added."""

OUTPUTS: tuple[Output, ...] = get_args(Output)
DEFAULT: tuple[Output, ...] = ("document", "in_force", "in_target_group")
"""The columns that are added if none are named."""

TRUTHS: frozenset[Output] = frozenset({"in_force", "in_target_group", "by_text"})
"""The columns of true, false and null; the others are text."""
