"""The first lines on a question in words: the verdict, and its words."""

from collections.abc import Iterator, Sequence
from shlex import quote

from psykavtal.agreements.asked_in_words import AskedInWords
from psykavtal.agreements.county import County
from psykavtal.agreements.question_words import AbsentWord, InexactWord, NamedHeading
from psykavtal.model.documents import Document
from psykavtal.model.wording import Wording
from psykavtal.output.labels import NEAREST, joined, labelled, listed, same

_UNCLEAR = Wording(
    sv="Närmaste frågor besvaras; ingen av dem har alla orden.",
    en="The nearest topics are answered; none of them has all the words.",
)
_NOTHING = Wording(
    sv="Ingen fråga och ingen uppgift har orden; det visar inte att texten är tyst.",
    en="No topic and no record has the words; it is not shown that the text is silent.",
)
_HEADING = Wording(sv="Rubriken", en="The heading")
_ABSENT = Wording(sv="Ingen uppgift har", en="No record has")
_INEXACT = Wording(sv="Bara i annan form", en="In another form only")
_OTHER_NAME = Wording(sv="Bara under annat namn", en="By another name only")
_NOT_IN_ALL = Wording(sv="Inte alla dokument har", en="Not every document has")
LEADS = 0.45
"""The best topic comes before the provisions if it has this share of the words."""
_READ = Wording(sv=", läst i sin helhet ", en=", read in full on ")
_ELSEWHERE = Wording(sv=" (finns i ", en=" (it is in ")


def asked_remarks(asked: AskedInWords) -> Iterator[Wording]:
    """Yield the verdict, the headings named, and the words without a record."""
    county = asked.county
    yield asked.in_force.sentence
    if not asked.answers and not asked.found and not asked.headings:
        yield _NOTHING
    elif asked.answers and not asked.is_clear and asked.share < LEADS:
        yield _UNCLEAR
    yield from (_heading(each, county) for each in asked.headings)
    nowhere = [each for each in asked.absent if not set(each.documents) & set(asked.searched)]
    available = [each.id for each in county.documents if each.is_available]
    for documents, words in (
        (available, [each for each in nowhere if not each.documents]),
        (asked.searched, [each for each in nowhere if each.documents]),
    ):
        if words:
            searched = listed([_searched(county.holdings.document(each)) for each in documents])
            head = joined(_ABSENT, same(" ("), searched, same(")"))
            yield labelled(head, listed([_absent(each, county) for each in words]))
    for head, is_name in ((_INEXACT, False), (_OTHER_NAME, True)):
        inexact = [_in_forms(each) for each in asked.inexact if each.is_name is is_name]
        if inexact:
            yield labelled(head, listed(inexact))
    partly = [each for each in asked.absent if each not in nowhere]
    if partly:
        yield labelled(_NOT_IN_ALL, listed([_absent(each, county) for each in partly]))


def document_names(documents: Sequence[str], county: County) -> Wording:
    """Return the names of documents of a county, separated by commas."""
    return same(", ".join(county.holdings.document(each).name for each in documents))


def _searched(document: Document) -> Wording:
    """Return the name of a document with the day of its full reading."""
    if document.read_on is None:
        return same(document.name)
    return joined(same(document.name), _READ, same(document.read_on.isoformat()))


def _absent(word: AbsentWord, county: County) -> Wording:
    quoted = same(f"«{word.word}»")
    if word.near:
        near = ", ".join(f"«{each}»" for each in word.near)
        return joined(quoted, same(" ("), NEAREST, same(f": {near})"))
    if not word.documents:
        return quoted
    end = same(f": {', '.join(word.forms)})" if word.forms else ")")
    return joined(quoted, _ELSEWHERE, document_names(word.documents, county), end)


def _in_forms(word: InexactWord) -> Wording:
    return same(f"«{word.word}» ({', '.join(word.forms)})")


def _heading(named: NamedHeading, county: County) -> Wording:
    """Return a heading with its number of provisions and the command that shows them."""
    first, *below = named.headings
    number = Wording(
        sv="1 bestämmelse" if first.total == 1 else f"{first.total} bestämmelser",
        en="1 provision" if first.total == 1 else f"{first.total} provisions",
    )
    if below:
        counts = [joined(same("«"), each.label, same(f"» {each.provisions}")) for each in named.headings]
        number = joined(number, same(" ("), listed(counts), same(")"))
    command = f"psykavtal show {county.id} {quote(first.heading)} --document {named.document}"
    heading = joined(_HEADING, same(" «"), first.label, same("»"))
    return labelled(heading, joined(number, same(f"; {command}")))
