"""A new kind of provision with a condition, an age limit and a value class: one file, known to the whole program.

`test_new_kind.py` runs these tests in a process of their own, since a kind is registered for the whole process.
"""

from collections.abc import Hashable, Iterator, Mapping
from typing import ClassVar

import attrs
import jsonschema
import pytest

from psykavtal import (
    Counties,
    County,
    TomlCounty,
    compare,
    export,
    from_json,
    load_counties,
    schema_of,
    to_dict,
    to_json,
)
from psykavtal.agreements.descriptions import describe
from psykavtal.agreements.field_text import field_label, value_text
from psykavtal.errors import CountyFileError
from psykavtal.model.ages import AgeLimit
from psykavtal.model.conditions import Criterion
from psykavtal.model.documents import Document
from psykavtal.model.provisions import KINDS, FieldFault, NameOf, Provision, kind
from psykavtal.model.table_columns import FieldColumn
from psykavtal.model.vocabulary import FactType
from psykavtal.model.wording import Wording
from tests.counties import AGREEMENT, COUNTY, DOCUMENT, MakeCounty

# --- The kind: all that the program needs to know of it ---


@attrs.frozen(kw_only=True)
class Amount:
    """A sum of money.

    Attributes:
        words: the words of the text.
        kronor: the sum; None if the text gives none.
    """

    words: str
    kronor: int | None = None

    def in_language(self, lang: str) -> str:
        """Return the words of the text, and the sum in `lang`."""
        unit = {"sv": "kronor", "en": "SEK"}[lang]
        return f"«{self.words}»" if self.kronor is None else f"«{self.words}», {self.kronor} {unit}"


@kind
@attrs.frozen(kw_only=True, repr=False)
class Allowance(Provision):
    """An allowance to a person.

    Attributes:
        payer: id of the body that pays it.
        amount: the sum.
        granted_if: the condition under which it is granted.
        chosen_by: id of the fact that names the deciding principal.
        purpose: the purpose, in the words of the text.
        age_limit: the ages of those who can get it.
    """

    REFERENCES = (*Provision.REFERENCES, "payer")
    CONDITIONS = (*Provision.CONDITIONS, "granted_if")
    FACTS: ClassVar = {"chosen_by": FactType.PRINCIPAL}
    QUOTED = frozenset({"purpose"})
    LABELS: ClassVar = {
        "amount": Wording(sv="belopp", en="amount"),
        "payer": Wording(sv="betalare", en="payer"),
        "purpose": Wording(sv="ändamål", en="purpose"),
    }
    PLURAL = Wording(sv="Bidrag", en="Allowances")
    TABLE = "allowances"
    COLUMNS: ClassVar = {
        "payer": FieldColumn(Wording(sv="Organet som betalar.", en="The body that pays."), name="body"),
    }

    payer: str
    amount: Amount
    granted_if: Criterion | None = None
    chosen_by: str = ""
    purpose: str = ""
    age_limit: AgeLimit | None = None

    def comparable(self, topic: str) -> Hashable | None:
        """Return the sum."""
        return self.amount.kronor if topic == "follow-up.plan" else None

    def lines(self, topic: str, name_of: NameOf) -> tuple[Wording, ...]:
        """Return the body with the sum."""
        del topic
        return (
            Wording(
                sv=f"{name_of(self.payer, 'sv')}: {self.amount.in_language('sv')}",
                en=f"{name_of(self.payer, 'en')}: {self.amount.in_language('en')}",
            ),
        )

    def check(self, documents: Mapping[str, Document]) -> Iterator[FieldFault]:
        """Yield a fault if the sum is negative."""
        del documents
        if self.amount.kronor is not None and self.amount.kronor < 0:
            yield FieldFault(field="amount", fault="is negative.", value=str(self.amount.kronor))


# --- A county that uses it ---

TABLE = """
[allowance.travel]
answers = ["follow-up.plan"]
passage = "Målgrupp: Rådet betalar … resor"
payer = "radet"
amount = { words = "femhundra kronor", kronor = 500 }
granted_if = "needs-region"
chosen_by = "need-noticed"
purpose = "resor"
age = { words = "över 18 år", reading.inclusive = { from = 18, why.sv = "Från 18-årsdagen." }, reading.exclusive = \
{ from = 19, why.sv = "Äldre än 18." } }
verb = "ska"
sv = "Rådet betalar."
en = "The council pays."
"""
ID = "avtal-2024.allowance.travel"
DAY = "2026-01-01"


@pytest.fixture
def make(tmp_path, monkeypatch) -> MakeCounty:
    return MakeCounty(tmp_path, monkeypatch)


def loaded(*plugins: TomlCounty) -> Counties:
    return load_counties(plugins=plugins, strict=True)


@pytest.fixture
def counties(make) -> Counties:
    return loaded(make.whole(document=DOCUMENT + TABLE))


@pytest.fixture
def county(counties) -> County:
    return counties["17"]


# --- The program knows it ---


