"""Check the statements from which the written periods of documents follow."""

from collections.abc import Iterable, Iterator, Mapping

from psykavtal.errors import suggestion
from psykavtal.model.documents import Document
from psykavtal.model.provisions import Dating, Provision
from psykavtal.plugins.county_toml.faults import Fault


def check_dating(dating: Dating, documents: Mapping[str, Document], *, file: str) -> Iterator[Fault]:
    """The faults of one dating: its dates, and the document that it dates."""
    table = _table(dating)
    first, last = dating.earliest, dating.latest
    if first is None and last is None and not dating.readings:
        yield Fault(file=file, table=table, message="gives no date.", fix="Give `earliest`, `latest`, or both.")
    if first is not None and last is not None and last.latest < first.earliest:
        message = f"lies before the earliest ({first})."
        fix = "Give a later date, or leave one of the two out."
        yield Fault(file=file, table=table, key="latest", value=str(last), message=message, fix=fix)
    for key, bound in (("earliest", first), ("latest", last)):
        if bound is not None and bound.is_preliminary:
            fix = "Give a date that is certain; it may be wide, as a year."
            message = "is preliminary, and bounds nothing."
            yield Fault(file=file, table=table, key=key, value=str(bound), message=message, fix=fix)
    if dating.about not in documents:
        fix = suggestion(dating.about, documents, what="documents")
        message = "is not a document of the county."
        yield Fault(file=file, table=table, key="about", value=repr(dating.about), message=message, fix=fix)


def check_written_periods(provisions: Iterable[Provision], *, file: str) -> Iterator[Fault]:
    """The datings of one document that leave no day on which it can have been written."""
    found: dict[str, list[Dating]] = {}
    for each in provisions:
        if isinstance(each, Dating) and each.citations and not each.readings:
            found.setdefault(each.about, []).append(each)
    for datings in found.values():
        bounded = [(each.earliest.earliest, each) for each in datings if each.earliest is not None]
        if not bounded:
            continue
        first, other = max(bounded, key=lambda each: each[0])
        for dating in datings:
            if dating is not other and dating.latest is not None and dating.latest.latest < first:
                yield Fault(
                    file=file,
                    table=_table(dating),
                    key="latest",
                    value=str(dating.latest),
                    message=f"lies before the earliest of {_table(other)} ({other.earliest}).",
                    fix="Correct one of them, or leave out the less certain one.",
                )


def _table(dating: Dating) -> str:
    return dating.id.partition(".")[2] or dating.id
