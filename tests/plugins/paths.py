"""Names of files that lead out of a package or folder."""

import os
import warnings
from pathlib import Path

import psykavtal_jamtland
import pytest

from psykavtal import Counties, TomlCounty, load_counties
from psykavtal.errors import CountyFileError, PluginWarning
from psykavtal.plugins.county_toml.faults import Fault
from psykavtal.plugins.package_files import MOST_BYTES
from tests.counties import AGREEMENT, COUNTY

ON = "2026-01-10"

WHOLE = COUNTY + AGREEMENT

NAMES: dict[str, str] = {
    "a climb": "../2024.toml",
    "a climb of several": "../../../../etc/passwd",
    "a climb within": "x/../../2024.toml",
    "a climb that comes back": "x/../2024.toml",
    "an absolute path": "/etc/passwd.toml",
    "two slashes": "//server/share/2024.toml",
    "a drive": "C:/2024.toml",
    "a drive without a slash": "C:2024.toml",
    "a climb with backslashes": "..\\\\..\\\\2024.toml",
    "a backslash": "x\\\\2024.toml",
    "a device of Windows": "nul.toml",
    "a device of Windows in a folder": "x/CON.toml",
    "a stream of Windows": "2024.toml:x",
    "NUL": "2024.toml\\u0000",
    "NUL before the ending": "/etc/passwd\\u0000.toml",
    "a line break": "20\\n24.toml",
    "a bidirectional override": "\\u202E2024.toml",
    "a dot": "./2024.toml",
    "a blank at the end": "2024.toml ",
    "a dot at the end": "2024.toml.",
    "an empty part": "x//2024.toml",
    "a slash at the end": "x/",
    "nothing": "",
    "a pattern": "*.toml",
    "an address": "file:///etc/passwd",
}


def faults_of(plugin: TomlCounty) -> list[Fault]:
    with pytest.raises(ExceptionGroup) as raised:
        load_counties([plugin], strict=True)
    found: list[Fault] = []
    for error in raised.value.exceptions:
        assert isinstance(error, CountyFileError), error
        found += [each for each in error.faults if isinstance(each, Fault)]
    return found


def check_others(plugin: TomlCounty) -> Counties:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PluginWarning)
        counties = load_counties([psykavtal_jamtland.plugin, plugin])
        alone = load_counties([psykavtal_jamtland.plugin])
        assert counties["23"].ask("sip.convener", on=ON) == alone["23"].ask("sip.convener", on=ON)
    return counties


def pipe(file: Path, _: Path) -> None:
    os.mkfifo(file)


def link_to_device(file: Path, _: Path) -> None:
    file.symlink_to("/dev/zero")


def folder(file: Path, _: Path) -> None:
    file.mkdir()


def huge(file: Path, _: Path) -> None:
    with file.open("wb") as stream:
        stream.truncate(MOST_BYTES + 1)


def circle(file: Path, _: Path) -> None:
    file.symlink_to(file)


POSIX = pytest.mark.skipif(os.name != "posix", reason="links and pipes of POSIX")
