"""The coverage of source texts, as text, as records and as a page."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import TypedDict

from psykavtal.sources.coverage import Account, AccountedSegment, TextCoverage
from psykavtal.sources.segments import SegmentType

LABELS = {
    Account.SET_APART: "räknas inte",
    Account.CITED: "bestämmelse",
    Account.OMITTED: "utelämnat med skäl",
    Account.DUPLICATE: "samma som i en annan kopia",
    Account.OPEN: "saknas",
}


class UnitRecord(TypedDict):
    """A unit in JSON."""

    kind: str
    section: str
    text: str
    account: str
    by: list[str]


class TextRecord(TypedDict):
    """A text in JSON; shares are between 0 and 1."""

    document: str
    text: str
    counted: int
    accounted: float
    by_provisions: float
    units: list[UnitRecord]


def coverage_records(texts: Sequence[TextCoverage]) -> list[TextRecord]:
    """Every text with every unit."""
    return [
        {
            "document": each.document,
            "text": each.text,
            "counted": len(each.counted),
            "accounted": each.accounted,
            "by_provisions": each.by_provisions,
            "units": [
                {
                    "kind": unit.segment.kind.value,
                    "section": unit.segment.section,
                    "text": unit.segment.text,
                    "account": unit.account.value,
                    "by": list(unit.by),
                }
                for unit in each.segments
            ],
        }
        for each in texts
    ]


def coverage_text(texts: Sequence[TextCoverage], *, missing: bool = False) -> str:
    """The shares by document and section; with `missing`, the passages that nobody has accounted for."""
    lines: list[str] = []
    for each in texts:
        lines.append(f"{each.document}/{each.text}: {_shares(each)}")
        for section in each.sections():
            (name, heading), *_ = section.headings.items()
            lines.append(f"    {heading or name or 'före första rubriken'}: {_shares(section)}")
            if missing:
                lines += [f"        {LABELS[Account.OPEN]}: {unit.segment.text}" for unit in section.missing]
    if missing and not any(each.missing for each in texts):
        lines.append("Inget saknas.")
    return "\n".join(lines) + "\n"


def coverage_page(texts: Sequence[TextCoverage], wordings: Mapping[str, str]) -> str:
    """A page that shows each text with what accounts for each of its units.

    Args:
        texts: the texts.
        wordings: what each provision says, by its id, to be read beside the passage.
    """
    marks = " ".join(f'<span class="{each.value}">{escape(LABELS[each])}</span>' for each in Account)
    shown = "".join(_text(each, wordings) for each in texts)
    return (
        '<!doctype html>\n<html lang="sv"><head><meta charset="utf-8"><title>Källtäckning</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{_STYLE}</style></head>\n<body><h1>Källtäckning</h1><p>{marks}</p>\n{shown}</body></html>\n"
    )


def _shares(coverage: TextCoverage) -> str:
    return (
        f"{_percent(coverage.accounted)} redovisat, {_percent(coverage.by_provisions)} genom bestämmelser"
        f" ({len(coverage.counted)} enheter)"
    )


def _percent(share: float) -> str:
    """A share in whole percent, rounded down: 100 % means all of it."""
    return f"{int(share * 100 + 1e-9)} %"


def _text(coverage: TextCoverage, wordings: Mapping[str, str]) -> str:
    rows: list[str] = []
    section = ""
    for each in coverage.segments:
        if each.segment.section != section:
            section = each.segment.section
            heading = coverage.headings.get(section) or section
            rows.append(f'<tr><th colspan="2">{escape(heading)}</th></tr>')
        if each.segment.kind is not SegmentType.HEADING:
            rows.append(_unit(each, wordings))
    title = f"{coverage.document}/{coverage.text}"
    return (
        f"<h2>{escape(title)}</h2><p>{escape(_shares(coverage))}</p>\n"
        f"<table><thead><tr><th>Text</th><th>Redovisas av</th></tr></thead><tbody>{''.join(rows)}</tbody></table>\n"
    )


def _unit(each: AccountedSegment, wordings: Mapping[str, str]) -> str:
    by = "".join(f"<p><b>{escape(_short(name))}</b> {escape(wordings.get(name, ''))}</p>" for name in each.by)
    beside = by or f"<p>{escape(LABELS[each.account])}</p>"
    return f'<tr><td class="{each.account.value}">{escape(each.segment.text)}</td><td>{beside}</td></tr>\n'


def _short(provision: str) -> str:
    """The id without the document, which the heading above names."""
    return provision.partition(".")[2] or provision


_STYLE = """
:root { color-scheme: light dark }
body { font: 16px/1.45 system-ui, sans-serif; max-width: 75em; margin: 2em auto; padding: 0 1em }
table { border-collapse: collapse; width: 100% }
td, th { text-align: left; vertical-align: top; padding: .3em .6em; border-top: 1px solid rgba(128,128,128,.35) }
table { table-layout: fixed }
td { overflow-wrap: anywhere }
td p { margin: 0 0 .3em; font-size: .85em }
th { padding-top: 1em }
.cited, .omission, .twin, .open, .set-apart { border-left: .4em solid; padding-left: .5em }
.cited { border-left-color: #2e8b57 }
.omission { border-left-color: #4a7ebb }
.twin, .set-apart { border-left-color: #888888 }
.open { border-left-color: #c0392b; background: rgba(192,57,43,.18) }
"""
