"""The table of all provisions, and the tables of single kinds."""

from collections.abc import Callable, Iterable

from psykavtal.agreements.field_text import field_label
from psykavtal.agreements.tables.common_columns import INTEGER, TEXTS
from psykavtal.agreements.tables.county_rows import CountyRows
from psykavtal.agreements.tables.filled_columns import FilledColumn, filled, key
from psykavtal.agreements.tables.kind_columns import KindField, field_words, kind_columns, kinds_of, own_fields
from psykavtal.agreements.tables.over_readings import agreed, shown, versions
from psykavtal.agreements.tables.provision_columns import provision_columns
from psykavtal.agreements.tables.tabulation import Tabulation, by_county
from psykavtal.model.inference_rules import RULES
from psykavtal.model.provisions import KINDS, Provision, kind_of, reading_groups
from psykavtal.model.table_columns import CellValue, ColumnType
from psykavtal.model.wording import Wording

_KIND = Wording(sv="Slag", en="Kind")
_FURTHER = Wording(sv="Fler frågor", en="Further topics")
_ABOUT = Wording(sv="Gäller", en="About")
_DEFERS = Wording(sv="Lämnas till", en="Handed over to")
_RULE = Wording(sv="Följer av", en="Follows by")
_CONTRADICTED = Wording(sv="Sägs emot av", en="Contradicted by")


def provision_table() -> Tabulation:
    """Return the definition of the table of all provisions."""
    return by_county(
        "provisions",
        Wording(sv="Bestämmelser", en="Provisions"),
        Wording(
            sv="En rad för varje bestämmelse: det som ett textställe anger.",
            en="A row for each provision: what one passage states.",
        ),
        (*provision_columns(_content()), *_relations(), *_record()),
        lambda rows: rows.provisions,
    )


def kind_table(
    name: str,
    title: Wording | None = None,
    description: Wording | None = None,
    more: Iterable[FilledColumn[Provision]] = (),
) -> Tabulation:
    """Return the definition of a table of kinds, with the columns of their fields.

    Args:
        name: its name, as the kinds give it.
        title: its title; the plural of the first kind by default.
        description: its rows; the kinds by default.
        more: further columns.
    """
    kinds = kinds_of(name)
    sv, en = (", ".join(f"«{each.PLURAL.to(lang)}»" for each in kinds) for lang in ("sv", "en"))
    rows = Wording(sv=f"En rad för varje bestämmelse av slaget {sv}.", en=f"A row for each provision of the kind {en}.")
    return by_county(
        name,
        title or kinds[0].PLURAL,
        description or rows,
        provision_columns((*kind_columns(name), *more)),
        lambda rows: (each for each in rows.provisions if isinstance(each, kinds)),
    )


def _content() -> tuple[FilledColumn[Provision], ...]:
    return (
        filled(
            "value",
            Wording(sv="Värde", en="Value"),
            Wording(
                sv="Innehållet i några få ord, om slaget har struktur; ett frågetecken betyder att läsningarna skiljer sig.",
                en="The content in a few words, if the kind has structure; a question mark means that the readings differ.",
            ),
            _value,
            brief=True,
        ),
        filled(
            "details",
            Wording(sv="Uppgifter", en="Details"),
            Wording(
                sv="Slagets egna uppgifter, var och en med sin rubrik.",
                en="The fields of the kind, each with its label.",
            ),
            _details(),
            kind=TEXTS,
        ),
        filled(
            "kind",
            _KIND,
            Wording(sv="Bestämmelsens slag.", en="The kind of provision."),
            lambda rows, each: each.PLURAL.to(rows.lang),
        ),
        key("kind_id", _KIND, lambda _, each: kind_of(type(each))),
        filled(
            "further_topics",
            _FURTHER,
            Wording(sv="Andra frågor som den också svarar på.", en="Other topics that it answers, too."),
            lambda rows, each: rows.names(each.also),
            kind=TEXTS,
        ),
        key("further_topics_id", _FURTHER, lambda _, each: each.also, kind=TEXTS),
        filled(
            "verb",
            Wording(sv="Verb", en="Verb"),
            Wording(sv="Verbet som texten skriver det.", en="The verb as the text writes it."),
            lambda _, each: each.verb or None,
        ),
    )


def _value(rows: CountyRows, provision: Provision) -> CellValue:
    def of(one: Provision) -> str | None:
        return rows.text(one.short(one.topic, rows.name_of))

    found = shown(provision, of)
    unclear = bool(reading_groups(provision)) and not provision.readings
    return f"{found} ?" if found is not None and unclear else found


