"""A new kind is in JSON, in the schemas, in tables and in an export."""

import jsonschema
import pytest

from psykavtal import export, from_json, schema_of, to_dict, to_json
from tests.new_kind.allowance import Allowance
from tests.new_kind.allowance_county import ID


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
