"""Convert the files of a county from the format with `at`, `topic` and `also`.

`python -m tests.converter FOLDER` converts `county.toml` and the files that it names, in place.
"""

import sys
import tomllib
from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Any

from psykavtal.model.provisions import KINDS
from tests.converter.toml_blocks import Key, Table, bare, read, written

WIDTH = 120
LONGEST = 170
FIRST = ("passage", "reported", "answers", "about")
LAST = (
    "verb",
    "modality",
    "defers_to",
    "contradicted_by",
    "follows_by",
    "reads_with",
    "sv",
    "en",
    "note",
    "why",
    "because",
    "review",
    "read_on",
)


class Converter:
    """Converts the files of one county."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.county = tomllib.loads((folder / "county.toml").read_text(encoding="utf-8"))
        self.documents: dict[str, Any] = self.county.get("document", {})

    def run(self) -> None:
        """Convert every file."""
        for document, file in self.county.get("content", {}).items():
            self.convert(self.folder / file, document)
        self.convert(self.folder / "county.toml", None)

    def convert(self, path: Path, document: str | None) -> None:
        """Convert one file in place."""
        tables, rest = read(path.read_text(encoding="utf-8"))
        top, *tables = merged(tables)
        for table in tables:
            if len(table.name) < 3:
                self.rewrite(table, document)
        review, read_on = defaults(tables, self.documents.get(document or "", {}).get("read_on"), document)
        for table in tables:
            table.keys = [each for each in table.keys if not is_default(each, table, review, read_on)]
        add(top, "review", review) if review != "read-once" else None
        if document is None and read_on is not None:
            add(top, "read_on", read_on)
        tables, silent, above = without_plain_silences(tables)
        path.write_text(file_text(top, tables, silent, above, rest), encoding="utf-8")

    def rewrite(self, table: Table, document: str | None) -> None:
        """Give a table its new keys, in their new order."""
        kind = table.name[0]
        citations = {"at": "passage", "near": "near", "municipalities_at": "municipalities_named_by"}
        if kind not in (*KINDS, "silence", "unread", "omission") and table.name != ("county",):
            return
        for key in table.keys:
            if key.name in citations:
                renew(key, citations[key.name], self.cited(key.value, document))
            elif key.name in ("who", "when", "ends_when") or key.name.startswith("reading"):
                new = conditions(key.value)
                if new != key.value:
                    renew(key, key.name, new)
        if kind in KINDS:
            answered(table, KINDS[kind].TOPIC)
            table.keys.sort(key=_place)

    def cited(self, value: Any, document: str | None) -> Any:
        """Return citations with headings for ids."""
        if isinstance(value, list):
            return [self.cited(each, document) for each in value]
        path, _, fragment = value.partition(":")
        parts = path.strip().split("/")
        name = parts[0] if len(parts) == 3 else document
        texts = self.documents[name]["text"]
        text = texts[parts[-2]] if len(parts) > 1 else next(iter(texts.values()))
        return "/".join([*parts[:-1], section_name(text["sections"], parts[-1])]) + ":" + fragment


def answered(table: Table, default: str) -> None:
    """Replace the topics of a table, and leave out a lone one that is its kind's."""
    also = next((each.value for each in table.keys if each.name == "also"), [])
    for key in table.keys:
        if key.name == "topic":
            renew(key, "answers", [key.value, *also])
    table.keys = [
        each for each in table.keys if each.name != "also" and (each.name, each.value) != ("answers", [default])
    ]


def section_name(sections: dict[str, str], section: str) -> str:
    """Return the heading of a section, or its id if the heading does not tell it from others."""
    heading = sections[section].removesuffix(":").strip()
    count = Counter(each.removesuffix(":").strip() for each in sections.values())
    return heading if heading and count[heading] == 1 else section


def conditions(value: Any) -> Any:
    """Return conditions with a list for `all`."""
    if isinstance(value, list):
        return [conditions(each) for each in value]
    if not isinstance(value, dict):
        return value
    if list(value) == ["all"] and isinstance(value["all"], list):
        return conditions(value["all"])
    return {key: conditions(each) for key, each in value.items()}


def renew(key: Key, name: str, value: Any) -> None:
    """Give a key another name and value."""
    key.name, key.value, key.raw = name, value, written(value)


def add(top: Table, name: str, value: Any) -> None:
    """Add a key to the top of a file."""
    top.keys.append(Key(name=name, value=value, raw=written(value)))


def _place(key: Key) -> tuple[int, int]:
    name = key.name.partition(".")[0]
    if name in FIRST:
        return 0, FIRST.index(name)
    if name == "reading":
        return 3, 0
    return (2, LAST.index(name)) if name in LAST else (1, 0)


