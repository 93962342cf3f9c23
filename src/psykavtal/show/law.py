"""References to law as text."""

from collections.abc import Sequence

from psykavtal.ask.law_references import LawReference
from psykavtal.law import Level, Resolution
from psykavtal.model.wording import Wording

_LEVELS = {
    Level.ERROR: Wording(sv="fel", en="error"),
    Level.WARNING: Wording(sv="varning", en="warning"),
    Level.INFO: Wording(sv="upplysning", en="note"),
}
_READ = Wording(sv="läst till och med", en="read through")
_HOLDS = Wording(sv="håller", en="holds")
_COMPARE = Wording(sv="Jämför", en="Compare")


def resolution_text(resolution: Resolution, *, lang: str = "sv") -> str:
    """What a citation comes to: the acts, where they can be read, and what was found."""
    lines = [f"{resolution.as_written} ({resolution.on})"]
    for law in resolution.laws:
        if law.act is not None:
            read = f", {_READ.to(lang)} {law.act.read_through}" if law.act.read_through else ""
            lines.append(f"  {law.act.title} ({law.act.number}){read}")
            lines += [f"    {uri}" for uri in law.uris]
    lines += [f"  {report}" for report in resolution.reports]
    for finding in resolution.findings:
        hint = f" {_COMPARE.to(lang)} {finding.suggestion}." if finding.suggestion else ""
        lines.append(f"  {_LEVELS[finding.level].to(lang)}: {finding.message.to(lang)}{hint}")
    if resolution.resolves:
        lines.append(f"  {_HOLDS.to(lang)}")
    return "\n".join(lines) + "\n"


def _count(references: Sequence[LawReference], lang: str) -> str:
    wrong = sum(bool(each.resolution.errors) for each in references)
    told = Wording(
        sv=f"{len(references)} hänvisningar, {wrong} med fel", en=f"{len(references)} references, {wrong} with errors"
    )
    return told.to(lang)


def references_text(county: str, references: Sequence[LawReference], *, lang: str = "sv") -> str:
    """Every reference of a county's documents, under the document that has it."""
    lines = [f"{county}: {_count(references, lang)}"]
    document = ""
    for each in references:
        if each.provision.document != document:
            document = each.provision.document
            lines.append(f"  {document}")
        lines += [f"    {line}" for line in resolution_text(each.resolution, lang=lang).splitlines()]
    return "\n".join(lines) + "\n"
