"""The coverage of source texts as a report: the shares by text and section."""

from collections.abc import Iterator, Sequence

from psykavtal.model.wording import Wording
from psykavtal.output.labels import labelled, same
from psykavtal.output.report import Line, Report, Section
from psykavtal.sources.coverage import Account, TextCoverage

ACCOUNTS = {
    Account.SET_APART: Wording(sv="räknas inte", en="not counted"),
    Account.CITED: Wording(sv="bestämmelse", en="provision"),
    Account.OMITTED: Wording(sv="utelämnat med skäl", en="left out with a reason"),
    Account.DUPLICATE: Wording(sv="samma som i en annan kopia", en="same as in another copy"),
    Account.OPEN: Wording(sv="saknas", en="missing"),
}
_BEFORE_HEADINGS = Wording(sv="före första rubriken", en="before the first heading")
_NOTHING_MISSING = Wording(sv="Inget saknas.", en="Nothing is missing.")


def coverage_report(texts: Sequence[TextCoverage], *, missing: bool = False) -> Report:
    """Return the coverage of texts as a report.

    Args:
        texts: the coverage of each text.
        missing: list the passages for which nothing accounts.
    """
    complete = missing and not any(each.missing for each in texts)
    return Report(
        sections=tuple(_text(each, missing=missing) for each in texts),
        closing=(_NOTHING_MISSING,) if complete else (),
    )


def shares(coverage: TextCoverage) -> Wording:
    """Return the shares of a text in words."""
    accounted, provisions = _percent(coverage.accounted), _percent(coverage.by_provisions)
    count = len(coverage.counted)
    return Wording(
        sv=f"{accounted} redovisat, {provisions} genom bestämmelser ({count} enheter)",
        en=f"{accounted} accounted for, {provisions} by provisions ({count} units)",
    )


def _text(coverage: TextCoverage, *, missing: bool) -> Section:
    name = same(f"{coverage.document}/{coverage.text}")
    lines = (line for each in coverage.sections() for line in _section(each, missing=missing))
    return Section(heading=labelled(name, shares(coverage)), lines=tuple(lines))


def _section(coverage: TextCoverage, *, missing: bool) -> Iterator[Line]:
    (name, heading), *_ = coverage.headings.items()
    title = heading or name
    yield Line(labelled(same(title) if title else _BEFORE_HEADINGS, shares(coverage)))
    if missing:
        yield from (Line(labelled(ACCOUNTS[Account.OPEN], same(each.segment.text)), 1) for each in coverage.missing)


def _percent(share: float) -> str:
    """Return a share in whole percent, rounded down: 100 % is all of it."""
    return f"{int(share * 100 + 1e-9)} %"
