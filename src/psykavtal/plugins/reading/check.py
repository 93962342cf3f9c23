"""What no single table shows: names that lead nowhere, ids given twice, dates out of order."""

from collections import Counter
from collections.abc import Iterable, Iterator

import attrs

from psykavtal.errors import nearest
from psykavtal.model.criteria import Criterion, facts_of
from psykavtal.model.documents import Document
from psykavtal.model.provisions import (
    Adoption,
    Dating,
    InterimResponsibility,
    Provision,
    Relation,
    TargetGroup,
    Validity,
)
from psykavtal.model.records import Content, CountyRecord, Silence, Unread
from psykavtal.model.rules import RULES
from psykavtal.model.vocabulary import Fact, FactType, Topic
from psykavtal.plugins.reading.check_dating import check_dating, check_written_periods
from psykavtal.plugins.reading.faults import Fault


@attrs.frozen(kw_only=True)
class Known:
    """The names that a contribution may use.

    Attributes:
        things: ids of things and documents.
        topics: by id.
        facts: by id.
        provisions: ids of the provisions of the county so far.
        documents: the county's documents, by id.
    """

    things: frozenset[str] = frozenset()
    topics: dict[str, Topic] = attrs.field(factory=dict[str, Topic])
    facts: dict[str, Fact] = attrs.field(factory=dict[str, Fact])
    provisions: frozenset[str] = frozenset()
    documents: dict[str, Document] = attrs.field(factory=dict[str, Document])

    def facts_of_type(self, *types: FactType) -> set[str]:
        """Ids of the facts of these types."""
        return {fact.id for fact in self.facts.values() if fact.type in types}


def check_record(record: CountyRecord, known: Known, *, file: str) -> list[Fault]:
    """The faults of a county beside its contents."""
    ids = [each.id for each in (*record.things, *record.documents)]
    faults = [_fault(file, name, "", "the id is given twice.", value=repr(name)) for name in _twice(ids)]
    for document in record.documents:
        place = f"document.{document.id}"
        if document.edition_of is not None and document.edition_of not in known.things:
            faults.append(_unknown(file, place, "edition_of", document.edition_of, "thing", known.things))
        faults += [
            _unknown(file, place, "speaks_of", name, "thing", known.things)
            for name in document.speaks_of
            if name not in known.things
        ]
        codes = [each.code for each in record.place.municipalities]
        faults += [
            _unknown(file, place, "covers", code, "municipality", codes)
            for code in document.covers
            if code not in codes
        ]
    return [*faults, *check_provisions(record.standing, known, file=file), *_check_bounds(record, file)]


def _check_bounds(record: CountyRecord, file: str) -> Iterator[Fault]:
    """Two first days, or two ends, that texts give one document: which counts is never chosen in silence."""
    cited = [each for each in record.standing if isinstance(each, Validity) and each.citations]
    for key in ("start", "end"):
        first: dict[str, Validity] = {}
        for each in cited:
            bound = getattr(each, key)
            other = first.setdefault(each.about, each) if bound is not None else each
            if other is not each and getattr(other, key) != bound:
                hint = f"{other.id} gives {getattr(other, key)}: make them readings of one provision."
                yield _fault(file, _table(each), key, "a text gives another.", value=str(bound), hint=hint)


def check_content(content: Content, known: Known, *, file: str) -> list[Fault]:
    """The faults of the content of a document."""
    faults = [
        *check_provisions(content.provisions, known, file=file),
        *_check_subjects(content, known, file),
    ]
    answered = {(topic, each.about) for each in content.provisions if each.citations for topic in each.topics}
    unsaid: tuple[Silence | Unread, ...] = (*content.silences, *content.unread)
    unread = {(each.topic, each.about) for each in content.unread}
    for each in content.silences:
        if (each.topic, each.about) in unread:
            hint = "Say which: read and silent, or not readable."
            faults.append(_fault(file, f"silence.{each.topic}", "", "the topic is both silent and unread.", hint=hint))
    for silence in unsaid:
        table = f"silence.{silence.topic}"
        if silence.topic not in known.topics:
            faults.append(_unknown(file, table, "", silence.topic, "topic", known.topics))
        if silence.about not in known.things:
            faults.append(_unknown(file, table, "about", silence.about, "thing", known.things))
        if (silence.topic, silence.about) in answered:
            faults.append(_fault(file, table, "", "a provision answers this topic: it is not silent."))
    return faults


def _check_subjects(content: Content, known: Known, file: str) -> Iterator[Fault]:
    """The provisions of a document that are of another, or of what it does not say that it speaks of."""
    document = known.documents.get(content.document)
    if document is None:
        return
    for each in content.provisions:
        if each.document != document.id:
            yield _fault(file, _table(each), "document", f"is not {document.id!r}.", value=repr(each.document))
        if each.about not in (document.id, *document.speaks_of):
            hint = f"Name it in the document's `speaks_of`: {', '.join(document.speaks_of) or 'nothing'} so far."
            yield _fault(
                file, _table(each), "about", "is not what the document speaks of.", value=repr(each.about), hint=hint
            )


