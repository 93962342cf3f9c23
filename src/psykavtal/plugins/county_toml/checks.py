"""Check across tables for unknown names, duplicate ids and dates out of order.

No single table shows these faults.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from psykavtal.errors import safe_repr
from psykavtal.model.conditions import facts_of
from psykavtal.model.inference_rules import RULES
from psykavtal.model.provisions import Provision, Validity, kind_of
from psykavtal.model.records import Content, CountyRecord, Silence
from psykavtal.plugins.county_toml.check_dating import check_written_periods
from psykavtal.plugins.county_toml.faults import Fault
from psykavtal.plugins.county_toml.known import Known, Reporter

__all__ = ["Known", "check_content", "check_provisions", "check_record", "check_sources"]


def check_record(record: CountyRecord, known: Known, *, file: str) -> list[Fault]:
    """Return the faults of a county beside its contents."""
    report = Reporter(file, known)
    ids = [each.id for each in (*record.things, *record.documents)]
    faults = [report.fault(name, "", "the id is given twice.", value=repr(name)) for name in _twice(ids)]
    codes = {each.code for each in record.place.municipalities}
    for municipality in record.place.municipalities:
        faults += report.check_citations("county", municipality.named_by, key="municipalities_named_by")
    for document in record.documents:
        place = f"document.{document.id}"
        if document.edition_of is not None and document.edition_of not in known.things:
            faults.append(report.unknown(place, "edition_of", document.edition_of, "thing", known.things))
        faults += [
            report.unknown(place, "speaks_of", name, "thing", known.things)
            for name in document.speaks_of
            if name not in known.things
        ]
        faults += [
            report.unknown(place, "covers", code, "municipality", codes)
            for code in document.covers
            if code not in codes
        ]
    return [*faults, *check_provisions(record.standing, known, file=file), *_check_bounds(record, report)]


def _check_bounds(record: CountyRecord, report: Reporter) -> Iterator[Fault]:
    """Yield faults of documents to which texts give two first days or two ends.

    The one that counts is never chosen in silence.
    """
    cited = [each for each in record.standing if isinstance(each, Validity) and each.citations]
    for key in ("start", "end"):
        first: dict[str, Validity] = {}
        for each in cited:
            bound = getattr(each, key)
            other = first.setdefault(each.about, each) if bound is not None else each
            if other is not each and getattr(other, key) != bound:
                fix = f"{other.id} gives {getattr(other, key)}: make them readings of one provision."
                yield report.fault(_table(each), key, "a text gives another.", value=str(bound), fix=fix)


def check_content(content: Content, known: Known, *, file: str) -> list[Fault]:
    """Return the faults of the content of a document."""
    report = Reporter(file, known)
    faults = [
        *check_provisions(content.provisions, known, file=file),
        *_check_subjects(content, report),
    ]
    answering = {topic: each.id for each in content.provisions if each.citations for topic in each.topics}
    unread = {each.topic for each in content.unread}
    ids = known.provisions | {each.id for each in content.provisions}
    for silence in content.silences:
        faults += _check_silence(silence, answering, unread, ids, report)
    for each in content.unread:
        table = f"unread.{each.topic}"
        if each.topic not in known.topics:
            faults.append(report.unknown(table, "", each.topic, "topic", known.topics))
        if each.about not in known.things:
            faults.append(report.unknown(table, "about", each.about, "thing", known.things))
    return [*faults, *_check_unsaid(content, report)]


def _check_silence(
    silence: Silence, answering: Mapping[str, str], unread: Collection[str], ids: frozenset[str], report: Reporter
) -> Iterator[Fault]:
    """Yield the faults of a silence, which covers a topic over all subjects."""
    table, topics = f"silence.{silence.topic}", report.known.topics
    if silence.topic not in topics:
        yield report.unknown(table, "", silence.topic, "topic", topics)
    if silence.topic in answering:
        fix = f"Remove the silence: {answering[silence.topic]} answers the topic."
        yield report.fault(table, "", "a provision of the document answers this topic.", fix=fix)
    if silence.topic in unread:
        fix = "Give one of them: the text is silent, or cannot be read."
        yield report.fault(table, "", "the topic is both silent and unread.", fix=fix)
    if silence.defers_to and silence.defers_to not in ids:
        yield report.unknown(table, "defers_to", silence.defers_to, "provision", ids)


def _check_unsaid(content: Content, report: Reporter) -> Iterator[Fault]:
    """Silences and passages left out that are of another document, or whose citations lead nowhere."""
    listed = (
        *(
            (f"silence.{each.topic}", each.document, "near", (each.near,) if each.near else ())
            for each in content.silences
        ),
        *((f"unread.{each.topic}", each.document, "passage", (each.at,)) for each in content.unread),
        *((f"omission.{each.name}", each.document, "passage", each.at) for each in content.omissions),
    )
    for table, document, key, citations in listed:
        if document != content.document:
            yield report.fault(table, "document", f"is not {content.document!r}.", value=safe_repr(document))
        yield from report.check_citations(table, citations, key=key)


def _check_subjects(content: Content, report: Reporter) -> Iterator[Fault]:
    """Yield faults of provisions about another document or an undeclared subject.

    The subjects of a document are the document itself and those in its `speaks_of`.
    """
    document = report.known.documents.get(content.document)
    if document is None:
        return
    subjects = {document.id, *document.speaks_of}
    for each in content.provisions:
        if each.document != document.id:
            yield report.fault(_table(each), "document", f"is not {document.id!r}.", value=repr(each.document))
        if each.about not in subjects:
            fix = (
                f"Name it in the document's `speaks_of`: {', '.join(document.speaks_of[:_LISTED]) or 'nothing'} so far."
            )
            yield report.fault(
                _table(each), "about", "is not what the document speaks of.", value=repr(each.about), fix=fix
            )


_LISTED = 10


def check_sources(provisions: Iterable[Provision], known: Known, *, file: str) -> list[Fault]:
    """Return the provisions without a source, and the citations that lead nowhere.

    Without a source a provision would be taken for reported; with one that leads nowhere, for
    stated. County files are refused where they are read; this is for provisions from code.
    """
    report = Reporter(file, known)
    return [
        fault
        for each in provisions
        for one in (each, *(reading.value for reading in each.readings))
        for fault in _check_source(one, report)
    ]


def _check_source(provision: Provision, report: Reporter) -> Iterator[Fault]:
    table = _table(provision)
    if not provision.citations and not provision.reported:
        fix = "Give where the text says it, or `reported` with an address."
        yield report.fault(table, "passage", "is missing.", fix=fix)
    yield from report.check_citations(table, provision.citations)


def check_provisions(provisions: Iterable[Provision], known: Known, *, file: str) -> list[Fault]:
    """Return the faults of provisions among each other and against the names known."""
    report = Reporter(file, known)
    given = tuple(provisions)
    faults = [
        report.fault(name, "", "the id is given twice.", value=repr(name)) for name in _twice([p.id for p in given])
    ]
    ids = known.provisions | {each.id for each in given}
    for provision in given:
        faults.extend(_check_readings(provision, report))
        for each in (provision, *(reading.value for reading in provision.readings)):
            faults.extend(_check_one(each, ids, report))
    return [*faults, *check_written_periods(given, file=file)]


def _check_readings(provision: Provision, report: Reporter) -> Iterator[Fault]:
    """Yield faults of readings that do not fit their provision.

    County files with such readings are refused when they are read.
    """
    readings, table = provision.readings, _table(provision)
    if len(readings) == 1:
        yield report.fault(table, "reading", "one reading is no ambiguity.", fix="Give two, or none.")
    for name in _twice(each.name for each in readings):
        yield report.fault(table, "reading", "the name is given twice.", value=repr(name))
    for each in readings:
        if type(each.value) is not type(provision) or each.value.readings:
            fix = f"Give the {kind_of(type(provision))} as it says when read so, without readings."
            yield report.fault(table, f"reading.{each.name}", "is of another kind.", fix=fix)


def _check_one(provision: Provision, ids: frozenset[str], report: Reporter) -> Iterator[Fault]:
    table, known = _table(provision), report.known
    for topic in provision.topics:
        if topic not in known.topics:
            yield report.unknown(table, "answers", topic, "topic", known.topics)
    for key, names in provision.refers_to().items():
        for name in names:
            if name not in known.things:
                yield report.unknown(table, key, name, "thing or document", known.things)
    for name in provision.contradicted_by:
        if name not in ids:
            yield report.unknown(table, "contradicted_by", name, "provision", ids)
    if provision.follows_by is not None and provision.follows_by not in RULES:
        yield report.unknown(table, "follows_by", provision.follows_by, "rule", RULES)
    yield from _check_facts(provision, table, report)
    for each in provision.check(known.documents):
        yield report.fault(table, each.field, each.fault, value=each.value, fix=each.fix)


def _check_facts(provision: Provision, table: str, report: Reporter) -> Iterator[Fault]:
    known = report.known.facts
    for key, criterion in provision.conditions().items():
        for fact in facts_of(criterion):
            if fact not in known:
                yield report.unknown(table, key, fact, "fact", known)
    for key, facts in provision.named_facts().items():
        kind = provision.FACTS[key]
        for fact in facts:
            if fact not in report.facts_of(kind):
                yield report.unknown(table, key, fact, kind.value, report.facts_of(kind))


def _table(provision: Provision) -> str:
    return provision.id.partition(".")[2] or provision.id


def _twice(names: Iterable[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]
