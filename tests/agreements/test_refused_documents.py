"""Documents that cannot be compared in a diff."""

import pytest

import psykavtal
from psykavtal.errors import CountyFileError, InvalidValueError, UnknownDocumentError
from tests.agreements.editions_2020_and_2024 import FIRST, RECORD, SECOND
from tests.counties import MakeCounty

WRONG = {
    "a misspelt document": ("jamtland-2024", UnknownDocumentError, "no document 'jamtland-2024'. Did you mean"),
    "a county": ("jamtland", UnknownDocumentError, "It is the county Jämtland Härjedalen. Available documents of"),
    "an agreement": ("jamtland-overenskommelse", UnknownDocumentError, "It is the agreement "),
    "a body": ("svom", UnknownDocumentError, "It is the body 'Sociala vård- och omsorgsgruppen, SVOM'"),
    "a document that is not available": ("jamtbus", InvalidValueError, "is not available, so that it cannot be"),
    "no text": (7, InvalidValueError, "before: must be text, not int."),
}


@pytest.mark.parametrize(("given", "error", "message"), WRONG.values(), ids=WRONG)
def test_what_is_no_document_is_refused_with_what_it_is(counties, given, error, message):
    with pytest.raises(error) as raised:
        psykavtal.diff(counties, given, "jamtland-2025")
    assert message in str(raised.value)
    with pytest.raises(error, match=r"^after: "):
        psykavtal.diff(counties, "jamtland-2025", given)


def test_a_document_that_cannot_be_read_is_an_error(tmp_path, monkeypatch):
    county = MakeCounty(tmp_path, monkeypatch)(RECORD, _2020=FIRST, _2024=SECOND.replace('target = "namnden"', ""))
    counties = psykavtal.load_counties([county])
    with pytest.raises(CountyFileError, match="target"):
        psykavtal.diff(counties, "avtal-2020", "avtal-2024")
