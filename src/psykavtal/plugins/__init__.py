"""Loading of counties: hooks, discovery, county files.

This room answers no questions.
"""

from psykavtal.plugins.hookspecs import hookimpl, hookspec
from psykavtal.plugins.toml_plugin import TomlCounty

__all__ = ["TomlCounty", "hookimpl", "hookspec"]
