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

Output: TypeAlias = Literal["edition", "in_target_group", "decided_by", "services", "services_open"]
"""A column that can be asked for."""

OUTPUTS: tuple[Output, ...] = get_args(Output)
