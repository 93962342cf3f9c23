"""OpenFisca-Core on an equal rule, against ours: a cohort, and one case with its trace. Prints; asserts only equality.

Run by `nox -s openfisca`, in an environment of its own. OpenFisca has no "unknown": what is not told
is false to it, and no birth date is a birth today, so that only who surely is in the group is compared.
"""

import argparse
from datetime import date
from typing import Any

import numpy as np
import polars as pl
from openfisca_core.entities import build_entity
from openfisca_core.periods import ETERNITY, MONTH
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

import psykavtal
from psykavtal import Case
from psykavtal.cohorts.age_expressions import last_birth

from .measuring import compare
from .people import SWEDEN, arrow, people
from .rules import STOCKHOLM, TODAY, added, one_group, youngest

CODES = [int(each) for each in one_group().counties[0].municipalities]
LAST = last_birth(TODAY, youngest(STOCKHOLM, 0))
JONKOPING = [680, 617, 642, 643, 662, 665, 682, 683, 684, 685, 686, 687, 604]
MONTH_ASKED = f"{TODAY:%Y-%m}"
PERSON = build_entity(key="person", plural="persons", label="A person", is_person=True)
HOUSEHOLD = build_entity(
    key="household", plural="households", label="A household", roles=[{"key": "member", "plural": "members"}]
)


def variable(name: str, of: type, period: Any, formula: Any = None, **more: Any) -> type[Variable]:
    """A variable of a person, as OpenFisca has them: a class."""
    body = {"value_type": of, "entity": PERSON, "definition_period": period, "label": name, **more}
    return type(name, (Variable,), {**body, "formula": formula} if formula else body)


def cohort_formula(person: Any, period: Any) -> Any:
    """One target group."""
    needs = person("region", period) & person("municipality", period) & ~person("substance", period)
    return np.isin(person("code", period), CODES) & needs & (person("born", period) <= np.datetime64(LAST))


def case_formula(person: Any, period: Any) -> Any:
    """The target group that the case is asked about: the county's, with one of the ways to read its age limit."""
    needs = person("condition", period) & person("region", period) & person("municipality", period)
    adult = person("born", period) <= np.datetime64(last_birth(TODAY, 18))
    return np.isin(person("code", period), JONKOPING) & ((needs & adult) | person("kin", period))


def system() -> TaxBenefitSystem:
    """The two rules."""
    made = TaxBenefitSystem([PERSON, HOUSEHOLD])
    truths = ("region", "municipality", "substance", "condition", "kin")
    for each in (
        variable("code", int, MONTH),
        variable("born", date, ETERNITY, default_value=TODAY),
        *(variable(name, bool, MONTH) for name in truths),
        variable("in_group", bool, MONTH, cohort_formula),
        variable("in_group_of_case", bool, MONTH, case_formula),
    ):
        made.add_variable(each)
    return made


def cohort(rules: TaxBenefitSystem, rows: int) -> None:
    """One target group on one day."""
    columns = people(rows)
    lazy = pl.from_arrow(arrow(columns)).rechunk().lazy()
    filled = {name: each.held & ~each.nulls for name, each in columns.items() if each.held.dtype == bool}
    filled["substance"] |= columns["substance"].nulls  # unknown: not surely without it
    filled |= {"code": columns["code"].held.astype(np.int32)}
    filled["born"] = np.where(columns["born"].nulls, np.datetime64(TODAY), columns["born"].held)
    classifier = one_group()

    def theirs() -> int:
        simulation = SimulationBuilder().build_default_simulation(rules, rows)
        for name, held in filled.items():
            simulation.set_input(name, MONTH_ASKED, held)
        return int(simulation.calculate("in_group", MONTH_ASKED).sum())

    def ours() -> int:
        return int(added(classifier, lazy).select(pl.col("in_target_group").sum()).collect().item())

    compare(f"one group, {rows:,} rows", ("OpenFisca", theirs), ("classify, polars", ours, ">= 100"), rounds=5)


def case(rules: TaxBenefitSystem) -> None:
    """One case, with its trace."""
    counties = psykavtal.load_counties()
    told = {"psychiatric-condition": True, "needs-region": True, "needs-municipality": True, "next-of-kin": False}
    names = dict(zip(told, ("condition", "region", "municipality", "kin"), strict=True))
    person: dict[str, Any] = {names[name]: {MONTH_ASKED: truth} for name, truth in told.items()}
    person |= {"code": {MONTH_ASKED: 680}, "born": {"ETERNITY": "1990-01-01"}}
    situation = {
        "persons": {"somebody": {**person, "in_group_of_case": {MONTH_ASKED: None}}},
        "households": {"home": {"members": ["somebody"]}},
    }

    def theirs() -> bool:
        simulation = SimulationBuilder().build_from_dict(rules, situation)
        simulation.trace = True
        found = bool(simulation.calculate("in_group_of_case", MONTH_ASKED)[0])
        assert simulation.tracer.computation_log.lines()
        return found

    def ours() -> bool:
        answer = counties.target_group(Case(municipality="0680", born=date(1990, 1, 1), facts=told), on=TODAY)
        assert answer.citations
        assert answer.value.clauses
        return answer.value.applies is psykavtal.Truth.TRUE

    compare("one case with its trace", ("OpenFisca", theirs), ("target_group", ours, ">= 100"), rounds=15, repeat=100)


def main() -> None:
    """Both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=SWEDEN)
    rules, rows = system(), parser.parse_args().rows
    case(rules)
    cohort(rules, rows)


if __name__ == "__main__":
    main()
