"""Exempel län for psykavtal: a county that does not exist."""

from psykavtal.plugins import CountyFiles

plugin = CountyFiles(__name__)
