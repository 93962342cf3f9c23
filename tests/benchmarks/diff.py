"""Speed of a diff of two editions against comparing them by topic. Asserts nothing.

Run by `nox -s bench`.
"""

import psykavtal
from tests.benchmarks.measuring import compare

DAY = "2026-01-10"
EDITIONS = ("jamtland-2021", "jamtland-2025")


def main() -> None:
    """A diff, and flip cases, against the comparison of the same editions on every topic."""
    counties = psykavtal.load_counties()
    county = counties["jamtland"]
    editions = [county.document(each, on=DAY) for each in EDITIONS]

    def by_topic() -> object:
        return psykavtal.compare(editions, on=DAY, topics="all")

    theirs = ("compare", by_topic, "<= 5")
    compare("diff of two editions", ("diff", lambda: psykavtal.diff(counties, *EDITIONS)), theirs, same=False)
    flips = ("flip_cases", lambda: psykavtal.flip_cases(counties, *EDITIONS, on=DAY))
    compare("flip cases of two editions", flips, ("compare", by_topic, ""), same=False)


if __name__ == "__main__":
    main()
