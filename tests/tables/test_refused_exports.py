"""Exports that are refused before a file is written."""

import pytest

import psykavtal
from psykavtal.errors import ExportError, InvalidDateError, InvalidValueError, MissingPluginError
from psykavtal.output.export import prepared_export
from tests.tables.exports import DAY


@pytest.mark.parametrize(
    ("arguments", "error", "fault"),
    [
        ({"formats": "xlsx"}, InvalidValueError, "formats: unknown format 'xlsx'."),
        ({"formats": "exel"}, InvalidValueError, "formats: unknown format 'exel'. Did you mean 'excel'?"),
        ({"formats": ()}, InvalidValueError, "formats: is empty. One of: "),
        ({"formats": 5}, InvalidValueError, "formats: must be text or a list of texts, not int."),
        ({"lang": "de"}, InvalidValueError, "unknown language 'de'."),
        ({"on": "yesterday"}, InvalidDateError, "on: 'yesterday' is not a date."),
        ({"replace": "yes"}, InvalidValueError, "replace: must be true or false, not str."),
        ({"folder": 5}, InvalidValueError, "folder: must be a Path, not int."),
        ({"folder": ""}, InvalidValueError, "folder: must be a Path, not str."),
    ],
)
def test_a_mistake_is_refused_before_anything_is_written(norrvik, tmp_path, arguments, error, fault):
    given_arguments = {"folder": tmp_path / "out", "formats": "csv", **arguments}
    with pytest.raises(error) as caught:
        psykavtal.export(norrvik, **given_arguments)
    assert str(caught.value).startswith(fault)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("fmt", "package"), [("parquet", "pyarrow"), ("excel", "xlsxwriter")])
def test_a_missing_package_is_named_before_anything_is_written(norrvik, tmp_path, monkeypatch, fmt, package):
    from psykavtal.output.export import parquet_files, workbook

    def missing(_):
        raise ModuleNotFoundError(f"No module named {package!r}", name=package)

    monkeypatch.setattr({"parquet": parquet_files, "excel": workbook}[fmt], "import_module", missing)
    with pytest.raises(MissingPluginError, match=f"Install it: pip install {package}"):
        psykavtal.export(norrvik, tmp_path / "out", on=DAY, formats=fmt)
    assert list(tmp_path.iterdir()) == []


def test_half_of_a_character_pair_is_named_with_its_file(norrvik, tmp_path, monkeypatch):
    monkeypatch.setitem(prepared_export._OF_TABLES, "csv", (".csv", lambda _: "\ud800".encode()))
    with pytest.raises(ExportError, match=r"csv/provisions\.csv: a text has half of a character pair"):
        psykavtal.export(norrvik, tmp_path / "out", on=DAY, formats="csv")
    assert list(tmp_path.iterdir()) == []
