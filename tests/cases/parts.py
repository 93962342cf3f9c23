"""Helpers for the parts of an answer to a case."""

DAY = "2026-01-10"


def by_id(found):
    return {each.provision.id.partition(".")[2].partition(".")[2]: each for each in found}
