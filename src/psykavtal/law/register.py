"""The register as it is read from its file."""

import pkgutil
import tomllib
from datetime import date
from functools import cache
from typing import NotRequired, TypedDict, cast

from psykavtal.law.acts import Act, LawProvision, Register
from psykavtal.law.pinpoints import Pinpoint
from psykavtal.model.wording import Wording

FILE = "register.toml"


class _Act(TypedDict):
    title: str
    english: NotRequired[str]
    short: NotRequired[str]
    popular: NotRequired[list[str]]
    wrong_titles: NotRequired[list[str]]
    chapters: NotRequired[bool]
    start: date
    verified: NotRequired[bool]
    repealed: NotRequired[date]
    successor: NotRequired[str]
    read_through: NotRequired[str]
    evidence: list[str]


class _Provision(TypedDict):
    act: str
    at: str
    subject: str
    start: NotRequired[date]
    end: NotRequired[date]
    evidence: list[str]


class _Subject(TypedDict):
    sv: str
    en: str
    complete: NotRequired[bool]


class _File(TypedDict):
    evidence: dict[str, str]
    act: dict[str, _Act]
    subject: dict[str, _Subject]
    provision: list[_Provision]


@cache
def register() -> Register:
    """The register that comes with the library; read once.

    Examples:
        >>> from datetime import date
        >>> str(register().named("SoL", date(2025, 6, 30))), str(register().named("SoL", date(2025, 7, 1)))
        ('SoL (2001:453)', 'SoL (2025:400)')
    """
    data = cast("_File", cast("object", tomllib.loads((pkgutil.get_data("psykavtal.law", FILE) or b"").decode())))
    return Register(
        acts={number: _act(number, table) for number, table in data["act"].items()},
        subjects={key: Wording(sv=table["sv"], en=table["en"]) for key, table in data["subject"].items()},
        complete=frozenset(key for key, table in data["subject"].items() if table.get("complete")),
        provisions=tuple(_provision(table) for table in data["provision"]),
        evidence=data["evidence"],
    )


def _act(number: str, table: _Act) -> Act:
    return Act(
        number=number,
        title=table["title"],
        english=table.get("english", ""),
        short=table.get("short", ""),
        popular=tuple(table.get("popular", ())),
        wrong_titles=tuple(table.get("wrong_titles", ())),
        chapters=table.get("chapters"),
        start=table["start"],
        verified=table.get("verified", True),
        repealed=table.get("repealed"),
        successor=table.get("successor", ""),
        read_through=table.get("read_through", ""),
        evidence=tuple(table["evidence"]),
    )


def _provision(table: _Provision) -> LawProvision:
    return LawProvision(
        act=table["act"],
        at=Pinpoint.of(table["at"]),
        subject=table["subject"],
        start=table.get("start"),
        end=table.get("end"),
        evidence=tuple(table["evidence"]),
    )
