"""Print the coverage of source texts as a page.

Each passage is beside the provisions that cite it.
"""

from collections.abc import Mapping, Sequence

from psykavtal.model.wording import Wording
from psykavtal.output.escaping import html_text
from psykavtal.output.views.coverage_view import ACCOUNTS, shares
from psykavtal.sources.coverage import Account, AccountedSegment, TextCoverage
from psykavtal.sources.segments import SegmentType

_TITLE = Wording(sv="Källtäckning", en="Coverage of the sources")
_TEXT = Wording(sv="Text", en="Text")
_ACCOUNTED_BY = Wording(sv="Redovisas av", en="Accounted for by")


def coverage_page(texts: Sequence[TextCoverage], wordings: Mapping[str, Wording], *, lang: str = "sv") -> str:
    """Return a page that shows each text with the provisions that account for its units.

    Args:
        texts: the coverage of each text.
        wordings: the wording of each provision, by its id.
        lang: "sv" or "en".
    """
    marks = " ".join(f'<span class="{each.value}">{html_text(ACCOUNTS[each].to(lang))}</span>' for each in Account)
    title = html_text(_TITLE.to(lang))
    body = "".join(_text(each, wordings, lang) for each in texts)
    return (
        f'<!doctype html>\n<html lang="{html_text(lang)}"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{_STYLE}</style></head>\n<body><h1>{title}</h1><p>{marks}</p>\n{body}</body></html>\n"
    )


def _text(coverage: TextCoverage, wordings: Mapping[str, Wording], lang: str) -> str:
    rows: list[str] = []
    section = ""
    for each in coverage.segments:
        if each.segment.section != section:
            section = each.segment.section
            heading = coverage.headings.get(section) or section
            rows.append(f'<tr><th colspan="2">{html_text(heading)}</th></tr>')
        if each.segment.kind is not SegmentType.HEADING:
            rows.append(_unit(each, wordings, lang))
    title = html_text(f"{coverage.document}/{coverage.text}")
    heads = "".join(f"<th>{html_text(each.to(lang))}</th>" for each in (_TEXT, _ACCOUNTED_BY))
    return (
        f"<h2>{title}</h2><p>{html_text(shares(coverage).to(lang))}</p>\n"
        f"<table><thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table>\n"
    )


def _unit(each: AccountedSegment, wordings: Mapping[str, Wording], lang: str) -> str:
    by = "".join(f"<p><b>{html_text(_short(name))}</b> {_wording(name, wordings, lang)}</p>" for name in each.by)
    beside = by or f"<p>{html_text(ACCOUNTS[each.account].to(lang))}</p>"
    return f'<tr><td class="{each.account.value}">{html_text(each.segment.text)}</td><td>{beside}</td></tr>\n'


def _wording(name: str, wordings: Mapping[str, Wording], lang: str) -> str:
    return html_text(wordings[name].to(lang)) if name in wordings else ""


def _short(provision: str) -> str:
    """Return the id of a provision without the document, which the heading names."""
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
