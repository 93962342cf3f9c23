"""Receipts: the versions, documents and answer of one case, to compare with a later answer."""

import enum
import hashlib
import json
from collections.abc import Mapping
from datetime import date
from importlib.metadata import PackageNotFoundError, version

import attrs

from psykavtal.agreements.reading_choices import Readings, plain_readings
from psykavtal.model.display import OfCase, written
from psykavtal.model.wording import Wording
from psykavtal.plugins.registry import Registry


class Difference(enum.Enum):
    """A part in which two receipts differ."""

    QUERY = "query"
    VERSIONS = "versions"
    DOCUMENTS = "documents"
    ANSWER = "answer"

    @property
    def label(self) -> Wording:
        """Name the part for people."""
        return _LABELS[self]


@attrs.frozen(kw_only=True, repr=False)
class Receipt(OfCase):
    """The versions, documents and answer of one case.

    A receipt contains no facts of the case, but is not anonymous: its digest of the answer depends on the facts,
    and somebody who can guess a case can ask it and compare. Keep a receipt as you keep the answer.

    Attributes:
        county: id of the county.
        on: the day of the query.
        document: id of the document that was asked; None for the edition in force.
        readings: the readings that were chosen.
        include_reported: whether the answer could rest on reports.
        versions: of the core and of each plugin in use, by distribution.
        documents: digests of the texts of the county's documents, by document and text.
        answer: digest of the answer with its provisions.
    """

    county: str
    on: date
    document: str | None
    readings: Readings = attrs.field(converter=plain_readings)
    include_reported: bool
    versions: Mapping[str, str]
    documents: Mapping[str, str]
    answer: str

    def __repr__(self) -> str:
        """Show the county and the day; the digest depends on the case."""
        return f"<Receipt of {self.county} on {self.on.isoformat()}>"

    def differences(self, later: "Receipt") -> tuple[Difference, ...]:
        """Compare with the receipt of a later answer to the same case.

        Returns:
            The parts that differ; none if query, versions, documents and answer are the same.
        """
        parts = {
            Difference.QUERY: self.query != later.query,
            Difference.VERSIONS: self.versions != later.versions,
            Difference.DOCUMENTS: self.documents != later.documents,
            Difference.ANSWER: self.answer != later.answer,
        }
        return tuple(part for part, differs in parts.items() if differs)

    @property
    def query(self) -> tuple[object, ...]:
        """The query, by its parts."""
        return (self.county, self.on, self.document, self.readings, self.include_reported)


@attrs.frozen
class ProvisionsByReference:
    """A value to be written as JSON with its provisions by reference only.

    Attributes:
        value: the value.
    """

    value: object


def digest(value: object) -> str:
    """Return the digest of a public object's JSON."""
    text = json.dumps(written(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def versions(registry: Registry) -> dict[str, str]:
    """Return the versions of the core and of each plugin in use.

    The version is empty for a plugin without a distribution.
    """
    found = dict(_parted(each.distribution) if each.distribution else (each.name, "") for each in registry.plugins)
    try:
        found["psykavtal"] = version("psykavtal")
    except PackageNotFoundError:  # run from its source, not installed
        found["psykavtal"] = ""
    return dict(sorted(found.items()))


def _parted(distribution: str) -> tuple[str, str]:
    name, _, number = distribution.partition(" ")
    return name, number


_LABELS = {
    Difference.QUERY: Wording(sv="frågan", en="the query"),
    Difference.VERSIONS: Wording(sv="versionerna", en="the versions"),
    Difference.DOCUMENTS: Wording(sv="dokumenten", en="the documents"),
    Difference.ANSWER: Wording(sv="svaret", en="the answer"),
}
