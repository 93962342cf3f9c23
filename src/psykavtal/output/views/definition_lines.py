"""The definitions of facts by a text, as lines beside the facts."""

from collections.abc import Iterable, Iterator

from psykavtal.model.provisions import Definition, NameOf
from psykavtal.model.wording import Wording
from psykavtal.output.labels import joined, labelled, same
from psykavtal.output.report import Line, LineKind
from psykavtal.output.views.citation_text import citation_text, place_text

_DEFINED = Wording(sv="Textens definition av", en="Definition by the text of")
_BY = Wording(sv="enligt", en="by")


def definition_lines(
    definitions: Iterable[Definition], name_of: NameOf | None, *, within: str = "", level: int = 0
) -> Iterator[Line]:
    """Yield each definition with its citations.

    Args:
        definitions: the definitions.
        name_of: returns the name of a document by its id; None without names.
        within: id of the document that the reader knows to be cited, which is not named.
        level: the depth of the lines.
    """
    for each in definitions:
        yield Line(_text(each), level, LineKind.REMARK)
        for citation in each.citations:
            yield Line(citation_text(citation, name_of, within=within), level + 1, LineKind.CITATION)


def short_definition_lines(
    definitions: Iterable[Definition], name_of: NameOf | None, *, within: str = ""
) -> Iterator[Line]:
    """Yield each definition with the headings above it, in one line."""
    for each in definitions:
        places = dict.fromkeys(place_text(citation, name_of, within=within) for citation in each.citations)
        cited = (part for place in places for part in (same("; "), place))
        next(cited, None)
        yield Line(joined(_text(each), same(" ("), *cited, same(")")), kind=LineKind.REMARK)


def _text(definition: Definition) -> Wording:
    author = (same(" ("), _BY, same(f" {definition.whose})")) if definition.whose else ()
    return labelled(joined(_DEFINED, same(f" «{definition.term}»"), *author), definition.wording)
