"""Options that describe a case, and the case that they give."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypedDict, TypeVar

import click

from psykavtal.cli.languages import MistakeError
from psykavtal.errors import Message

F = TypeVar("F", bound=Callable[..., Any])


class CaseOptions(TypedDict):
    """The facts about a person that the options give."""

    municipality: str
    lives_in: str
    placed_by: str
    born: str | None
    age: str | None
    facts: tuple[str, ...]
    not_facts: tuple[str, ...]
    principals: tuple[str, ...]
    stands_at: str


_OPTIONS = (
    click.option("--municipality", default="", help="The municipality that is responsible, by name or SCB code."),
    click.option("--lives-in", default="", help="The municipality where the person lives, if another."),
    click.option("--placed-by", default="", help="The municipality that placed the person, if another."),
    click.option("--born", default=None, metavar="YYYY-MM-DD", help="The birth date."),
    click.option("--age", default=None, metavar="YEARS", help="The age in completed years, instead of the birth date."),
    click.option("--fact", "facts", multiple=True, help="A fact that is so, by its id: see `psykavtal facts`."),
    click.option("--not-fact", "not_facts", multiple=True, help="A fact that is not so."),
    click.option("--principal", "principals", multiple=True, help="Which principal, as in need-noticed=region."),
    click.option("--stands-at", default="", help="Id of the body at which a disagreement now is."),
)


def case_options(command: F) -> F:
    """Give a command the options that describe a case."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def table_of(options: CaseOptions) -> dict[str, object]:
    """Return the case that the options give, as a table.

    Raises:
        MistakeError: a fact is given both as true and as false.
    """
    both = set(options["facts"]) & set(options["not_facts"])
    if both:
        fault = Message(
            en="--fact and --not-fact: both given for {facts}. Give one of them.",
            sv="--fact och --not-fact: båda anges för {facts}. Ange en av dem.",
            facts=", ".join(sorted(both)),
        )
        raise MistakeError(fault)
    facts = {**dict.fromkeys(options["facts"], True), **dict.fromkeys(options["not_facts"], False)}
    principals = pairs(options["principals"], option="--principal")
    plain = {key: value for key, value in options.items() if key != "not_facts"}
    age = options["age"]
    # An age that is not a number is passed on: it is refused with the other faults, and never shown.
    years = int(age) if age is not None and re.fullmatch(r"[0-9]{1,9}", age) else age
    return {**plain, "age": years, "facts": facts, "principals": principals}


def readings_of(given: Sequence[str]) -> str | Mapping[str, str] | None:
    """Return the readings chosen: one for all by its name, or provision by provision.

    Raises:
        MistakeError: one for all is given beside others.
    """
    if not given:
        return None
    if len(given) == 1 and "=" not in given[0]:
        return given[0]
    return pairs(given, option="--reading")


def pairs(given: Sequence[str], *, option: str) -> dict[str, str]:
    """Options of the form NAME=VALUE.

    Raises:
        MistakeError: one has no "=", or a name comes twice.
    """
    parted = [each.partition("=") for each in given]
    if any(not sign for _, sign, _ in parted):
        raise MistakeError(Message(en="{option}: write NAME=VALUE.", sv="{option}: skriv NAMN=VÄRDE.", option=option))
    if len({name for name, _, _ in parted}) < len(parted):
        raise MistakeError(
            Message(en="{option}: a name is given twice.", sv="{option}: ett namn anges två gånger.", option=option)
        )
    return {name: value for name, _, value in parted}
