"""The cells of provisions that have several readings: nothing is chosen among them."""

from collections.abc import Callable, Iterator

import attrs

from psykavtal.agreements.field_text import field_label, value_text
from psykavtal.agreements.tables.county_rows import CountyRows
from psykavtal.model.age_wording import range_text
from psykavtal.model.provisions import Provision
from psykavtal.model.table_columns import CellValue

# Fields that identify a provision or its reading, and are not its content.
_APART = frozenset(attrs.fields_dict(Provision)) - {"about", "verb", "modality", "when", "defers_to", "follows_by"}


def versions(provision: Provision) -> tuple[Provision, ...]:
    """Return a provision under each of its own readings; itself if it has none."""
    return tuple(each.value for each in provision.readings) or (provision,)


def shown(provision: Provision, cell: Callable[[Provision], CellValue]) -> CellValue:
    """Return a cell for people: all readings with a question mark if they differ."""
    if not provision.readings:
        return cell(provision)
    found = list(dict.fromkeys(cell(each) for each in versions(provision)))
    if len(found) == 1:
        return found[0]
    is_list = any(isinstance(each, tuple) for each in found)
    text = " / ".join(_text(each) for each in found) + " ?"
    return (text,) if is_list else text


def agreed(provision: Provision, cell: Callable[[Provision], CellValue]) -> CellValue:
    """Return a cell for programs: None if the readings differ."""
    if not provision.readings:
        return cell(provision)
    found = {cell(each) for each in versions(provision)}
    return found.pop() if len(found) == 1 else None


def _text(value: CellValue) -> str:
    if isinstance(value, tuple):
        return ", ".join(value) or "–"
    return "–" if value is None else str(value)


def reading_texts(rows: CountyRows, provision: Provision) -> tuple[str, ...]:
    """Return the reason of each reading of a provision, and the fields that differ."""
    if not provision.readings and not provision.stated_ages():
        return ()
    return (*_own_readings(rows, provision), *_age_readings(rows, provision))


def _own_readings(rows: CountyRows, provision: Provision) -> Iterator[str]:
    if not provision.readings:
        return
    names = [each.name for each in attrs.fields(type(provision)) if each.name not in _APART]
    found = versions(provision)
    differing = [name for name in names if len({getattr(each, name) for each in found}) > 1]
    for reading in provision.readings:
        fields = "; ".join(_labelled(rows, reading.value, name) for name in differing)
        reason = reading.why.to(rows.lang)
        yield f"{reason} → {fields}" if fields else reason


def _age_readings(rows: CountyRows, provision: Provision) -> Iterator[str]:
    for limit in provision.stated_ages():
        for each in limit.readings:
            yield f"{each.why.to(rows.lang)} → «{limit.words}»: {range_text(each.value).to(rows.lang)}"


def _labelled(rows: CountyRows, provision: Provision, name: str) -> str:
    """Return a field with its label and its value in words."""
    value = value_text(name, getattr(provision, name), rows.name_of)
    return f"{field_label(name, type(provision)).to(rows.lang)}: {value.to(rows.lang)}"
