"""How two answers to one question compare, and why."""

import enum
from collections.abc import Sequence

import attrs

from psykavtal.ask.comparable import Values, comparable
from psykavtal.model.answers import Answer, NotApplicable, NotRecorded, Reported, Silent, Unreadable
from psykavtal.model.provisions import Provision
from psykavtal.model.wording import Wording


class VerdictKind(enum.Enum):
    """How answers compare. "Same" is said of structured values only, never of two wordings."""

    SAME = "same"
    DIFFERS = "differs"
    DEPENDS = "depends-on-the-reading"
    NOT_COMPARABLE = "not-comparable"
    SILENT = "silent"
    NOT_RECORDED = "not-recorded"

    @property
    def label(self) -> Wording:
        """For people."""
        return _LABELS[self]


_LABELS = {
    VerdictKind.SAME: Wording(sv="lika", en="same"),
    VerdictKind.DIFFERS: Wording(sv="skiljer sig", en="differs"),
    VerdictKind.DEPENDS: Wording(sv="beror på läsningen", en="depends on the reading"),
    VerdictKind.NOT_COMPARABLE: Wording(sv="går inte att jämföra", en="not comparable"),
    VerdictKind.SILENT: Wording(sv="tyst", en="silent"),
    VerdictKind.NOT_RECORDED: Wording(sv="ej redovisat", en="not recorded"),
}

# What is the most telling of several pairs.
_ORDER = (
    VerdictKind.DIFFERS,
    VerdictKind.DEPENDS,
    VerdictKind.NOT_COMPARABLE,
    VerdictKind.SILENT,
    VerdictKind.NOT_RECORDED,
    VerdictKind.SAME,
)


@attrs.frozen(kw_only=True)
class Verdict:
    """How answers compare, explained.

    Attributes:
        kind: how.
        why: the reason, for people.
        between: names of those compared.
    """

    kind: VerdictKind
    why: Wording
    between: tuple[str, ...]


def compare_two(
    topic: str, names: tuple[str, str], answers: tuple[Answer[tuple[Provision, ...]], Answer[tuple[Provision, ...]]]
) -> Verdict:
    """How the answers of two compare on a topic."""
    first, second = answers
    for kind, classes, sv, en in _MISSING:
        missing = [name for name, each in zip(names, answers, strict=True) if isinstance(each, classes)]
        if missing:
            who = " och ".join(missing), " and ".join(missing)
            return Verdict(kind=kind, why=Wording(sv=f"{who[0]}: {sv}", en=f"{who[1]}: {en}"), between=names)
    values = comparable(first, topic), comparable(second, topic)
    if values[0] is None or values[1] is None:
        return Verdict(kind=VerdictKind.NOT_COMPARABLE, why=_ONLY_WORDING, between=names)
    return _compare_values(names, values[0], values[1])


def summarise(pairs: Sequence[Verdict], names: tuple[str, ...]) -> Verdict:
    """The most telling of the pairs' verdicts, with what each pair comes to."""
    kinds = {each.kind for each in pairs}
    kind = next(each for each in _ORDER if each in kinds)
    if len(pairs) == 1:
        return pairs[0]
    if len(kinds) == 1 and len({each.why for each in pairs}) == 1:
        return Verdict(kind=kind, why=pairs[0].why, between=names)
    telling = [each for each in pairs if each.kind in (VerdictKind.DIFFERS, VerdictKind.DEPENDS, VerdictKind.SAME)]
    lines = telling or list({each.why: each for each in pairs}.values())
    return Verdict(kind=kind, why=_lines(lines, telling=bool(telling)), between=names)


def _lines(pairs: Sequence[Verdict], *, telling: bool) -> Wording:
    if not telling:
        return Wording(sv="; ".join(each.why.sv for each in pairs), en="; ".join(each.why.to("en") for each in pairs))
    sv = "; ".join(f"{'–'.join(each.between)}: {each.why.sv}" for each in pairs)
    en = "; ".join(f"{'–'.join(each.between)}: {each.why.to('en')}" for each in pairs)
    return Wording(sv=sv, en=en)


def _compare_values(names: tuple[str, str], first: Values, second: Values) -> Verdict:
    equal = [(one, other) for one in first for other in second if first[one] == second[other]]
    every = len(first) * len(second)
    if len(equal) == every:
        return Verdict(kind=VerdictKind.SAME, why=Wording(sv="lika", en="same"), between=names)
    if not equal:
        return Verdict(kind=VerdictKind.DIFFERS, why=Wording(sv="olika", en="differ"), between=names)
    chosen = [_readings(names, each) for each in equal]
    return Verdict(
        kind=VerdictKind.DEPENDS,
        why=Wording(
            sv=f"lika om {' eller '.join(each.sv for each in chosen)}, annars olika",
            en=f"same if {' or '.join(each.to('en') for each in chosen)}, else different",
        ),
        between=names,
    )


def _readings(names: tuple[str, str], readings: tuple[str, str]) -> Wording:
    named = [(name, reading) for name, reading in zip(names, readings, strict=True) if reading]
    return Wording(
        sv=" och ".join(f"{name} läses «{reading}»" for name, reading in named),
        en=" and ".join(f"{name} is read \"{reading}\"" for name, reading in named),
    )


_ONLY_WORDING = Wording(
    sv="bara ordalydelser att jämföra; läs dem bredvid varandra", en="only wordings to compare; read them side by side"
)
_MISSING = (
    (VerdictKind.NOT_RECORDED, (NotRecorded, Unreadable), "ej redovisat", "not recorded"),
    (VerdictKind.NOT_COMPARABLE, (Reported,), "bara uppgifter från annat håll", "only known from elsewhere"),
    (VerdictKind.NOT_COMPARABLE, (NotApplicable,), "frågan uppkommer inte", "the question does not arise"),
    (VerdictKind.SILENT, (Silent,), "tyst", "silent"),
)
