"""A text is a regular file below the folder of sources."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from psykavtal import load_counties
from psykavtal.errors import InvalidValueError, SourceError
from psykavtal.model.citations import Text
from psykavtal.sources.folder import SourceFolder
from tests.counties import MakeCounty
from tests.plugins.paths import NAMES, POSIX, WHOLE, check_others, circle, faults_of, folder, huge, link_to_device, pipe


@pytest.mark.parametrize(
    "name", [*NAMES.values(), "../../etc/passwd", "/etc/passwd"], ids=[*NAMES, "passwd", "absolute"]
)
def test_a_text_that_is_no_file_of_the_folder_is_a_fault_with_its_place(make_county: MakeCounty, name: str) -> None:
    plugin = make_county.whole(WHOLE.replace('file = "avtal.txt"', f'file = "{name}"'))
    found = [each for each in faults_of(plugin) if each.table == "document.avtal-2024.text.ren"]
    (fault,) = found
    assert fault.key == "file"
    assert fault.line == WHOLE[: WHOLE.index("file =")].count("\n") + 1
    assert fault.fix


def test_a_text_of_such_a_name_cannot_be_made() -> None:
    with pytest.raises(InvalidValueError, match="file: must not lead out of the folder"):
        Text(id="t", file="../x", digest="sha256:00", sections=())


@POSIX
@pytest.mark.parametrize("put", [pipe, folder, huge, circle, link_to_device], ids=lambda put: put.__name__)
def test_a_text_that_is_no_regular_file_is_reported(
    make_county: MakeCounty, tmp_path: Path, put: Callable[[Path, Path], None]
) -> None:
    county = load_counties([make_county.whole()], strict=True)["17"]
    texts = tmp_path / "texts"
    texts.mkdir()
    put(texts / "avtal.txt", texts)
    with pytest.raises(SourceError, match=r"avtal\.txt"):
        SourceFolder(texts).read(county.documents[0], "ren")


READS = (
    "import sys; from psykavtal import TomlCounty, load_counties; load_counties([TomlCounty(sys.argv[1])], strict=True)"
)


@POSIX
def test_a_content_without_end_does_not_hang(make_county: MakeCounty, tmp_path: Path) -> None:
    plugin = make_county(WHOLE)
    (tmp_path / plugin.package / "2024.toml").symlink_to("/dev/zero")
    done = subprocess.run(
        [sys.executable, "-c", READS, plugin.package],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 1
    assert "CountyFileError" in done.stderr


UNREADABLE: dict[str, str] = {
    "lists nested without end": "a = " + "[" * 20_000,
    "tables nested without end": "a = " + "{a=" * 20_000,
    "a number of thousands of digits": "a = " + "9" * 5_000,
    "a key of thousands of parts": ".".join("a" * 3000) + " = 1",
}


@pytest.mark.parametrize("text", UNREADABLE.values(), ids=UNREADABLE)
def test_a_text_that_cannot_be_read_is_a_fault_of_its_file(make_county: MakeCounty, text: str) -> None:
    for plugin, file in ((make_county(text), "county.toml"), (make_county.whole(document=text), "2024.toml")):
        assert all(each.file.endswith(f"/{file}") for each in faults_of(plugin))
        check_others(plugin)
