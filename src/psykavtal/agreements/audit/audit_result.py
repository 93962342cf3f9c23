"""The result of an audit: findings by county and check."""

from collections.abc import Mapping
from datetime import date
from typing import TypedDict

import attrs

from psykavtal.model.audit_findings import AuditFinding, CheckDescription
from psykavtal.model.display import Printable
from psykavtal.model.wording import Wording


class FindingRecord(TypedDict):
    """A finding as a row of plain values; several values are joined by semicolons."""

    county: str
    document: str | None
    document_name: str
    check: str
    label: str
    wording: str
    is_decided: bool
    missing: str
    severity: str | None
    provisions: str
    citations: str
    sources: str


@attrs.frozen(kw_only=True, repr=False)
class AuditResult(Printable):
    """The findings of an audit.

    Attributes:
        on: the day.
        counties: ids of the counties, in order.
        checks: the checks that ran, in order; not those of plugins that were disabled.
        findings: by county, in the order of the checks.
        labels: the names of counties and documents, by id.

    Examples:
        >>> from psykavtal import audit, load_counties
        >>> result = audit(load_counties(), on="2026-01-10", checks="stale-plans")
        >>> [each.document for each in result.of(county="jonkoping") if each.is_decided]
        ['jonkoping-2025']
    """

    on: date
    counties: tuple[str, ...]
    checks: tuple[CheckDescription, ...]
    findings: tuple[AuditFinding, ...]
    labels: Mapping[str, Wording] = attrs.field(factory=dict[str, Wording], hash=False)

    def of(self, *, county: str | None = None, check: str | None = None) -> tuple[AuditFinding, ...]:
        """Return the findings on a county, of a check, or both."""
        return tuple(each for each in self.findings if county in (None, each.county) and check in (None, each.check))

    def to_records(self, *, lang: str = "sv") -> list[FindingRecord]:
        """Return the findings as rows of plain values, with labels in `lang`."""
        labels = {each.id: each.label for each in self.checks}
        return [
            {
                "county": each.county,
                "document": each.document or None,
                "document_name": self.labels[each.document].to(lang) if each.document in self.labels else "",
                "check": each.check,
                "label": labels[each.check].to(lang),
                "wording": each.wording.to(lang),
                "is_decided": each.is_decided,
                "missing": "; ".join(question.to(lang) for question in each.missing),
                "severity": None if each.severity is None else each.severity.value,
                "provisions": "; ".join(each.provisions),
                "citations": "; ".join(str(cited) for cited in each.citations),
                "sources": "; ".join(source.url for source in each.reported),
            }
            for each in self.findings
        ]

    def __repr__(self) -> str:
        """Return the day, the counties and the numbers of findings."""
        open_ = sum(not each.is_decided for each in self.findings)
        found = f"{len(self.findings) - open_} findings, {open_} undecided"
        return f"<AuditResult of {', '.join(self.counties)} on {self.on.isoformat()}: {found}>"
