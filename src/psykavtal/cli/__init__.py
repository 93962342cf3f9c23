"""The command. No logic: it asks, and shows what it is told."""

from psykavtal.cli.main import main

__all__ = ["main"]
