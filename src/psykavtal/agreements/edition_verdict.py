"""The verdict on one edition on a day, under every interpretation of its validity."""

from collections.abc import Sequence
from itertools import takewhile

import attrs

from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.interpretations import Interpreted, interpret
from psykavtal.agreements.query import Query
from psykavtal.agreements.validity_verdict import ValidityVerdict, first_day, validity_verdict
from psykavtal.model.answers import InForce
from psykavtal.model.documents import Document
from psykavtal.model.inference_rules import PRESUMPTIONS, RULES
from psykavtal.model.provisions import Provision, Validity
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording


@attrs.frozen(kw_only=True)
class EditionVerdict:
    """A verdict on a document.

    Attributes:
        document: the document.
        truth: whether it applies.
        status: the status of the verdict.
        basis: the deciding provisions.
        rules: ids of the rules applied.
        missing: ids of events not given that could change the verdict.
        why: the reason if it is not shown to apply, as a predicate to the document's name.
        verdict: the verdict by its validity under the first interpretation.
        reports: reports that bear on the verdict or contradict it.
    """

    document: Document
    truth: Truth
    status: str
    verdict: ValidityVerdict
    basis: tuple[Provision, ...] = ()
    rules: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    why: Wording | None = None
    reports: tuple[Provision, ...] = ()

    def in_force(self, query: Query) -> InForce:
        """Return the verdict as it is given to the caller."""
        return InForce(
            subject=self.document.id,
            on=query.on,
            verdict=self.truth,
            status=self.status,
            sentence=self.sentence(query),
            document=None if self.truth is Truth.FALSE else self.document.id,
            rules=tuple(RULES[each] for each in self.rules),
            missing_facts=self.missing,
            checked_until=self.verdict.checked_until,
            basis=self.basis,
            reports=self.reports,
        )

    def sentence(self, query: Query) -> Wording:
        """Return the verdict with its reason as a sentence."""
        name, day = self.document.name, query.on.isoformat()
        if self.truth is not Truth.UNKNOWN:
            name = name[:1].upper() + name[1:]
        if self.truth is Truth.TRUE:
            presumed = not PRESUMPTIONS.isdisjoint(self.rules)
            notes = self._notes()
            sv, en = "; ".join(each.sv for each in notes), "; ".join(each.to("en") for each in notes)
            return Wording(
                sv=f"{name} {'antas gälla' if presumed else 'gäller'} {day}{f' ({sv})' if sv else ''}.",
                en=f"{name} {'is presumed to apply' if presumed else 'applies'} on {day}{f' ({en})' if en else ''}.",
            )
        why = self.why or _UNKNOWN
        if self.truth is Truth.FALSE:
            return Wording(sv=f"{name} {why.sv}.", en=f"{name} {why.to('en')}.")
        return Wording(
            sv=f"Om {name} gäller {day} är oklart: den {why.sv}.",
            en=f"It is unclear if {name} applies on {day}: it {why.to('en')}.",
        )

    def _notes(self) -> list[Wording]:
        """Return the last check, the running term and the condition, if they matter."""
        checked, last = self.verdict.checked_until, self.verdict.term_end
        notes: list[Wording] = []
        if "presumed-to-continue" in self.rules and checked is not None:
            notes.append(Wording(sv=f"kontrollerad till {checked}", en=f"checked until {checked}"))
        if "presumed-prolonged" in self.rules:
            notes.append(
                Wording(
                    sv=f"förlängd till {last}, om ingen har sagt upp den",
                    en=f"prolonged until {last}, unless notice was given",
                )
            )
        elif last is not None:
            notes.append(Wording(sv=f"perioden löper till {last}", en=f"the term runs until {last}"))
        if "adoption-presumed-complete" in self.rules:
            notes.append(
                Wording(
                    sv="antagen på ett villkor, som antas uppfyllt",
                    en="adopted on a condition, which is presumed to be fulfilled",
                )
            )
        return notes


def edition_verdict(data: CountyData, document: Document, query: Query) -> EditionVerdict:
    """Return the verdict on a document by its own validity alone."""
    every = data.validity_of(document.id, include_reported=query.include_reported)
    left = every if query.readings is None else interpret(every.provisions, query.readings)
    found = _combined(document, left, [validity_verdict(document, each, query) for each in left.versions])
    if found.truth is not Truth.FALSE:
        found = _unless_unwritten(data, found, query)
    if found.truth is Truth.UNKNOWN and not query.include_reported:
        return _ruled_out_by_reports(data, found, query)
    return found


