"""Check the statements from which the written periods of documents follow."""

from collections.abc import Iterable, Iterator

from psykavtal.errors import Message
from psykavtal.model.provisions import Dating, Provision
from psykavtal.plugins.county_toml.faults import Fault
from psykavtal.plugins.county_toml.known import table_of


def check_written_periods(provisions: Iterable[Provision], *, file: str) -> Iterator[Fault]:
    """Yield faults of datings that leave no possible day of writing for a document."""
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
                    table=table_of(dating),
                    key="latest",
                    value=str(dating.latest),
                    message=Message(
                        en="lies before the earliest of {other} ({earliest}).",
                        sv="ligger före det tidigaste i {other} ({earliest}).",
                        other=table_of(other),
                        earliest=other.earliest,
                    ),
                    fix=Message(
                        en="Correct one of them, or leave out the less certain one.",
                        sv="Rätta ett av dem, eller utelämna det mindre säkra.",
                    ),
                )
