"""Fixes that name the known name most similar to an unknown one."""

from psykavtal.errors.messages import NO_MESSAGE, Message

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable

_NAMED = 30
_COMPARED = 1000
_LONGEST = 100
_NONE = Message(en="none", sv="inga")

# The kinds of names that `suggestion` lists, and their Swedish.
KINDS_OF_NAMES = {
    "bodies": "organ",
    "bearers": "ansvariga",
    "bodies here": "organ här",
    "checks": "kontroller",
    "columns": "kolumner",
    "counties": "län",
    "documents": "dokument",
    "documents and agreements": "dokument och överenskommelser",
    "facts": "uppgifter",
    "formats": "format",
    "headings": "rubriker",
    "hooks": "krokar",
    "ids": "id",
    "kinds": "slag",
    "kinds of relations": "slag av relationer",
    "matters": "saker",
    "modalities": "slag av bindning",
    "municipalities": "kommuner",
    "occasions": "tillfällen",
    "parts": "delar",
    "plugins": "insticksmoduler",
    "provisions with readings": "bestämmelser med läsningar",
    "readings": "läsningar",
    "rows": "rader",
    "schemas": "scheman",
    "sections": "avsnitt",
    "statuses": "statusar",
    "subjects": "ämnen",
    "tables": "tabeller",
    "texts": "texter",
    "topics": "frågor",
}


def nearest(value: str, known: "Iterable[str]") -> str | None:
    """Return the known name most similar to `value`, or None if none is similar.

    The work is bounded: a long `value` has no similar name; of thousands only some are compared.

    Examples:
        >>> nearest("exmpel", ["annat", "exempel"])
        'exempel'
        >>> nearest("xyz", ["exempel"]) is None
        True
    """
    from difflib import get_close_matches  # noqa: PLC0415 (only for an error)

    names = list(known) if len(value) <= _LONGEST else []
    if len(names) > _COMPARED:
        names = [each for each in names if each[:1] == value[:1]][:_COMPARED]
    found = get_close_matches(value, (each for each in names if len(each) <= _LONGEST), n=1, cutoff=0.6)
    return found[0] if found else None


def near_name(value: str, known: "Iterable[str]") -> Message:
    """Return a fix: a question for the nearest known name; empty if none is near.

    Examples:
        >>> near_name("exmpel", ["annat", "exempel"])
        "Did you mean 'exempel'?"
    """
    near = nearest(value, known)
    if near is None:
        return NO_MESSAGE
    return Message(en="Did you mean {near!r}?", sv="Menade du {near!r}?", near=near)


def one_of(names: "Iterable[str]") -> Message:
    """Return a fix: all possible values."""
    return Message(en="One of: {names}.", sv="Ett av: {names}.", names=", ".join(names))


def known_keys(names: "Iterable[str]") -> Message:
    """Return a fix: all keys that a table can have."""
    return Message(en="Known keys: {names}.", sv="Kända nycklar: {names}.", names=", ".join(names))


def suggestion(
    value: str, known: "Iterable[str]", *, kind: str, first: "Container[str]" = (), most: int = _NAMED
) -> Message:
    """Return a fix: the nearest known name, and the known names.

    Args:
        value: the unknown name.
        known: the known names.
        kind: the kind of names, one of `KINDS_OF_NAMES`.
        first: the names that are listed before others.
        most: the number of names listed; of further ones, only the number is given.

    Examples:
        >>> fix = suggestion("exmpel", ["annat", "exempel"], kind="counties")
        >>> fix
        "Did you mean 'exempel'? Known counties: annat, exempel."
        >>> fix.to("sv")
        "Menade du 'exempel'? Kända län: annat, exempel."
        >>> suggestion("", ["a", "b", "c"], kind="counties", first=("c",), most=2)
        'Known counties: c, a; 1 more.'
    """
    names = sorted(known, key=lambda each: (each not in first, each))
    left = len(names) - most
    near = near_name(value, names)
    return Message(
        en="{near}Known {kind}: {known}{more}.",
        sv="{near}Kända {kind}: {known}{more}.",
        near=Message(en="{near} ", sv="{near} ", near=near) if near else NO_MESSAGE,
        kind=Message.written(en=kind, sv=KINDS_OF_NAMES[kind]),
        known=", ".join(names[:most]) or _NONE,
        more=Message(en="; {left} more", sv="; {left} till", left=left) if left > 0 else NO_MESSAGE,
    )
