"""The period in which a document was written: its sources, and invalid datings."""

from datetime import date

import jsonschema  # type: ignore[import-untyped] (it has no stubs)
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psykavtal import schema_of
from psykavtal.agreements.dating import written_period
from psykavtal.errors import CountyFileError, UnknownDocumentError
from psykavtal.model.citations import Citation, WebSource
from psykavtal.model.dates import UncertainDate
from psykavtal.model.documents import Document, DocumentType
from psykavtal.model.provisions import Dating
from psykavtal.model.wording import Wording
from tests.model.dated_county import ASKED, REPORTED, MakeTestCounty, adoption, dating, reference

MARCH = "earliest = 2024-03-01"

MAY = 'latest = "2024-05"'

# Tables of the county file, the date of the document: first and last day, and whether it rests on a report.
PERIODS = {
    "both ends in one passage": (dating("a", MARCH, MAY), "", ("2024-03-01", "2024-05-31", False)),
    "each end in a passage of its own": (
        dating("a", MARCH) + dating("b", MAY),
        "",
        ("2024-03-01", "2024-05-31", False),
    ),
    "only an earliest day": (dating("a", MARCH), "", ("2024-03-01", None, False)),
    "only a latest day": (dating("a", MAY), "", (None, "2024-05-31", False)),
    "a year": (dating("a", 'earliest = "2024"', 'latest = "2024"'), "", ("2024-01-01", "2024-12-31", False)),
    "the narrowest of several true bounds": (
        dating("a", MARCH, MAY) + dating("b", "earliest = 2024-04-01", "latest = 2024-12-31"),
        "",
        ("2024-04-01", "2024-05-31", False),
    ),
    "the widest of two readings": (
        dating(
            "a",
            "[dating.a.reading.one]",
            MARCH,
            'why = { sv = "x" }',
            "[dating.a.reading.two]",
            "earliest = 2024-04-01",
            'why = { sv = "x" }',
        ),
        "",
        ("2024-03-01", None, False),
    ),
    "the date that the document bears": ("", 'dated = "2024-02"', ("2024-02-01", "2024-02-29", False)),
    "a dating goes before the date that the document bears": (
        dating("a", MARCH, MAY),
        'dated = "2024-02"',
        ("2024-03-01", "2024-05-31", False),
    ),
    "an adoption that the text recounts": (adoption("a", 'date = "2024-02"'), "", ("2024-02-01", "2024-02-29", False)),
    "several adoptions that the text recounts": (
        adoption("a", "date = 2024-02-10") + adoption("b", "date = 2024-06-20"),
        "",
        ("2024-02-10", "2024-06-20", False),
    ),
    "a reported adoption bounds the end only": (
        adoption("a", 'date = "2024-02"', source=REPORTED),
        "",
        (None, "2024-02-29", True),
    ),
    "a report fills the end that no text gives": (
        dating("a", "earliest = 2024-01-15") + adoption("b", 'date = "2024-02"', source=REPORTED),
        "",
        ("2024-01-15", "2024-02-29", True),
    ),
    "a report does not narrow what a text gives": (
        dating("a", MARCH, MAY) + dating("b", "latest = 2024-04-01", source=REPORTED),
        "",
        ("2024-03-01", "2024-05-31", False),
    ),
    "a report that contradicts a text is not used": (
        dating("a", MARCH) + dating("b", "latest = 2023-12-31", source=REPORTED),
        "",
        ("2024-03-01", None, False),
    ),
}


@pytest.mark.parametrize("name", PERIODS)
def test_a_document_has_the_period_that_its_sources_give(county: MakeTestCounty, name: str) -> None:
    tables, dated, expected = PERIODS[name]
    period = county(tables, dated=dated).written_period("avtal-2024")
    assert period is not None
    first, last = (None if day is None else str(day) for day in (period.first, period.last))
    assert (first, last, period.rests_on_report) == expected


# A start of validity may lie before or after the writing; a proposal is not the text adopted.
WITHOUT_PERIOD = {
    "a start of validity only": "",
    "an adoption without a day": adoption("a", 'by = ["radet"]'),
    "an adoption on a preliminary day": adoption("a", 'date = "2024-02?"'),
    "a proposal": adoption("a", "date = 2024-02-01", 'state = "proposal"'),
}


@pytest.mark.parametrize("name", WITHOUT_PERIOD)
def test_nothing_else_dates_a_document(county: MakeTestCounty, name: str) -> None:
    assert county(WITHOUT_PERIOD[name]).written_period("avtal-2024") is None


