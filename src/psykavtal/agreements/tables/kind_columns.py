"""The columns of the fields of kinds of provisions, made from their classes."""

import enum
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, TypeAlias, cast, get_args, get_origin

import attrs

from psykavtal.agreements.field_text import field_label, value_text
from psykavtal.agreements.tables.county_rows import CountyRows
from psykavtal.agreements.tables.filled_columns import FilledColumn, filled, key
from psykavtal.agreements.tables.over_readings import agreed, shown
from psykavtal.errors import InvalidValueError, Message
from psykavtal.model.provisions import KINDS, Provision
from psykavtal.model.table_columns import CellValue, ColumnType, FieldColumn
from psykavtal.model.wording import Wording

TEXT, TEXTS = ColumnType.TEXT, ColumnType.TEXTS
_PLAIN: dict[object, ColumnType] = {bool: ColumnType.BOOLEAN, int: ColumnType.INTEGER, date: ColumnType.DATE}


@attrs.frozen
class KindField:
    """A field of a kind of provision.

    Attributes:
        kind: the kind.
        name: its name.
        type: the type of its value, or of its members if it is a list.
        is_list: whether it is a list.
    """

    kind: type[Provision]
    name: str
    type: object
    is_list: bool

    @property
    def has_ids(self) -> bool:
        """Return whether it names things, documents or facts, or is a member of an enum."""
        is_enum = isinstance(self.type, type) and issubclass(self.type, enum.Enum)
        return is_enum or self.name in self.kind.REFERENCES or self.name in self.kind.FACTS

    @property
    def is_key(self) -> bool:
        """Return whether it is an id that has no name for people."""
        return self.type is str and not self.has_ids and self.name not in self.kind.QUOTED


def own_fields(kind: type[Provision]) -> tuple[KindField, ...]:
    """Return the fields that a kind adds to those of every provision."""
    common = attrs.fields_dict(Provision)
    declared = attrs.fields(attrs.resolve_types(kind))
    return tuple(KindField(kind, each.name, *_shape(each.type)) for each in declared if each.name not in common)


def _shape(declared: object) -> tuple[object, bool]:
    """Return the type of a field; of a list, that of its members and true."""
    if get_origin(declared) is tuple:
        return get_args(declared)[0], True
    parts = [each for each in get_args(declared) if each is not type(None)]
    return (parts[0] if len(parts) == 1 else declared), False


def kinds_of(table: str) -> tuple[type[Provision], ...]:
    """Return the kinds that a table lists."""
    return tuple(each for each in KINDS.values() if table == each.TABLE)


def kind_columns(table: str, *, without: Iterable[str] = ()) -> tuple[FilledColumn[Provision], ...]:
    """Return the columns of the fields of all kinds that a table lists.

    Kinds share a column of one name. The cell of a provision whose kind has no such field is empty.

    Args:
        table: the name of the table.
        without: the fields that the table shows in another form.

    Raises:
        InvalidValueError: the fields of a shared column have different types.
    """
    apart = frozenset(without)
    shared: dict[str, dict[type[Provision], FilledColumn[Provision]]] = {}
    for kind in kinds_of(table):
        for field in own_fields(kind):
            for each in () if field.name in apart else _field_columns(field):
                shared.setdefault(each.column.name, {})[kind] = each
    return tuple(_joined(table, each) for each in shared.values())


def _joined(table: str, by_kind: Mapping[type[Provision], FilledColumn[Provision]]) -> FilledColumn[Provision]:
    """Return one column for the kinds that share its name."""
    column = next(iter(by_kind.values())).column
    for kind, each in by_kind.items():
        if each.column.type is not column.type:
            fault = Message(
                en="column {column!r} of table {table!r} has another type in another kind.",
                sv="kolumnen {column!r} i tabellen {table!r} har en annan typ i ett annat slag.",
                column=column.name,
                table=table,
            )
            fix = Message(en="Give it another name in `COLUMNS`.", sv="Ge den ett annat namn i `COLUMNS`.")
            raise InvalidValueError(fault, place=kind.__name__, fix=fix)
    empty: CellValue = () if column.type is TEXTS else None

    def cell(rows: CountyRows, provision: Provision) -> CellValue:
        own = by_kind.get(type(provision))
        return empty if own is None else own.cell(rows, provision)

    return FilledColumn(column, cell)


