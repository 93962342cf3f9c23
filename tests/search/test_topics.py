"""Topics by words, and the error for an unknown topic."""

import pytest

from psykavtal.agreements.search.topic_search import topics_by_words
from psykavtal.errors import UnknownTopicError

DAY = "2026-01-10"


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("vem kallar till SIP", "sip.convener"),
        ("Vem kallar till en SIP?", "sip.convener"),
        ("who calls the SIP", "sip.convener"),
        ("åldersgräns", "target-group.age"),
        ("age limit", "target-group.age"),
        ("samtycke", "sip.consent"),
        ("revideras", "validity.revision"),
    ],
)
def test_words_suggest_a_topic(counties, words, topic):
    assert topics_by_words(counties.topics, words).suggested[0].id == topic


def test_one_topic_with_all_the_words_is_clear_and_several_are_not(counties):
    assert topics_by_words(counties.topics, "åldersgräns").clear.id == "target-group.age"
    several = topics_by_words(counties.topics, "SIP")
    assert several.clear is None
    assert len(several.every) > 1
    assert topics_by_words(counties.topics, "xyzzy").suggested == ()


@pytest.mark.parametrize("name", ["sip.convenor", "kallar SIP", "x" * 5000, "🙂", "x " * 500, ""])
def test_an_unknown_topic_is_refused(counties, name):
    for ask in (counties["jamtland"].ask, counties["jamtland"].document("jamtland-2025", on=DAY).ask):
        with pytest.raises(UnknownTopicError):
            ask(name, on=DAY)


def test_an_unknown_topic_suggests_by_spelling_and_by_words(counties):
    with pytest.raises(UnknownTopicError, match=r"Did you mean 'sip\.convener'"):
        counties["jamtland"].ask("sip.convenor", on=DAY)
    with pytest.raises(UnknownTopicError, match=r"By words: sip\.convener"):
        counties["jamtland"].ask("vem kallar", on=DAY)
    with pytest.raises(UnknownTopicError, match=r"By words: target-group\.age"):
        counties["jamtland"].ask("age limit", on=DAY)
