"""Answers for a topic on which no provision is recorded, with the reason."""

from typing import Never

import attrs

from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.query import Query
from psykavtal.model.answers import HANDED_OVER, Answer, AnswerContext
from psykavtal.model.provisions import Provision
from psykavtal.model.wording import Wording


def unanswered(data: CountyData, query: Query, context: AnswerContext) -> Answer[Never]:
    """Return why a subject has no answer: silent, unreadable, not applicable or not recorded.

    A silence is that of the document asked, on the topic as a whole, whatever the subject.
    """
    document = data.record.document(query.subject)
    if document is None:
        return context.not_recorded(_NO_STATEMENT, cause="not-read")
    content = data.content(document)
    unread = next((each for each in content.unread if each.topic == query.topic), None)
    if unread is not None:
        return context.unreadable(unread.why, at=unread.at)
    silence = next((each for each in content.silences if each.topic == query.topic), None)
    topic = data.topic(query.topic)
    if silence is not None:
        handed = next((each for each in data.stated_by(document.id) if each.id == silence.defers_to), None)
        notes = () if handed is None else (_handed_over(handed),)
        return (
            attrs.evolve(context, remarks=silence.remarks)
            .with_notes(*notes)
            .silent(
                silence.document,
                silence.read_on,
                question=topic.question,
                near=silence.near,
                defers_to=silence.defers_to,
                duties=topic.duties_on(query.on),
            )
        )
    if not topic.arises_for(document.type):
        return context.not_applicable(_OTHER_KIND)
    if not document.is_available:
        return context.not_recorded(_NOT_AVAILABLE, cause="not-available")
    return context.not_recorded(_NOT_READ, cause="not-read")


def _handed_over(provision: Provision) -> Wording:
    """Return the note that the text leaves the matter to another document, by its provision."""
    return Wording(
        sv=f"Frågan {HANDED_OVER.sv}: {provision.wording.sv}",
        en=f"The matter is {HANDED_OVER.to('en')}: {provision.wording.to('en')}",
    )


_OTHER_KIND = Wording(
    sv="Frågan uppkommer inte för ett dokument av detta slag.",
    en="The question does not arise for a document of this kind.",
)
_NOT_AVAILABLE = Wording(
    sv="Dokumentet finns inte tillgängligt, så dess innehåll är inte redovisat.",
    en="The document is not available, so its content is not recorded.",
)
_NOT_READ = Wording(
    sv="Ingen har läst dokumentet för denna fråga.",
    en="Nobody has read the document for this question.",
)
_NO_STATEMENT = Wording(
    sv="Ingen tillgänglig text anger något i frågan.",
    en="No available text states anything on the question.",
)
