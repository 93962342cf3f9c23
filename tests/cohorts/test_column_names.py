"""Names of columns: what one engine cannot tell apart is refused on every engine."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import psykavtal
from psykavtal import Counties
from psykavtal.cli import main
from psykavtal.cohorts.column_names import case_key
from psykavtal.errors import CohortError

from .engines import GIVERS, values

ON = "2026-01-10"
COLUMNS = {"municipality": "kommun", "age": "alder"}
# Of pyarrow's tables DuckDB renames what it takes for the same, before anybody sees it: its own queries do not.
ENGINES = tuple(GIVERS)


def frame_of(engine: str, names: Sequence[str]) -> Any:
    """A frame of an engine with columns of these names beside those that are read."""
    if engine == "DuckDB":
        own = "".join(f', 1 "{name}"' for name in names)
        return duckdb.connect().sql(f"select '0680' kommun, 40 alder{own}")
    arrays = {"kommun": pa.array(["0680"]), "alder": pa.array([40])}
    table = pa.table([*arrays.values(), *([pa.array([1])] * len(names))], names=[*arrays, *names])
    return GIVERS[engine](table)


def refused(counties: Counties, frame: Any, **asked: Any) -> str:
    with pytest.raises(CohortError) as caught:
        psykavtal.classify(counties, frame, **{"columns": COLUMNS, "on": ON, **asked})
    return str(caught.value)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("only_possible", [True, False])
@pytest.mark.parametrize(
    ("own", "added"),
    [
        ("IN_TARGET_GROUP", "in_target_group"),
        ("Document", "document"),
        ("ın_Force", "in_force"),
        ("İN_FORCE", "in_force"),
    ],
)
def test_a_column_like_an_added_one_in_another_case_is_refused(
    counties: Counties, engine: str, own: str, added: str, only_possible: bool
) -> None:
    fault = refused(counties, frame_of(engine, [own]), only_possible=only_possible)
    assert f"{own!r}: differs only in case from {added!r}, which is added. Rename it first." in fault


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    "names",
    [
        ("a", "A"),
        ("å", "Å"),
        ("Straße", "STRAẞE"),
        ("ıd", "Id"),
        ("σ", "ς"),
        ("Alder",),
        ("KOMMUN",),
        ("\N{KELVIN SIGN}ommun",),
    ],
)
def test_columns_whose_names_differ_in_case_only_are_refused(
    counties: Counties, engine: str, names: Sequence[str]
) -> None:
    frame = frame_of(engine, names)
    fault = refused(counties, frame)
    assert "these names differ in case only. Rename or drop all but one." in fault
    assert repr(names[-1]) in fault
    with pytest.raises(CohortError, match="differ in case only"):
        psykavtal.check_people(frame, columns=COLUMNS, on=ON)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", ["__psykavtal_cell", "__PSYKAVTAL_ON", "__Psykavtal_row", "__psykavtal_"])
def test_names_of_columns_within_are_refused(counties: Counties, engine: str, name: str) -> None:
    fault = refused(counties, frame_of(engine, [name]))
    assert f"{name!r}: names that begin with '__psykavtal_' are for columns of this library. Rename it." in fault


@pytest.mark.parametrize("engine", ENGINES)
def test_a_column_is_named_in_its_own_case(counties: Counties, engine: str) -> None:
    fault = refused(counties, frame_of(engine, []), columns={"municipality": "KOMMUN", "age": "alder"})
    assert "'KOMMUN': not a column of the frame." in fault


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("own", ["in_target_group", "In_Target_Group"])
def test_a_column_called_as_one_that_is_not_added_stays(counties: Counties, engine: str, own: str) -> None:
    for only_possible in (True, False):
        found = psykavtal.classify(
            counties, frame_of(engine, [own]), columns=COLUMNS, on=ON, add=["document"], only_possible=only_possible
        )
        assert values(found, own) == [1]
        assert values(found, "document") == ["jonkoping-2025"]


TWICE: Mapping[str, Any] = {
    "pandas": lambda names: pd.DataFrame([["0680", 40, *range(len(names))]], columns=["kommun", "alder", *names]),
    "pyarrow": lambda names: pa.table(
        [pa.array(["0680"]), pa.array([40]), *([pa.array([1])] * len(names))], names=["kommun", "alder", *names]
    ),
    "DuckDB": lambda names: frame_of("DuckDB", names),
}
if "Dask" in GIVERS:
    TWICE = {**TWICE, "Dask": lambda names: __import__("dask.dataframe").dataframe.from_pandas(TWICE["pandas"](names))}
if "PySpark" in GIVERS:

    def twice_in_spark(names: Sequence[str]) -> Any:
        from .engines import spark

        return spark().sql("select '0680' kommun, 40 alder" + "".join(f", 1 `{name}`" for name in names))

    TWICE = {**TWICE, "PySpark": twice_in_spark}


@pytest.mark.parametrize("engine", TWICE)
@pytest.mark.parametrize(("names", "name"), [(["a", "a"], "a"), (["kommun"], "kommun"), (["alder", "x", "x"], "x")])
def test_a_name_twice_is_refused(counties: Counties, engine: str, names: Sequence[str], name: str) -> None:
    frame = TWICE[engine](names)
    fault = refused(counties, frame)
    assert f"{name!r}: 2 columns have this name. Rename or drop all but one." in fault
    with pytest.raises(CohortError, match="2 columns have this name"):
        psykavtal.check_people(frame, columns=COLUMNS, on=ON)


NO_TEXT: Mapping[str, Any] = {
    "a number": 0,
    "a tuple": ("a", "b"),
    "nothing": None,
    "not a number": float("nan"),
    "a time": pd.Timestamp("2020-01-01"),
}


@pytest.mark.parametrize("name", NO_TEXT.values(), ids=NO_TEXT)
def test_names_of_pandas_that_are_not_text_are_refused(counties: Counties, name: Any) -> None:
    frame = pd.DataFrame({"kommun": ["0680"], "alder": [40], "x": [1]})
    frame.columns = pd.Index(["kommun", "alder", name], dtype=object, tupleize_cols=False)
    for columns in (COLUMNS, {"municipality": "0"}):
        assert "the name of a column must be text" in refused(counties, frame, columns=columns)


def test_columns_of_pandas_in_levels_are_refused(counties: Counties) -> None:
    frame = pd.DataFrame([["0680", 40]], columns=pd.MultiIndex.from_tuples([("a", "kommun"), ("a", "alder")]))
    assert "the name of a column must be text" in refused(counties, frame)


def test_a_frame_of_pandas_with_categories_for_names_is_classified(counties: Counties) -> None:
    frame = pd.DataFrame({"kommun": ["0680"], "alder": [40]})
    frame.columns = pd.CategoricalIndex(frame.columns)
    assert values(psykavtal.classify(counties, frame, columns=COLUMNS, on=ON), "document") == ["jonkoping-2025"]


@given(st.text(max_size=12))
def test_a_name_is_the_same_as_itself_in_another_case(name: str) -> None:
    assert case_key(case_key(name)) == case_key(name)
    for other in (*zip(name, name.upper(), strict=False), *zip(name, name.lower(), strict=False)):
        if len(other[0].upper()) == len(other[0].lower()) == 1:
            assert case_key(other[0].upper()) == case_key(other[0].lower()) == case_key(other[0])


HEADERS: Mapping[str, tuple[bytes, str]] = {
    "a named column": (b"kommun,alder,anhorig,anhorig\n0680,40,true,false\n", "'anhorig'"),
    "a column that is not named": (b"kommun,alder,x,anhorig,x\n0680,40,1,true,2\n", "'x'"),
    "the municipality": (b"kommun,kommun,alder,anhorig\n0680,2321,40,true\n", "'kommun'"),
    "blanks around": (b"kommun, alder,alder ,anhorig\n0680,40,41,true\n", "'alder'"),
    "quotes around": (b'kommun,alder,"anhorig",anhorig\n0680,40,true,false\n', "'anhorig'"),
    "a byte order mark": (b"\xef\xbb\xbfkommun,alder,anhorig,kommun\n0680,40,true,2321\n", "'kommun'"),
    "a byte order mark and quotes": (b'\xef\xbb\xbf"kommun",alder,anhorig,kommun\n0680,40,true,2321\n', "'kommun'"),
    "three times": (b"kommun,alder,anhorig,alder,alder\n0680,40,true,41,42\n", "'alder'"),
    "a name that polars gives": (b"kommun,alder,anhorig,anhorig,anhorig_duplicated_0\n0680,40,true,,\n", "'anhorig'"),
    "letters composed otherwise": ("kommun,alder,anhorig,\u00e5r,a\u030ar\n0680,40,true,1,2\n".encode(), "'år'"),
    "no names": (b"kommun,alder,anhorig,,\n0680,40,true,1,2\n", "2 columns have no name"),
    "after blank lines": (b"\r\n\nkommun,alder,anhorig,anhorig\r\n0680,40,true,false\r\n", "'anhorig'"),
    "another case": (b"kommun,alder,anhorig,Anhorig\n0680,40,true,false\n", "'anhorig', 'Anhorig'"),
    "a column like an added one": (b"kommun,alder,anhorig,DOCUMENT\n0680,40,true,x\n", "'DOCUMENT'"),
}


def command(people: Path, *arguments: str) -> tuple[int, str]:
    columns = [part for each in ("municipality=kommun", "age=alder") for part in ("--column", each)]
    out = str(people.with_name(f"out{people.suffix}"))
    result = CliRunner().invoke(
        main, ["classify", str(people), "--out", out, "--on", ON, "--lang", "en", *columns, *arguments]
    )
    return result.exit_code, result.stderr


@pytest.mark.parametrize(("content", "named"), HEADERS.values(), ids=HEADERS)
def test_a_header_with_a_name_twice_is_refused(tmp_path: Path, content: bytes, named: str) -> None:
    people = tmp_path / "people.csv"
    people.write_bytes(content)
    code, fault = command(people, "--column", "next-of-kin=anhorig")
    assert code == 1
    assert named in fault
    assert "Rename" in fault or "Give each a name" in fault
    assert [each.name for each in tmp_path.iterdir()] == ["people.csv"]


def test_a_parquet_file_with_a_name_twice_is_refused(tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    people = tmp_path / "people.parquet"
    pq.write_table(TWICE["pyarrow"](["x", "x"]), people)
    code, fault = command(people)
    assert (code, "'x': 2 columns have this name" in fault) == (1, True)


def test_a_row_with_more_fields_than_the_header_is_refused_without_its_values(tmp_path: Path) -> None:
    for rows in ("0680,40\n0680,41,19121212\n", "0680,40\n" * 3000 + "0680,41,19121212\n"):
        people = tmp_path / "people.csv"
        people.write_text("kommun,alder\n" + rows, "utf-8")
        code, fault = command(people)
        assert code == 1
        assert "a row has more fields than the header" in fault
        assert "1912" not in fault
        assert [each.name for each in tmp_path.iterdir()] == ["people.csv"]


def test_a_row_with_more_fields_is_of_the_file_that_is_read_even_if_it_is_met_late(tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text("kommun,alder,x,y\n" + "0680,40,1,2\n" * 3000 + "0680,41,1,2,19121212\n", "utf-8")
    code, fault = command(people)
    assert code == 1
    assert "people.csv: a row has more fields" in fault
    assert "1912" not in fault
    assert [each.name for each in tmp_path.iterdir()] == ["people.csv"]
