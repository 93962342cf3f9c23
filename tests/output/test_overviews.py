"""Overviews as text: short, in one language, without a column for a county of which no edition applies."""

import re

import pytest

from psykavtal import age_coverage, escalations, load_counties, responsibility_matrix, silence_map
from psykavtal.model.answers import STATUSES
from psykavtal.model.provisions import Bearer
from tests.norrvik import plugin
from tests.output.languages import LANGUAGES, OTHER

DAY = "2026-01-10"
OVERVIEWS = (silence_map, responsibility_matrix, age_coverage, escalations)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("overview", OVERVIEWS)
def test_it_fits_on_a_screen(counties, overview, lang):
    text = overview(counties, on=DAY).explain(lang)
    assert text.count("\n") <= 40
    assert max(map(len, text.split("\n"))) <= 120


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("overview", OVERVIEWS)
def test_it_is_in_one_language(counties, overview, lang):
    text = re.sub(r"«[^»]*»", "", overview(counties, on=DAY).explain(lang))
    labels = [*STATUSES.values(), *(each.label for each in Bearer), *(each.label for each in counties.topics.values())]
    own = {each.to(lang) for each in labels}
    foreign = {each.to(OTHER[lang]) for each in labels} - own
    assert any(re.search(rf"(?<!\w){re.escape(each)}(?!\w)", text) for each in own)
    assert [each for each in foreign if re.search(rf"(?<!\w){re.escape(each)}(?!\w)", text)] == []


@pytest.mark.parametrize("overview", OVERVIEWS)
def test_every_county_is_named_with_its_verdict(counties, overview):
    found = overview(counties, on=DAY)
    text = " ".join(found.explain("sv").split())
    for name, verdict in zip(found.subjects, found.in_force, strict=True):
        assert f"{name}: {verdict.sentence.sv}" in text


def test_a_county_without_an_edition_has_one_line_and_no_column(counties):
    found = silence_map(counties, on="2024-06-01")
    assert found.without_edition == {"Jönköping", "Jämtland Härjedalen"}
    header = next(line for line in found.explain("sv").split("\n") if line.startswith("Fråga"))
    assert header.split() == ["Fråga", "Dalarna"]


def test_the_silence_map_of_norrvik():
    found = silence_map(load_counties([plugin], strict=True), on="2024-01-10", topics=["sip.convener", "sip.discharge"])
    assert found.explain("en") == (
        "What the texts state and are silent on 2024-01-10\n"
        "Norrvik: Ramöverenskommelse om samarbete kring barn, unga och vuxna 2023 applies on 2024-01-10.\n"
        "Norrvik: stated 1, silent 1\n"
        "\n"
        "Question                    Norrvik\n"
        "SIP: convener               stated\n"
        "SIP at discharge            silent\n"
        "\n"
        f'{found.omissions} further questions: topics="all", or a theme like topics="sip".\n'
    )


@pytest.mark.parametrize("overview", OVERVIEWS)
def test_it_displays_itself_in_a_notebook(counties, overview):
    assert overview(counties, on=DAY)._repr_html_().startswith('<section lang="sv"><p><strong>')
