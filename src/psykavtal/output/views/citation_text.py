"""A citation as text: its document by name, its heading, its first and last words."""

from psykavtal.model.citations import Citation
from psykavtal.model.provisions import NameOf
from psykavtal.model.wording import Wording
from psykavtal.output.labels import BEFORE_HEADINGS


def citation_text(citation: Citation, name_of: NameOf | None, *, within: str = "") -> Wording:
    """Return a citation for people, without ids.

    Args:
        citation: the citation.
        name_of: returns the name of a document by its id; None without names.
        within: id of the document that the reader knows to be cited, which is not named.
    """
    fragment = f"{citation.start} … {citation.end}" if citation.end else citation.start
    place = place_text(citation, name_of, within=within)
    return Wording(sv=f"{place.sv}: {fragment}", en=f"{place.to('en')}: {fragment}")


def place_text(citation: Citation, name_of: NameOf | None, *, within: str = "") -> Wording:
    """Return the document and the heading of a citation; the arguments are those of `citation_text`."""

    def text(lang: str) -> str:
        place = f"«{citation.heading.rstrip(':')}»" if citation.heading else BEFORE_HEADINGS.to(lang)
        document = "" if name_of is None or citation.document == within else f"{name_of(citation.document, lang)}, "
        return f"{document}{place}"

    return Wording(sv=text("sv"), en=text("en"))
