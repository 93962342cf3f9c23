"""Comparison of two answers to one question, with the reason."""

import enum
from collections.abc import Mapping, Sequence

import attrs

from psykavtal.agreements.comparison.comparable import Values, comparable
from psykavtal.model.answers import (
    Ambiguous,
    Answer,
    NotApplicable,
    NotRecorded,
    Outcome,
    Reported,
    Silent,
    Unreadable,
)
from psykavtal.model.provisions import Provision
from psykavtal.model.wording import Wording


class Result(enum.Enum):
    """The result of comparing answers. "Same" applies to structured values only, never to wordings."""

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

    @property
    def short(self) -> Wording:
        """For people, in one or two words."""
        return _SHORT[self]


_LABELS = {
    Result.SAME: Wording(sv="lika", en="same"),
    Result.DIFFERS: Wording(sv="skiljer sig", en="differs"),
    Result.DEPENDS: Wording(sv="beror på läsningen", en="depends on the reading"),
    Result.NOT_COMPARABLE: Wording(sv="går inte att jämföra", en="not comparable"),
    Result.SILENT: Wording(sv="tyst hos någon", en="silent for some"),
    Result.NOT_RECORDED: Wording(sv="ej redovisat hos någon", en="not recorded for some"),
}

_SHORT = {
    Result.SAME: Wording(sv="lika", en="same"),
    Result.DIFFERS: Wording(sv="olika", en="differs"),
    Result.DEPENDS: Wording(sv="beror på läsn.", en="by reading"),
    Result.NOT_COMPARABLE: Wording(sv="ej jämförbart", en="not comparable"),
    Result.SILENT: Wording(sv="någon tyst", en="some silent"),
    Result.NOT_RECORDED: Wording(sv="ej redovisat", en="not recorded"),
}

# The order in which the results of several pairs take precedence.
_ORDER = (
    Result.DIFFERS,
    Result.DEPENDS,
    Result.NOT_COMPARABLE,
    Result.SILENT,
    Result.NOT_RECORDED,
    Result.SAME,
)


@attrs.frozen(kw_only=True)
class Verdict:
    """The result of a comparison, explained.

    Attributes:
        result: the result.
        why: the reason, for people.
        between: names of those compared.
    """

    result: Result
    why: Wording
    between: tuple[str, ...]


def compare_two(
    topic: str,
    names: tuple[str, str],
    answers: tuple[Answer[tuple[Provision, ...]], Answer[tuple[Provision, ...]]],
    *,
    one_county: bool = False,
) -> Verdict:
    """Compare the answers of two subjects on a topic.

    `one_county` states whether both belong to one county.
    """
    missing = _missing(names, answers)
    if missing:
        result, why = missing[0]
        return Verdict(result=result, why=why, between=names)
    values = [comparable(each, topic, one_county=one_county) for each in answers]
    if values[0] is None or values[1] is None:
        return Verdict(result=Result.NOT_COMPARABLE, why=_ONLY_WORDING, between=names)
    labels = [{each.name: each.label for each in _open_readings(answer)} for answer in answers]
    return _compare_values(names, values[0], values[1], labels)


def summarise(
    pairs: Sequence[Verdict], names: tuple[str, ...], answers: Sequence[Answer[tuple[Provision, ...]]]
) -> Verdict:
    """Return the verdict that takes precedence among the pairs.

    Its reason gives the result of each pair, or what prevents the comparison.
    """
    if len(pairs) == 1:
        return pairs[0]
    results = {each.result for each in pairs}
    result = next(each for each in _ORDER if each in results)
    comparable = [each for each in pairs if each.result in (Result.DIFFERS, Result.DEPENDS, Result.SAME)]
    if len(results) == 1 and len({each.why for each in pairs}) == 1:
        why = pairs[0].why
    elif comparable:
        why = _joined(
            [
                Wording(
                    sv=f"{'–'.join(each.between)}: {each.why.sv}", en=f"{'–'.join(each.between)}: {each.why.to('en')}"
                )
                for each in comparable
            ]
        )
    else:
        wordings = dict.fromkeys(each.why for each in pairs if each.why in (_ONLY_WORDING, _WORDING_REMAINS))
        why = _joined([*(missing for _, missing in _missing(names, answers)), *wordings])
    return Verdict(result=result, why=why, between=names)


