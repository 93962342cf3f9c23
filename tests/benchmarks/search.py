"""Speed of the search as ratios: a query against a bare FTS5 query, the index against reading. Asserts nothing.

Run by `nox -s bench`. The bare query is a MATCH on the same normal forms in one column, ordered by rank.
"""

import sqlite3
import statistics
import time
from collections.abc import Callable

import attrs

import psykavtal
from psykavtal.agreements.search.corpus import Corpus
from psykavtal.agreements.search.indexed_texts import IndexedTexts

ROUNDS = 31
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


def building() -> Corpus:
    """The index against reading the documents of all counties, both in a process that has done so once."""
    psykavtal.load_counties().find("SIP")
    reading, indexing = [], []
    for _ in range(ROUNDS):
        counties = psykavtal.load_counties()
        start = time.perf_counter()
        for county in counties.values():
            _ = county.holdings.contents
        read = time.perf_counter()
        _ = counties.corpus.index
        reading.append(read - start)
        indexing.append(time.perf_counter() - read)
    ratio = statistics.median(index / read for index, read in zip(indexing, reading, strict=True))
    read, index = (statistics.median(each) * 1000 for each in (reading, indexing))
    print(f"reading {read:.0f} ms, index {index:.0f} ms, ratio {ratio:.2f}   target <= 1.5\n")
    return counties.corpus


def queries(corpus: Corpus) -> None:
    """Each query against a bare one."""
    bare = sqlite3.connect(":memory:")
    bare.execute("CREATE VIRTUAL TABLE bare USING fts5(text, content='', tokenize='unicode61 remove_diacritics 0')")
    rows = ((number, " ".join(texts)) for number, *texts in IndexedTexts(corpus.entries).rows())
    bare.executemany("INSERT INTO bare(rowid, text) VALUES (?, ?)", rows)
    print(f"{f'{len(corpus.entries)} entries':<28}{'results':>8}{'bare ms':>9}{'find ms':>9}{'ratio':>7}   target <= 3")
    for query in QUERIES:
        parts = corpus.index.words.query(query.split()).parts
        match = " AND ".join(f'"{" ".join((each.forms["sv"] or each.forms["en"])[0])}"' for each in parts)
        plain = median(lambda match=match: bare.execute(STATEMENT, (match,)).fetchall())
        ours = median(lambda query=query: corpus.find(query, {}))
        print(f"{query:<28}{len(corpus.find(query, {})):>8}{plain:>9.3f}{ours:>9.3f}{ours / plain:>7.2f}")
    print()


if __name__ == "__main__":
    small = building()
    queries(small)
    times = MANY // len(small.entries) + 1
    queries(attrs.evolve(small, records=small.records * times, contents=small.contents * times))