def _details() -> Callable[[CountyRows, Provision], CellValue]:
    """Return the function of the cell with the fields of a kind in words."""
    fields = {
        kind: [(each, field_label(each.name, kind)) for each in own_fields(kind) if not each.is_key]
        for kind in KINDS.values()
    }

    def cell(rows: CountyRows, provision: Provision) -> CellValue:
        found: list[str] = []
        for field, label in fields.get(type(provision), ()):
            text = _detail(rows, field, provision)
            if text is not None:
                found.append(f"{label.to(rows.lang)}: {text}")
        return tuple(found)

    return cell


def _detail(rows: CountyRows, field: KindField, provision: Provision) -> str | None:
    """Return the value of a field in words, under each reading, or None."""
    values = list(dict.fromkeys([getattr(each, field.name) for each in versions(provision)]))
    if all(each in (None, "", (), False) for each in values):
        return None
    words = [field_words(rows, field, each) for each in values]
    return words[0] if len(words) == 1 else f"{' / '.join(words)} ?"


def _relations() -> tuple[FilledColumn[Provision], ...]:
    return (
        filled(
            "about",
            _ABOUT,
            Wording(
                sv="Det som bestämmelsen handlar om: ett dokument eller överenskommelsen.",
                en="Its subject: a document or the agreement.",
            ),
            lambda rows, each: shown(each, lambda one: rows.name(one.about) if one.about else None),
        ),
        key("about_id", _ABOUT, lambda _, each: agreed(each, lambda one: one.about or None)),
        filled(
            "defers_to",
            _DEFERS,
            Wording(
                sv="Dokumenten eller organen som frågan lämnas till.",
                en="The documents or bodies that the matter is handed over to.",
            ),
            lambda rows, each: shown(each, lambda one: rows.names(one.defers_to)),
            kind=TEXTS,
        ),
        key("defers_to_id", _DEFERS, lambda _, each: agreed(each, lambda one: one.defers_to), kind=TEXTS),
        filled(
            "contradicted_by",
            _CONTRADICTED,
            Wording(sv="Bestämmelserna som säger emot den.", en="The provisions that contradict it."),
            lambda rows, each: tuple(
                rows.by_id[one].wording.to(rows.lang) for one in each.contradicted_by if one in rows.by_id
            ),
            kind=TEXTS,
        ),
        key("contradicted_by_id", _CONTRADICTED, lambda _, each: each.contradicted_by, kind=TEXTS),
        filled(
            "rule",
            _RULE,
            Wording(
                sv="Regeln som den följer av, om texten inte anger den.",
                en="The rule by which it follows, if the text does not state it.",
            ),
            lambda rows, each: None if each.follows_by is None else RULES[each.follows_by].label.to(rows.lang),
        ),
        key("rule_id", _RULE, lambda _, each: each.follows_by),
    )


def _further_passages(rows: CountyRows, provision: Provision) -> tuple[str, ...]:
    if len(provision.citations) < 2:  # noqa: PLR2004 (the one that gives the place)
        return ()
    first = rows.passage(provision)
    return tuple(rows.cited(each) for each in provision.citations if each is not first)


def _record() -> tuple[FilledColumn[Provision], ...]:
    return (
        filled(
            "further_passages",
            Wording(sv="Fler textställen", en="Further passages"),
            Wording(
                sv="De andra textställena, var och ett med sin rubrik.", en="The other passages, each with its heading."
            ),
            _further_passages,
            kind=TEXTS,
        ),
        filled(
            "order",
            Wording(sv="Ordning", en="Order"),
            Wording(sv="Nummer i dokumentets ordning.", en="The number in the order of the document."),
            lambda rows, each: rows.order.get(each.id),
            kind=INTEGER,
        ),
        filled(
            "read_on",
            Wording(sv="Läst", en="Read on"),
            Wording(sv="Dagen då textstället senast lästes.", en="The day on which the passage was last read."),
            lambda _, each: each.read_on,
            kind=ColumnType.DATE,
        ),
        key(
            "review_id",
            Wording(sv="Granskning", en="Review"),
            lambda _, each: each.review.value,
            description=Wording(
                sv="read-once, reread eller confirmed: hur noga textstället är läst.",
                en="read-once, reread or confirmed: how thoroughly the passage was read.",
            ),
        ),
    )
