"""Receipts: what an answer to a case was made from, so that it can be given again, or the change told."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from importlib.metadata import PackageNotFoundError, version

import attrs

from psykavtal.agreements.interpretations import Readings, plain_readings
from psykavtal.model.display import OfCase, written
from psykavtal.model.provisions import Provision
from psykavtal.model.wording import Wording
from psykavtal.plugins.registry import Registry


@attrs.frozen(kw_only=True, repr=False)
class Receipt(OfCase):
    """What an answer to a case was made from. It does not hold the case, but is not free of it either.

    Which questions arose and which provisions apply hang on what was told, and so do the digests of the
    parts: who can guess a case can ask it and compare. Keep a receipt as you keep the answer.

    Attributes:
        county: id of the county.
        on: the day asked for.
        document: id of the document that was asked; None for the edition that applies.
        readings: the readings that were chosen.
        include_reported: whether the answer could rest on reports.
        versions: of the core and of each plugin in use, by distribution.
        documents: digests of the texts of the county's documents, by document and text.
        topics: ids of the questions asked.
        provisions: digests of the provisions that the answer rests on, by id.
        parts: digests of the parts of the answer, by name.
    """

    county: str
    on: date
    document: str | None
    readings: Readings = attrs.field(converter=plain_readings)
    include_reported: bool
    versions: Mapping[str, str]
    documents: Mapping[str, str]
    topics: tuple[str, ...]
    provisions: Mapping[str, str]
    parts: Mapping[str, str]

    def __repr__(self) -> str:
        """County and day; the questions and digests depend on what was told."""
        return f"<Receipt of {self.county} on {self.on.isoformat()}>"

    def changes(self, now: "Receipt") -> Iterator[Wording]:
        """What has changed from this receipt to one of the same case made now; nothing where all is the same."""
        for what, was, later in (
            (_VERSION, self.versions, now.versions),
            (_TEXT, self.documents, now.documents),
            (_PROVISION, self.provisions, now.provisions),
            (_PART, self.parts, now.parts),
        ):
            yield from _changes(what, was, later)
        asked = [each for each in now.topics if each not in self.topics]
        dropped = [each for each in self.topics if each not in now.topics]
        yield from (_say(_TOPIC, each, _NEW) for each in asked)
        yield from (_say(_TOPIC, each, _GONE) for each in dropped)

    def rests_on_the_same(self, now: "Receipt") -> bool:
        """Whether versions, texts and the provisions that both rest on are the same: what differs is then the case."""
        shared = self.provisions.keys() & now.provisions.keys()
        same = all(self.provisions[name] == now.provisions[name] for name in shared)
        return same and (self.versions, self.documents) == (now.versions, now.documents)


@attrs.frozen
class Referring:
    """A part of an answer, written with its provisions by reference: each has a digest of its own."""

    part: object


def digest(value: object) -> str:
    """The digest of a public object, by its JSON."""
    text = json.dumps(written(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def versions(registry: Registry) -> dict[str, str]:
    """The version of the core and of each plugin in use; a plugin that came with no distribution has none."""
    found = dict(_parted(each.distribution) if each.distribution else (each.name, "") for each in registry.plugins)
    try:
        found["psykavtal"] = version("psykavtal")
    except PackageNotFoundError:  # run from its source, not installed
        found["psykavtal"] = ""
    return dict(sorted(found.items()))


def _parted(distribution: str) -> tuple[str, str]:
    name, _, number = distribution.partition(" ")
    return name, number


def _changes(what: Wording, was: Mapping[str, str], now: Mapping[str, str]) -> Iterator[Wording]:
    names: Sequence[str] = tuple(dict.fromkeys((*was, *now)))
    for name in names:
        if name not in now:
            yield _say(what, name, _GONE)
        elif name not in was:
            yield _say(what, name, _NEW)
        elif was[name] != now[name]:
            plain = not was[name].startswith("sha256:")
            yield _say(what, name, _OTHER, f" ({was[name] or '–'} → {now[name] or '–'})" if plain else "")


def _say(what: Wording, name: str, how: Wording, more: str = "") -> Wording:
    label = _PARTS.get(name, Wording(sv=name, en=name)) if what is _PART else Wording(sv=name, en=name)
    return Wording(
        sv=f"{what.sv} {label.sv}: {how.sv}{more}", en=f"{what.to('en')} {label.to('en')}: {how.to('en')}{more}"
    )


_VERSION = Wording(sv="version av", en="version of")
_TEXT = Wording(sv="text", en="text")
_PROVISION = Wording(sv="bestämmelse", en="provision")
_PART = Wording(sv="del av svaret:", en="part of the answer:")
_PARTS = {
    "notes": Wording(sv="inledning", en="introduction"),
    "edition": Wording(sv="upplaga", en="edition"),
    "target_group": Wording(sv="målgrupp", en="target group"),
    "emphasis": Wording(sv="särskild uppmärksamhet", en="special attention"),
    "services": Wording(sv="verksamheter efter ålder", en="services by age"),
    "transitions": Wording(sv="kommande övergångar", en="coming transitions"),
    "responsibilities": Wording(sv="ansvar", en="responsibilities"),
    "links": Wording(sv="anslutande överenskommelser", en="linked agreements"),
    "disagreement": Wording(sv="oenighet", en="disagreement"),
    "answers": Wording(sv="övriga frågor", en="further questions"),
}
_TOPIC = Wording(sv="fråga", en="question")
_NEW = Wording(sv="har tillkommit", en="is new")
_GONE = Wording(sv="har fallit bort", en="is gone")
_OTHER = Wording(sv="är ändrad", en="has changed")


def provisions_of(bases: Iterator[tuple[Provision, ...]]) -> tuple[Provision, ...]:
    """The provisions that answers rest on, each once, in the order of their ids."""
    found = {each.id: each for basis in bases for each in basis}
    return tuple(found[name] for name in sorted(found))
