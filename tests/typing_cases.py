"""Checked by mypy and pyright, never run: what users write has the types that they expect."""

from typing import assert_never, assert_type

import networkx as nx
import polars as pl

import psykavtal
from psykavtal.agreements.escalation import routes
from psykavtal.cases.receipts import Difference
from psykavtal.model.provisions import Provision, TargetGroup

counties = psykavtal.load_counties()
county = counties["jamtland"]
edition = county.edition(on="2026-01-10")

assert_type(counties, psykavtal.Counties)
assert_type(county, psykavtal.County)
assert_type(edition, psykavtal.DocumentOnDay)
assert_type(edition.target_groups[0], TargetGroup)
assert_type(edition.target_groups[0].age_limits, tuple[psykavtal.AgeLimit, ...])
assert_type(edition.escalation.graph, nx.MultiDiGraph[str])
assert_type(edition.escalation.route(trigger="disagreement").value.steps, tuple[routes.Step, ...])
assert_type(edition.find(topic="sip").provisions, tuple[Provision, ...])

diff = psykavtal.diff(counties, "jamtland-2021", "jamtland-2025")
assert_type(diff, psykavtal.Diff)
assert_type(diff[0].before, Provision | None)
assert_type(diff.select(topic="sip", kind=TargetGroup), psykavtal.Diff)
assert_type(psykavtal.flip_cases(counties, "jamtland-2021", "jamtland-2025", on="2026-01-10"), psykavtal.FlipCases)

assert_type(counties.table("ages", on="2026-01-10"), psykavtal.Table)
assert_type(county.table("ages").to_polars(), pl.DataFrame)
assert_type(psykavtal.export(counties, "folder", formats="csv"), tuple[str, ...])

case = psykavtal.Case(municipality="2321", born="2008-03-01", facts={"coordinated": True})
applies = counties.what_applies(case, on="2026-01-10")
assert_type(applies, psykavtal.WhatApplies)
assert_type(applies.target_group, psykavtal.Answer[psykavtal.Membership])
assert_type(applies.target_group.value.clauses[0].provision, TargetGroup)
assert_type(applies.target_group.value.missing_facts, tuple[str, ...])
assert_type(applies.receipt, psykavtal.Receipt)
assert_type(applies.receipt.differences(applies.receipt), tuple[Difference, ...])
assert_type(applies.disagreement.routes[0].route.value.steps, tuple[routes.Step, ...])


def told(answer: psykavtal.Answer[psykavtal.DocumentOnDay]) -> str:
    """A match over the statuses is exhaustive: a checker says which was forgotten."""
    match answer:
        case psykavtal.Stated(found) | psykavtal.Derived(found) | psykavtal.Reported(found):
            return found.id
        case psykavtal.Ambiguous(readings):
            return ", ".join(each.name for each in readings)
        case psykavtal.Silent(document):
            return document
        case psykavtal.Unreadable(reason) | psykavtal.NotRecorded(reason) | psykavtal.NotApplicable(reason):
            return reason.to("en")
        case _:
            assert_never(answer)
