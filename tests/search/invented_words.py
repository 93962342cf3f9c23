"""An invented county whose provisions are single words, beside the installed counties."""

from collections.abc import Iterable
from datetime import date

import psykavtal_dalarna
import psykavtal_jamtland
import psykavtal_jonkoping

from psykavtal import Citation, Counties, Wording, load_counties
from psykavtal.model.citations import Section, Text
from psykavtal.model.documents import Document, DocumentType
from psykavtal.model.places import Place
from psykavtal.model.provisions import Statement
from psykavtal.model.vocabulary import Topic
from tests.counties import Coded

COUNTY, DOCUMENT, TOPIC = "ordlista", "ordlista-2026", "ordlista:ord"
INSTALLED = (psykavtal_dalarna.plugin, psykavtal_jamtland.plugin, psykavtal_jonkoping.plugin)


def with_words(wordings: Iterable[tuple[str, Wording]]) -> Counties:
    """Return the installed counties and one whose provisions have these wordings, by name."""
    text = Text(id="text", file="ord.txt", digest="sha256:00", sections=(Section(id="ord", heading="1"),))
    document = Document(id=DOCUMENT, names=("2026",), type=DocumentType.OTHER, read_on=date(2026, 1, 1), texts=(text,))
    cited = Citation(document=DOCUMENT, text="text", section="ord", start="1")
    provisions = tuple(
        Statement(
            id=f"{DOCUMENT}.statement.{name}",
            topic=TOPIC,
            document=DOCUMENT,
            about=DOCUMENT,
            wording=wording,
            citations=(cited,),
        )
        for name, wording in wordings
    )
    plugin = Coded(
        psykavtal_topics=lambda: (Topic(id=TOPIC, label=Wording(sv="1"), question=Wording(sv="1")),),
        psykavtal_county=lambda: Place(id=COUNTY, code="99", name="99", region="99"),
        psykavtal_documents=lambda county: (document,) if county.id == COUNTY else (),
        psykavtal_provisions=lambda document: provisions if document.id == DOCUMENT else (),
    )
    return load_counties([*INSTALLED, plugin], strict=True)
