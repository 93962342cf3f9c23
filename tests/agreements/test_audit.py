"""The audit of the installed counties: every check, its findings, and their formats."""

from pathlib import Path

import pytest

from psykavtal import audit, from_json, to_json
from psykavtal.agreements.audit.core_checks import CORE_CHECKS
from psykavtal.errors import InvalidDateError, InvalidValueError, UnknownNameError

ON = "2026-01-10"
IDS = [each.id for each in CORE_CHECKS]


def test_what_is_not_available_is_undecided(counties):
    found = audit(counties["dalarna"], on="2026-01-10", checks="required-areas").findings

    assert [each.is_decided for each in found] == [False]
    assert "No text is available of" in found[0].wording.to("en")


def test_every_check_runs_in_order_and_by_name(counties):
    everything = audit(counties, on=ON)

    assert [each.id for each in everything.checks] == IDS
    assert everything.counties == tuple(counties)
    for check in IDS:
        alone = audit(counties, on=ON, checks=[check])
        assert [each.id for each in alone.checks] == [check]
        assert alone.findings == everything.of(check=check)
    for county in counties:
        assert audit(counties[county], on=ON).findings == everything.of(county=county)
    assert audit(list(counties.values()), on=ON) == everything


@pytest.mark.parametrize("check", CORE_CHECKS, ids=lambda each: each.id)
def test_every_check_is_described_in_both_languages_and_in_the_docs(check):
    docs = (Path(__file__).parents[2] / "docs" / "audit.md").read_text("utf-8")

    assert f"`{check.id}`" in docs
    for wording in (check.label, check.explanation):
        assert wording.en
        assert wording.sv != wording.en


def test_findings_rest_on_provisions_of_their_document(counties):
    for finding in audit(counties, on=ON).findings:
        county = counties[finding.county]
        known = {each.id for each in (*county.find().provisions, *county.holdings.record.standing)}
        assert set(finding.provisions) <= known
        assert finding.wording.en
        assert all(each.en for each in finding.missing)
        assert not finding.document or county.document(finding.document, on=ON)


def test_a_result_goes_to_json_rows_text_and_a_notebook(counties):
    result = audit(counties, on=ON)

    assert from_json(to_json(result)) == result
    rows = result.to_records(lang="en")
    assert len(rows) == len(result.findings)
    assert all(isinstance(each, str | bool | None) for row in rows for each in row.values())
    assert {row["label"] for row in rows} <= {each.label.en for each in result.checks}
    text = result.explain("en")
    assert all(each.label.en in text for each in result.checks)
    assert "--detail" not in text
    # Short first, as on the command line: the counts; the findings are in the rows.
    assert "<table" in result._repr_html_()


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"checks": "dead-end"}, UnknownNameError, "Did you mean 'dead-ends'"),
        ({"checks": ["law", "stale"]}, UnknownNameError, "stale-plans"),
        ({"on": "2026"}, InvalidDateError, "not a date"),
        ({"counties": []}, InvalidValueError, "no county"),
        ({"counties": "jamtland"}, InvalidValueError, "no county"),
        ({"counties": [5]}, InvalidValueError, "no county"),
    ],
)
def test_wrong_arguments_are_refused(counties, arguments, error, message):
    given = {"counties": counties, "on": ON, **arguments}
    with pytest.raises(error, match=message):
        audit(given.pop("counties"), **given)
