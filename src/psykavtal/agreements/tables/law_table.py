"""The table of references to law, resolved for the written period of their documents."""

from collections.abc import Callable, Iterator
from datetime import date

import attrs

from psykavtal.agreements.law_references import LawReference, law_references
from psykavtal.agreements.tables.common_columns import TEXTS
from psykavtal.agreements.tables.county_rows import CountyRows
from psykavtal.agreements.tables.filled_columns import FilledColumn, filled, key
from psykavtal.agreements.tables.kind_columns import kind_columns, kinds_of
from psykavtal.agreements.tables.provision_columns import place_columns, subject_columns
from psykavtal.agreements.tables.tabulation import Tabulation, by_county
from psykavtal.law import LawFinding, register
from psykavtal.model.provisions import LegalReference, Provision
from psykavtal.model.table_columns import CellValue
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording

_SUBJECT = Wording(sv="Sak", en="Subject")
_HOLDS = Wording(sv="Håller", en="Valid")
_ACTS = Wording(sv="Lagar", en="Acts")
_RESULTS = {
    Truth.TRUE: Wording(sv="höll när texten skrevs", en="was valid when the text was written"),
    Truth.FALSE: Wording(sv="höll inte när texten skrevs", en="was not valid when the text was written"),
    Truth.UNKNOWN: Wording(sv="oklart", en="unclear"),
}
_COMPARE = Wording(sv="Jämför", en="Compare")


@attrs.frozen(kw_only=True)
class Citing:
    """A reference to law with its resolution.

    Attributes:
        provision: the reference as recorded.
        reference: its resolution; None if its document is undated and no day is given.
    """

    provision: Provision
    reference: LawReference | None


def law_table() -> Tabulation:
    """Return the definition of the table of references to law."""
    return by_county(
        "law",
        Wording(sv="Lagrum", en="References to law"),
        Wording(
            sv="En rad för varje hänvisning till lag, läst för tiden då dokumentet skrevs.",
            en="A row for each reference to law, read for the period in which its document was written.",
        ),
        (
            *(each.of(_provision) for each in subject_columns()),
            *(each.of(_provision) for each in kind_columns("law", without=("subject",))),
            *_columns(),
            *(each.of(_provision) for each in place_columns()),
        ),
        _citing,
    )


def _provision(citing: Citing) -> Provision:
    return citing.provision


def _citing(rows: CountyRows) -> Iterator[Citing]:
    """Yield the references of a county, in text order."""
    found = law_references(rows.data.record, rows.contents, on=rows.on or date.min)
    by_id = {each.provision.id: each for each in found if each.written is not None or rows.on is not None}
    kinds = kinds_of("law")
    return (Citing(provision=each, reference=by_id.get(each.id)) for each in rows.provisions if isinstance(each, kinds))


def _columns() -> tuple[FilledColumn[Citing], ...]:
    return (
        filled(
            "subject",
            _SUBJECT,
            Wording(
                sv="Saken som lagen anges för, om den är känd.",
                en="The subject that the law is cited for, if it is known.",
            ),
            lambda rows, citing: _subject(rows, citing.provision),
        ),
        key("subject_id", _SUBJECT, lambda _, citing: _subject_id(citing.provision)),
        filled(
            "acts",
            _ACTS,
            Wording(sv="Lagarna som avses, med nummer.", en="The acts that are meant, with their numbers."),
            _resolved(
                lambda _, found: tuple(
                    f"{each.act.title} ({each.act.number})" for each in found.resolution.laws if each.act
                )
            ),
            kind=TEXTS,
        ),
        key(
            "acts_id",
            _ACTS,
            _resolved(lambda _, found: tuple(each.act.number for each in found.resolution.laws if each.act)),
            kind=TEXTS,
        ),
        filled(
            "holds",
            _HOLDS,
            Wording(
                sv="Om hänvisningen höll när texten skrevs.",
                en="The validity of the reference when the text was written.",
            ),
            lambda rows, citing: _RESULTS[_holds(citing)].to(rows.lang),
            brief=True,
        ),
        key("holds_id", _HOLDS, lambda _, citing: _holds(citing).value),
        filled(
            "findings",
            Wording(sv="Iakttagelser", en="Findings"),
            Wording(sv="Det som granskningen av hänvisningen visar.", en="The findings of the audit of the reference."),
            _resolved(lambda rows, found: tuple(_finding(rows, each) for each in found.resolution.findings)),
            kind=TEXTS,
        ),
        filled(
            "written",
            Wording(sv="Skriven", en="Written"),
            Wording(
                sv="När dokumentet skrevs, och hur det är känt.",
                en="When the document was written, and how that is known.",
            ),
            lambda rows, citing: rows.text(_written(citing)),
        ),
        filled(
            "addresses",
            Wording(sv="Adresser", en="Addresses"),
            Wording(sv="Adresser till lagen på nätet.", en="Addresses of the act on the web."),
            _resolved(lambda _, found: tuple(uri for each in found.resolution.laws for uri in each.uris)),
            kind=TEXTS,
        ),
    )


def _resolved(cell: Callable[[CountyRows, LawReference], tuple[str, ...]]) -> Callable[[CountyRows, Citing], CellValue]:
    """Return the function of a cell that is empty without a resolution."""
    return lambda rows, citing: () if citing.reference is None else cell(rows, citing.reference)


def _subject_id(provision: Provision) -> str | None:
    return (provision.subject or None) if isinstance(provision, LegalReference) else None


def _subject(rows: CountyRows, provision: Provision) -> str | None:
    found = _subject_id(provision)
    return None if found is None else rows.text(register().subjects.get(found))


def _holds(citing: Citing) -> Truth:
    return Truth.UNKNOWN if citing.reference is None else citing.reference.holds


def _written(citing: Citing) -> Wording | None:
    period = None if citing.reference is None else citing.reference.written
    return None if period is None else period.wording


def _finding(rows: CountyRows, finding: LawFinding) -> str:
    compare = f" {_COMPARE.to(rows.lang)} {finding.suggestion}." if finding.suggestion else ""
    return f"{finding.severity.label.to(rows.lang).capitalize()}: {finding.message.to(rows.lang)}{compare}"
