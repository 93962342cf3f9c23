"""An invented county whose provisions are single words, beside the installed counties."""

from collections.abc import Iterable
from datetime import date

from psykavtal import Citation, Counties, Wording
from psykavtal.model.citations import Section, Text
from psykavtal.model.documents import Document, DocumentType
from psykavtal.model.places import Place
from psykavtal.model.provisions import Statement
from psykavtal.model.records import Content, CountyRecord, CountySnapshot, Snapshot

COUNTY, DOCUMENT = "ordlista", "ordlista-2026"


def with_words(installed: Counties, wordings: Iterable[tuple[str, Wording]]) -> Counties:
    """Return the installed counties and one whose provisions have these wordings, by name."""
    text = Text(id="text", file="ord.txt", digest="sha256:00", sections=(Section(id="ord", heading="1"),))
    document = Document(id=DOCUMENT, names=("2026",), type=DocumentType.OTHER, read_on=date(2026, 1, 1), texts=(text,))
    cited = Citation(document=DOCUMENT, text="text", section="ord", start="1")
    provisions = tuple(
        Statement(
            id=f"{DOCUMENT}.statement.{name}",
            topic="ord.ord",
            document=DOCUMENT,
            about=DOCUMENT,
            wording=wording,
            citations=(cited,),
        )
        for name, wording in wordings
    )
    snapshot = installed.snapshot()
    county = CountySnapshot(
        record=CountyRecord(place=Place(id=COUNTY, code="99", name="99", region="99"), documents=(document,)),
        contents=(Content(document=DOCUMENT, provisions=provisions),),
    )
    return Counties.from_snapshot(
        Snapshot(counties=(*snapshot.counties, county), topics=snapshot.topics, facts=snapshot.facts)
    )
