"""Objects that are written as JSON are read back equal to themselves."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psykavtal import AgeLimit, AgeRange, Counties, Wording, from_json, load_counties, schema_of, to_json
from psykavtal.exchange.public_kinds import classes
from psykavtal.model.conditions import AgeIs, Criterion, FactIs
from psykavtal.model.records import Snapshot
from tests.counties import AGREEMENT, COUNTY, DOCUMENT, MakeCounty
from tests.exchange.public_objects import PUBLIC, answers, data_of, loaded, routes, views, what_applies
from tests.random_conditions import criteria

SCHEMA = schema_of("exchange")
PROLONGED = """
[validity.prolonged]
answers = ["validity.end"]
about = "avtal-2024"
passage = "avtal-2024/ren/Målgrupp: Avtalet gäller … tills vidare"
prolongation = { words = "ett år i sänder", months = 12 }
sv = "Förlängs ett år i sänder."
"""
UNREAD = '[unread."sip.offer"]\npassage = "Oenighet: Frågan ska"\nwhy = { sv = "oläsligt" }\n'
UNDER = """
[document-relation.under]
answers = ["agreement.local"]
passage = "Målgrupp: Avtalet gäller under"
relation = "under"
to = "avtal-2024"
sv = "Under sig självt."
"""
WHEN = 'sv = "Oenighet'
CONDITION = 'when = { not = { any = ["child", { age = { words = "under 18", below = 18 } }] } }\n'

# Tables whose keys are data: what they hold stands under ids.
BY_ID = ("labels", "provisions", "versions", "documents", "parts", "readings", "facts", "principals", "undecided")


def kinds_in(value: object, name: str = "") -> Iterator[str]:
    if isinstance(value, list):
        for each in value:
            yield from kinds_in(each)
    elif isinstance(value, dict):
        if "kind" in value or name not in BY_ID:
            yield value["kind"]
        for key, each in value.items():
            yield from kinds_in(each, key)


def goes_round(value: object, counties: Counties | None = None) -> set[str]:
    """Check the way to JSON and back, and the schema; give the kinds that were met."""
    text = to_json(value)
    back = from_json(text, counties=counties or loaded())
    assert back == value
    assert type(back) is type(value)
    assert to_json(back) == text
    table = json.loads(text)
    validator(table["kind"]).validate(table)
    return set(kinds_in(table))


@cache
def validator(kind: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator({"$ref": f"#/$defs/{kind}", "$defs": SCHEMA["$defs"]})


@pytest.mark.slow
@pytest.mark.parametrize("made", PUBLIC)
def test_it_comes_back_equal_to_itself(made: str) -> None:
    assert go_round(made)


@cache
def go_round(made: str) -> set[str]:
    return {kind for each in PUBLIC[made](loaded()) for kind in goes_round(each)}


@pytest.mark.slow
def test_every_class_that_is_exchanged_goes_round(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = DOCUMENT.replace(WHEN, f"{CONDITION}{WHEN}") + UNREAD + UNDER
    county = COUNTY + AGREEMENT + PROLONGED
    small = load_counties(plugins=[MakeCounty(tmp_path, monkeypatch).whole(county, document)])
    met = goes_round(data_of(small), small).union(*(go_round(made) for made in PUBLIC))
    for made in (answers, routes, views):
        met |= {kind for each in made(small) for kind in goes_round(each, small)}
    met |= {kind for each in what_applies(loaded()) for kind in goes_round(each, loaded())}
    assert set(classes()) - met == set()
    whole = {"edition", "escalation"}
    assert met - set(classes()) == whole | {"what-applies", "provision-ref"}


def test_exported_counties_have_every_provision_of_every_document() -> None:
    back = data_of(loaded())
    assert isinstance(back, Snapshot)
    assert [each.record for each in back.counties] == [each.holdings.record for each in loaded().members]
    assert [each.contents for each in back.counties] == [each.holdings.contents for each in loaded().members]
    assert [each.id for each in back.topics] == list(loaded().topics)


def test_a_county_differs_where_its_contents_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make = MakeCounty(tmp_path, monkeypatch)
    one, other = (
        load_counties(plugins=[make.whole(document=text)])
        for text in (DOCUMENT, DOCUMENT.replace("minst 18", "fyllda 18"))
    )
    assert to_json(one) != to_json(other)
    assert one != other
    assert one["17"] != other["17"]


WORDS = st.text(min_size=1, max_size=8)
RANGES = st.tuples(st.none() | st.integers(0, 60), st.none() | st.integers(61, 120)).map(
    lambda ends: AgeRange(at_least=ends[0], below=ends[1])
)
LEAVES: st.SearchStrategy[Criterion] = WORDS.map(lambda fact: FactIs(fact=fact)) | st.builds(
    lambda words, ages: AgeIs(limit=AgeLimit(words=words, range=ages)), WORDS, RANGES
)
CRITERIA = criteria(LEAVES, most=6)


@given(CRITERIA)
def test_any_condition_goes_round(criterion: Criterion) -> None:
    goes_round(criterion)


@given(WORDS, st.none() | WORDS)
def test_any_wording_goes_round(sv: str, en: str | None) -> None:
    goes_round(Wording(sv=sv, en=en))
