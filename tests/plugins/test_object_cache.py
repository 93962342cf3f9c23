"""The cache of county files beside Python's bytecode: never trusted if anything differs, never needed."""

import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from psykavtal import Counties, Silent, TomlCounty, load_counties, to_dict
from psykavtal.plugins import object_cache
from psykavtal.plugins.object_cache import ObjectCache
from psykavtal.plugins.toml_county import CountyTables
from tests.counties import AGREEMENT, COUNTY, DOCUMENT, MakeCounty

ON = "2026-06-15"


@pytest.fixture
def make_county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MakeCounty:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return MakeCounty(tmp_path, monkeypatch)


def loaded(plugin: TomlCounty) -> Counties:
    """Counties of a plugin object that has read nothing so far."""
    return load_counties(plugins=[TomlCounty(plugin.package)], strict=True)


def caches_in(folder: Path) -> dict[str, Path]:
    return {each.name.partition(".toml.")[0]: each for each in folder.rglob("*.pickle")}


def refuse_toml(*_: object) -> None:
    raise AssertionError("TOML was read")


def test_a_second_load_reads_no_toml(make_county: MakeCounty, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plugin = make_county.whole()
    right = to_dict(loaded(plugin))
    assert set(caches_in(tmp_path)) == {"county", "2024"}
    monkeypatch.setattr("tomllib.loads", refuse_toml)
    assert to_dict(loaded(plugin)) == right


def test_a_change_of_the_county_file_reads_its_documents_anew(make_county: MakeCounty, tmp_path: Path) -> None:
    plugin = make_county.whole()
    loaded(plugin)
    changed = (COUNTY + AGREEMENT).replace("2026-01-01", "2026-01-05")
    (tmp_path / plugin.package / "county.toml").write_text(changed, encoding="utf-8")
    answer = loaded(plugin)["17"].document("avtal-2024", on=ON).ask("sip.convener")
    assert isinstance(answer, Silent)
    assert answer.read_on.isoformat() == "2026-01-05"


def test_a_change_of_the_library_reads_everything_anew(
    make_county: MakeCounty, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plugin = make_county.whole()
    loaded(plugin)
    monkeypatch.setattr(object_cache, "_library_state", lambda: b"another")
    folder, source = tmp_path / plugin.package, (tmp_path / plugin.package / "county.toml").read_bytes()
    assert caches_in(folder)
    assert ObjectCache.of(plugin.package, "county.toml", [source]).load(CountyTables) is None


class Harm:
    """An object whose unpickling would run code."""

    def __reduce__(self) -> tuple[Callable[[str], object], tuple[str]]:
        return refuse_toml, ("harm",)


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "half": lambda data: data[: len(data) // 2],
    "one bit": lambda data: data[:-20] + bytes([data[-20] ^ 1]) + data[-19:],
    "another key": lambda data: bytes(32) + data[32:],
    "no pickle": lambda data: ObjectCache(None, data[:32]).signed(b"x"),
    "an object of another class": lambda data: ObjectCache(None, data[:32]).signed(pickle.dumps(("x",))),
    "code": lambda data: ObjectCache(None, data[:32]).signed(pickle.dumps(Harm())),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_cache_is_ignored_and_written_anew(make_county: MakeCounty, tmp_path: Path, damage: str) -> None:
    plugin = make_county.whole()
    right = to_dict(loaded(plugin))
    caches = caches_in(tmp_path)
    good = {path: path.read_bytes() for path in caches.values()}
    for path, data in good.items():
        path.write_bytes(DAMAGE[damage](data))
    assert to_dict(loaded(plugin)) == right
    assert {path: path.read_bytes() for path in caches.values()} == good


def test_a_file_with_faults_is_not_cached(make_county: MakeCounty, tmp_path: Path) -> None:
    plugin = make_county.whole(document=DOCUMENT.replace("answers =", "anwsers =", 1))
    with pytest.raises(ExceptionGroup):
        loaded(plugin)
    assert set(caches_in(tmp_path)) == {"county"}


def test_nothing_is_written_if_python_writes_no_bytecode(
    make_county: MakeCounty, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert loaded(make_county.whole())
    assert not caches_in(tmp_path)


def test_the_cache_follows_the_folder_of_the_bytecode(
    make_county: MakeCounty, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "elsewhere"))
    plugin = make_county.whole()
    loaded(plugin)
    assert not caches_in(tmp_path / plugin.package)
    assert loaded(plugin)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_nothing_is_written_through_a_link(make_county: MakeCounty, tmp_path: Path) -> None:
    plugin, outside = make_county.whole(), tmp_path / "outside"
    outside.mkdir()
    (tmp_path / plugin.package / "__pycache__").symlink_to(outside)
    assert loaded(plugin)
    assert not caches_in(outside)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_in_the_place_of_the_cache_is_replaced(make_county: MakeCounty, tmp_path: Path) -> None:
    plugin = make_county.whole()
    loaded(plugin)
    outside = tmp_path / "precious"
    for path in caches_in(tmp_path).values():
        path.unlink()
        path.symlink_to(outside)
    outside.write_text("precious", encoding="utf-8")
    assert loaded(plugin)
    assert outside.read_text(encoding="utf-8") == "precious"


def test_a_process_that_finds_its_caches_imports_no_cattrs(tmp_path: Path) -> None:
    code = "import sys, psykavtal; psykavtal.load_counties()['23'].ask('sip.convener', on='2026-01-10'); "
    command = [sys.executable, "-X", f"pycache_prefix={tmp_path}", "-c", code + "print('cattrs' in sys.modules)"]
    answers = [
        subprocess.run(command, capture_output=True, text=True, check=True, env={}).stdout.strip() for _ in range(2)
    ]
    assert answers == ["True", "False"]
