"""A kind of provision with a condition, an age limit and a value class, defined in one file.

`test_new_kind.py` runs the tests of this folder in a process of their own, since a kind is registered for the whole
process.
"""

from collections.abc import Hashable, Iterator, Mapping
from typing import ClassVar

import attrs

from psykavtal.model.ages import AgeLimit
from psykavtal.model.conditions import Criterion
from psykavtal.model.documents import Document
from psykavtal.model.provisions import FieldFault, NameOf, Provision, kind
from psykavtal.model.table_columns import FieldColumn
from psykavtal.model.vocabulary import FactType
from psykavtal.model.wording import Wording


@attrs.frozen(kw_only=True)
class Amount:
    """A sum of money.

    Attributes:
        words: the words of the text.
        kronor: the sum; None if the text gives none.
    """

    words: str
    kronor: int | None = None

    def in_language(self, lang: str) -> str:
        """Return the words of the text, and the sum in `lang`."""
        unit = {"sv": "kronor", "en": "SEK"}[lang]
        return f"«{self.words}»" if self.kronor is None else f"«{self.words}», {self.kronor} {unit}"


@kind
@attrs.frozen(kw_only=True, repr=False)
class Allowance(Provision):
    """An allowance to a person.

    Attributes:
        payer: id of the body that pays it.
        amount: the sum.
        granted_if: the condition under which it is granted.
        chosen_by: id of the fact that names the deciding principal.
        purpose: the purpose, in the words of the text.
        age_limit: the ages of those who can get it.
    """

    REFERENCES = (*Provision.REFERENCES, "payer")
    CONDITIONS = (*Provision.CONDITIONS, "granted_if")
    FACTS: ClassVar = {"chosen_by": FactType.PRINCIPAL}
    QUOTED = frozenset({"purpose"})
    LABELS: ClassVar = {
        "amount": Wording(sv="belopp", en="amount"),
        "payer": Wording(sv="betalare", en="payer"),
        "purpose": Wording(sv="ändamål", en="purpose"),
    }
    PLURAL = Wording(sv="Bidrag", en="Allowances")
    TABLE = "allowances"
    COLUMNS: ClassVar = {
        "payer": FieldColumn(Wording(sv="Organet som betalar.", en="The body that pays."), name="body"),
    }

    payer: str
    amount: Amount
    granted_if: Criterion | None = None
    chosen_by: str = ""
    purpose: str = ""
    age_limit: AgeLimit | None = None

    def comparable(self, topic: str) -> Hashable | None:
        """Return the sum."""
        return self.amount.kronor if topic == "follow-up.plan" else None

    def lines(self, topic: str, name_of: NameOf) -> tuple[Wording, ...]:
        """Return the body with the sum."""
        del topic
        return (
            Wording(
                sv=f"{name_of(self.payer, 'sv')}: {self.amount.in_language('sv')}",
                en=f"{name_of(self.payer, 'en')}: {self.amount.in_language('en')}",
            ),
        )

    def check(self, documents: Mapping[str, Document]) -> Iterator[FieldFault]:
        """Yield a fault if the sum is negative."""
        del documents
        if self.amount.kronor is not None and self.amount.kronor < 0:
            yield FieldFault(field="amount", fault="is negative.", value=str(self.amount.kronor))
