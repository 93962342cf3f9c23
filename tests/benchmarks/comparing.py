"""Speed of comparing 21 counties on all topics, against serialising them. Prints ratios; asserts nothing but their number.

Run by `nox -s bench`. The counties are copies of one, with the codes of the national register.
"""

import gc
import re
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

import psykavtal_jonkoping

import psykavtal
from psykavtal.model.national_register import COUNTIES

ROUNDS = 5
DAY = "2026-01-10"
ORIGINAL = Path(psykavtal_jonkoping.__file__).parent


def copied(code: str, folder: Path) -> psykavtal.TomlCounty:
    """Return a copy of a county under another code."""
    package = folder / f"copied_{code}"
    shutil.copytree(ORIGINAL, package, ignore=shutil.ignore_patterns("__pycache__"))
    for path in package.glob("*.*"):
        text = path.read_text("utf-8").replace("jonkoping", f"county{code}")
        text = re.sub(r'"06(\d\d)"', rf'"{code}\1"', text)
        text = text.replace('code = "06"', f'code = "{code}"').replace('name = "Jönköping"', f'name = "County {code}"')
        path.write_text(text, "utf-8")
    (package / "__init__.py").write_text("", "utf-8")
    return psykavtal.TomlCounty(package.name)


def seconds(call) -> float:
    """Return the time of a call."""
    gc.collect()
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def main() -> None:
    """Print the medians, and their ratio."""
    with tempfile.TemporaryDirectory() as name:
        sys.path.insert(0, name)
        counties = psykavtal.load_counties([copied(code, Path(name)) for code in COUNTIES], strict=True)
        assert len(counties) == len(COUNTIES)
        comparing = [seconds(lambda: psykavtal.compare(counties, on=DAY, topics="all")) for _ in range(ROUNDS)]
        serialising = [seconds(lambda: psykavtal.to_json(counties)) for _ in range(ROUNDS)]
    ratio = statistics.median(comparing) / statistics.median(serialising)
    print(f"comparing {len(COUNTIES)} counties  {statistics.median(comparing) * 1000:8.0f} ms")
    print(f"serialising them       {statistics.median(serialising) * 1000:8.0f} ms{ratio:8.2f}   target <= 10")


if __name__ == "__main__":
    main()