def check_sources(provisions: Iterable[Provision], known: Known, *, file: str) -> list[Fault]:
    """The provisions without a source, and the citations that lead nowhere.

    Without a source a provision would be taken for reported; with one that leads nowhere, for
    stated. County files are refused where they are read; this is for provisions from code.
    """
    return [fault for each in provisions for fault in _check_source(each, known, file)]


def _check_source(provision: Provision, known: Known, file: str) -> Iterator[Fault]:
    table = _table(provision)
    if not provision.citations and not provision.reported:
        hint = "Give where the text says it, or `reported` with an address."
        yield _fault(file, table, "at", "is missing.", hint=hint)
    for citation in provision.citations:
        document = known.documents.get(citation.document)
        text = document.text(citation.text) if document is not None else None
        if document is None:
            yield _unknown(file, table, "at", citation.document, "document", known.documents)
        elif text is None:
            texts = [each.id for each in document.texts]
            yield _unknown(file, table, "at", citation.text, f"text of {document.id}", texts)
        elif text.section(citation.section) is None:
            sections = [each.id for each in text.sections]
            yield _unknown(file, table, "at", citation.section, f"section of {document.id}/{text.id}", sections)


def check_provisions(provisions: Iterable[Provision], known: Known, *, file: str) -> list[Fault]:
    """The faults of provisions among each other and against the names known."""
    given = tuple(provisions)
    faults = [
        _fault(file, name, "", "the id is given twice.", value=repr(name)) for name in _twice([p.id for p in given])
    ]
    ids = known.provisions | {each.id for each in given}
    for provision in given:
        for each in (provision, *(reading.value for reading in provision.readings)):
            faults.extend(_check_one(each, known, ids, file))
    return [*faults, *check_written_periods(given, file=file)]


def _check_one(provision: Provision, known: Known, ids: frozenset[str], file: str) -> Iterator[Fault]:
    table = _table(provision)
    for key, topics in (("topic", (provision.topic,)), ("also", provision.also)):
        for topic in topics:
            if topic not in known.topics:
                yield _unknown(file, table, key, topic, "topic", known.topics)
    for key, names in provision.refers_to().items():
        for name in names:
            if name not in known.things:
                yield _unknown(file, table, key, name, "thing or document", known.things)
    for name in provision.contradicted_by:
        if name not in ids:
            yield _unknown(file, table, "contradicted_by", name, "provision", ids)
    if provision.follows_by is not None and provision.follows_by not in RULES:
        yield _unknown(file, table, "follows_by", provision.follows_by, "rule", RULES)
    for key, criterion in _criteria(provision):
        for fact in facts_of(criterion):
            if fact not in known.facts:
                yield _unknown(file, table, key, fact, "fact", known.facts)
    yield from _check_kind(provision, known, table, file)


def _check_kind(provision: Provision, known: Known, table: str, file: str) -> Iterator[Fault]:
    match provision:
        case Relation(trigger=triggers):
            occasions = known.facts_of_type(FactType.OCCASION)
            for name in triggers:
                if name not in occasions:
                    yield _unknown(file, table, "trigger", name, "occasion", occasions)
        case InterimResponsibility(bearer=bearer):
            principals = known.facts_of_type(FactType.PRINCIPAL)
            if bearer not in principals:
                yield _unknown(file, table, "bearer", bearer, "principal", principals)
        case Validity(start=start, end=end) if start is not None and end is not None and end.latest < start.earliest:
            yield _fault(file, table, "end", f"lies before the start ({start}).", value=str(end))
        case Dating():
            yield from check_dating(provision, known.documents, file=file)
        case Adoption(date=None, by=()):
            yield _fault(
                file,
                table,
                "",
                "says neither by whom nor when.",
                hint="Give `by`, `date`, or both.",
            )
        case _:
            return


def _criteria(provision: Provision) -> Iterator[tuple[str, Criterion]]:
    if provision.when is not None:
        yield "when", provision.when
    if isinstance(provision, TargetGroup) and provision.who is not None:
        yield "who", provision.who
    if isinstance(provision, Validity | InterimResponsibility) and provision.ends_when is not None:
        yield "ends_when", provision.ends_when


def _table(provision: Provision) -> str:
    return provision.id.partition(".")[2] or provision.id


def _twice(names: Iterable[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]


def _fault(file: str, table: str, key: str, message: str, *, value: str = "", hint: str = "") -> Fault:
    return Fault(file=file, table=table, key=key, message=message, value=value, hint=hint)


def _unknown(file: str, table: str, key: str, name: str, what: str, known: Iterable[str]) -> Fault:
    near = nearest(name, known)
    hint = f"Did you mean {near!r}?" if near else ""
    return _fault(
        file,
        table,
        key,
        f"there is no {what} of this name.",
        value=repr(name),
        hint=hint,
    )
