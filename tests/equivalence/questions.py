"""The questions that the plugins' own tests ask (plugins/*/tests/cases), without the answers that they expect."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .ask import Ask
from .outline import Outline

PLUGINS = Path(__file__).parents[2] / "plugins"


def questions(outline: Outline) -> Iterator[Ask]:
    """Each question, by county, file and number."""
    for county in outline.counties:
        for file in sorted((PLUGINS / county / "tests" / "cases").glob("*.toml")):
            tables: list[dict[str, Any]] = tomllib.loads(file.read_text(encoding="utf-8"))["case"]
            for number, table in enumerate(tables, start=1):
                yield _question(county, f"{county}/{file.name} {number}", table)


def _question(county: str, label: str, table: dict[str, Any]) -> Ask:
    asked, on = dict(table["ask"]), table["on"]
    if "include_reported" in asked:
        asked["reports"] = asked.pop("include_reported") or None

    def ask(op: str, **args: Any) -> Ask:
        return Ask(part="questions", op=op, args={**args, **asked}, label=label)

    if "law" in asked:
        asked["citation"] = asked.pop("law")
        return ask("law", on=on)
    if "age" in asked:
        return ask("age_limit", county=county)
    if asked.pop("edition", False):
        return ask("edition", county=county, on=on)
    if "route" in asked:
        asked["occasion"] = asked.pop("route")
        return ask("route", county=county, on=on)
    return ask("topic", county=county, on=on)
