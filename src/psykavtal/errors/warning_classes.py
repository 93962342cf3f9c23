"""The warnings of the library."""


class PluginWarning(UserWarning):
    """A plugin was disabled; the others keep working."""


class NoEffectWarning(UserWarning):
    """Facts, an age or another input were given and have no effect on the result."""
