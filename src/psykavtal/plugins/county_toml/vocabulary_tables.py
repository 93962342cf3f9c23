"""Topics and facts from TOML."""

from typing import Any

from psykavtal.errors import Message
from psykavtal.model.vocabulary import Duty, Fact, FactType, Topic
from psykavtal.plugins.county_toml.provision_tables import ProvisionReader, named_tables
from psykavtal.plugins.county_toml.toml_values import Table, as_list, as_table


def read_facts(raw: Table, reader: ProvisionReader) -> tuple[Fact, ...]:
    """Facts, from a table for each type of them."""
    found: list[Fact | None] = []
    for fact_type in FactType:
        for fact_id, table in named_tables(reader.faults, raw, fact_type.value).items():
            given = as_table(table)
            value = table if given is None else {"id": fact_id, "type": fact_type.value, **given}
            found.append(reader.structure(f"{fact_type.value}.{fact_id}", "", value, Fact))
    return tuple(each for each in found if each is not None)


def read_topics(raw: Table, reader: ProvisionReader) -> tuple[Topic, ...]:
    """Topics, with the duties that they name from the table of duties."""
    duties = {
        name: [_duty(reader, name, table) for table in as_list(tables)]
        for name, tables in named_tables(reader.faults, raw, "duty").items()
    }
    found: list[Topic | None] = []
    for topic_id, table in named_tables(reader.faults, raw, "topic").items():
        names = as_list(table.get("duty", []))
        rest = {key: value for key, value in table.items() if key != "duty"}
        rest["duties"] = [duty for name in names for duty in duties.get(name, []) if duty is not None]
        for name in names:
            if name not in duties:
                fault = Message(en="no such duty.", sv="okänd skyldighet.")
                reader.faults.add(f"topic.{topic_id}", "duty", fault, value=name)
        found.append(reader.structure(f"topic.{topic_id}", "", {"id": topic_id, **rest}, Topic))
    return tuple(each for each in found if each is not None)


def _duty(reader: ProvisionReader, name: str, table: Table) -> dict[str, Any] | None:
    wording = {key: table[key] for key in ("sv", "en") if key in table}
    value = {
        **{key: item for key, item in table.items() if key not in ("sv", "en")},
        "wording": wording,
    }
    return value if reader.structure(f"duty.{name}", "", value, Duty) is not None else None
