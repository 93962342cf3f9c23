"""The objects that a site describes, each with its page and anchor."""

from collections.abc import Iterator, Mapping
from typing import TypedDict

import attrs

from psykavtal.errors import Message, UnknownNameError, near_name
from psykavtal.output.report import Target, TargetType


@attrs.frozen
class PageAnchor:
    """The place where a site describes an object.

    Attributes:
        docname: the page.
        anchor: the id of the element; empty for the page itself.
        title: the name of the object, for links without a text of their own.
    """

    docname: str
    anchor: str
    title: str


class DomainData(TypedDict):
    """The data of the domain that Sphinx keeps between builds.

    Attributes:
        objects: the place of each object.
        digests: the digest of the data that each page was made from, by page.
    """

    objects: dict[Target, PageAnchor]
    digests: dict[str, str]


def no_data() -> DomainData:
    """Return the data of a site without pages."""
    return {"objects": {}, "digests": {}}


def forget_page(data: DomainData, docname: str) -> None:
    """Remove the objects of a page."""
    for target in [target for target, place in data["objects"].items() if place.docname == docname]:
        del data["objects"][target]
    data["digests"].pop(docname, None)


def merge_pages(data: DomainData, docnames: set[str], other: DomainData) -> None:
    """Add the objects of pages that another process has read."""
    data["objects"].update({target: place for target, place in other["objects"].items() if place.docname in docnames})
    data["digests"].update({name: digest for name, digest in other["digests"].items() if name in docnames})


def find_target(objects: Mapping[Target, PageAnchor], type_name: str, name: str) -> Target:
    """Return the object of a name: "id" or "county/id".

    Raises:
        UnknownNameError: no object has the name, or several have.
    """
    county, _, own = name.rpartition("/")
    exact = Target(TargetType(type_name), own, county)
    if exact in objects:
        return exact
    same_type = [each for each in objects if each.type.value == type_name]
    found = [each for each in same_type if each.id == own and county in ("", each.county)]
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(f"{each.county}/{each.id}" for each in found)
        fault = Message(en="several counties have {name!r}.", sv="flera län har {name!r}.", name=name)
        raise UnknownNameError(
            fault, value=name, fix=Message(en="Use one of: {names}.", sv="Ange ett av: {names}.", names=names)
        )
    fault = Message(
        en="unknown {type} {name!r}.", sv="okänt objekt av typen {type}: {name!r}.", type=type_name, name=name
    )
    raise UnknownNameError(fault, value=name, fix=near_name(name, [each.id for each in same_type]))


def inventory(objects: Mapping[Target, PageAnchor]) -> Iterator[tuple[str, str, str, str, str, int]]:
    """Yield each object as Sphinx lists it, from its name to its priority."""
    counties: dict[tuple[TargetType, str], set[str]] = {}
    for each in objects:
        counties.setdefault((each.type, each.id), set()).add(each.county)
    for target, place in objects.items():
        is_unique = len(counties[target.type, target.id]) == 1
        name = target.id if is_unique else f"{target.county}/{target.id}"
        priority = _LATER if target.type is TargetType.PROVISION else _FIRST
        yield name, place.title, target.type.value, place.docname, place.anchor, priority


_FIRST, _LATER = 1, 2
