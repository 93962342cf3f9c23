"""Exempel län for psykavtal: a county that does not exist."""

from psykavtal.plugins import TomlCounty

plugin = TomlCounty(__name__)
