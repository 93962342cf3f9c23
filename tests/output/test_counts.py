"""Counts in words: one thing is in the singular."""

import pytest

from psykavtal.output.labels import same
from psykavtal.output.text import text
from psykavtal.output.views.asked_short_lines import also
from psykavtal.output.views.asked_view import asked_report

UNCLEAR = {
    0: ("2 till (--full): ", "2 more (--full): "),
    1: ("2 till, varav 1 tvetydig (--full): ", "2 more, 1 of them ambiguous (--full): "),
    2: ("2 till, varav 2 tvetydiga (--full): ", "2 more, 2 of them ambiguous (--full): "),
}


@pytest.mark.parametrize("unclear", UNCLEAR)
def test_further_provisions_are_counted(counties, unclear):
    line = also(counties["jamtland"].find("SIP").provisions[:2], unclear)
    for lang, start in zip(("sv", "en"), UNCLEAR[unclear], strict=True):
        assert line.to(lang).startswith(start)


@pytest.mark.parametrize(("lang", "one"), [("sv", "<1 textställe till>"), ("en", "<1 more passage>")])
def test_further_passages_are_counted(counties, lang, one):
    asked = counties["jonkoping"].ask_in_words("vem ansvarar för samverkan", on="2026-01-10")
    assert one in text(asked_report(asked, same("SIP")), lang)
