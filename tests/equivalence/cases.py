"""Questions about records, topics, editions, comparisons, routes, search and sources.

Samples, where a product of all arguments explodes (always the same):
- topics of counties are asked on every boundary day without readings, with each reading by its name, and with each
  event alone true or false (two events of one county also together), with and without reports; not with readings
  and events together, which editions are;
- documents that nobody has read are asked on two days; about each reading chosen for one group on six days;
- editions are asked on each day without readings; with readings on boundary days and on the first of each month.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import combinations, product

from .ask import Ask
from .outline import CountyOutline, Outline

FEW = tuple(
    date(*each) for each in ((2012, 6, 1), (2020, 6, 1), (2022, 6, 1), (2024, 6, 1), (2026, 1, 10), (2027, 6, 1))
)
TODAY = date(2026, 1, 10)
LAW_DAYS = tuple(
    date(*each) for each in ((2001, 12, 31), (2017, 3, 31), (2017, 4, 1), (2025, 6, 30), (2025, 7, 1), (2026, 11, 26))
)
EVERY_DAY = tuple(date(2009, 1, 1) + timedelta(days=each) for each in range((date(2031, 1, 1) - date(2009, 1, 1)).days))
VIEWS = (
    "parties",
    "adoption",
    "validity",
    "target_groups",
    "service_ages",
    "arenas",
    "linked_agreements",
    "follow_ups",
    "interim",
)
WORDS = (
    "SIP", "samordnad", "barn", "unga", "anhöriga", "missbruk", "beroende", "tvist", "oense", "oenighet", "region",
    "kommun", "LSS", "SoL", "HSL", "utskrivning", "arena", "samråd", "uppföljning", "kvartal", "år", "målgrupp", "psykisk",
    "delaktighet", "brukare", "samtycke", "tolkning", "revidering", "vård", "stöd",
)  # fmt: skip


def records(outline: Outline) -> Iterator[Ask]:
    """The outline, the vocabulary, and every provision and record in full."""
    yield Ask(part="records", op="vocabulary")
    for county in outline.counties.values():
        yield Ask(part="records", op="outline_of", args={"county": county.id})
        yield Ask(part="records", op="record", args={"county": county.id})
        for document in county.documents:
            yield Ask(part="records", op="content", args={"county": county.id, "document": document})


def event_choices(county: CountyOutline) -> Iterator[Mapping[str, bool]]:
    """Each event alone true or false, and every two together."""
    for event in county.events:
        yield from ({event: each} for each in (True, False))
    for pair in combinations(county.events, 2):
        yield from (dict(zip(pair, each, strict=True)) for each in product((True, False), repeat=2))


def _readings(county: CountyOutline) -> Iterator[Mapping[str, str]]:
    """Each reading chosen for its group; where groups are few, each combination of two groups."""
    for group, names in county.readings.items():
        yield from ({group: name} for name in names)
    for one, other in combinations(county.readings, 2):
        for first, second in product(county.readings[one], county.readings[other]):
            yield {one: first, other: second}


def topics(outline: Outline) -> Iterator[Ask]:
    """Each topic by county, by document and about the agreement."""
    for county in outline.counties.values():
        for topic in outline.topics:
            yield from _topic_of_county(outline, county, topic)
    for county in outline.counties.values():
        for document in county.documents:
            for topic in outline.topics:
                yield from _topic_of_document(outline, county, document, topic)


def _topic_of_county(outline: Outline, county: CountyOutline, topic: str) -> Iterator[Ask]:
    days = outline.days(county)

    def ask(days: tuple[date, ...] = days, **more: object) -> Ask:
        return Ask(part="topics", op="topic", args={"county": county.id, "topic": topic, **more}, days=days)

    for reports in (None, True):
        yield ask(reports=reports)
        for name in county.names:
            yield ask(readings=name, reports=reports)
        for facts in event_choices(county):
            yield ask(facts=facts, reports=reports)
        for agreement in county.agreements:
            yield ask(about=agreement, reports=reports)
    for chosen in _readings(county):
        yield ask(FEW if len(chosen) == 1 else (TODAY,), readings=chosen)


def _topic_of_document(outline: Outline, county: CountyOutline, document: str, topic: str) -> Iterator[Ask]:
    is_read = document in county.read
    args = {"county": county.id, "document": document, "topic": topic}
    days = outline.days(county) if is_read else (date(2018, 1, 1), TODAY)
    for reports in (None, True):
        yield Ask(part="topics", op="topic", args={**args, "reports": reports}, days=days)
    if is_read:
        for name in county.names:
            yield Ask(part="topics", op="topic", args={**args, "readings": name}, days=(TODAY,))
        for chosen in _readings(county):
            yield Ask(part="topics", op="topic", args={**args, "readings": chosen}, days=(TODAY,))


def views(outline: Outline) -> Iterator[Ask]:
    """The ready lists of each document, each theme, and search."""
    for county in outline.counties.values():
        for document in county.documents if len(county.documents) < 12 else county.read:
            args = {"county": county.id, "document": document}
            for view in VIEWS:
                yield Ask(part="views", op="view", args={**args, "view": view}, days=(TODAY,))
            for theme in outline.themes:
                yield Ask(part="views", op="theme", args={**args, "theme": theme}, days=(TODAY,))
        yield Ask(part="views", op="municipalities", args={"county": county.id})
        for word in WORDS:
            yield Ask(part="views", op="find", args={"county": county.id, "text": word})
        for topic in (*outline.topics, *outline.themes):
            yield Ask(part="views", op="find", args={"county": county.id, "topic": topic})
        for body in dict.fromkeys((*county.bodies, "municipality", "region", "joint", "each")):
            yield Ask(part="views", op="find", args={"county": county.id, "bearer": body})
        for code, name in county.municipalities.items():
            yield Ask(part="views", op="county_of", args={"municipality": code})
            yield Ask(part="views", op="county_of", args={"municipality": name})


def editions(outline: Outline) -> Iterator[Ask]:
    """The edition by day, with each event, reading and both together."""
    firsts = {each for each in EVERY_DAY if each.day == 1}
    for county in outline.counties.values():
        some = tuple(sorted({*outline.days(county, vocabulary=False), *firsts}))
        for reports in (None, True):
            for facts in (None, *event_choices(county)):
                args = {"county": county.id, "facts": facts, "reports": reports}
                yield Ask(part="editions", op="edition", args=args, days=EVERY_DAY)
                for readings in (*county.names, *_readings_of_editions(county)):
                    yield Ask(part="editions", op="edition", args={**args, "readings": readings}, days=some)
        for document in county.documents:
            yield Ask(part="editions", op="written_period", args={"county": county.id, "document": document})


def _readings_of_editions(county: CountyOutline) -> Iterator[Mapping[str, str]]:
    groups = {group: names for group, names in county.readings.items() if ".validity." in group}
    for group, names in groups.items():
        yield from ({group: name} for name in names)
    for chosen in product(*groups.values()) if len(groups) > 1 else ():
        yield dict(zip(groups, chosen, strict=True))


def comparisons(outline: Outline) -> Iterator[Ask]:
    """Counties with each other, and the documents that were read, question by question."""
    names = tuple(dict.fromkeys(name for each in outline.counties.values() for name in each.names))
    wholes = tuple(outline.counties)
    read = [(each.id, document) for each in outline.counties.values() for document in each.read]
    for topic in outline.topics:
        args = {"counties": wholes, "topic": topic}
        yield Ask(part="comparisons", op="compare", args=args, days=outline.all_days())
        for name in names:
            yield Ask(part="comparisons", op="compare", args={**args, "readings": name}, days=FEW)
        for pair in combinations(read, 2):
            yield Ask(part="comparisons", op="compare", args={"documents": pair, "topic": topic}, days=(TODAY,))
    yield Ask(part="comparisons", op="compare", args={"counties": wholes, "topic": "edition"}, days=outline.all_days())
    for chosen in ("", *outline.themes, "all"):
        yield Ask(part="comparisons", op="compared_topics", args={"topics": chosen}, days=(TODAY,))


def routes(outline: Outline) -> Iterator[Ask]:
    """The route and the next steps on each occasion, from each body, under each reading."""
    for county in outline.counties.values():
        for document in county.read:
            place = {"county": county.id, "document": document}
            yield Ask(part="routes", op="escalation", args=place)
            for occasion, start in product(county.occasions[document], (None, *county.bodies)):
                args = {**place, "occasion": occasion, "start": start}
                for readings in (None, *county.names, *(each for each in _readings(county) if len(each) == 1)):
                    yield Ask(part="routes", op="route", args={**args, "readings": readings}, days=(TODAY,))
                    yield Ask(part="routes", op="next_steps", args={**args, "readings": readings}, days=(TODAY,))


def sources(outline: Outline) -> Iterator[Ask]:
    """Coverage, digests of passages, and the check of all citations."""
    for county in outline.counties:
        for op in ("coverage", "lock", "locked", "check_sources"):
            yield Ask(part="sources", op=op, args={"county": county})
