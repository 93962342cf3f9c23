"""What is no case is refused: all faults together, with what would be right."""

import pytest

from psykavtal import Case
from psykavtal.cases.case_input import case_from_json, case_of
from psykavtal.errors import CaseError, InvalidDateError, InvalidValueError, PsykavtalError, UnknownDocumentError

DAY = "2026-01-10"
ARE = {"municipality": "2321"}


def faults(raised):
    return [str(each) for each in raised.value.faults]


CANNOT_BE = {
    "an age of 130": ({"age": 130}, "age: must be between 0 and 120"),
    "an age of -1": ({"age": -1}, "age: must be between 0 and 120"),
    "an age that is a truth": ({"age": True}, "age: must be a whole number"),
    "half a year": ({"age": 17.5}, "age: must be a whole number"),
    "an age as text": ({"age": "17"}, "age: must be a whole number"),
    "an age beside a birth date": ({"age": 17, "born": "2008-03-01"}, "age: is given beside `born`"),
    "a birth date that is none": ({"born": "2008-02-30"}, "born: not a day of the calendar"),
    "a birth date as a number": ({"born": 20080301}, "born: not a day of the calendar"),
    "a municipality as a number": ({"municipality": 2321}, "municipality: must be text"),
    "a body as a number": ({"stands_at": 1}, "stands_at: must be text"),
    "a fact that is neither true nor false": ({"facts": {"inpatient": "yes"}}, "'inpatient' must be true or false"),
    "a fact of 1": ({"facts": {"inpatient": 1}}, "'inpatient' must be true or false"),
    "a fact that is told to be unknown": ({"facts": {"inpatient": None}}, "Leave out what is not known"),
    "a principal that is none": ({"principals": {"need-noticed": "landsting"}}, '"municipality" or "region"'),
}


@pytest.mark.parametrize("name", CANNOT_BE)
def test_what_cannot_be_a_case_is_refused_when_it_is_made(name):
    told, fault = CANNOT_BE[name]
    with pytest.raises(CaseError) as raised:
        Case(**ARE | told)

    (only,) = faults(raised)
    assert fault in only


@pytest.mark.parametrize("age", [0, 120])
def test_the_youngest_and_the_oldest_are_taken(counties, age):
    counties.what_applies(Case(**ARE, age=age), on=DAY)


LABELLED = "facts: a name is not a fact. Did you mean 'psychiatric-disability'?"
CANNOT_BE_ASKED = {
    "born after the day": ({"born": "2026-01-11"}, "born: lies after the day asked for"),
    "born too long ago": ({"born": "1905-01-10"}, "born: makes an age of more than 120 years"),
    "a code that has lost its zero": ({"municipality": "680"}, "one that begins with a zero has lost it"),
    "a code of a county not installed": (
        {"municipality": "0180"},
        "Stockholms län, and no plugin for that county is installed",
    ),
    "a code of no county": ({"municipality": "9999"}, "no installed county has one of this name or code"),
    "an unknown code of an installed county": ({"municipality": "2399"}, "Åre"),
    "a name of no county": ({"municipality": "Håbo"}, "Did you mean 'Habo'?"),
    "a name without its dots": ({"municipality": "Jonkoping"}, "Did you mean 'Jönköping'?"),
    "no municipality": ({"municipality": ""}, "municipality: is missing"),
    "only blanks": ({"municipality": "  "}, "municipality: is missing"),
    "a misspelt fact": ({"facts": {"inpatent": True}}, "Did you mean 'inpatient'?"),
    "a misspelt principal": ({"principals": {"need-notised": "region"}}, "Did you mean 'need-noticed'?"),
    "a Swedish label": ({"facts": {"psykisk Funktionsnedsättning": True}}, LABELLED),
    "an English label": ({"facts": {"psychiatric disability": True}}, LABELLED),
    "a label of no fact": ({"facts": {"Kerstin Exempelsson": True}}, "a name is not a fact. See `psykavtal facts`"),
    "a principal among facts": ({"facts": {"need-noticed": True}}, "belongs among `principals`"),
    "a fact among principals": ({"principals": {"inpatient": "region"}}, "belongs among `facts`"),
    "a body that there is none of": ({"stands_at": "lokal-arena"}, "lokal-samverkansarena"),
    "an agreement where a matter cannot stand": ({"stands_at": "jamtland-overenskommelse"}, "stands_at:"),
}


@pytest.mark.parametrize("name", CANNOT_BE_ASKED)
def test_what_cannot_be_asked_is_refused_and_says_what_would_be_right(counties, name):
    told, fault = CANNOT_BE_ASKED[name]
    case = Case(**ARE | told)
    for ask in (counties.what_applies, counties.target_group):
        with pytest.raises(CaseError) as raised:
            ask(case, on=DAY)
        (only,) = faults(raised)
        assert fault in only


def test_an_unknown_code_of_an_installed_county_names_its_own_municipalities_only(counties):
    with pytest.raises(CaseError) as raised:
        counties.what_applies(Case(municipality="2399"), on=DAY)

    assert "Jämtland Härjedalen has none" in str(raised.value)
    assert "Falun" not in str(raised.value)


