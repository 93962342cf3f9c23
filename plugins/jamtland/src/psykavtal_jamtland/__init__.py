"""Jämtland Härjedalen for psykavtal."""

from psykavtal.plugins import CountyFiles

plugin = CountyFiles(__name__)
