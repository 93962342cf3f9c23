"""Check across tables for unknown names, duplicate ids and dates out of order.

No single table shows these faults.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from psykavtal.errors import Message
from psykavtal.model.conditions import facts_of
from psykavtal.model.inference_rules import RULES
from psykavtal.model.provisions import Provision, Validity, kind_of
from psykavtal.model.records import CountyRecord
from psykavtal.model.vocabulary import FactType
from psykavtal.plugins.county_toml.check_dating import check_written_periods
from psykavtal.plugins.county_toml.faults import Fault
from psykavtal.plugins.county_toml.known import Known, Reporter, table_of
from psykavtal.plugins.form_messages import IS_MISSING, ONE_READING, TWO_READINGS_OR_NONE

__all__ = ["Known", "check_provisions", "check_record", "check_sources"]


def check_record(record: CountyRecord, known: Known, *, file: str) -> list[Fault]:
    """Return the faults of a county beside its contents."""
    report = Reporter(file, known)
    ids = [each.id for each in (*record.things, *record.documents)]
    faults = [report.fault(name, "", _ID_TWICE, value=repr(name)) for name in _twice(ids)]
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
                fault = Message(en="a text gives another.", sv="en text anger ett annat.")
                fix = Message(
                    en="{provision} gives {bound}: make them readings of one provision.",
                    sv="{provision} anger {bound}: gör dem till läsningar av en bestämmelse.",
                    provision=other.id,
                    bound=getattr(other, key),
                )
                yield report.fault(table_of(each), key, fault, value=str(bound), fix=fix)


def check_sources(provisions: Iterable[Provision], known: Known, *, file: str) -> list[Fault]:
    """Return the provisions without a source, and the citations that lead nowhere.

    Without a source a provision would be taken for reported; with one that leads nowhere, for
    stated. County files are refused when they are read; this is for provisions from code.
    """
    report = Reporter(file, known)
    return [
        fault
        for each in provisions
        for one in (each, *(reading.value for reading in each.readings))
        for fault in _check_source(one, report)
    ]


def _check_source(provision: Provision, report: Reporter) -> Iterator[Fault]:
    table = table_of(provision)
    if not provision.citations and not provision.reported:
        fix = Message(
            en="Give the place in the text, or `reported` with an address.",
            sv="Ange var texten säger det, eller `reported` med en adress.",
        )
        yield report.fault(table, "passage", IS_MISSING, fix=fix)
    yield from report.check_citations(table, provision.citations)


def check_provisions(provisions: Iterable[Provision], known: Known, *, file: str) -> list[Fault]:
    """Return the faults of provisions among each other and against the names known."""
    report = Reporter(file, known)
    given = tuple(provisions)
    faults = [report.fault(name, "", _ID_TWICE, value=repr(name)) for name in _twice([p.id for p in given])]
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
    readings, table = provision.readings, table_of(provision)
    if len(readings) == 1:
        yield report.fault(table, "reading", ONE_READING, fix=TWO_READINGS_OR_NONE)
    for name in _twice(each.name for each in readings):
        fault = Message(en="the name is given twice.", sv="namnet anges två gånger.")
        yield report.fault(table, "reading", fault, value=repr(name))
    for each in readings:
        if type(each.value) is not type(provision) or each.value.readings:
            fix = Message(
                en="Give the {kind} as it is under this reading, without readings.",
                sv="Ange {kind} så som texten lyder läst så, utan läsningar.",
                kind=kind_of(type(provision)),
            )
            fault = Message(en="is of another kind.", sv="är av ett annat slag.")
            yield report.fault(table, f"reading.{each.name}", fault, fix=fix)


def _check_one(provision: Provision, ids: frozenset[str], report: Reporter) -> Iterator[Fault]:
    table, known = table_of(provision), report.known
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
    for limit in provision.stated_ages():
        if limit.fact and limit.fact not in report.facts_of(FactType.TRUTH):
            yield report.unknown(table, "age", limit.fact, FactType.TRUTH.value, report.facts_of(FactType.TRUTH))
    for key, facts in provision.named_facts().items():
        kind = provision.FACTS[key]
        for fact in facts:
            if fact not in report.facts_of(kind):
                yield report.unknown(table, key, fact, kind.value, report.facts_of(kind))


def _twice(names: Iterable[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]


_ID_TWICE = Message(en="the id is given twice.", sv="id:t anges två gånger.")
