"""Norrvik: a county invented for the tests. Code 99 belongs to no county."""

from psykavtal import TomlCounty

plugin = TomlCounty(__name__)
