"""Speed as ratios: whole processes in turn, and structuring against parsing. Prints; asserts nothing.

Run by `nox -s bench`. Each target is a ratio measured in one run: absolute times say more of the
machine than of the library.
"""

import statistics
import subprocess
import sys
import time
import tomllib
from pathlib import Path

ROUNDS = 15
ROOT = Path(__file__).parents[2]

PROCESSES = {
    "bare python": "pass",
    "import networkx": "import networkx",
    "import psykavtal": "import psykavtal",
    "import and load": "import psykavtal; psykavtal.load_counties()",
    "load, every document": "import psykavtal; psykavtal.load_counties(strict=True)",
    "first comparison": "import psykavtal as p; p.compare(p.load_counties(), on='2026-01-10')",
}
TARGETS = {"import psykavtal": 0.05, "import and load": 0.45}


def process(code: str) -> float:
    """Seconds that a whole process takes."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - start


def processes() -> None:
    """Whole processes in turn, each against `import networkx` of the same round."""
    rounds = [{name: process(code) for name, code in PROCESSES.items()} for _ in range(ROUNDS + 1)][1:]
    print(f"{'whole process':<24}{'median ms':>10}  {'/ networkx':>10}   target")
    for name in PROCESSES:
        milliseconds = statistics.median(each[name] for each in rounds) * 1000
        ratio = statistics.median(each[name] / each["import networkx"] for each in rounds)
        target = f"<= {TARGETS[name]}" if name in TARGETS else ""
        print(f"{name:<24}{milliseconds:>10.1f}  {ratio:>10.3f}   {target}")


def structuring() -> None:
    """Structuring and validating every county file against parsing the same TOML."""
    from psykavtal.plugins.county_toml.checks import check_record
    from psykavtal.plugins.county_toml.content import read_content
    from psykavtal.plugins.county_toml.content_checks import check_content
    from psykavtal.plugins.county_toml.county_tables import read_county
    from psykavtal.plugins.county_toml.faults import Faults
    from psykavtal.plugins.county_toml.toml_converter import strict_converter
    from psykavtal.plugins.loading import load_registry
    from psykavtal.plugins.toml_plugin import COUNTY_FILE, TomlCounty

    registry = load_registry()
    converter = strict_converter()
    parsing, making = [], []
    for _ in range(ROUNDS + 1):
        parsed = made = 0.0
        for record in registry.records:
            plugin = TomlCounty(f"psykavtal_{record.place.id}")
            known = registry.known(record)
            documents = {each.id: each for each in record.documents}
            files = [(None, COUNTY_FILE), *plugin.county_file.content]
            for document, file in files:
                source = plugin.source(file)
                start = time.perf_counter()
                raw = tomllib.loads(source.decode())
                between = time.perf_counter()
                faults = Faults(file, source)
                if document is None:
                    read_county(raw, faults, converter)
                    check_record(record, known, file=file)
                else:
                    content = read_content(raw, documents[document], documents, faults, converter)
                    check_content(content, known, file=file)
                parsed += between - start
                made += time.perf_counter() - between
        parsing.append(parsed)
        making.append(made)
    ratio = statistics.median(m / p for m, p in list(zip(making, parsing, strict=True))[1:])
    print(f"\nstructuring and validation / parsing the same TOML: {ratio:.2f}   target <= 0.5")


if __name__ == "__main__":
    processes()
    structuring()
