"""The provisions of a question in words, each with its lines, without repetitions."""

from collections.abc import Iterable, Iterator
from functools import partial

import attrs

from psykavtal.agreements.asked_in_words import AskedInWords
from psykavtal.agreements.county import County
from psykavtal.agreements.descriptions import describe_readings_of, describe_value
from psykavtal.agreements.outline import Outline
from psykavtal.agreements.search.found_provision import Found
from psykavtal.agreements.speakers import Answered
from psykavtal.errors import UnknownNameError
from psykavtal.model.citations import Citation
from psykavtal.model.provisions import Provision
from psykavtal.model.remarks import Remark
from psykavtal.model.wording import Wording
from psykavtal.output.report import Line, LineKind
from psykavtal.output.views.provision_view import provision_lines, with_value


def each_passage_once(found: Iterable[Found]) -> tuple[Provision, ...]:
    """Return the provisions without those whose passages and remarks others have."""
    kept = list[Provision]()
    cited, remarks = set[Citation](), set[Remark]()
    for each in found:
        provision = each.provision
        if provision is None:
            continue
        is_new = not cited.issuperset(provision.citations) or not remarks.issuperset(provision.remarks)
        if is_new or provision.readings or not provision.citations:
            kept.append(provision)
            cited.update(provision.citations)
            remarks.update(provision.remarks)
    return tuple(kept)


def without_repeated(provisions: Iterable[Iterable[Line]]) -> Iterator[Line]:
    """Yield the lines of provisions; a citation is repeated only for one without another."""
    cited = set[Line]()
    for lines in provisions:
        own = list(lines)
        citations = [each for each in own if each.kind is LineKind.CITATION]
        kept = [each for each in citations if each not in cited] or citations[-1:]
        cited.update(citations)
        yield from (each for each in own if each.kind is not LineKind.CITATION or each in kept)


def name_in(county: County, thing_id: str, lang: str) -> str:
    """Return the name of a thing, without a remark on a document that is unnamed."""
    data = county.holdings
    document = data.record.document(thing_id)
    return data.name_of(thing_id, lang) if document is None else document.name


def provision_of(asked: AskedInWords, provision: Provision, answer: Answered | None, most: int) -> Iterator[Line]:
    """Yield a provision with its value on a topic, its readings, remarks and passages.

    Args:
        asked: the question; the passages with its words come first.
        provision: the provision.
        answer: the answer that it belongs to; None if it is only found by the words.
        most: the number of passages that are shown.
    """
    name_of = partial(name_in, asked.county)
    values = describe_value(provision, provision.topic if answer is None else answer.topic, name_of)
    readings = None
    if answer is not None and provision.id in answer.ambiguous_members:
        described = describe_readings_of(provision, answer, name_of)
        readings = [Line(each, 1, LineKind.READING) for each in described if each not in values]
    first, *rest = provision_lines(provision, _outline(asked, provision), name_of, readings, short=True)
    yield attrs.evolve(first, text=with_value(provision.wording, values))
    words = [word.casefold() for each in asked.found if each.provision == provision for word in each.words]
    citations = [each for each in rest if each.kind is LineKind.CITATION]
    citations.sort(key=lambda each: not any(word in each.text.sv.casefold() for word in words))
    left = citations[most:]
    yield from (each for each in rest if each not in left)
    if left:
        count = len(left)
        more = Wording(
            sv=f"{count} {'textställe' if count == 1 else 'textställen'} till",
            en=f"{count} more {'passage' if count == 1 else 'passages'}",
        )
        yield Line(more, 1, LineKind.CITATION)


def _outline(asked: AskedInWords, provision: Provision) -> Outline | None:
    """Return the outline in which a provision has its place, or None."""
    try:
        outline = asked.county.document(provision.document, on=asked.on).structure
        outline.place_of(provision)
    except UnknownNameError:
        return None
    return outline
