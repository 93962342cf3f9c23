"""References to law as text."""

from collections.abc import Sequence
from itertools import groupby

from psykavtal.agreements.county import County
from psykavtal.agreements.law_references import LawReference
from psykavtal.law import Check, Level, Resolution
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording

_LEVELS = {
    Level.ERROR: Wording(sv="fel", en="error"),
    Level.WARNING: Wording(sv="varning", en="warning"),
    Level.INFO: Wording(sv="upplysning", en="note"),
}
_READ = Wording(sv="läst till och med", en="read through")
_HOLDS = Wording(sv="håller", en="holds")
_HELD = Wording(sv="höll när texten skrevs", en="was right when the text was written")
_COMPARE = Wording(sv="Jämför", en="Compare")
_EARLIEST = Wording(sv="Tidigast", en="Earliest")
_LATEST = Wording(sv="Senast", en="Latest")
_NOT_USED = Wording(sv="Inte använt", en="Not used")


def resolution_text(resolution: Resolution, *, lang: str = "sv") -> str:
    """The result of a citation on its day: the acts, their addresses, and the findings."""
    lines = [f"{resolution.as_written} ({resolution.on})", *_result(resolution, holds=resolution.resolves, lang=lang)]
    return "\n".join(lines) + "\n"


def references_text(county: County, references: Sequence[LawReference], *, lang: str = "sv") -> str:
    """Every reference of a county's documents, under its document and the time when that was written."""
    lines = [f"{county.name}: {_count(references, lang)}"]
    for document, of_document in groupby(references, key=lambda each: each.provision.document):
        found = list(of_document)
        lines.append(f"  {county.holdings.name_of(document, lang)}")
        lines += [f"    {line}" for line in _written(found[0], lang)]
        for each in found:
            lines.append(f"    {each.provision.as_written}")
            holds = each.holds is Truth.TRUE
            lines += [f"    {line}" for line in _result(each.resolution, holds=holds, lang=lang)]
    return "\n".join(lines) + "\n"


def _result(resolution: Resolution, *, holds: bool, lang: str) -> list[str]:
    lines: list[str] = []
    for law in resolution.laws:
        if law.act is not None:
            read = f", {_READ.to(lang)} {law.act.read_through}" if law.act.read_through else ""
            lines.append(f"  {law.act.title} ({law.act.number}){read}")
            lines += [f"    {uri}" for uri in law.uris]
    lines += [f"  {report}" for report in resolution.reports]
    for finding in resolution.findings:
        fix = f" {_COMPARE.to(lang)} {finding.suggestion}." if finding.suggestion else ""
        lines.append(f"  {_LEVELS[finding.level].to(lang)}: {finding.message.to(lang)}{fix}")
    fails_later = any(each.check is Check.FAILS_LATER for each in resolution.findings)
    return [*lines, f"  {(_HELD if fails_later else _HOLDS).to(lang)}"] if holds else lines


def _written(reference: LawReference, lang: str) -> list[str]:
    """The time when a document was written, and what that rests on."""
    written = reference.written
    if written is None:
        day = reference.resolution.on
        undated = Wording(
            sv=f"Odaterat: hänvisningarna är lästa för {day}, och inga fel är säkra.",
            en=f"Undated: the references are read for {day}, and no error is certain.",
        )
        return [undated.to(lang)]
    lines = [_capital(written.wording.to(lang))]
    ends = ((_EARLIEST, written.earliest), (_LATEST, written.latest))
    reasons = [(label, bound) for label, bound in ends if bound is not None]
    same = len({(bound.date, bound.reason) for _, bound in reasons}) < len(reasons)
    for label, bound in reasons[:1] if same else reasons:
        if not bound.is_reported and bound.provision:
            reason = bound.reason.to(lang)
            lines.append(f"  {reason}" if same else f"  {label.to(lang)} {bound.date}: {reason}")
    return [*lines, *(f"  {_NOT_USED.to(lang)}: {each.wording.to(lang)}" for each in written.reports)]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _count(references: Sequence[LawReference], lang: str) -> str:
    wrong = sum(each.holds is Truth.FALSE for each in references)
    open_ = sum(each.depends_on_day for each in references)
    certain = Wording(
        sv=f"{len(references)} hänvisningar, {wrong} med fel", en=f"{len(references)} references, {wrong} with errors"
    )
    depending = Wording(
        sv=f", {open_} som beror på när texten skrevs", en=f", {open_} that depend on when the text was written"
    )
    return certain.to(lang) + (depending.to(lang) if open_ else "")
