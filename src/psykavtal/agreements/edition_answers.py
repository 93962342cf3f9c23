"""Answer a query to a county from the edition that applies.

The answer is never more certain than that the edition applies.
"""

from collections.abc import Callable
from typing import TypeVar

import attrs

from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.document_on_day import DocumentOnDay
from psykavtal.model.answers import Answer, AnswerContext, NotRecorded
from psykavtal.model.wording import Wording

T = TypeVar("T")


def answer_by_edition(
    data: CountyData,
    context: AnswerContext,
    edition: Answer[DocumentOnDay],
    agreement: str,
    ask: Callable[[str], Answer[T]],
) -> Answer[T]:
    """Answer from the edition that applies, or from statements about the agreement itself.

    Args:
        data: the county's data.
        context: the question, with the county as its subject.
        edition: the edition that applies.
        agreement: id of the agreement.
        ask: asks a document or the agreement, by its id.
    """
    return edition.then(
        lambda found: _of_edition(data, context, found, agreement, ask),
        lambda why: _of_agreement(
            data, context, ask(agreement), why, note=_undetermined(context), reason=_nothing_available(context)
        ),
        context=context,
        if_reported=_EDITION_REPORTED,
    )


def _of_edition(
    data: CountyData, context: AnswerContext, edition: DocumentOnDay, agreement: str, ask: Callable[[str], Answer[T]]
) -> Answer[T]:
    """Return the answer of an edition, or of the agreement if it is not available."""
    answer = ask(edition.document.id)
    if edition.document.held or not isinstance(answer, NotRecorded):
        return answer
    return _of_agreement(data, context, ask(agreement), answer, note=_not_available(edition), reason=answer.reason)


def _of_agreement(
    data: CountyData,
    context: AnswerContext,
    answer: Answer[T],
    why: Answer[object],
    *,
    note: Wording,
    reason: Wording,
) -> Answer[T]:
    """Return the answer of the agreement itself, with a note.

    Not recorded, with `reason`, if the agreement has no answer.
    """
    if isinstance(answer, NotRecorded):
        return attrs.evolve(context, notes=answer.notes, missing_facts=why.missing_facts).not_recorded(reason)
    return attrs.evolve(answer, notes=(note, _speakers(data, answer), *answer.notes))


def _speakers(data: CountyData, answer: Answer[object]) -> Wording:
    """Return a note that names the documents that an answer rests on."""
    documents = tuple(dict.fromkeys(each.document for each in answer.basis))
    sv, en = (", ".join(data.name_of(each, lang) for each in documents) for lang in ("sv", "en"))
    return Wording(
        sv=f"Det sägs i {sv}, som kan vara yngre eller äldre än dagen.",
        en=f"It is said in {en}, which may be younger or older than the day.",
    )


def _undetermined(context: AnswerContext) -> Wording:
    return Wording(
        sv=f"Sägs om överenskommelsen; vilken upplaga som gäller {context.on} är inte fastställt.",
        en=f"Said of the agreement; which edition holds on {context.on} is not determined.",
    )


def _nothing_available(context: AnswerContext) -> Wording:
    return Wording(
        sv=f"Vilken upplaga som gäller {context.on} är inte fastställt, och inget vi har om överenskommelsen som sådan svarar.",
        en=f"Which edition holds on {context.on} is not determined, and nothing held on the agreement as such answers.",
    )


def _not_available(edition: DocumentOnDay) -> Wording:
    name = edition.document.name
    return Wording(
        sv=f"Sägs om överenskommelsen; den upplaga som gäller ({name}) finns inte hos oss.",
        en=f"Said of the agreement; the edition that holds ({name}) is not held.",
    )


_EDITION_REPORTED = Wording(
    sv="Att upplagan gäller är en uppgift från annat håll.",
    en="That the edition holds is reported from elsewhere.",
)
