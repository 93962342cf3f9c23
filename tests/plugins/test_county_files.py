"""County files are read strictly: every fault is told, together, with its place and what would be right."""

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import psykavtal_jamtland
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from psykavtal import TomlCounty, load_counties, schema_of
from psykavtal.errors import CountyFileError
from psykavtal.plugins.county_toml.faults import Fault
from tests.counties import AGREEMENT, COUNTY, DOCUMENT, MakeCounty, to_toml
from tests.county_faults import IN_COUNTY, IN_DOCUMENT, Case

WHOLE = COUNTY + AGREEMENT
# What a fault never says: the words in which Python tells its own.
PYTHON = re.compile(r"object has no|is not iterable|not callable|unhashable|unexpected keyword|Attribute\(|NoneType")


@pytest.fixture
def make_county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MakeCounty:
    return MakeCounty(tmp_path, monkeypatch)


def faults_of(*plugins: TomlCounty) -> tuple[Fault, ...]:
    """All faults of counties, which are read whole."""
    try:
        load_counties(plugins=plugins, strict=True)
    except ExceptionGroup as group:
        found: list[Fault] = []
        for error in group.exceptions:
            assert isinstance(error, CountyFileError), error
            assert all(str(fault) in str(error) for fault in error.faults)
            found += error.faults  # type: ignore[arg-type] (a file's faults are Fault)
        return tuple(found)
    return ()


def line_in(text: str, part: str) -> int:
    """The line on which a part of the text begins."""
    assert text.count(part) == 1, part
    return text[: text.index(part)].count("\n") + 1


def test_the_county_that_the_faults_are_put_into_has_none(make_county: MakeCounty) -> None:
    assert faults_of(make_county.whole()) == ()


def check(faults: tuple[Fault, ...], case: Case, file: str, text: str) -> None:
    told = [each for each in faults if (each.table, re.sub(r"\.\d+", "", each.key)) == (case.table, case.key)]
    assert told, f"told at {[(each.table, each.key, each.message) for each in faults]}"
    (fault,) = told
    assert fault.file.endswith(f"/{file}")
    assert fault.line == line_in(text, case.line)
    assert case.value in fault.value
    assert case.fix in f"{fault.message} {fault.fix}"
    assert not PYTHON.search(fault.message)


@pytest.mark.parametrize("case", IN_DOCUMENT.values(), ids=IN_DOCUMENT)
def test_a_fault_of_a_document_file_is_told_with_its_place(make_county: MakeCounty, case: Case) -> None:
    assert DOCUMENT.count(case.old) == 1
    text = DOCUMENT.replace(case.old, case.new)
    check(faults_of(make_county.whole(document=text)), case, "2024.toml", text)


@pytest.mark.parametrize("case", IN_COUNTY.values(), ids=IN_COUNTY)
def test_a_fault_of_a_county_file_is_told_with_its_place(make_county: MakeCounty, case: Case) -> None:
    assert case.old in WHOLE
    text = WHOLE.replace(case.old, case.new, 1)
    check(faults_of(make_county.whole(text)), case, "county.toml", text)


def test_five_faults_of_a_document_file_are_told_together(make_county: MakeCounty) -> None:
    chosen = [IN_DOCUMENT[name] for name in ("text for a number", "a value that is none of its kind")]
    chosen += [IN_DOCUMENT[name] for name in ("a misspelt key of a silence", "another document", "a misspelt key")]
    text = DOCUMENT
    for case in chosen:
        text = text.replace(case.old, case.new)
    plugin = make_county.whole(document=text)
    county = load_counties(plugins=[plugin])["17"]
    with pytest.raises(CountyFileError, match=r"2024\.toml has 5 faults:") as raised:
        county.ask("sip.convener", on="2026-01-10")
    faults: tuple[Any, ...] = raised.value.faults
    assert len(faults) == 5
    for case in chosen:
        check(faults, case, "2024.toml", text)


def test_five_faults_of_a_county_file_are_told_together(make_county: MakeCounty) -> None:
    chosen = [IN_COUNTY[name] for name in ("a number for true", "a misspelt key of a body", "a number for a file")]
    chosen += [IN_COUNTY[name] for name in ("an edition of nothing", "a code of another form")]
    text = WHOLE
    for case in chosen:
        text = text.replace(case.old, case.new, 1)
    faults = faults_of(make_county.whole(text))
    for case in chosen:
        check(faults, case, "county.toml", text)


def test_faults_of_wording_and_of_names_are_told_in_one_error(make_county: MakeCounty) -> None:
    text = DOCUMENT.replace('target = "radet"', 'target = "radte"').replace('verb = "ska"', 'vreb = "ska"')
    faults = faults_of(make_county.whole(document=text.replace('"disagreement"', '"disagrement"')))
    assert {"vreb", "'radte'", "'disagrement'"} <= {part for each in faults for part in (each.key, each.value)}


def test_an_id_given_twice_is_told(make_county: MakeCounty) -> None:
    (fault,) = faults_of(make_county.whole(f'{WHOLE}[role.avtal-2024]\nnames = ["x"]\n'))
    assert (fault.file.partition("/")[2], fault.value) == ("county.toml", "'avtal-2024'")
    assert "twice" in fault.message