def _field_columns(field: KindField) -> Iterator[FilledColumn[Provision]]:
    """Yield the columns of one field: a value, or a name and an id."""
    label = _capital(field_label(field.name, field.kind))
    given = field.kind.COLUMNS.get(field.name) or FieldColumn(_description(field, label))
    name = given.name or field.name
    kind = TEXTS if field.is_list else _PLAIN.get(field.type, TEXT)
    if field.is_key:
        yield key(f"{name}_id", label, _over(field, _ids, agreed), kind=kind)
    elif field.has_ids:
        yield filled(name, label, given.description, _over(field, _names, shown), kind=kind, brief=not field.is_list)
        yield key(f"{name}_id", label, _over(field, _ids, agreed), kind=kind)
    else:
        whole = shown if kind in (TEXT, TEXTS) else agreed
        yield filled(name, label, given.description, _over(field, _value, whole), kind=kind)


_Cell: TypeAlias = Callable[[CountyRows, KindField, Any], CellValue]
_Whole: TypeAlias = Callable[[Provision, Callable[[Provision], CellValue]], CellValue]


def _over(field: KindField, cell: _Cell, whole: _Whole) -> Callable[[CountyRows, Provision], CellValue]:
    """Return the function of a cell that takes account of the readings of a provision."""

    def of_provision(rows: CountyRows, provision: Provision) -> CellValue:
        return whole(provision, lambda one: cell(rows, field, getattr(one, field.name)))

    return of_provision


def _ids(_: CountyRows, field: KindField, value: Any) -> CellValue:  # noqa: ANN401 (of any kind)
    if field.is_list:
        return tuple(_id(each) for each in value)
    return _id(value) if value else None


def _id(value: object) -> str:
    return str(value.value if isinstance(value, enum.Enum) else value)


def _names(rows: CountyRows, field: KindField, value: Any) -> CellValue:  # noqa: ANN401 (of any kind)
    if field.is_list:
        return tuple(_name(rows, each) for each in value)
    return _name(rows, value) if value else None


def _name(rows: CountyRows, value: object) -> str:
    if isinstance(value, str):
        return rows.name(value)
    label: Wording | None = getattr(value, "label", None)
    return _id(value) if label is None else label.to(rows.lang)


def _value(rows: CountyRows, field: KindField, value: Any) -> CellValue:  # noqa: ANN401 (of any kind)
    if field.is_list:
        return tuple(_words(rows, field, each) for each in value)
    if value is None or value == "":
        return None
    return cast("CellValue", value) if field.type in _PLAIN else _words(rows, field, value)


def _words(rows: CountyRows, field: KindField, value: object) -> str:
    return value if isinstance(value, str) else value_text(field.name, value, rows.name_of).to(rows.lang)


def field_words(rows: CountyRows, field: KindField, value: object) -> str:
    """Return the value of a field in words; a quotation in guillemets."""
    match value:
        case str() if value:
            return rows.name(value) if field.has_ids else f"«{value}»"
        case enum.Enum():
            return _name(rows, value)
        case tuple() if value:
            members = cast("tuple[object, ...]", value)
            return ", ".join(field_words(rows, field, each) for each in members)
        case _:
            return value_text(field.name, value, rows.name_of).to(rows.lang)


def _description(field: KindField, label: Wording) -> Wording:
    """Return the description of a field of which the class has only a label."""
    plural = field.kind.PLURAL
    return Wording(sv=f"{plural.sv}: {label.sv.lower()}.", en=f"{plural.to('en')}: {label.to('en').lower()}.")


def _capital(label: Wording) -> Wording:
    sv, en = label.sv, label.to("en")
    return Wording(sv=sv[:1].upper() + sv[1:], en=en[:1].upper() + en[1:])
