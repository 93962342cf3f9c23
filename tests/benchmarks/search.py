"""Speed of the search as ratios: a query against a bare FTS5 query, the index against reading. Asserts nothing.

Run by `nox -s bench`. The bare query is a MATCH on the same normal forms, and those of other names for the same, in one column, ordered by rank.
"""

import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

import attrs

import psykavtal
from psykavtal.agreements.search.corpus import Corpus
from psykavtal.agreements.search.indexed_texts import IndexedTexts

ROUNDS = 31
PROCESSES = 12
MANY = 20_000
STATEMENT = "SELECT rowid, rank FROM bare WHERE bare MATCH ? ORDER BY rank"
QUERIES = (
    "Försäkringskassan",
    "plan",
    "behovet",
    "kommunens",
    "compensation",
    "psykiatriska tillstånd",
    "samordnad individuell plan",
    "municipality decides",
    "SIP",
    "LVM",
)


def median(action: Callable[[], object]) -> float:
    """The median time of an action in milliseconds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


FIRST_USE = """
import time, psykavtal
import psykavtal.agreements.county, psykavtal.agreements.search.corpus, psykavtal.agreements.search.full_text_index
counties = psykavtal.load_counties()
start = time.process_time()
for county in counties.values():
    _ = county.holdings.contents
read = time.process_time()
_ = counties.corpus.index
print(read - start, time.process_time() - read)
"""


def building() -> Corpus:
    """The index against reading the documents of all counties, each at first use in a process of its own."""
    command = [sys.executable, "-c", FIRST_USE]
    runs = [subprocess.run(command, check=True, capture_output=True, text=True).stdout for _ in range(PROCESSES)]
    times = [tuple(map(float, each.split())) for each in runs[1:]]
    ratio = statistics.median(index / read for read, index in times)
    read, index = (statistics.median(each) * 1000 for each in zip(*times, strict=True))
    print(f"reading {read:.0f} ms, index {index:.0f} ms, ratio {ratio:.2f}   target <= 1.5\n")
    return psykavtal.load_counties().corpus


def phrase(form: tuple[str, ...]) -> str:
    """The words of a form as a quoted phrase."""
    return f'"{" ".join(form)}"'


def queries(corpus: Corpus) -> None:
    """Each query against a bare one."""
    bare = sqlite3.connect(":memory:")
    bare.execute("CREATE VIRTUAL TABLE bare USING fts5(text, content='', tokenize='unicode61 remove_diacritics 0')")
    rows = ((number, " ".join(texts)) for number, *texts in IndexedTexts.of(corpus.entries).rows)
    bare.executemany("INSERT INTO bare(rowid, text) VALUES (?, ?)", rows)
    print(f"{f'{len(corpus.entries)} entries':<28}{'results':>8}{'bare ms':>9}{'find ms':>9}{'ratio':>7}   target <= 3")
    for query in QUERIES:
        parts = corpus.index.words.query(query.split()).parts
        forms = ([*each.forms["sv"], *each.forms["en"]] for each in parts)
        match = " AND ".join(f"({' OR '.join(map(phrase, dict.fromkeys(each)))})" for each in forms)
        plain = median(lambda match=match: bare.execute(STATEMENT, (match,)).fetchall())
        ours = median(lambda query=query: corpus.find(query, {}))
        print(f"{query:<28}{len(corpus.find(query, {})):>8}{plain:>9.3f}{ours:>9.3f}{ours / plain:>7.2f}")
    print()


if __name__ == "__main__":
    small = building()
    queries(small)
    times = MANY // len(small.entries) + 1
    queries(
        attrs.evolve(small, records=small.records * times, contents=small.contents * times, orders=small.orders * times)
    )
