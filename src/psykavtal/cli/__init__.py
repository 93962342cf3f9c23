"""The command line. It contains no logic: it queries the library and prints the result."""

from psykavtal.cli.main import main

__all__ = ["main"]
