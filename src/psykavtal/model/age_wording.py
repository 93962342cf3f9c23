"""Age limits and ranges of ages in words."""

from collections.abc import Iterable

from psykavtal.model.ages import AgeLimit, AgeRange
from psykavtal.model.readings import reading_label
from psykavtal.model.wording import Wording

_EVERY_AGE = Wording(sv="alla åldrar", en="all ages")
_NO_FIGURES = Wording(sv="ingen ålder i siffror", en="no age in figures")


def limit_text(limit: AgeLimit) -> Wording:
    """Return an age limit in words: the words of the text, and their possible meanings."""
    if not limit.readings:
        understood = _NO_FIGURES if limit.range is None else range_text(limit.range)
    else:
        labels: dict[Wording, list[Wording]] = {}
        for each in limit.readings:
            labels.setdefault(range_text(each.value), []).append(reading_label(each.why))
        read = ((ages, _either(reasons)) for ages, reasons in labels.items())
        understood = _either(
            Wording(sv=f"{ages.sv} (läst {label.sv})", en=f"{ages.to('en')} (read {label.to('en')})")
            for ages, label in read
        )
    return Wording(sv=f"«{limit.words}»: {understood.sv}", en=f"«{limit.words}»: {understood.to('en')}")


def limit_short(limit: AgeLimit) -> Wording:
    """Return an age limit in figures; with a question mark if it is ambiguous.

    Examples:
        >>> print(limit_short(AgeLimit(words="från 18 år", range=AgeRange(at_least=18))))
        18+
    """
    if limit.readings:
        ranges = list(dict.fromkeys(range_short(each.value) for each in limit.readings))
        return Wording(sv=" / ".join(each.sv for each in ranges), en=" / ".join(each.to("en") for each in ranges))
    return _NO_FIGURES if limit.range is None else range_short(limit.range)


def range_short(ages: AgeRange) -> Wording:
    """Return a range of ages in figures.

    Examples:
        >>> print(range_short(AgeRange(at_least=13, below=24)))
        13–23
    """
    if ages.is_unlimited:
        return _EVERY_AGE
    first = ages.at_least or 0
    text = f"{first}+" if ages.below is None else f"{first}–{ages.below - 1}"
    return Wording(sv=text, en=text)


def range_text(ages: AgeRange) -> Wording:
    """Return a range of ages in plain words.

    Examples:
        >>> print(range_text(AgeRange(at_least=18)))
        18 år och äldre
    """
    if ages.is_unlimited:
        return _EVERY_AGE
    if ages.below is None:
        return Wording(sv=f"{ages.at_least} år och äldre", en=f"{ages.at_least} years and older")
    first, last = ages.at_least or 0, ages.below - 1
    years = f"{first}–{last}" if first != last else str(first)
    return Wording(sv=f"{years} år", en=f"{years} years")


def _either(wordings: Iterable[Wording]) -> Wording:
    listed = list(wordings)
    return Wording(sv=" eller ".join(each.sv for each in listed), en=" or ".join(each.to("en") for each in listed))
