"""Make tables of counties by name."""

import warnings
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from psykavtal.agreements.tables.age_table import age_table
from psykavtal.agreements.tables.body_table import body_table
from psykavtal.agreements.tables.comparison_table import comparison_table
from psykavtal.agreements.tables.county_rows import CountyRows
from psykavtal.agreements.tables.date_table import date_table
from psykavtal.agreements.tables.document_table import document_table
from psykavtal.agreements.tables.law_table import law_table
from psykavtal.agreements.tables.link_table import duty_table, link_table
from psykavtal.agreements.tables.provision_table import kind_table, provision_table
from psykavtal.agreements.tables.question_table import question_table
from psykavtal.agreements.tables.relation_table import relation_table
from psykavtal.agreements.tables.silence_table import silence_table
from psykavtal.agreements.tables.table import Table
from psykavtal.agreements.tables.tabulation import Tabulation
from psykavtal.errors import (
    LANGUAGES,
    InvalidValueError,
    Message,
    PluginWarning,
    UnknownNameError,
    suggestion,
    unknown_language,
)
from psykavtal.model import arguments
from psykavtal.model.dates import parse_date
from psykavtal.model.provisions import KINDS, Provision

if TYPE_CHECKING:
    from psykavtal.agreements.county import County

_MAKERS = (
    provision_table,
    duty_table,
    age_table,
    link_table,
    body_table,
    relation_table,
    date_table,
    law_table,
    question_table,
    silence_table,
    comparison_table,
    document_table,
)


def tabulations() -> dict[str, Tabulation]:
    """Return the definitions of all tables, by name; those of single kinds come last."""
    return _of_kinds(tuple(KINDS.values()))


@lru_cache(maxsize=4)
def _of_kinds(kinds: tuple[type[Provision], ...]) -> dict[str, Tabulation]:
    found = {each.name: each for each in (make() for make in _MAKERS)}
    further = dict.fromkeys(each.TABLE for each in kinds if each.TABLE and each.TABLE not in found)
    return {**found, **{name: kind_table(name) for name in further}}


def table_names() -> tuple[str, ...]:
    """Return the names of all tables.

    Examples:
        >>> table_names()[:4]
        ('provisions', 'duties', 'ages', 'links')
    """
    return tuple(tabulations())


def make_table(name: str, counties: Sequence["County"], *, lang: str = "sv", on: date | str | None = None) -> Table:
    """Return one table of counties; see `Counties.table`."""
    known = tabulations()
    if arguments.text(name, "name") not in known:
        fix = suggestion(name, known, kind="tables")
        fault = Message(en="unknown table {name!r}.", sv="okänd tabell {name!r}.", name=name)
        raise UnknownNameError(fault, value=name, fix=fix)
    sources = _sources(counties, lang, on)
    return _made(known[name], sources)


def make_tables(counties: Sequence["County"], *, lang: str = "sv", on: date | str | None = None) -> Iterator[Table]:
    """Yield all tables of counties; those that need a day only with one.

    The counties are read once for all of them.
    """
    sources = _sources(counties, lang, on)
    for each in tabulations().values():
        if on is not None or not each.needs_day:
            yield _made(each, sources)


def _sources(counties: Sequence["County"], lang: str, on: date | str | None) -> list[CountyRows]:
    if arguments.text(lang, "lang") not in LANGUAGES:
        raise unknown_language(lang)
    day = None if on is None else parse_date(on, place="on")
    sources = [CountyRows(each, lang, day) for each in counties]
    for each in sources:
        for document in each.not_read:
            name = each.data.name_of(document, "en")
            warnings.warn(
                f"{document}: {name} cannot be read and is missing from the tables. See `counties.problems`.",
                PluginWarning,
                stacklevel=4,
            )
    return sources


def _made(definition: Tabulation, sources: list[CountyRows]) -> Table:
    if definition.needs_day and any(each.on is None for each in sources):
        fix = Message(
            en="Give the day to ask for, like on='2026-01-10'. Today is on=date.today().",
            sv="Ange dagen som frågan gäller, som on='2026-01-10'. I dag är on=date.today().",
        )
        raise InvalidValueError(Message(en="needs a day.", sv="kräver en dag."), place=definition.name, fix=fix)
    return Table(
        name=definition.name,
        lang=sources[0].lang if sources else "sv",
        on=sources[0].on if sources else None,
        title=definition.title,
        description=definition.description,
        columns=definition.columns,
        rows=tuple(definition.rows(sources)),
        not_read=tuple(document for each in sources for document in each.not_read),
    )
