"""What went wrong with a plugin."""

import attrs


@attrs.frozen(kw_only=True)
class Problem:
    """A plugin that was set aside, and why.

    Attributes:
        plugin: its name, with its distribution.
        error: what it failed with.
    """

    plugin: str
    error: Exception

    def __str__(self) -> str:
        """One line and what follows it."""
        return f"the plugin {self.plugin} was set aside: {self.error}"
