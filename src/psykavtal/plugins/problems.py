"""What went wrong with a plugin."""

import attrs

from psykavtal.errors import PsykavtalError


@attrs.frozen(kw_only=True)
class Problem:
    """A plugin that was set aside, or what it gives on one document, and why.

    Attributes:
        plugin: its name, with its distribution.
        error: what it failed with.
        document: id of the document, where only what it gives on that is set aside.
    """

    plugin: str
    error: PsykavtalError
    document: str = ""

    def __str__(self) -> str:
        """One line and what follows it."""
        what = (
            f"what the plugin {self.plugin} gives on {self.document}" if self.document else f"the plugin {self.plugin}"
        )
        return f"{what} was set aside: {self.error}"
