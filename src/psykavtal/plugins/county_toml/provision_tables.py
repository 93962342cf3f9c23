"""Tables of provisions to provisions."""

from collections.abc import Mapping
from contextlib import suppress
from functools import cache, partial
from typing import Any, TypeVar, cast

import attrs
from cattrs import Converter

from psykavtal.errors import CitationError, InvalidValueError, Message, suggestion
from psykavtal.model.citations import Citation
from psykavtal.model.modality import modality_of
from psykavtal.model.provisions import KINDS, Provision
from psykavtal.model.readings import Because, Reading
from psykavtal.model.wording import Wording
from psykavtal.plugins.county_toml.faults import Faults
from psykavtal.plugins.county_toml.file_defaults import FileDefaults
from psykavtal.plugins.county_toml.shorthand import CitationReader, overlay, unfold
from psykavtal.plugins.county_toml.toml_converter import keys_of
from psykavtal.plugins.county_toml.toml_values import Table, as_list, as_table
from psykavtal.plugins.form_messages import (
    MUST_BE_NAMED_TABLES,
    MUST_BE_TABLE,
    ONE_READING,
    TWO_READINGS_OR_NONE,
    write,
)

T = TypeVar("T")
_RESERVED = frozenset({"id", "document", "topic", "also", "at", "citations", "wording", "age_limits", "age_limit"})

_TOPIC_TWICE = Message(en="a topic is given twice.", sv="en fråga anges två gånger.")
_NO_TOPIC = Message(en="must name a topic.", sv="ska nämna en fråga.")


