"""The names and labels of a county's ids, as answers display them."""

from typing import TYPE_CHECKING

import attrs

from psykavtal.lazy import Frozen

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

    def __reduce__(self) -> tuple[type[None], tuple[()]]:
        """Leave the county out of the pickle of an answer."""
        return type(None), ()
