"""Put the tables of a document's file in the order of its text, under its headings as printed.

`python -m tests.converter.order PACKAGE SOURCES` does it for each document of a county, in place. Silences stand last.
"""

import importlib
import sys
from pathlib import Path

from psykavtal import TomlCounty, load_counties
from psykavtal.model.citations import Citation
from psykavtal.model.records import CountySnapshot
from psykavtal.sources.folder import SourceFolder
from psykavtal.sources.passages import SourceText
from tests.converter.__main__ import spaced, unfolded
from tests.converter.toml_blocks import Table, read

LAST = "What the text was read for and does not state"


def main(package: str, sources: Path) -> None:
    """Order the files of one county."""
    plugin = TomlCounty(package)
    (snapshot,) = load_counties([plugin], strict=True).snapshot().counties
    home = Path(str(importlib.import_module(package).__file__)).parent
    for document, file in plugin.county_file.content:
        order(home / file, snapshot, document, SourceFolder(sources))


def order(path: Path, county: CountySnapshot, document: str, folder: SourceFolder) -> None:
    """Order one file."""
    record = next(each for each in county.record.documents if each.id == document)
    texts = {each.id: (number, folder.read(record, each.id)) for number, each in enumerate(record.texts)}
    cited = places(county, document)
    (_, *tables), rest = read(path.read_text(encoding="utf-8"))
    groups: list[list[Table]] = []
    for table in tables:
        if len(table.name) > 2:
            groups[-1].append(table)
        else:
            groups.append([table])
    last = (len(texts), 0)

    def place(group: list[Table]) -> tuple[int, int]:
        first = cited.get(".".join(group[0].name))
        return last if first is None else position(first, texts)

    groups.sort(key=place)
    lines = head(path.read_text(encoding="utf-8"))
    heading = ""
    for group in groups:
        first = cited.get(".".join(group[0].name))
        now = LAST if first is None else titled(first, record.texts[0].id)
        lines += ["", divider(now)] if now != heading else []
        heading = now
        comments = [each for each in group[0].above if each and not each.startswith(("# ---", "# ==="))]
        for number, table in enumerate(group):
            lines += ["" if not number else None, *(spaced(comments) if not number else []), table.header]
            lines += [line for key in table.keys for line in unfolded(key)]
    lines += [each for each in rest if each]
    path.write_text("\n".join(each for each in lines if each is not None) + "\n", encoding="utf-8")


def head(text: str) -> list[str]:
    """Return the lines before the first table, without the divider over it."""
    lines = text.splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith("["))
    while not lines[first - 1] or lines[first - 1].startswith(("# ---", "# ===")):
        first -= 1
    return lines[:first]


def places(county: CountySnapshot, document: str) -> dict[str, Citation]:
    """Return the first citation of each table with a passage."""
    content = next(each for each in county.contents if each.document == document)
    found = {each.id.removeprefix(f"{document}."): each.citations[0] for each in content.provisions if each.citations}
    found |= {f"omission.{each.name}": each.at[0] for each in content.omissions}
    return found | {f"unread.{each.topic}": each.at for each in content.unread}


def position(citation: Citation, texts: dict[str, tuple[int, SourceText]]) -> tuple[int, int]:
    """Return the number of the text and of the first word."""
    number, source = texts[citation.text]
    return number, source.resolve(citation).first


def titled(citation: Citation, first: str) -> str:
    """Return the heading of a section, after its text if that is not the first."""
    text = "" if citation.text == first else f"{citation.text}: "
    return text + (citation.heading or citation.section)


def divider(heading: str) -> str:
    """Return the comment over a section."""
    return f"# --- {heading} ".ljust(88, "-") if len(heading) < 78 else f"# --- {heading} ---"


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
