"""Applicability: whether a document applies on a day, apart from the content of its text."""

from datetime import date
from typing import ClassVar

import attrs

from psykavtal.errors import Message, UndeterminedError
from psykavtal.model.citations import Citation, WebSource
from psykavtal.model.display import ReprOnly
from psykavtal.model.inference_rules import PRESUMPTIONS, Rule
from psykavtal.model.provisions import Provision
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording


@attrs.frozen(kw_only=True, repr=False)
class InForce(ReprOnly):
    """The verdict on a document, or on an agreement, on a day.

    Attributes:
        subject: id of the document or the agreement.
        on: the day.
        verdict: true, false or unknown.
        status: the status of the verdict: "stated", "derived", "reported", "ambiguous" or "not-recorded".
        sentence: the verdict with its reason, for people.
        document: id of the document that applies, or of the only candidate; else None.
        candidates: ids of the editions that may apply, if the verdict is unknown.
        rules: the rules by which the verdict follows.
        missing_facts: ids of events not given that could change the verdict.
        unused_inputs: ids of facts given on which no verdict of the county depends.
        checked_until: the last day for which somebody looked for a change; None if nobody did.
        basis: the provisions that the verdict rests on.
        reports: reports from elsewhere that bear on the verdict or contradict it.
        remarks: remarks on the copy that was read.
        before: id of the last edition before the day, if none applies.
        after: id of the first edition after the day, if none applies.
        editions: one verdict for each known edition; empty for a document.
    """

    LABELS: ClassVar = {
        "in-force": Wording(sv="gäller", en="in force"),
        "presumed": Wording(sv="antas gälla", en="presumed in force"),
        "unclear": Wording(sv="oklart om den gäller", en="unclear if in force"),
        "not-in-force": Wording(sv="gäller inte", en="not in force"),
    }

    subject: str
    on: date
    verdict: Truth
    status: str
    sentence: Wording
    document: str | None = None
    candidates: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    missing_facts: tuple[str, ...] = ()
    unused_inputs: tuple[str, ...] = ()
    checked_until: date | None = None
    basis: tuple[Provision, ...] = ()
    reports: tuple[Provision, ...] = ()
    remarks: tuple[Wording, ...] = ()
    before: str | None = None
    after: str | None = None
    editions: "tuple[InForce, ...]" = ()

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The passages that the verdict rests on, each once."""
        return tuple(dict.fromkeys(citation for each in self.basis for citation in each.citations))

    @property
    def sources(self) -> tuple[WebSource, ...]:
        """The addresses that the verdict rests on, each once."""
        return tuple(dict.fromkeys(source for each in self.basis for source in each.reported))

    @property
    def is_presumed(self) -> bool:
        """Return whether the verdict rests on a presumption: an open end, a prolongation, an adoption."""
        return any(each.id in PRESUMPTIONS for each in self.rules)

    @property
    def key(self) -> str:
        """The verdict for programs: "in-force", "presumed", "unclear" or "not-in-force"."""
        if self.verdict is Truth.UNKNOWN:
            return "unclear"
        if self.verdict is Truth.FALSE:
            return "not-in-force"
        return "presumed" if self.is_presumed else "in-force"

    @property
    def label(self) -> Wording:
        """The verdict in a few words."""
        return self.LABELS[self.key]

    def __bool__(self) -> bool:
        """Return the verdict.

        Raises:
            UndeterminedError: it is unknown.
        """
        if self.verdict is Truth.UNKNOWN:
            raise UndeterminedError(
                Message(en="{sentence}", sv="{sentence}", sentence=self.sentence),
                place=self.subject,
                fix=Message(
                    en="Look at `verdict` and `candidates`, or give an event as `facts=`.",
                    sv="Se `verdict` och `candidates`, eller ange en händelse som `facts=`.",
                ),
            )
        return self.verdict is Truth.TRUE

    def in_language(self, lang: str) -> str:
        """Return the sentence in `lang`."""
        return self.sentence.to(lang)

    def __str__(self) -> str:
        """The sentence in Swedish."""
        return str(self.sentence)

    def __repr__(self) -> str:
        """Return subject, day, verdict, status and rules, in English."""
        rules = f" by {', '.join(each.id for each in self.rules)}" if self.rules else ""
        about = f" {self.document}" if self.document not in (None, self.subject) else ""
        candidates = f"; candidates: {', '.join(self.candidates)}" if self.candidates else ""
        return f"<InForce of {self.subject} on {self.on.isoformat()}: {self.verdict.value}{about} ({self.status}{rules}{candidates})>"
