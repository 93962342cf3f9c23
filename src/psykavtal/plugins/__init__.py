"""How a county comes in: hooks, discovery, county files.

This room answers no questions.
"""

from psykavtal.plugins.county_files import CountyFiles
from psykavtal.plugins.hookspecs import hookimpl, hookspec

__all__ = ["CountyFiles", "hookimpl", "hookspec"]
