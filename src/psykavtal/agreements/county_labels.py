"""The names and labels of a county's ids, as answers display them, and its definitions."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import attrs

from psykavtal.lazy import Frozen
from psykavtal.model.provisions import Definition

if TYPE_CHECKING:
    from psykavtal.agreements.county_data import CountyData


@attrs.frozen(eq=False, repr=False)
class Labels(Frozen):
    """The function that returns a county's names and labels by id.

    The pickle of an answer does not contain it.

    Attributes:
        data: the county's data.
    """

    data: "CountyData"

    def __call__(self, thing_id: str, lang: str) -> str:
        """Return the name or label for an id."""
        return self.data.name_of(thing_id, lang)

    def definitions_of(self, facts: Iterable[str], documents: Iterable[str]) -> tuple[Definition, ...]:
        """Return the definitions of facts that documents state, each once."""
        wanted = frozenset(facts)
        if not wanted:
            return ()
        known = (each for each in dict.fromkeys(documents) if self.data.record.document(each) is not None)
        stated = (provision for each in known for provision in self.data.stated_by(each))
        return tuple(each for each in stated if isinstance(each, Definition) and each.fact in wanted)

    def __reduce__(self) -> tuple[type[None], tuple[()]]:
        """Leave the county out of the pickle of an answer."""
        return type(None), ()