def _unless_unwritten(data: CountyData, found: EditionVerdict, query: Query) -> EditionVerdict:
    """Return that a document does not apply before the earliest day of its written period."""
    written = data.written_period(found.document.id)
    first = None if written is None else written.earliest
    if first is None or first.is_reported or first.date.earliest <= query.on:
        return found
    why = Wording(
        sv=f"var inte skriven; det skedde tidigast {first.date.edtf}", en=f"was not written before {first.date.edtf}"
    )
    return attrs.evolve(
        found,
        truth=Truth.FALSE,
        status="derived",
        basis=tuple(each for each in data.record.standing if each.id == first.provision),
        rules=("not-yet-written",),
        missing=(),
        why=why,
    )


def _combined(
    document: Document, interpreted: Interpreted[Validity], verdicts: Sequence[ValidityVerdict]
) -> EditionVerdict:
    """Return one verdict from those under each interpretation."""
    first = verdicts[0]
    truths = {each.truth for each in verdicts}
    truth = first.truth if len(truths) == 1 else Truth.UNKNOWN
    deciding = {basis.id for each in verdicts for basis in each.basis}
    basis = tuple(each for each in interpreted.provisions if each.id in deciding)
    rules = tuple(dict.fromkeys(rule for each in verdicts for rule in each.rules))
    verdict = attrs.evolve(first, by_event=any(each.by_event for each in verdicts))
    return EditionVerdict(
        document=document,
        truth=truth,
        status=_status(truth, truths, rules, reported=any(each.is_reported for each in verdicts)),
        basis=basis,
        rules=() if truth is Truth.UNKNOWN else rules,
        missing=tuple(dict.fromkeys(fact for each in verdicts for fact in each.missing)),
        why=_reason(verdicts),
        verdict=verdict,
    )


def _status(truth: Truth, truths: set[Truth], rules: Sequence[str], *, reported: bool) -> str:
    if truth is Truth.UNKNOWN:
        return "ambiguous" if len(truths) > 1 else "not-recorded"
    if reported:
        return "reported"
    return "derived" if rules else "stated"


def _ruled_out_by_reports(data: CountyData, found: EditionVerdict, query: Query) -> EditionVerdict:
    """Return that an edition does not apply yet, if every report has it begin later."""
    reported = data.validity_of(found.document.id, include_reported=True)
    reports = tuple(each for each in reported.provisions if each.is_reported)
    if not reports or any(each.citations and each.start is not None for each in reported.provisions):
        return found
    starts = [first_day(version) for version in reported.versions]
    days = [each for each in starts if each is not None]
    if len(days) < len(starts) or min(days) <= query.on:
        return attrs.evolve(found, reports=reports)
    first = min(days).isoformat()
    why = Wording(sv=f"gäller enligt uppgift först från {first}", en=f"is reported to apply only from {first}")
    return attrs.evolve(
        found,
        truth=Truth.FALSE,
        status="reported",
        rules=("not-yet-written",),
        missing=(),
        basis=(*found.basis, *reports),
        why=why,
    )


def any_of(reasons: Sequence[Wording]) -> Wording | None:
    """Return reasons joined by "or", each once; None without reasons.

    The words with which all of them begin and end are given once.
    """
    once = tuple(dict.fromkeys(reasons))
    if len(once) < 2:  # noqa: PLR2004 (nothing to join)
        return once[0] if once else None
    return Wording(
        sv=_alternatives([each.sv for each in once], "eller"),
        en=_alternatives([each.to("en") for each in once], "or"),
    )


def _alternatives(texts: Sequence[str], word: str) -> str:
    """Join texts by a word; the words that they share come once."""
    parts = [each.split() for each in texts]
    before = _common(parts)
    rest = [each[len(before) :] for each in parts]
    after = _common([each[::-1] for each in rest])[::-1]
    middle = [" ".join(each[: len(each) - len(after)]) for each in rest]
    if not all(middle):
        return f" {word} ".join(texts)
    return " ".join([*before, f" {word} ".join(middle), *after])


def _common(texts: Sequence[Sequence[str]]) -> list[str]:
    """Return the words with which all texts begin."""
    return [each[0] for each in takewhile(lambda words: len(set(words)) == 1, zip(*texts, strict=False))]


def _reason(verdicts: Sequence[ValidityVerdict]) -> Wording | None:
    """Return why a document is not shown to apply, with the readings that decide."""
    why = any_of([each.why for each in verdicts if each.why is not None])
    if why is None or all(each.truth is not Truth.TRUE for each in verdicts):
        return why
    return Wording(sv=f"{why.sv}, enligt en läsning", en=f"{why.to('en')}, by one reading")


_UNKNOWN = Wording(sv="har ingen känd giltighet", en="has no known validity")