def test_a_dating_in_the_file_of_the_document_counts_too(county: MakeTestCounty) -> None:
    in_document = dating("a", MARCH, MAY, source='passage = "Målgrupp: Avtalet gäller under"') + reference("HSL")
    made = county("", in_document)
    period = made.written_period("avtal-2024")
    assert period is not None
    assert period.first == date(2024, 3, 1)
    assert [each.written for each in made.law_references(on=ASKED)] == [period]


def test_a_report_that_was_not_needed_is_listed_with_its_address(county: MakeTestCounty) -> None:
    period = county(dating("a", MARCH, MAY) + dating("b", "latest = 2024-04-01", source=REPORTED)).written_period(
        "avtal-2024"
    )
    assert period is not None
    assert [str(each) for each in period.reports] == [
        "skriven senast 2024-04-01 (enligt uppgift från https://exempel.se/omslag)"
    ]


def test_the_period_of_an_unknown_document_is_refused(county: MakeTestCounty) -> None:
    with pytest.raises(UnknownDocumentError, match="avtal-2024"):
        county().written_period("avtal-2042")


bounds = st.lists(st.tuples(st.booleans(), st.dates(date(2000, 1, 1), date(2003, 1, 1)), st.booleans()), max_size=6)


@given(bounds)
def test_a_period_never_ends_before_it_begins(given_bounds) -> None:
    document = Document(id="a", names=("A",), type=DocumentType.AGREEMENT)
    cited = {"citations": (Citation(document="a", text="t", section="s", start="x"),)}
    reported = {"reported": (WebSource(url="https://exempel.se"),)}
    provisions = [
        Dating(
            id=f"a.dating.{number}",
            topic="agreement.written",
            document="a",
            about="a",
            wording=Wording(sv="x"),
            **(cited if is_cited else reported),
            **{"earliest" if is_earliest else "latest": UncertainDate(day.isoformat())},
        )
        for number, (is_earliest, day, is_cited) in enumerate(given_bounds)
    ]
    period = written_period(document, provisions)
    assert (period is None) == (not provisions)
    if period is not None and period.first is not None and period.last is not None:
        assert period.first <= period.last
    if period is not None and any(each.citations for each in provisions):
        assert not all(each is None or each.is_reported for each in (period.earliest, period.latest))


FAULTS = {
    "no date at all": (dating("a"), "dating.a", "", "earliest"),
    "a latest day before the earliest": (dating("a", MARCH, "latest = 2024-02-29"), "dating.a", "latest", "2024-02-29"),
    "two passages that leave no day": (
        dating("a", MARCH) + dating("b", "latest = 2024-02-29"),
        "dating.b",
        "latest",
        "dating.a",
    ),
    "a preliminary day": (dating("a", 'latest = "2024-02?"'), "dating.a", "latest", "2024-02?"),
    "a misspelt key": (dating("a", "earlist = 2024-03-01"), "dating.a", "earlist", "earliest"),
    "a day that is not in the calendar": (dating("a", 'earliest = "2023-02-29"'), "dating.a", "earliest", "2023-02-29"),
    "a number for a date": (dating("a", "latest = 2024"), "dating.a", "latest", "2024"),
    "a rule there is none of": (
        dating("a", MARCH, 'follows_by = "written-by-adoptoin"'),
        "dating.a",
        "follows_by",
        "written-by-adoption",
    ),
    "neither passage nor address": (dating("a", MARCH, source=""), "dating.a", "passage", "missing"),
    "an agreement in place of a document": (
        dating("a", MARCH).replace('about = "avtal-2024"', 'about = "avtalet"'),
        "dating.a",
        "about",
        "avtal-2024",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_faulty_dating_is_refused_with_its_place_and_a_fix(county: MakeTestCounty, name: str) -> None:
    tables, table, key, named = FAULTS[name]
    with pytest.raises(ExceptionGroup) as raised:
        county(tables)
    (error,) = raised.value.exceptions
    assert isinstance(error, CountyFileError)
    faults = [each for each in error.faults if (each.table, each.key) == (table, key)]
    assert faults, error
    assert any(named in str(each) and each.line is not None for each in faults)


@pytest.mark.parametrize(
    ("table", "accepted"),
    [
        ({"earliest": "2024-03-01"}, True),
        ({"latest": {"edtf": "2024-05", "words": "maj"}}, True),
        ({"earlist": "2024-03-01"}, False),
        ({"earliest": 2024}, False),
    ],
)
def test_the_schema_of_county_files_knows_datings(table: dict[str, object], *, accepted: bool) -> None:
    given_table = {"about": "x", "passage": "x/t/s: y", "sv": "x", **table}
    validator = jsonschema.Draft202012Validator(schema_of("county"))
    assert validator.is_valid({"dating": {"a": given_table}}) is accepted
