"""Dalarna for psykavtal."""

from psykavtal.plugins import TomlCounty

plugin = TomlCounty(__name__)