@pytest.mark.parametrize(
    ("adds_to", "told"),
    [
        pytest.param('county = "23"\ncuonty = "20"', "cuonty", id="a misspelt key"),
        pytest.param("county = 23", "23", id="a number for the code"),
        pytest.param('contuy = "23"', "contuy", id="no code"),
    ],
)
def test_a_fault_of_an_addition_is_told(make_county: MakeCounty, adds_to: str, told: str) -> None:
    plugins = [psykavtal_jamtland.plugin, make_county(f'[adds-to]\n{adds_to}\n[body.x]\nnames = ["x"]\n')]
    with pytest.raises(ExceptionGroup) as raised:
        load_counties(plugins=plugins, strict=True)
    (error,) = raised.value.exceptions
    assert isinstance(error, CountyFileError)
    assert any("adds-to" in str(each) and told in str(each) for each in error.faults)


def test_a_fault_within_a_reading_is_told_with_the_reading(make_county: MakeCounty) -> None:
    text = DOCUMENT + (
        '[relation.up.reading.a]\ntarget = "radet"\nwhy = { sv = "x" }\n'
        '[relation.up.reading.b]\ntraget = "radet"\nwhy = { sv = "y" }\n'
    )
    (fault,) = faults_of(make_county.whole(document=text))
    assert (fault.table, fault.key) == ("relation.up.reading.b", "traget")
    assert fault.line == line_in(text, "traget")
    assert "'target'" in fault.fix


@pytest.mark.parametrize("text", ["[target-group", "a = 1\na = 2", "\x00", "x = 24-03-01"])
def test_a_text_that_is_no_toml_is_told_with_its_file(make_county: MakeCounty, text: str) -> None:
    (fault,) = faults_of(make_county.whole(document=text))
    assert fault.file.endswith("/2024.toml")
    assert "is not TOML" in fault.message


def test_a_file_that_is_no_utf8_is_told_with_its_file(make_county: MakeCounty, tmp_path: Path) -> None:
    plugin = make_county.whole()
    (tmp_path / plugin.package / "2024.toml").write_bytes("# Värmland\n".encode("latin-1"))
    (fault,) = faults_of(plugin)
    assert fault.file.endswith("/2024.toml")
    assert "UTF-8" in fault.message


# --- Whatever stands there ---

SCALARS = (
    st.booleans()
    | st.integers(-5, 3000)
    | st.floats(0, 9, allow_nan=False).map(lambda value: round(value, 2))
    | st.dates(date(1900, 1, 1))
    | st.text("abåäö:…»/.-_ 1?[]{}\"'\\\n", max_size=12)
    | st.sampled_from(["Målgrupp: Personer", "avtal-2024", "radet", "sip.convener", "needs-region", "escalates-to"])
)
KEYS = st.sampled_from(
    [
        "answers",
        "passage",
        "silent_on",
        "topic",
        "at",
        "sv",
        "en",
        "age",
        "who",
        "when",
        "words",
        "from",
        "below",
        "all",
        "any",
        "not",
        "number",
        "reading",
        "why",
        "because",
        "verb",
        "modality",
        "about",
        "relation",
        "target",
        "sources",
        "trigger",
        "reported",
        "note",
        "review",
        "near",
        "read_on",
        "names",
        "type",
        "text",
        "sections",
        "start",
        "end",
        "edtf",
    ]
) | st.text("ab.å- ", max_size=4)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=6), max_leaves=12
)
TABLES = st.dictionaries(st.sampled_from(["main", "up", "avtal-2024", "sip.convener", "å"]), VALUES, max_size=3)
DOCUMENT_KEYS = st.sampled_from([*schema_of("document")["properties"], "x"])  # type: ignore[misc] (a schema is a plain dict)
COUNTY_KEYS = st.sampled_from([*schema_of("county")["properties"], "x"])  # type: ignore[misc] (a schema is a plain dict)
ANY = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)


@ANY
@given(tables=st.dictionaries(DOCUMENT_KEYS, TABLES | VALUES, max_size=5), named=st.booleans())
def test_whatever_a_document_file_holds_only_faults_are_raised(
    make_county: MakeCounty, tables: dict[str, object], named: bool
) -> None:
    document = to_toml({**tables, "document": "avtal-2024"} if named else tables)
    for fault in faults_of(make_county.whole(document=document)):
        assert not PYTHON.search(fault.message), fault


@pytest.mark.slow
@ANY
@given(tables=st.dictionaries(COUNTY_KEYS, TABLES | VALUES, max_size=5))
def test_whatever_a_county_file_holds_only_faults_are_raised(
    make_county: MakeCounty, tables: dict[str, object]
) -> None:
    merged = {**tomllib.loads(COUNTY), **tables} if "adds-to" not in tables else tables
    for fault in faults_of(psykavtal_jamtland.plugin, make_county(to_toml(merged))):
        assert not PYTHON.search(fault.message), fault
