"""Abbreviations and full names, of laws and of the things of the counties."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from psykavtal.agreements.search.word_forms import words_of
from psykavtal.plugins.object_cache import cached_tuple
from psykavtal.plugins.package_files import package_file

Words = tuple[str, ...]

_REGISTER = "register.toml"

# "Lag om vård av missbrukare" is cited as "vård av missbrukare" behind any form of "lag".
_MATTER = re.compile(r"lag(?:en)? (?:[\w ]+ )?om (.+)", re.IGNORECASE)


def abbreviations(names: Iterable[tuple[str, ...]], texts: Iterable[str]) -> Mapping[Words, frozenset[Words]]:
    """Return the other names of the same thing, by each name, in lower-case words.

    Args:
        names: names of one thing each.
        texts: texts that may give an abbreviation after its words: "Samordnad individuell plan (SIP)".

    Examples:
        >>> sorted(abbreviations([], ["Samordnad individuell plan (SIP)"])["sip",])
        [('samordnad', 'individuell', 'plan')]
    """
    found = defaultdict[Words, set[Words]](set)
    for group in (*_laws(), *_short_names(names), *filter(None, map(_explained, dict.fromkeys(texts)))):
        plain = {tuple(word.casefold() for word in words_of(each)) for each in group}
        for each in plain:
            found[each] |= plain - {each}
    return {each: frozenset(others) for each, others in found.items() if others}


def _laws() -> tuple[tuple[str, ...], ...]:
    """Return the names of each act, from a cache: the register takes long to read."""
    source = package_file("psykavtal.law", _REGISTER) or b""  # imports nothing of the package
    return cached_tuple("psykavtal.agreements.search", "acts", source, _acts, tuple)


def _acts(_: bytes) -> tuple[tuple[str, ...], ...]:
    """Return the names of each act of the register."""
    from psykavtal.law import register  # noqa: PLC0415 (only without a cache)
    from psykavtal.law.names import forms_of  # noqa: PLC0415 (as above)

    found = list[tuple[str, ...]]()
    for act in register().acts.values():
        matter = _MATTER.fullmatch(act.title)
        names = (act.short, act.english, matter and matter[1])
        found.append((*sorted(forms_of(act.title)), *act.popular, *(each for each in names if each)))
    return tuple(found)


def _short_names(names: Iterable[tuple[str, ...]]) -> Iterator[set[str]]:
    """Yield the names of each thing of which one is an abbreviation."""
    return (set(group) for group in names if len(group) > 1 and any(map(is_abbreviation, group)))


def _explained(text: str) -> set[str] | None:
    """Return an abbreviation at the end of a text and the words with its initials."""
    *before, last = words_of(text) or [""]
    count = len(last)
    if not is_abbreviation(last) or len(before) < count:
        return None
    full = before[-count:]
    if "".join(each[0] for each in full).casefold() != last.casefold():
        return None
    return {last, " ".join(full)}


def is_abbreviation(name: str) -> bool:
    """Return whether a name is an abbreviation, as "SIP"."""
    return name.isalpha() and sum(map(str.isupper, name)) > 1