def test_county_files_read_it(county):
    (found,) = county.find(kind="allowance").provisions
    assert isinstance(found, Allowance)
    assert (found.id, found.amount) == (ID, Amount(words="femhundra kronor", kronor=500))
    assert found.age_limit is not None
    assert [each.name for each in found.age_limit.readings] == ["inclusive", "exclusive"]


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ('payer = "radet"', 'payer = "rade"', "rade"),
        ('granted_if = "needs-region"', 'granted_if = "need-region"', "need-region"),
        ('chosen_by = "need-noticed"', 'chosen_by = "needs-region"', "principal"),
        ("kronor = 500", "kronor = -1", "is negative."),
        ("kronor = 500", 'kronor = "500"', "must be a whole number."),
        ("purpose =", "purpos =", "purpos"),
    ],
)
def test_checks_refuse_its_faults(make, before, after, fault):
    plugin = make.whole(document=DOCUMENT + TABLE.replace(before, after))
    with pytest.raises((CountyFileError, ExceptionGroup)) as caught:
        _ = loaded(plugin)["17"].holdings.contents
    faults = caught.value.exceptions if isinstance(caught.value, ExceptionGroup) else [caught.value]
    assert any(fault in str(each) for each in faults)


def test_asking_returns_it(county):
    answer = county.document("avtal-2024", on=DAY).ask("follow-up.plan")
    assert answer.status == "ambiguous"
    chosen = county.document("avtal-2024", on=DAY).ask("follow-up.plan", readings="exclusive")
    assert chosen.value[0].age_limit.range.at_least == 19
    line, *_ = describe(chosen, county.holdings.name_of)
    assert (line.sv, line.en) == ("Rådet: «femhundra kronor», 500 kronor", "Rådet: «femhundra kronor», 500 SEK")


def test_search_finds_it(county):
    assert [each.id for each in county.find("resor").provisions] == [ID]
    assert ID in [each.id for each in county.find("Rådet").provisions]


@pytest.mark.parametrize(("kronor", "result"), [(700, "differs"), (500, "same")])
def test_comparison_compares_its_value_across_counties(make, kronor, result):
    gotland = {"varmland": "gotland", "Värmland": "Gotland", '"17"': '"09"', '"1780"': '"0980"', '"1785"': '"0981"'}
    county = COUNTY
    for before, after in gotland.items():
        county = county.replace(before, after)
    table = TABLE.replace("kronor = 500", f"kronor = {kronor}").replace("femhundra kronor", "en summa")
    both = loaded(make.whole(document=DOCUMENT + TABLE), make.whole(county + AGREEMENT, DOCUMENT + table))
    (row,) = compare(both, topics=["follow-up.plan"], on=DAY, readings="inclusive").rows
    assert row.verdict.result.value == result


def test_json_holds_it(counties):
    text = to_json(counties)
    assert to_json(from_json(text)) == text
    (found,) = counties["17"].find(kind=Allowance).provisions
    table = to_dict(found)
    assert (table["kind"], table["amount"]["kind"]) == ("allowance", "amount")
    jsonschema.validate(table, {**schema_of("exchange"), "$ref": "#/$defs/allowance"})


def test_schemas_describe_it():
    document = schema_of("document")
    properties = document["properties"]["allowance"]["additionalProperties"]["properties"]
    assert {"payer", "amount", "granted_if", "age", "purpose"} <= properties.keys()
    assert properties["amount"] == {"$ref": "#/$defs/amount"}
    assert document["$defs"]["amount"]["required"] == ["words"]
    assert {"allowance", "amount"} <= schema_of("exchange")["$defs"].keys()


def test_fields_are_labelled(county):
    (found,) = county.find(kind=Allowance).provisions
    assert str(field_label("amount")) == "belopp"
    assert value_text("amount", found.amount, county.holdings.name_of).en == "«femhundra kronor», 500 SEK"
    assert str(value_text("purpose", found.purpose, county.holdings.name_of)) == "«resor»"


@pytest.mark.parametrize(("lang", "amount"), [("sv", "500 kronor"), ("en", "500 SEK")])
def test_a_table_of_its_own_has_its_fields(counties, lang, amount):
    table = counties.table("allowances", lang=lang)
    (row,) = table.to_records()
    assert (row["provision_id"], row["body"], row["body_id"]) == (ID, "Rådet", "radet")
    assert (row["amount"], row["purpose"]) == (f"«femhundra kronor», {amount}", "resor")
    assert (row["chosen_by_id"], row["facts_id"]) == ("need-noticed", ["need-noticed", "needs-region"])
    labels = {each.name: each.label.to(lang) for each in table.columns}
    assert labels["body"] == {"sv": "Betalare", "en": "Payer"}[lang]
    assert table.title.to(lang) == {"sv": "Bidrag", "en": "Allowances"}[lang]


def test_the_tables_of_everything_have_it(counties):
    (row,) = [each for each in counties.table("provisions").to_records() if each["provision_id"] == ID]
    assert (row["kind_id"], row["status_id"]) == ("allowance", "ambiguous")
    assert "belopp: «femhundra kronor», 500 kronor" in row["details"]
    ages = [each for each in counties.table("ages").to_records() if each["provision_id"] == ID]
    assert [(each["at_least"], each["reading_id"]) for each in ages] == [(18, "inclusive"), (19, "exclusive")]


def test_an_export_has_it(counties, tmp_path):
    export(counties, tmp_path / "out", formats="csv")
    assert ID in (tmp_path / "out" / "csv" / "allowances.csv").read_text("utf-8")
    assert "## allowances: Bidrag / Allowances" in (tmp_path / "out" / "CODEBOOK.md").read_text("utf-8")


def test_facts_are_those_it_depends_on(county):
    (found,) = county.find(kind=Allowance).provisions
    assert list(found.facts()) == ["need-noticed", "needs-region"]


def test_it_is_registered():
    assert KINDS["allowance"] is Allowance
