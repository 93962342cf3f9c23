"""Check the content of a document: its provisions, silences and passages left out."""

from collections.abc import Collection, Iterator, Mapping

from psykavtal.errors import Message, safe_repr
from psykavtal.model.records import Content, Silence
from psykavtal.plugins.county_toml.checks import check_provisions
from psykavtal.plugins.county_toml.faults import Fault
from psykavtal.plugins.county_toml.known import Known, Reporter, table_of


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
        fault = Message(
            en="a provision of the document answers this topic.", sv="en bestämmelse i dokumentet svarar på frågan."
        )
        fix = Message(
            en="Remove the silence: {provision} answers the topic.",
            sv="Ta bort tystnaden: {provision} svarar på frågan.",
            provision=answering[silence.topic],
        )
        yield report.fault(table, "", fault, fix=fix)
    if silence.topic in unread:
        fault = Message(en="the topic is both silent and unread.", sv="frågan är både tyst och oläst.")
        fix = Message(
            en="Give one of them: the text is silent, or cannot be read.",
            sv="Ange ett av dem: texten är tyst, eller kan inte läsas.",
        )
        yield report.fault(table, "", fault, fix=fix)
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
            yield report.fault(table, "document", _is_not(content.document), value=safe_repr(document))
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
            yield report.fault(table_of(each), "document", _is_not(document.id), value=repr(each.document))
        if each.about not in subjects:
            fault = Message(en="is not what the document speaks of.", sv="är inget som dokumentet talar om.")
            fix = Message(
                en="Name it in the document's `speaks_of`: {named} so far.",
                sv="Nämn det i dokumentets `speaks_of`: hittills {named}.",
                named=", ".join(document.speaks_of[:_LISTED]) or Message(en="nothing", sv="inget"),
            )
            yield report.fault(table_of(each), "about", fault, value=repr(each.about), fix=fix)


def _is_not(document: str) -> Message:
    return Message(en="is not {document!r}.", sv="är inte {document!r}.", document=document)


_LISTED = 10
