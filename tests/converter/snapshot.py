"""Write everything that the county files record as JSON, one line per county.

`python -m tests.converter.snapshot before.jsonl`, before the conversion and after it, then
`cmp before.jsonl after.jsonl`. Silences have no order in the model and are sorted.
"""

import json
import sys
from pathlib import Path

import attrs

from psykavtal import TomlCounty, load_counties
from psykavtal.exchange import to_dict
from tests import norrvik

sys.path.append(str(Path(__file__).parents[2] / "docs" / "example"))
PACKAGES = ("psykavtal_jamtland", "psykavtal_jonkoping", "psykavtal_dalarna", "psykavtal_exempel")


def main(target: Path) -> None:
    """Write the records of each county to `target`."""
    lines: list[str] = []
    for plugin in (*map(TomlCounty, PACKAGES[:3]), norrvik.plugin):
        lines += _counties(plugin)
    lines += _counties(TomlCounty(PACKAGES[3]))
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _counties(plugin: TomlCounty) -> list[str]:
    snapshot = load_counties([plugin], strict=True).snapshot()
    counties = [
        attrs.evolve(
            county,
            contents=tuple(
                attrs.evolve(each, silences=tuple(sorted(each.silences, key=lambda one: (one.topic, one.about))))
                for each in county.contents
            ),
        )
        for county in snapshot.counties
    ]
    return [json.dumps(to_dict(each), ensure_ascii=False, indent=1) for each in counties]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
