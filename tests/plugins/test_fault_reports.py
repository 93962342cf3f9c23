"""Ten thousand faults are reported in work that grows with their number, a hundred of them listed."""

import cProfile
import pickle
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from psykavtal import TomlCounty, load_counties
from psykavtal.errors import CountyFileError, FaultsError, nearest
from psykavtal.plugins.county_toml.faults import Fault
from tests.counties import AGREEMENT, COUNTY, DOCUMENT, MakeCounty
from tests.thorough import FULL

WHOLE = COUNTY + AGREEMENT
STATEMENT = '[statement.s{0}]\nanswers = ["sip.use"]\npassage = "Målgrupp: Personer"\nsv = "x"\n'
RELATION = STATEMENT.replace("statement", "relation") + 'relation = "informs"\n'


def repeated(template: str, count: int) -> str:
    return "".join(template.replace("{0}", str(number)) for number in range(count))


# A county file and a document's file with so many faults, of one shape each.
SHAPES: dict[str, Callable[[int], tuple[str, str]]] = {
    "unknown keys of many tables": lambda n: (WHOLE + repeated('[body.b{0}]\nnames = ["x"]\ntyp = 1\n', n), DOCUMENT),
    "unknown keys of one table": lambda n: (
        COUNTY.replace("region =", repeated("regio{0} = 1\n", n) + "region =") + AGREEMENT,
        DOCUMENT,
    ),
    "unknown tables": lambda n: (WHOLE + repeated("[bodi{0}]\n", n), DOCUMENT),
    "values that are none of their kind": lambda n: (
        WHOLE + repeated('[body.b{0}]\nnames = ["x"]\ntype = "counsil{0}"\n', n),
        DOCUMENT,
    ),
    "provisions without a source": lambda n: (WHOLE, DOCUMENT + repeated('[statement.s{0}]\nsv = "x"\n', n)),
    "unknown keys of provisions": lambda n: (WHOLE, DOCUMENT + repeated(STATEMENT + "x = 1\n", n)),
    "unknown topics": lambda n: (WHOLE, DOCUMENT + repeated(STATEMENT.replace("sip.use", "sip.us{0}"), n)),
    "unknown sections": lambda n: (WHOLE, DOCUMENT + repeated(STATEMENT.replace("Målgrupp", "Målgrup{0}"), n)),
    "citations of one provision": lambda n: (
        WHOLE,
        DOCUMENT + '[statement.s]\nanswers = ["sip.use"]\nsv = "x"\npassage = [' + repeated('"m{0}: x",', n) + "]\n",
    ),
    "unknown bodies among as many": lambda n: (
        WHOLE + repeated('[body.b{0}]\nnames = ["x"]\n', n),
        DOCUMENT + repeated(RELATION + 'target = "c{0}"\n', n),
    ),
    "sections unknown among as many": lambda n: (
        WHOLE.replace('malgrupp = "M', repeated('m{0} = "x"\n', n) + 'malgrupp = "M'),
        DOCUMENT + repeated(STATEMENT.replace("Målgrupp", "Målgrup{0}"), n),
    ),
    "unknown facts": lambda n: (WHOLE, DOCUMENT + repeated(STATEMENT + 'when = "fact-{0}"\n', n)),
    "unknown occasions beside as many events": lambda n: (
        WHOLE + repeated('[event."varmland:e{0}"]\nlabel = { sv = "x" }\nquestion = { sv = "x" }\n', n),
        DOCUMENT + repeated(RELATION + 'target = "radet"\ntrigger = ["e{0}"]\n', n),
    ),
    "unknown municipalities": lambda n: (
        WHOLE.replace('edition_of = "avtalet"', "covers = [" + repeated('"{0}",', n) + "]"),
        DOCUMENT,
    ),
    "a list of silences on unknown topics": lambda n: (
        WHOLE,
        DOCUMENT.replace('["sip.convener"]', "[" + repeated('"sip.convener{0}",', n) + "]"),
    ),
    "silences on unknown topics": lambda n: (
        WHOLE,
        DOCUMENT + repeated('[silence."sip.convener{0}"]\nnear = "Målgrupp: Personer"\n', n),
    ),
    "documents of unknown agreements": lambda n: (
        WHOLE + repeated('[document.d{0}]\nnames = ["x"]\ntype = "plan"\nedition_of = "a{0}"\n', n),
        DOCUMENT,
    ),
}