@pytest.mark.parametrize("born", ["2026-01-10", "1906-01-09"])
def test_the_day_of_birth_and_the_last_day_at_the_age_of_120_are_taken(counties, born):
    counties.what_applies(Case(**ARE, born=born), on="2026-01-10" if born > "2000" else "2027-01-08")


@pytest.mark.parametrize("written", ["2321", " 2321 ", "Åre", "åre", "ÅRE"])
def test_a_municipality_is_found_however_its_name_is_written(counties, written):
    assert counties.what_applies(Case(municipality=written), on=DAY).county == "jamtland"


def test_all_faults_of_a_case_are_told_together():
    with pytest.raises(CaseError) as raised:
        Case(
            municipality=2321,
            age=130,
            born="i mars",
            facts={"inpatient": "ja", "discharge": True},
            principals={"need-noticed": "x"},
        )

    assert [each.partition(":")[0] for each in faults(raised)] == [
        "municipality",
        "age",
        "age",
        "born",
        "facts",
        "principals",
    ]


def test_all_that_cannot_be_asked_is_told_together(counties):
    case = Case(
        municipality="2321", born="2030-01-01", facts={"a": True}, principals={"b": "region"}, stands_at="ingenstans"
    )
    with pytest.raises(CaseError) as raised:
        counties.what_applies(case, on=DAY)

    assert sorted(each.partition(":")[0] for each in faults(raised)) == ["born", "facts", "principals", "stands_at"]
    for each in faults(raised):
        assert each in str(raised.value)


def test_how_a_case_is_asked_is_checked_as_everywhere(counties):
    case = Case(**ARE)
    with pytest.raises(InvalidDateError, match="four digits for the year"):
        counties.what_applies(case, on="26-01-10")
    with pytest.raises(UnknownDocumentError, match="jamtland-2021"):
        counties.what_applies(case, on=DAY, document="jamtland-2012")
    with pytest.raises(InvalidValueError, match="include_reported: must be true or false"):
        counties.what_applies(case, on=DAY, include_reported="some")
    with pytest.raises(PsykavtalError, match="jamtland"):
        counties.what_applies(case, on=DAY, county="jamtlnad")


# --- A case as JSON ---

NO_CASE = {
    "no JSON": ("{", "it is not valid JSON (line 1, column 2)"),
    "a list": ("[1]", "it must be a table"),
    "a text": ('"2321"', "it must be a table"),
    "facts as a list": ('{"facts": ["inpatient"]}', "facts: must be a table"),
    "principals as a text": ('{"principals": "region"}', "principals: must be a table"),
    "a name as a part": ('{"Kerstin Exempelsson": 17}', "a name: not a part of a case"),
    "an identity number as a part": ('{"20080301-0000": true}', "a name: not a part of a case"),
    "a part for an identity number": ('{"personnummer": "x"}', "No name and no identity number is taken"),
    "a misspelt part": ('{"municipalty": "2321"}', "Did you mean 'municipality'?"),
    "a part told twice": ('{"age": 17, "age": 18}', "'age' is given twice"),
    "a fact told twice": ('{"facts": {"inpatient": true, "inpatient": false}}', "'inpatient' is given twice"),
    "the same told twice": ('{"facts": {"inpatient": true, "inpatient": true}}', "'inpatient' is given twice"),
    "a name told twice": ('{"Kerstin E": 1, "Kerstin E": 1}', "a name is given twice"),
    "no number": ('{"age": NaN}', "NaN and Infinity are not numbers"),
    "a number of a kind": ('{"age": 17.0}', "age: must be a whole number"),
}


@pytest.mark.parametrize("name", NO_CASE)
def test_json_that_is_no_case_is_refused(name):
    text, fault = NO_CASE[name]
    with pytest.raises(CaseError) as raised:
        case_from_json(text)

    assert any(fault in each for each in faults(raised))
    for secret in ("Kerstin", "0000"):
        assert secret not in str(raised.value)


def test_parts_that_are_none_and_parts_that_cannot_be_are_told_together():
    with pytest.raises(CaseError) as raised:
        case_of({"Kerstin E": 1, "facts": [], "age": 130})

    assert len(faults(raised)) == 3


def test_json_tells_a_case_as_code_does():
    text = """{"kind": "case", "municipality": "2321", "lives_in": "Mora", "born": "2008-03-01", "placed_by": null,
        "facts": {"inpatient": false}, "principals": {"need-noticed": "region"}, "stands_at": "hogre-arenor"}"""

    assert case_from_json(text) == Case(
        municipality="2321",
        lives_in="Mora",
        born="2008-03-01",
        facts={"inpatient": False},
        principals={"need-noticed": "region"},
        stands_at="hogre-arenor",
    )
    assert case_from_json("{}") == Case()


def test_a_case_cannot_be_changed_from_without():
    facts = {"inpatient": True}
    case = Case(facts=facts)
    facts["inpatient"] = False

    assert case.facts["inpatient"] is True
    with pytest.raises(TypeError):
        case.facts["inpatient"] = False
