"""The reasons for a row without a verdict, in the order tried."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from psykavtal.model.wording import Wording

Reason: TypeAlias = Literal[
    "no-county",
    "none-in-force",
    "edition-unknown",
    "not-read",
    "fact-missing",
    "age-missing",
    "readings-differ",
    "row-invalid",
    "not-stated",
]
"""A reason for a null `in_target_group`."""

LABELS: Mapping[Reason, Wording] = {
    "no-county": Wording(sv="utan kommun i något län här", en="of no municipality of a county here"),
    "none-in-force": Wording(sv="ingen redovisad upplaga gäller", en="no recorded edition applies"),
    "edition-unknown": Wording(sv="oklart vilken upplaga som gäller", en="unclear which edition applies"),
    "not-read": Wording(sv="texten är inte läst", en="the text has not been read"),
    "fact-missing": Wording(sv="en uppgift saknas", en="a fact is missing"),
    "age-missing": Wording(sv="åldern saknas", en="the age is missing"),
    "readings-differ": Wording(sv="texten kan läsas på flera sätt", en="the text has several readings"),
    "row-invalid": Wording(sv="åldern är omöjlig", en="the age is impossible"),
    "not-stated": Wording(sv="texten avgör det inte", en="the text does not decide it"),
}
"""The label of each reason, for people."""
