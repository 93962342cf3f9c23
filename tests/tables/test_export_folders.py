"""The folder of an export: replaced if asked, and nothing half written."""

import errno
import os
from pathlib import Path

import pytest

import psykavtal
from psykavtal.errors import ExportError
from psykavtal.output.export import exporting
from tests.tables.exports import DAY, content


def test_an_older_export_is_replaced_only_if_asked(norrvik, tmp_path):
    out = tmp_path / "out"
    psykavtal.export(norrvik, out, on=DAY, formats=("csv", "excel"))
    before = content(out)
    with pytest.raises(ExportError, match=r"is not empty\. Give an empty or a new folder"):
        psykavtal.export(norrvik, out, on=DAY, lang="en")
    assert content(out) == before
    psykavtal.export(norrvik, out, on=DAY, lang="en", formats="csv", replace=True)
    assert {each.partition("/")[0] for each in content(out)} == {"csv", "CODEBOOK.md", "datapackage.json"}
    assert sorted(each.name for each in tmp_path.iterdir()) == ["out"]


@pytest.mark.parametrize("name", ["thesis.docx", "csv/notes.txt", ".hidden", "json/more/x.json"])
def test_files_of_another_origin_are_never_replaced(norrvik, tmp_path, name):
    out = tmp_path / "out"
    psykavtal.export(norrvik, out, on=DAY, formats=("csv", "json"))
    (out / name).parent.mkdir(exist_ok=True)
    (out / name).write_text("mine")
    before = content(out)
    with pytest.raises(ExportError, match=rf"has files that are not of an export: {name}\. Move them"):
        psykavtal.export(norrvik, out, on=DAY, replace=True)
    assert content(out) == before


def test_an_empty_folder_and_a_link_to_one_stay(norrvik, tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    psykavtal.export(norrvik, tmp_path / "link", on=DAY, formats="csv")
    assert (tmp_path / "link").is_symlink()
    assert "csv/provisions.csv" in content(tmp_path / "real")
    assert not [each for each in (tmp_path / "real").iterdir() if each.name.startswith(".")]


def test_a_file_is_not_a_folder(norrvik, tmp_path):
    (tmp_path / "out").write_text("mine")
    with pytest.raises(ExportError, match=r"out: is a file\. Give the name of a folder\."):
        psykavtal.export(norrvik, tmp_path / "out", on=DAY, replace=True)
    with pytest.raises(ExportError, match="nor does the folder around it"):
        psykavtal.export(norrvik, tmp_path / "none" / "out", on=DAY)
    assert (tmp_path / "out").read_text() == "mine"


FAILURES = {
    "a full disk": (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), "the disk is full. Free some space"),
    "a file too large": (OSError(errno.EFBIG, os.strerror(errno.EFBIG)), "a file becomes too large. Write elsewhere."),
    "a folder that cannot be written": (
        PermissionError(errno.EACCES, os.strerror(errno.EACCES)),
        "cannot be written. Write where you may.",
    ),
}


@pytest.mark.parametrize("older", [True, False], ids=["over an older export", "new"])
@pytest.mark.parametrize("at", [0, 20])
@pytest.mark.parametrize(("error", "fault"), FAILURES.values(), ids=FAILURES)
def test_nothing_half_written_is_left(norrvik, tmp_path, monkeypatch, error, fault, at, older):
    out = tmp_path / "out"
    if older:
        psykavtal.export(norrvik, out, on=DAY, formats="csv")
    before = content(tmp_path)
    write, written = Path.write_bytes, []

    def fails(path, data):
        written.append(path)
        if len(written) > at:
            raise error
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", fails)
    with pytest.raises(ExportError) as caught:
        psykavtal.export(norrvik, out, on=DAY, formats=("csv", "parquet"), replace=True)
    assert str(caught.value).startswith(f"{out}: {fault}")
    assert content(tmp_path) == before
    assert [each.name for each in tmp_path.iterdir()] == (["out"] if older else [])
    if older:
        assert not [each for each in out.iterdir() if each.name.startswith(".")]


@pytest.mark.parametrize("number", range(1, 8))
def test_a_move_that_fails_leaves_the_older_export(norrvik, tmp_path, monkeypatch, number):
    out = tmp_path / "out"
    psykavtal.export(norrvik, out, on=DAY, formats="csv")
    before = content(tmp_path)
    rename, renamed = Path.rename, []

    def fails(path, target):
        renamed.append(path)
        if len(renamed) == number:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises(ExportError, match="Input/output error"):
        psykavtal.export(norrvik, out, on=DAY, formats=("csv", "parquet"), replace=True)
    assert content(tmp_path) == before


@pytest.mark.parametrize("error", [KeyboardInterrupt, RuntimeError])
def test_an_interrupted_export_leaves_nothing(norrvik, tmp_path, monkeypatch, error):
    def stops(*_):
        raise error

    monkeypatch.setattr(exporting, "write_files", stops)
    with pytest.raises(error):
        psykavtal.export(norrvik, tmp_path / "out", on=DAY)
    assert list(tmp_path.iterdir()) == []
