"""Run the checks of the core and of plugins on counties."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeAlias, cast

import attrs

from psykavtal.agreements.audit.audit_result import AuditResult
from psykavtal.agreements.audit.core_checks import CORE_CHECKS
from psykavtal.agreements.county import County
from psykavtal.agreements.timeline.timeline_labels import name_in_record
from psykavtal.errors import InvalidValueError, Message, UnknownNameError, suggestion
from psykavtal.model import arguments
from psykavtal.model.audit_findings import AuditFinding, CheckDescription
from psykavtal.model.dates import parse_date
from psykavtal.model.wording import Wording
from psykavtal.plugins.audit_hooks import PluginChecks

Audited: TypeAlias = County | Mapping[str, County] | Sequence[County]
"""A county, `Counties`, or counties in a list."""

_COUNTIES = Message(
    en="Give a county, load_counties(), or counties in a list.",
    sv="Ange ett län, load_counties() eller län i en lista.",
)


def audit(counties: Audited, *, on: date | str, checks: str | Sequence[str] = ()) -> AuditResult:
    """Run the checks of the audit on counties.

    The checks read the edition that applies on the day, or those that may, and other documents that were
    read. A check that a plugin adds runs after those of the core; if it fails, its plugin is disabled and
    reported, and the others run.

    Args:
        counties: a county, `Counties`, or counties in a list.
        on: the day.
        checks: ids of checks; all if none is given.

    Raises:
        InvalidDateError: `on` is not a date.
        InvalidValueError: no county is given.
        UnknownNameError: unknown check.

    Examples:
        >>> from psykavtal import load_counties
        >>> audit(load_counties()["jonkoping"], on="2026-01-10", checks=["dead-ends"]).findings[0].wording.to("en")
        'On disagreement: the text gives no route.'
    """
    day = parse_date(on, place="on")
    members = _members(counties)
    added = PluginChecks.of([each.holdings.registry for each in members], taken={each.id for each in CORE_CHECKS})
    wanted = _chosen(arguments.texts(checks, "checks"), added)
    found = [finding for each in members for finding in _findings(each, day, wanted, added)]
    ran = [each for each in _descriptions(added) if each.id in wanted]
    return AuditResult(
        on=day,
        counties=tuple(each.id for each in members),
        checks=tuple(ran),
        findings=tuple(each for each in found if each.check in {one.id for one in ran}),
        labels=_labels(members, found),
    )


def check_descriptions(counties: Audited) -> tuple[CheckDescription, ...]:
    """Return the checks of the core and of plugins, in order."""
    registries = [each.holdings.registry for each in _members(counties)]
    return tuple(_descriptions(PluginChecks.of(registries, taken={each.id for each in CORE_CHECKS})))


def _members(counties: Audited) -> tuple[County, ...]:
    """Return the counties to audit.

    Raises:
        InvalidValueError: they are not counties, or none is given.
    """
    given = cast("object", counties)
    if isinstance(given, County):
        return (given,)
    if isinstance(given, Mapping):
        found: Sequence[object] = list(cast("Mapping[str, object]", given).values())
    else:
        found = cast("Sequence[object]", given) if isinstance(given, list | tuple) else ()
    members = tuple(each for each in found if isinstance(each, County))
    if not members or len(members) < len(found):
        fault = Message(en="has no county to audit.", sv="har inget län att granska.")
        raise InvalidValueError(fault, place="counties", fix=_COUNTIES)
    return members


def _chosen(names: Sequence[str], added: PluginChecks) -> tuple[str, ...]:
    known = [each.id for each in _descriptions(added)]
    for name in names:
        if name not in known:
            fix = suggestion(name, known, kind="checks")
            fault = Message(en="unknown check {check!r}.", sv="okänd kontroll {check!r}.", check=name)
            raise UnknownNameError(fault, value=name, place="checks", fix=fix)
    return tuple(names) or tuple(known)


def _descriptions(added: PluginChecks) -> Iterator[CheckDescription]:
    yield from (each.description for each in CORE_CHECKS)
    yield from added.descriptions


def _findings(county: County, on: date, wanted: Sequence[str], added: PluginChecks) -> Iterator[AuditFinding]:
    """Yield the findings on one county, each with its county and its check."""
    for check in CORE_CHECKS:
        if check.id in wanted:
            for each in _merged(check.run(county, on)):
                yield attrs.evolve(each, county=county.id, check=check.id)
    documents = {each.id for each in county.documents}
    for each in added.findings(county.id, documents, wanted, lambda check: check.run(county, on)):
        yield each


def _merged(findings: Iterable[AuditFinding]) -> list[AuditFinding]:
    """Return findings on one document that are worded alike as one, with all their provisions."""
    found: dict[tuple[object, ...], AuditFinding] = {}
    for each in findings:
        key = each.document, each.wording, each.missing
        one = found.setdefault(key, each)
        found[key] = attrs.evolve(
            one,
            provisions=tuple(dict.fromkeys((*one.provisions, *each.provisions))),
            citations=tuple(dict.fromkeys((*one.citations, *each.citations))),
            reported=tuple(dict.fromkeys((*one.reported, *each.reported))),
        )
    return list(found.values())


def _labels(counties: Sequence[County], findings: Sequence[AuditFinding]) -> dict[str, Wording]:
    """Return the names of the counties, and of the documents in findings and citations."""
    labels = {each.id: Wording(sv=each.name, en=each.name) for each in counties}
    by_id = {each.id: each for each in counties}
    for finding in findings:
        for name in (finding.document, *(each.document for each in (*finding.citations, *finding.near))):
            if name:
                labels[name] = name_in_record(by_id[finding.county].holdings, name)
    return labels
