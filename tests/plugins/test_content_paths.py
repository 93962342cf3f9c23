"""A county file names files of its own package only."""

import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psykavtal import TomlCounty, load_counties
from psykavtal.errors import CountyFileError, InvalidValueError, PluginWarning
from psykavtal.model.file_names import check_file_name
from psykavtal.plugins.package_files import package_file
from tests.counties import DOCUMENT, MakeCounty
from tests.plugins.paths import (
    NAMES,
    ON,
    POSIX,
    WHOLE,
    check_others,
    circle,
    faults_of,
    folder,
    huge,
    link_to_device,
    pipe,
)
from tests.thorough import pairs

NOT_CONTENT: dict[str, str] = {
    "no TOML": "passages.json",
    "code": "__init__.py",
    "the county's file": "county.toml",
    "the county's file in capitals": "County.TOML",
}


@pytest.mark.parametrize("name", [*NAMES.values(), *NOT_CONTENT.values()], ids=[*NAMES, *NOT_CONTENT])
def test_content_that_is_no_file_of_the_package_is_a_fault_with_its_place(
    make_county: MakeCounty, tmp_path: Path, name: str
) -> None:
    (tmp_path / "2024.toml").write_text(DOCUMENT, encoding="utf-8")
    plugin = make_county.whole(WHOLE.replace('"2024.toml"', f'"{name}"'))
    (fault, *more) = faults_of(plugin)
    assert more == []
    assert (fault.table, fault.key) == ("content", "avtal-2024")
    assert fault.file.endswith("/county.toml")
    assert fault.line == WHOLE[: WHOLE.index("avtal-2024 =")].count("\n") + 1
    assert fault.fix
    assert check_others(plugin).problems


def test_content_may_stand_in_a_folder_of_the_package(make_county: MakeCounty, tmp_path: Path) -> None:
    plugin = make_county.whole(WHOLE.replace('"2024.toml"', '"texts/2024.toml"'))
    folder = tmp_path / plugin.package / "texts"
    folder.mkdir()
    (tmp_path / plugin.package / "2024.toml").rename(folder / "2024.toml")
    county = load_counties([plugin], strict=True)["17"]
    assert county.document("avtal-2024", on=ON).ask("sip.convener").status == "silent"


def link_out(file: Path, outside: Path) -> None:
    file.symlink_to(outside)


def link_by_folder(file: Path, outside: Path) -> None:
    (file.parent / "x").symlink_to(outside.parent)


def link_to_random(file: Path, _: Path) -> None:
    file.symlink_to("/dev/urandom")


def dangling(file: Path, outside: Path) -> None:
    file.symlink_to(outside.with_name("nothing"))


OTHER_FILES: dict[str, Callable[[Path, Path], None]] = {
    "a link out of the package": link_out,
    "a folder that is a link out of the package": link_by_folder,
    "a pipe": pipe,
    "a link to a device": link_to_device,
    "a link to random bytes": link_to_random,
    "a folder": folder,
    "a very large file": huge,
    "a link to itself": circle,
    "a link to nothing": dangling,
}


@POSIX
@pytest.mark.parametrize("put", OTHER_FILES.values(), ids=OTHER_FILES)
def test_content_that_is_no_regular_file_of_the_package_is_a_fault(
    make_county: MakeCounty, tmp_path: Path, put: Callable[[Path, Path], None]
) -> None:
    outside = tmp_path / "outside" / "2024.toml"
    outside.parent.mkdir()
    outside.write_text(DOCUMENT, encoding="utf-8")
    name = "x/2024.toml" if put is link_by_folder else "2024.toml"
    plugin = make_county(WHOLE.replace('"2024.toml"', f'"{name}"'))
    put(tmp_path / plugin.package / "2024.toml", outside)
    (fault,) = faults_of(plugin)
    assert (fault.table, fault.key) == ("content", "avtal-2024")
    counties = check_others(plugin)
    assert counties["17"].edition(on=ON).id == "avtal-2024"
    with pytest.raises(CountyFileError):
        counties["17"].ask("sip.convener", on=ON)


@POSIX
@pytest.mark.parametrize(
    ("kind", "name"), pairs(OTHER_FILES, ["county.toml", "passages.json", "county.json", "2024.json"])
)
def test_no_other_file_of_a_county_hangs_or_leads_out(
    make_county: MakeCounty, tmp_path: Path, kind: str, name: str
) -> None:
    put = OTHER_FILES[kind]
    outside = tmp_path / "outside" / "file"
    outside.parent.mkdir()
    outside.write_text("{}", encoding="utf-8")
    plugin = make_county.whole()
    file = tmp_path / plugin.package / name
    file.unlink(missing_ok=True)
    put(file, outside)
    counties = check_others(plugin)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PluginWarning)
        assert counties.registry.passages(counties["23"].holdings.record)
    if name.endswith(".json"):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", PluginWarning)
            assert counties["17"].ask("sip.convener", on=ON).status == "silent"
            assert counties.registry.passages(counties["17"].holdings.record) == {}
    else:
        assert list(counties) == ["jamtland"]


@POSIX
def test_links_within_the_package_and_of_the_whole_package_are_followed(
    make_county: MakeCounty, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plugin = make_county.whole()
    home = tmp_path / plugin.package
    (home / "texts").mkdir()
    (home / "2024.toml").rename(home / "texts" / "real.toml")
    (home / "2024.toml").symlink_to(home / "texts" / "real.toml")
    assert load_counties([plugin], strict=True)["17"].ask("sip.convener", on=ON).status == "silent"
    linked = tmp_path / "site" / "linked_county"
    linked.mkdir(parents=True)
    for each in home.iterdir():
        (linked / each.name).symlink_to(each)
    monkeypatch.syspath_prepend(str(linked.parent))
    counties = load_counties([TomlCounty("linked_county")], strict=True)
    assert counties["17"].ask("sip.convener", on=ON).status == "silent"


def test_a_package_in_an_archive_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = tmp_path / "county.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("zipped_county/__init__.py", "")
        file.writestr("zipped_county/county.toml", WHOLE)
        file.writestr("zipped_county/2024.toml", DOCUMENT)
    monkeypatch.syspath_prepend(str(archive))
    counties = load_counties([TomlCounty("zipped_county")], strict=True)
    assert counties["17"].ask("sip.convener", on=ON).status == "silent"
    with pytest.raises(InvalidValueError):
        package_file("zipped_county", "../county.zip")


@given(st.text("ab./\\:\0\n C*nul", max_size=14))
def test_a_name_that_is_accepted_stays_below_the_folder(name: str) -> None:
    try:
        check_file_name(name)
    except InvalidValueError:
        return
    parts = name.split("/")
    assert not {"", ".", ".."} & set(parts)
    assert not set("\\:\0\n*") & set(name)
    assert Path("/a/b", name).resolve().is_relative_to(Path("/a/b").resolve())