@pytest.fixture
def make_county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MakeCounty:
    return MakeCounty(tmp_path, monkeypatch)


def error_of(plugin: TomlCounty) -> CountyFileError:
    with pytest.raises(ExceptionGroup) as raised:
        load_counties(plugins=[plugin], strict=True)
    (error,) = raised.value.exceptions
    assert isinstance(error, CountyFileError)
    return error


def calls_of(work: Callable[[], object]) -> int:
    """The number of calls, of Python and of C, that some work makes: the same on every machine."""
    counter = cProfile.Profile(subcalls=False)
    counter.runcall(work)
    return sum(each.callcount for each in counter.getstats())


FEW, MANY = (300, 3000) if FULL else (200, 1000)


@attrs.frozen
class Measured:
    """The calls that few and many faults of a shape take, and the error of many."""

    calls: dict[int, int]
    error: CountyFileError


@pytest.fixture(scope="module", params=SHAPES.values(), ids=SHAPES)
def measured(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Measured:
    errors: list[CountyFileError] = []
    with pytest.MonkeyPatch.context() as patch:
        make_county = MakeCounty(tmp_path_factory.mktemp("measured"), patch)
        error_of(make_county.whole(*request.param(2)))  # what is made once is made now
        plugins = {count: make_county.whole(*request.param(count)) for count in (FEW, MANY)}
        calls = {
            count: calls_of(lambda plugin=plugin: errors.append(error_of(plugin))) for count, plugin in plugins.items()
        }
    return Measured(calls, errors[-1])


@pytest.mark.slow
def test_the_work_grows_with_the_number_of_faults(measured: Measured) -> None:
    assert measured.calls[MANY] < measured.calls[FEW] * (MANY / FEW) * 1.2


@pytest.mark.slow
def test_the_first_hundred_are_listed_and_all_are_available(measured: Measured) -> None:
    error = measured.error
    count = len(error.faults)
    assert count >= MANY - 5
    text = str(error)
    assert f"has {count} faults:" in text
    assert f"(first 100 of {count})" in text
    assert text.count("\n  - ") == 100
    assert all(f"  - {each}\n" in text for each in error.faults[:100])
    assert str(error.faults[100]) not in text
    assert pickle.loads(pickle.dumps(error)).faults == error.faults


@pytest.mark.slow
def test_every_fault_of_ten_thousand_has_its_own_line(make_county: MakeCounty) -> None:
    text = WHOLE + repeated('[body.b{0}]\nnames = ["x"]\ntyp = 1\n', 10_000)
    error = error_of(make_county(text))
    first = WHOLE.count("\n") + 3
    lines = [each.line for each in error.faults if isinstance(each, Fault)]
    assert lines == [first + 3 * number for number in range(10_000)]


@pytest.mark.parametrize("count", [1, 99, 100])
def test_a_hundred_faults_are_all_listed(count: int) -> None:
    error = FaultsError("x has faults:", [f"fault {number}." for number in range(count)])
    assert str(error).count("\n  - ") == count
    assert "first" not in str(error)


def test_a_fault_told_twice_is_counted_once(make_county: MakeCounty) -> None:
    error = error_of(make_county(COUNTY + '[agreement.a]\nnames = []\n[body.a]\nnames = ["x"]\ntyp = 1\n'))
    assert f"has {len(error.faults)} faults:" in str(error)
    assert str(error).count("\n  - ") == len(error.faults)


def test_a_value_of_any_length_is_shortened(make_county: MakeCounty) -> None:
    error = error_of(make_county(COUNTY + f'[body.a]\nnames = ["x"]\ntype = "{"council" * 100_000}"\n'))
    assert len(str(error)) < 3000
    numbers = f"names = [0x{'f' * 20_000}]"
    assert len(str(error_of(make_county(f"{COUNTY}[body.a]\n{numbers}\n")))) < 3000


def test_the_nearest_of_very_many_names_is_found_in_bounded_work() -> None:
    names = [f"name-{number}" for number in range(50_000)]
    assert calls_of(lambda: nearest("nmae-7", names)) < 200_000
    assert nearest("x" * 1_000_000, ["x" * 1_000_001]) is None
    assert nearest("radte", [*names, "radet"]) == "radet"
