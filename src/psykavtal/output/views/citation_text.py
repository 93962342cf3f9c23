"""A citation as text: its document by name, its heading, its first and last words."""

from psykavtal.model.citations import Citation
from psykavtal.model.provisions import NameOf
from psykavtal.model.wording import Wording
from psykavtal.output.labels import BEFORE_HEADINGS

_MOST_OF_HEADING = 50


def citation_text(citation: Citation, name_of: NameOf | None, *, within: str = "", short: bool = False) -> Wording:
    """Return a citation for people, without ids.

    Args:
        citation: the citation.
        name_of: returns the name of a document by its id; None without names.
        within: id of the document that the reader knows to be cited, which is not named.
        short: whether a long heading is cut.
    """
    fragment = f"{citation.start} … {citation.end}" if citation.end else citation.start
    place = place_text(citation, name_of, within=within, short=short)
    return Wording(sv=f"{place.sv}: {fragment}", en=f"{place.to('en')}: {fragment}")


def place_text(citation: Citation, name_of: NameOf | None, *, within: str = "", short: bool = False) -> Wording:
    """Return the document and the heading of a citation; the arguments are those of `citation_text`."""
    heading = citation.heading.rstrip(":")

    def text(lang: str) -> str:
        place = f"«{short_heading(heading) if short else heading}»" if heading else BEFORE_HEADINGS.to(lang)
        document = "" if name_of is None or citation.document == within else f"{name_of(citation.document, lang)}, "
        return f"{document}{place}"

    return Wording(sv=text("sv"), en=text("en"))


def short_heading(heading: str) -> str:
    """Return a heading, cut between words if it is long."""
    if len(heading) <= _MOST_OF_HEADING:
        return heading
    return heading[:_MOST_OF_HEADING].rpartition(" ")[0].rstrip(",;:–- ") + " …"
