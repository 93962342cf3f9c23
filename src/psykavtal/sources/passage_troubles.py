"""The trouble with one citation in a source text."""

import attrs

from psykavtal.errors import Message
from psykavtal.model.citations import Citation
from psykavtal.model.text_places import LockedPassage
from psykavtal.sources.passages import Trouble, UnresolvedError
from psykavtal.sources.text_layout import TextLayout


def trouble_of(layout: TextLayout, citation: Citation, locked: LockedPassage | None) -> tuple[Trouble, Message] | None:
    """Return the trouble with a citation, with a message; None without any."""
    try:
        passage = layout.source.resolve(citation)
    except UnresolvedError as error:
        return error.trouble, error.fault
    if locked is None:
        return (
            Trouble.NOT_LOCKED,
            Message(
                en="is not in the lock of its county. Lock it when the passage has been read.",
                sv="finns inte i länets låsfil. Lås den när textstället har lästs.",
            ),
        )
    if locked.digest != passage.digest:
        return Trouble.READS_OTHERWISE, Message(
            en="differs from the passage that was locked.", sv="skiljer sig från det textställe som låstes."
        )
    if locked.order is not None and attrs.evolve(locked, order=None) != layout.place(citation.key, passage):
        return Trouble.PLACE_CHANGED, Message(
            en="has another place than when it was locked. Lock it again.",
            sv="står på en annan plats än när den låstes. Lås den på nytt.",
        )
    return None
