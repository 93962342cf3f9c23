"""Silences, vocabularies and locks of wrong types disable their plugin or their document only."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from psykavtal import load_counties
from psykavtal.errors import PluginWarning, PsykavtalError
from psykavtal.model.citations import Citation
from psykavtal.model.conditions import FactIs
from psykavtal.model.records import Omission, OmissionReason, Silence
from psykavtal.model.remarks import Remark
from psykavtal.model.text_places import LockedPassage
from psykavtal.model.vocabulary import Fact, FactType, Topic
from psykavtal.model.wording import Wording
from tests.counties import Coded, a_county, a_document, some_things
from tests.plugins.hostile import AT, ON, check_others, is_disabled, load, made

if TYPE_CHECKING:
    from collections.abc import Callable

WRONG_UNSAID: dict[str, tuple[str, object]] = {
    "a silence with text for a day": (
        "psykavtal_silences",
        made(Silence, topic="sip.use", document="avtal", read_on="2026-01-01"),
    ),
    "a silence of another document": (
        "psykavtal_silences",
        Silence(topic="sip.use", document="annat", read_on=date(2026, 1, 1)),
    ),
    "a silence with text for a remark": (
        "psykavtal_silences",
        made(Silence, topic="sip.use", document="avtal", read_on=date(2026, 1, 1), remarks=("x",)),
    ),
    "a silence with text for the type of a remark": (
        "psykavtal_silences",
        made(
            Silence,
            topic="sip.use",
            document="avtal",
            read_on=date(2026, 1, 1),
            remarks=(made(Remark, name="x", type="copy", text=Wording(sv="x")),),
        ),
    ),
    "a passage left out of no document": (
        "psykavtal_omissions",
        Omission(
            name="x",
            document="avtal",
            at=(Citation(document="annat", text="t", section="s", start="A"),),
            reason=OmissionReason.HEADING,
        ),
    ),
    "a passage left out as text": (
        "psykavtal_omissions",
        made(Omission, name="x", document="avtal", at="x", reason="y"),
    ),
}


@pytest.mark.parametrize(("hook", "wrong"), WRONG_UNSAID.values(), ids=WRONG_UNSAID)
def test_what_is_not_said_is_checked_as_what_is(hook: str, wrong: object) -> None:
    hooks: dict[str, Callable[..., object]] = {hook: lambda document: (wrong,) if document.id == "avtal" else ()}
    counties = load(
        Coded(psykavtal_county=a_county, psykavtal_things=some_things, psykavtal_documents=a_document, **hooks)
    )
    with pytest.raises(PsykavtalError):
        counties["17"].document("avtal", on=ON).ask("sip.use")
    check_others(counties)


WRONG_VOCABULARY: dict[str, tuple[str, object]] = {
    "text for a label": ("psykavtal_topics", (made(Topic, id="x:y", label="x", question=Wording(sv="x")),)),
    "text for topics": ("psykavtal_topics", "sip.use"),
    "a fact whose type is text": ("psykavtal_facts", (made(Fact, id="x:y", type="event", label=Wording(sv="x")),)),
    "the core's topic": ("psykavtal_topics", (Topic(id="sip.use", label=Wording(sv="x"), question=Wording(sv="x")),)),
    "the core's fact": (
        "psykavtal_facts",
        (Fact(id="inpatient", type=FactType.TRUTH, label=Wording(sv="x"), question=Wording(sv="x")),),
    ),
    "another county's fact": (
        "psykavtal_facts",
        (
            Fact(
                id="dalarna:chefsnatverket-approved",
                type=FactType.EVENT,
                label=Wording(sv="x"),
                question=Wording(sv="x"),
            ),
        ),
    ),
    "a fact that begins as another county's": (
        "psykavtal_facts",
        (Fact(id="dalarna:new", type=FactType.EVENT, label=Wording(sv="x"), question=Wording(sv="x")),),
    ),
    "a topic on an unknown fact": (
        "psykavtal_topics",
        (Topic(id="x:y", label=Wording(sv="x"), question=Wording(sv="x"), when=FactIs(fact="no-such")),),
    ),
}


@pytest.mark.parametrize("name", ["aaa", "zzz"])
@pytest.mark.parametrize(("hook", "wrong"), WRONG_VOCABULARY.values(), ids=WRONG_VOCABULARY)
def test_a_wrong_vocabulary_disables_its_plugin_and_no_county(hook: str, wrong: object, name: str) -> None:
    hooks: dict[str, Callable[..., object]] = {hook: lambda: wrong}
    plugin = Coded(**hooks)
    plugin.package = name  # type: ignore[attr-defined] (by which plugins are put in order)
    assert [each.plugin for each in is_disabled(plugin)] == [name]


LOCKS: dict[str, object] = {
    "a list of texts": ["a"],
    "text": "x",
    "a table": {"avtal/t/s: A": "0"},
    "a number for a digest": (LockedPassage(passage="avtal/t/s: A", digest=5),),  # type: ignore[arg-type] (wrong)
    "a number for a key": (LockedPassage(passage=5, digest="x"),),  # type: ignore[arg-type] (as above)
}


@pytest.mark.parametrize("lock", LOCKS.values(), ids=LOCKS)
def test_a_lock_that_is_none_is_reported_and_locks_nothing(lock: object) -> None:
    plugin = Coded(
        psykavtal_county=a_county,
        psykavtal_things=some_things,
        psykavtal_documents=a_document,
        psykavtal_passages=lambda county: lock if county.code == "17" else (),
    )
    counties = load(plugin)
    with pytest.warns(PluginWarning, match="psykavtal_passages"):
        assert counties.registry.passages(counties["17"].holdings.record) == {}
    assert [each.plugin for each in counties.problems] == ["Coded"]
    check_others(counties)


def test_a_lock_given_by_code_may_have_no_places() -> None:
    locked = LockedPassage(passage=AT.key, digest="0")
    plugin = Coded(
        psykavtal_county=a_county,
        psykavtal_things=some_things,
        psykavtal_documents=a_document,
        psykavtal_passages=lambda county: (locked,) if county.code == "17" else (),
    )
    counties = load_counties([plugin], strict=True)
    assert counties.registry.passages(counties["17"].holdings.record) == {AT.key: locked}
