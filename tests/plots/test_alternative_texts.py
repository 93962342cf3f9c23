"""The alternative text of a picture states the facts of its table."""

import pytest

from tests.output.languages import LANGUAGES
from tests.plots.pictures import picture_of

# The columns of the table whose values the alternative text states.
FACTS = {
    "silence map": ("subject", "label", "status_label"),
    "responsibility matrix": ("subject", "label", "bearer_label"),
    "age coverage": ("subject", "name", "ages", "words"),
    "escalation": ("subject", "why", "body"),
    "comparison": ("subject", "label", "short"),
    "coverage of people": ("subject", "covered", "not_covered", "undecided"),
}


def plain(text):
    return " ".join(str(text).replace("»", "").replace("«", "").replace("∎", "").split())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", FACTS)
def test_the_alternative_text_states_what_the_table_has(name, lang):
    picture = picture_of(name, lang=lang)
    stated = plain(picture.alt_text)
    for record in picture.table:
        for column in FACTS[name]:
            for part in str(record[column]).rstrip(".").split("; "):
                assert plain(part.rstrip(".")) in stated, (column, part)


def test_each_cell_of_the_silence_map_is_stated_in_its_place():
    picture = picture_of("silence map")
    for record in picture.table:
        own = picture.alt_text.partition(f"{record['subject']} (")[2].partition(". ")[0]
        if record["status_label"] != "tyst":  # a matter that is handed over is silent, and says so
            assert f"{record['label']}: {record['status_label']}" in own


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_timeline_states_each_edition_with_its_verdict(counties, lang):
    picture = picture_of("timeline", lang=lang)
    for county in counties.members:
        timeline = county.timeline()
        own = picture.alt_text.partition(f"{county.name}: ")[2]
        for stretch in timeline.stretches:
            for edition in stretch.may_apply:
                row = own.partition(f"{timeline.labels[edition].to(lang)}: ")[2]
                assert stretch.in_force.label.to(lang) in row
        for gap in timeline.gaps:
            lengths = [each for each in gap.lengths if each.days and not gap.is_open]
            assert all(f"{each.first}–{each.last}, {each.days} " in picture.alt_text for each in lengths)