@attrs.frozen(kw_only=True)
class ProvisionReader:
    """Reads the provisions of one file, noting every fault.

    Attributes:
        converter: the strict converter.
        citations: reads passages.
        faults: where faults are noted.
        prefix: the beginning of ids (the document, or the county); empty if it is the document that speaks.
        document: id of the document that speaks, or None if each citation names one.
        defaults: the review and the day of reading, for provisions that do not give their own.
    """

    converter: Converter
    citations: CitationReader
    faults: Faults
    prefix: str
    document: str | None = None
    defaults: FileDefaults = attrs.field(factory=FileDefaults)

    def read_kind(self, kind: str, tables: object) -> list[Provision]:
        """Every table of one kind."""
        if (named := as_table(tables)) is None:
            self.faults.add(
                kind,
                "",
                MUST_BE_NAMED_TABLES,
                value=tables,
                fix=write(f"[{kind}.name]"),
            )
            return []
        read = (self._read(KINDS[kind], f"{kind}.{name}", table) for name, table in named.items())
        return [each for each in read if each is not None]

    def cite(self, table: str, key: str, value: object) -> tuple[Citation, ...]:
        """Return the citations of a table; a fault is noted for each invalid one."""
        found: list[Citation] = []
        for at in as_list(value):
            try:
                read = self.citations.read(at, self.faults.suggestions)
            except CitationError as error:
                self.faults.add_error(table, error, key=key)
            else:
                found += [] if read is None else [read]
        return tuple(found)

    def structure(self, table: str, key: str, value: object, cls: type[T]) -> T | None:
        """A value of the model, or None with its faults noted."""
        if as_table(value) is None and attrs.has(cls):
            self.faults.add(table, key, MUST_BE_TABLE, value=value)
            return None
        try:
            return self.converter.structure(value, cls)
        except Exception as error:  # noqa: BLE001 (each leaf is distinguished and noted)
            keys = keys_of(cast("Any", cls)) if attrs.has(cls) else ()
            self.faults.add_error(table, error, key=key, keys=keys)
            return None

    def _read(self, cls: type[Provision], table: str, given: object) -> Provision | None:
        raw = as_table(given)
        if raw is None:
            self.faults.add(table, "", MUST_BE_TABLE, value=given)
            return None
        self.defaults.refuse_repeated(table, raw, self.faults)
        provision = self._plain(cls, table, raw)
        readings = self._readings(cls, table, raw)
        if provision is None or readings is None:
            return None
        return attrs.evolve(provision, readings=readings) if readings else provision

    def _readings(self, cls: type[Provision], table: str, raw: Table) -> tuple[Reading[Provision], ...] | None:
        if "reading" not in raw:
            return ()
        read: list[Reading[Provision]] = []
        tables = as_table(raw["reading"])
        if tables is None or not all(isinstance(each, Mapping) for each in tables.values()):
            self.faults.add(table, "reading", MUST_BE_NAMED_TABLES, value=raw["reading"])
            return None
        for name, given in tables.items():
            change = as_table(given) or {}
            place = f"{table}.reading.{name}"
            changes = {key: value for key, value in change.items() if key not in ("why", "because", "topics")}
            value = self._plain(cls, place, overlay(raw, changes), within=table)
            why = self.structure(place, "why", change.get("why"), Wording)
            because = self.structure(place, "because", change.get("because", "wording"), Because)
            topics: tuple[str, ...] | None = self.structure(
                place, "topics", change.get("topics", []), cast("Any", tuple[str, ...])
            )
            if value is not None and why is not None and because is not None and topics is not None:
                read.append(Reading(name=name, because=because, why=why, value=value, topics=topics))
        if len(tables) == 1:
            self.faults.add(
                table,
                "reading",
                ONE_READING,
                fix=TWO_READINGS_OR_NONE,
            )
        return tuple(read) if len(read) == len(tables) else None

    def _plain(self, cls: type[Provision], place: str, raw: Table, *, within: str = "") -> Provision | None:
        table = within or place
        fields = keys_of(cls)
        if reserved := _RESERVED & raw.keys():
            for key in sorted(reserved):
                self.faults.unknown_key(place, key, key, ("answers", "passage", "sv", "en", "age"))
            return None
        topics = self._answers(cls, place, raw)
        if topics is None:
            return None
        out = unfold(raw, fields)
        out.update(zip(("topic", "also"), (topics[0], topics[1:]), strict=True) if topics else ())
        cited = self.cite(place, "passage", raw["passage"]) if "passage" in raw else ()
        if not cited and not out.get("reported"):
            if not as_list(raw.get("passage", [])):
                self.faults.add(
                    place,
                    "passage",
                    Message(
                        en="is missing: every provision is cited, or reported with its address.",
                        sv="saknas: varje bestämmelse har en källa i texten, eller är en uppgift med adress.",
                    ),
                )
            return None
        speaks = self.document or (cited[0].document if cited else None)
        out["document"] = speaks or out.get("about", "")
        out.setdefault("about", out["document"])
        out["id"] = f"{self.prefix or out['document']}.{table}"
        out["citations"] = cited
        self.defaults.fill(out, cited=bool(cited))
        out.setdefault("modality", modality_of(str(out.get("verb", ""))))
        made = self.structure(place, "", out, cls)
        if made is None:
            self._salvage(cls, out)
        return made

    def _answers(self, cls: type[Provision], place: str, raw: Table) -> tuple[str, ...] | None:
        """Return the topics of a table, else that of its kind.

        None if the topics are faulty; the faults are noted.
        """
        if "answers" not in raw:
            return (cls.TOPIC,) if cls.TOPIC else ()
        given: tuple[str, ...] | None = self.structure(place, "answers", raw["answers"], cast("Any", tuple[str, ...]))
        if given is not None and len(set(given)) < max(1, len(given)):
            fault = _TOPIC_TWICE if given else _NO_TOPIC
            self.faults.add(place, "answers", fault, value=raw["answers"])
            return None
        return given

    def _salvage(self, cls: type[Provision], table: dict[str, Any]) -> None:
        """Keep the readable parts of a faulty table.

        So its names are checked in the same report.
        """
        declared = _declared(cast("Any", cls))
        known = {key: value for key, value in table.items() if key in declared}
        if not self._keep(cls, known):
            self._keep(cls, {key: value for key, value in known.items() if self._fits(declared[key], value)})

    def _keep(self, cls: type[Provision], table: dict[str, Any]) -> bool:
        with suppress(Exception):
            self.faults.salvaged.append(self.converter.structure({"wording": Wording(sv="-"), **table}, cls))
            return True
        return False

    def _fits(self, declared: Any, value: object) -> bool:  # noqa: ANN401 (a field's type, whatever it is)
        with suppress(Exception):
            self.converter.structure(value, declared)
            return True
        return False


@cache
def _declared(cls: Any) -> dict[str, Any]:  # noqa: ANN401 (a class is distinguished by identity)
    """Return the declared type of each field."""
    return {each.name: each.type for each in attrs.fields(cls)}


def unknown_tables(faults: Faults, raw: Mapping[str, object], known: tuple[str, ...]) -> None:
    """Note each top-level table or key that the file cannot have."""
    for name in raw:
        if name not in known:
            faults.add(
                name,
                "",
                Message(en="is not a table of this file.", sv="är ingen tabell i den här filen."),
                fix=partial(suggestion, name, known, kind="tables"),
            )


def named_tables(faults: Faults, raw: Table, name: str, *, within: str = "") -> Table:
    """The tables under `name`, or none with the fault noted."""
    value = raw.get(name, {})
    table = as_table(value)
    if table is None:
        error = InvalidValueError(MUST_BE_NAMED_TABLES, value=value, fix=write(f"[{name}.id]"))
        faults.add_error(f"{within}.{name}" if within else name, error)
        return {}
    return table
