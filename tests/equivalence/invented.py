"""An invented county: editions that no installed county has, so that their rules are recorded too.

Its agreements: "skifte" (each reading has another edition in force), "flera" (two or three editions in force, by reading),
"handelse" (each reading depends on another event), "kedja" (editions that replace each other, one by report). The
text is in the format of county files; the old recording used the format before, with the same ids.
"""

from collections.abc import Iterator
from datetime import date
from itertools import product

from .ask import Ask
from .outline import Outline

DAYS = tuple(date(year, month, 1) for year in range(2017, 2027) for month in (1, 6))
EVENTS = ("revision-need-raised", "varmland:beslut")
AGREEMENTS = ("skifte", "flera", "handelse", "kedja")

_HEAD = """\
[county]
id = "varmland"
code = "17"
name = "Värmland"
region = "Region Värmland"

[county.municipalities]
"1780" = "Karlstad"

[event."varmland:beslut"]
label = { sv = "Beslutet", en = "The decision" }
question = { sv = "Är beslutet fattat?", en = "Is the decision made?" }
"""
_WHY = 'why = { sv = "så", en = "so" }'
# Each edition: agreement, name, what its validity states, and the readings of it.
_EDITIONS: tuple[tuple[str, str, str, dict[str, str]], ...] = (
    ("skifte", "skifte-1", 'start = 2018-01-01\nuntil_further_notice = true\nfollows_by = "start-is-decision-day"', {}),
    ("skifte", "skifte-2", 'follows_by = "start-is-decision-day"\nuntil_further_notice = true', {"tidig": "start = 2020-01-01", "sen": "start = 2022-01-01"}),
    ("flera", "flera-1", "start = 2018-01-01\nend = 2023-12-31", {}),
    ("flera", "flera-2", "start = 2019-01-01\nend = 2024-12-31", {}),
    ("flera", "flera-3", "start = 2020-01-01", {"kort": "end = 2020-12-31", "lang": "end = 2022-12-31"}),
    ("handelse", "handelse-1", "start = 2018-01-01", {"behov": 'ends_when = "revision-need-raised"', "beslut": 'ends_when = "varmland:beslut"'}),
    ("kedja", "kedja-1", "start = 2018-01-01\nend = 2022-12-31", {}),
    ("kedja", "kedja-2", 'start = "2020-06"\nend = 2023-06-30\nordinary_end = 2022-06-30', {}),
    ("kedja", "kedja-3", "start = 2023-01-01\nuntil_further_notice = true", {}),
)  # fmt: skip
_REPLACES = (("skifte-2", "skifte-1"), ("kedja-2", "kedja-1"))
_REPORTED = frozenset({"kedja-3"})


def county_file() -> str:
    """The county as one file."""
    parts = [_HEAD, *(f'[agreement.{name}]\nnames = ["{name}"]\n' for name in AGREEMENTS)]
    for agreement, name, states, readings in _EDITIONS:
        parts.append(
            f'[document.{name}]\nnames = ["{name}"]\ntype = "agreement"\nedition_of = "{agreement}"\n'
            f"read_on = 2019-06-01\nchecked_until = 2019-06-01\n"
            f'[document.{name}.text.t]\nfile = "{name}.txt"\ndigest = "sha256:00"\n[document.{name}.text.t.sections]\ns = "S"\n'
        )
        source = (
            'reported = "https://example.org"'
            if name in _REPORTED
            else f'passage = "{name}/t/S: Avtalet gäller … tiden"'
        )
        parts.append(
            f'[validity.{name}]\nanswers = ["validity.start", "validity.end"]\nabout = "{name}"\n{source}\n'
            f'sv = "Gäller."\nen = "Applies."\n{states}\n'
        )
        parts += [f"[validity.{name}.reading.{reading}]\n{_WHY}\n{changed}\n" for reading, changed in readings.items()]
    for later, earlier in _REPLACES:
        parts.append(
            f'[document-relation.{later}]\nanswers = ["validity.revision"]\nabout = "{later}"\npassage = "{later}/t/S: Avtalet ersätter … förra"\n'
            f'relation = "replaces"\nto = "{earlier}"\nsv = "Ersätter."\nen = "Replaces."\n'
        )
    return "\n".join(parts)


def invented(outline: Outline) -> Iterator[Ask]:  # noqa: ARG001 (as the other parts)
    """The editions of each agreement by day, reading, event, and with reports."""
    readings = (None, *dict.fromkeys(name for *_, names in _EDITIONS for name in names))
    for agreement, reading, reports in product(AGREEMENTS, readings, (None, True)):
        for first, second in product((None, True, False), repeat=2):
            facts = {name: each for name, each in zip(EVENTS, (first, second), strict=True) if each is not None}
            args = {"agreement": agreement, "readings": reading, "reports": reports, "facts": facts or None}
            yield Ask(part="invented", op="invented_edition", args=args, days=DAYS)
    for topic in ("validity.start", "validity.end", "validity.revision"):
        for reading, reports in product(readings, (None, True)):
            args = {"topic": topic, "readings": reading, "reports": reports}
            yield Ask(part="invented", op="invented_topic", args=args, days=DAYS)
