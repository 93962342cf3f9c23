"""The topics that are near to a question, in one line each."""

from collections.abc import Iterator, Mapping, Sequence

from psykavtal.agreements.asked_in_words import AskedInWords
from psykavtal.agreements.speakers import TopicAnswer
from psykavtal.model.provisions import NameOf
from psykavtal.model.wording import Wording
from psykavtal.output.labels import labelled, listed
from psykavtal.output.report import Line, LineKind
from psykavtal.output.views.asked_remarks import document_names
from psykavtal.output.views.asked_short_lines import answer_line


def related_lines(
    asked: AskedInWords, related: Sequence[TopicAnswer], ranks: Mapping[str, int], name_of: NameOf, most: int
) -> Iterator[Line]:
    """Yield the related topics with their answers in short.

    Those of the best provisions come first; those without a provision are listed by status, in one line each.

    Args:
        asked: the question.
        related: the answers to the related topics.
        ranks: the ranks of the provisions that have words of the question, by id.
        name_of: returns the name of a thing or a document by its id.
        most: the number of topics with provisions that are shown; the labels of the others follow.
    """
    last = len(ranks) + 1
    with_text = [each for each in related if each.answer.basis]
    with_text.sort(key=lambda each: min(ranks.get(one.id, last) for one in each.answer.basis))
    for each in with_text[:most]:
        yield Line(answer_line(_label(each, asked), each.answer, ranks, name_of), kind=LineKind.ITEM)
    if with_text[most:]:
        labels = listed([_label(each, asked) for each in with_text[most:]])
        yield Line(labelled(_ALSO, labels), kind=LineKind.ITEM)
    by_status = dict[Wording, list[Wording]]()
    for each in related:
        if not each.answer.basis:
            by_status.setdefault(each.answer.label, []).append(_label(each, asked))
    for status, labels_of in by_status.items():
        yield Line(labelled(status, listed(labels_of)), kind=LineKind.ITEM)


def _label(found: TopicAnswer, asked: AskedInWords) -> Wording:
    """Return the label of a topic, after the document's name if several are searched."""
    label = asked.county.topics[found.answer.topic].label
    if found.document is None or len(asked.searched) == 1:
        return label
    return labelled(document_names((found.document,), asked.county), label)


_ALSO = Wording(sv="Också", en="Also")