def merged(tables: list[Table]) -> list[Table]:
    """Return the tables with those below a provision as dotted keys of it, if each fits on a line."""
    found: list[Table] = []
    long = {
        each.name[:2]
        for each in tables
        if each.name[2:3] == ("reading",) and sum(len(key.name) + len(key.raw) + 5 for key in each.keys) > LONGEST
    }
    for table in tables:
        if table.name[:2] in long and table.name[2:3] == ("reading",):
            for key in table.keys:
                if (new := conditions(key.value)) != key.value:
                    renew(key, key.name, new)
            found.append(table)
            continue
        owner = next((each for each in reversed(found) if each.name == table.name[:2]), None)
        if len(table.name) > 2 and table.name[0] in KINDS and owner is not None:
            value = {each.name: conditions(each.value) for each in table.keys}
            if table.name[2] == "age" and len(table.name) == 3:
                own = [Key(name=f"age.{each.name}", value=each.value, raw=each.raw) for each in table.keys]
                owner.keys += own
            else:
                name = ".".join(map(bare, table.name[2:]))
                owner.keys.append(Key(name=name, value=value, raw=written(value)))
            assert not [each for each in table.above if each], table
        else:
            found.append(table)
    return found


def defaults(tables: Iterable[Table], own: Any, document: str | None) -> tuple[str, Any]:
    """Return the most frequent review, and the day of reading."""
    given = [{key.name: key.value for key in each.keys} for each in tables if each.name[0] in KINDS]
    cited = [each for each in given if "passage" in each]
    review = Counter(each.get("review", "read-once") for each in cited).most_common(1)
    days = {each.get("read_on") for each in cited}
    day = own if document is not None else next(iter(days)) if len(days) == 1 else None
    return (review[0][0] if review else "read-once"), day


def is_default(key: Key, table: Table, review: str, read_on: Any) -> bool:
    """Return whether a key only repeats a default of its file; give the table what it lacks."""
    if table.name[0] not in KINDS:
        return key.name == "read_on" and table.name[0] == "silence" and key.value == read_on
    cited = any(each.name == "passage" for each in table.keys)
    if cited and review != "read-once" and not any(each.name == "review" for each in table.keys):
        table.keys.append(Key(name="review", value="read-once", raw='"read-once"'))
        table.keys.sort(key=_place)
    return cited and (
        (key.name == "review" and key.value == review) or (key.name == "read_on" and key.value == read_on)
    )


def without_plain_silences(tables: list[Table]) -> tuple[list[Table], list[str], list[str]]:
    """Return the tables without silences that have no keys, their topics, and comments that stood over them."""
    kept: list[Table] = []
    silent: list[str] = []
    above: list[str] = []
    waiting: list[str] = []
    for table in tables:
        comments = [each for each in table.above if each]
        if comments:
            above += [each for each in waiting if not each.startswith(("# ---", "# ==="))]
            waiting = comments
        if table.name[0] == "silence":
            above += [each for each in waiting if not each.startswith(("# ---", "# ==="))]
            waiting = [each for each in waiting if each.startswith(("# ---", "# ==="))]
            if not table.keys:
                silent.append(table.name[1])
                continue
        table.above = waiting
        waiting = []
        kept.append(table)
    return kept, silent, above + [each for each in waiting if not each.startswith(("# ---", "# ==="))]


def file_text(top: Table, tables: list[Table], silent: list[str], above: list[str], rest: list[str]) -> str:
    """Return a file: comment, keys of the top, silences, tables."""
    first = top.keys[0].above if top.keys else []
    lines: list[str] = [each.replace('"section: first', '"Heading: first') for each in first]
    if top.keys:
        top.keys[0].above = []
    lines += [line for key in top.keys for line in key.lines()]
    if silent:
        lines += ["", *above, *silent_on(silent)]
    for table in tables:
        lines += ([] if table.adjoins and not table.above else [""]) + spaced(table.above) + [table.header]
        lines += [line for key in table.keys for line in unfolded(key)]
    lines += [each for each in rest if each]
    return "\n".join(lines).strip("\n") + "\n"


def unfolded(key: Key) -> list[str]:
    """Return the lines of a key, a list of texts over several if it is long."""
    texts = isinstance(key.value, list) and len(key.value) > 1 and all(isinstance(each, str) for each in key.value)
    if not texts or len(key.raw) + len(key.name) < WIDTH or "\n" in key.raw:
        return key.lines()
    return [*key.above, f"{key.name} = [", *(f"    {written(each)}," for each in key.value), "]"]


def spaced(above: list[str]) -> list[str]:
    """Return comments over a table: a heading stands apart from it."""
    return [*above, ""] if above and above[-1].startswith(("# ---", "# ===")) else above


def silent_on(topics: list[str]) -> list[str]:
    """Return the list of silences, a line for each theme."""
    themes = sorted(
        topics, key=lambda each: list(dict.fromkeys(t.partition(".")[0] for t in topics)).index(each.partition(".")[0])
    )
    lines = ["silent_on = ["]
    for _, group in groupby(themes, key=lambda each: each.partition(".")[0]):
        line = "   "
        for each in group:
            if len(line) + len(each) + 4 > WIDTH:
                lines.append(line)
                line = "   "
            line += f" {written(each)},"
        lines.append(line)
    return [*lines, "]"]


if __name__ == "__main__":
    Converter(Path(sys.argv[1])).run()
