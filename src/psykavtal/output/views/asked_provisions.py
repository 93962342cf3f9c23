"""Provisions and lines of an answer without repetitions."""

from collections.abc import Iterable, Iterator, Sequence

from psykavtal.agreements.search.found_provision import Found
from psykavtal.model.citations import Citation
from psykavtal.model.provisions import Provision
from psykavtal.model.remarks import Remark
from psykavtal.model.wording import Wording
from psykavtal.output.labels import labelled, listed
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


def without_repeated(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield lines, each citation once."""
    cited = set[Line]()
    for each in lines:
        if each.kind is LineKind.CITATION:
            if each in cited:
                continue
            cited.add(each)
        yield each


def with_value(wording: Wording, values: Sequence[Wording]) -> Wording:
    """Return a wording after the value of its provision, unless one contains the other."""
    parts = [each for each in values if each.sv not in wording.sv]
    if any(wording.sv in each.sv for each in parts):
        return listed(parts)
    return labelled(listed(parts), wording) if parts else wording
