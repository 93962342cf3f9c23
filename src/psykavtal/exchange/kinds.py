"""Every class that is exchanged, by the name that tells it in JSON."""

from functools import cache

import attrs

from psykavtal.ask.comparison import Cell, Comparison, Row
from psykavtal.ask.routes import Route, Step
from psykavtal.ask.verdicts import Verdict
from psykavtal.model import ages, answers, citations, criteria, dates, documents, places, records, things, vocabulary
from psykavtal.model.provisions import KINDS, Cadence, kind_of
from psykavtal.model.readings import Reading
from psykavtal.model.rules import Rule
from psykavtal.model.wording import Wording

_ABSTRACT = {"answer-base", "thing"}


@cache
def classes() -> dict[str, type]:
    """The classes, by kind."""
    found: list[type] = [Cell, Comparison, Row, Route, Step, Verdict, Cadence, Reading, Rule, Wording, *KINDS.values()]
    for module in (ages, answers, citations, criteria, dates, documents, places, records, things, vocabulary):
        found += [
            each
            for each in vars(module).values()
            if isinstance(each, type) and attrs.has(each) and each.__module__ == module.__name__
        ]
    by_kind = {kind_of(each): each for each in found}
    return {kind: each for kind, each in by_kind.items() if kind not in _ABSTRACT and not kind.startswith("_")}