def _missing(names: Sequence[str], answers: Sequence[Answer[tuple[Provision, ...]]]) -> list[tuple[Result, Wording]]:
    """Who gives nothing to compare, and why, each once."""
    missing: list[tuple[Result, Wording]] = []
    for result, classes, sv, en in _MISSING:
        who = [name for name, each in zip(names, answers, strict=True) if isinstance(each, classes)]
        if who:
            missing.append((result, Wording(sv=f"{_listed(who, 'och')}: {sv}", en=f"{_listed(who, 'and')}: {en}")))
    return missing


def _listed(names: Sequence[str], last: str) -> str:
    """Names as people list them.

    Examples:
        >>> _listed(["a", "b", "c"], "och")
        'a, b och c'
    """
    head = ", ".join(names[:-1])
    return f"{head} {last} {names[-1]}" if head else names[-1]


def _joined(lines: Sequence[Wording]) -> Wording:
    return Wording(sv="; ".join(each.sv for each in lines), en="; ".join(each.to("en") for each in lines))


def _compare_values(
    names: tuple[str, str], first: Values, second: Values, labels: Sequence[Mapping[str, Wording]]
) -> Verdict:
    equal = [(one, other) for one in first for other in second if first[one].parts == second[other].parts]
    if not equal:
        return Verdict(result=Result.DIFFERS, why=_DIFFERENT, between=names)
    if not all(each.complete for each in (*first.values(), *second.values())):
        return Verdict(result=Result.NOT_COMPARABLE, why=_WORDING_REMAINS, between=names)
    if len(equal) == len(first) * len(second):
        return Verdict(result=Result.SAME, why=_EQUAL, between=names)
    chosen = tuple(dict.fromkeys(_readings(names, each, labels) for each in equal))
    return Verdict(
        result=Result.DEPENDS,
        why=Wording(
            sv=f"lika om {' eller '.join(each.sv for each in chosen)}, annars olika",
            en=f"same if {' or '.join(each.to('en') for each in chosen)}, else different",
        ),
        between=names,
    )


def _open_readings(answer: Answer[tuple[Provision, ...]]) -> tuple[Outcome[tuple[Provision, ...]], ...]:
    return answer.readings if isinstance(answer, Ambiguous) and answer.chosen is None else ()


def _readings(names: tuple[str, str], readings: tuple[str, str], labels: Sequence[Mapping[str, Wording]]) -> Wording:
    named = [(name, own[reading]) for name, reading, own in zip(names, readings, labels, strict=True) if reading in own]
    return Wording(
        sv=" och ".join(f"{name} läses {label.sv}" for name, label in named),
        en=" and ".join(f"{name} is read {label.to('en')}" for name, label in named),
    )


_ONLY_WORDING = Wording(
    sv="bara ordalydelser att jämföra; läs dem bredvid varandra",
    en="only wordings to compare; read them side by side",
)
_WORDING_REMAINS = Wording(
    sv="det som har struktur är lika, men ordalydelser återstår att läsa",
    en="what has structure is the same, but wordings remain to be read",
)
_EQUAL = Wording(sv="lika", en="same")
_DIFFERENT = Wording(sv="olika", en="different")
_MISSING = (
    (
        Result.NOT_RECORDED,
        (NotRecorded, Unreadable),
        "ej redovisat",
        "not recorded",
    ),
    (
        Result.NOT_COMPARABLE,
        (Reported,),
        "bara uppgifter från annat håll",
        "only known from elsewhere",
    ),
    (
        Result.NOT_COMPARABLE,
        (NotApplicable,),
        "frågan uppkommer inte",
        "the question does not arise",
    ),
    (Result.SILENT, (Silent,), "tyst", "silent"),
)
