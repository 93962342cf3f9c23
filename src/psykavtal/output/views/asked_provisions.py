"""Provisions and lines of an answer without repetitions."""

from collections.abc import Iterable, Iterator

from psykavtal.agreements.search.found_provision import Found
from psykavtal.model.citations import Citation
from psykavtal.model.provisions import Provision
from psykavtal.model.remarks import Remark
from psykavtal.output.report import Line, LineKind


def each_passage_once(found: Iterable[Found]) -> tuple[Provision, ...]:
    """Return the provisions without those whose passages and remarks others have."""
    kept = list[Provision]()
    cited, remarks = set[Citation](), set[Remark]()
    for each in found:
        provision = each.provision
        if provision is None:
            continue
        is_new = not cited.issuperset(provision.citations) or not remarks.issuperset(provision.remarks)
        if is_new or provision.readings or not provision.citations:
            kept.append(provision)
            cited.update(provision.citations)
            remarks.update(provision.remarks)
    return tuple(kept)


def without_repeated(provisions: Iterable[Iterable[Line]]) -> Iterator[Line]:
    """Yield the lines of provisions; a citation is repeated only for one without another."""
    cited = set[Line]()
    for lines in provisions:
        own = list(lines)
        citations = [each for each in own if each.kind is LineKind.CITATION]
        kept = [each for each in citations if each not in cited] or citations[-1:]
        cited.update(citations)
        yield from (each for each in own if each.kind is not LineKind.CITATION or each in kept)
