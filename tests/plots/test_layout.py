"""Each text of each picture lies within the figure, and overlaps no other, at three sizes."""

from itertools import product

import pytest

from psykavtal import load_counties, plots
from tests.counties import AGREEMENT, COUNTY, DOCUMENT, MakeCounty
from tests.norrvik import plugin
from tests.output.languages import LANGUAGES
from tests.plots.pictures import PICTURES, SIZES, boxes, overlaps, picture_of
from tests.thorough import pairs, some

NORRVIK = {
    "silence map": lambda counties, **given: plots.silence_map(counties, on="2024-01-10", topics="all", **given),
    "responsibility": lambda counties, **given: plots.responsibility_matrix(counties, on="2024-01-10", **given),
    "ages": lambda counties, **given: plots.age_coverage(counties, on="2024-01-10", **given),
    "escalation": lambda counties, **given: plots.escalation(counties, on="2024-01-10", **given),
    "comparison": lambda counties, **given: plots.comparison(counties, on="2024-01-10", **given),
}
LONG = "Landstingsförbundssamverkansöverenskommelsekommittén"


def fits(picture):
    width, height = (72 * each for each in picture.figure.get_size_inches())
    found = boxes(picture)
    assert found
    assert [text for text, box in found if box.x0 < 0 or box.y0 < 0 or box.x1 > width or box.y1 > height] == []
    assert list(overlaps(found)) == []


FORMS = pairs(PICTURES, product(SIZES, LANGUAGES))


@pytest.mark.slow
@pytest.mark.parametrize(("name", "form"), FORMS, ids=str)
def test_it_fits(name, form):
    size, lang = form
    fits(picture_of(name, size, lang))


@pytest.mark.slow
@pytest.mark.parametrize(("name", "size"), pairs(NORRVIK, SIZES))
def test_norrvik_fits(name, size):
    fits(NORRVIK[name](load_counties([plugin], strict=True), size=size))


@pytest.mark.parametrize("size", SIZES)
def test_a_long_name_breaks_within_its_words(tmp_path, monkeypatch, size):
    county = (COUNTY + AGREEMENT).replace('names = ["Rådet"]', f'names = ["{LONG}"]')
    plugins = [MakeCounty(tmp_path, monkeypatch).whole(county, DOCUMENT)]
    counties = load_counties(plugins, strict=True)
    for draw in (plots.escalation, plots.comparison):
        fits(draw(counties, on="2025-01-01", size=size))


CODES = ("01", "03", "04", "05", "07", "08", "09", "10", "12", "13", "14", "17")


@pytest.mark.slow
@pytest.mark.parametrize("size", some(SIZES, 1))
def test_many_counties_fit(tmp_path, monkeypatch, size):
    make_county = MakeCounty(tmp_path, monkeypatch)
    plugins = []
    for code in CODES:
        name, towns = f"Påhittade län nummer {code}", (f"Alby {code}", f"Bergsund {code}")
        own = (
            COUNTY.replace('"varmland"', f'"lan-{code}"')
            .replace('"17"', f'"{code}"')
            .replace('"Värmland"', f'"{name}"')
        )
        own = own.replace("1780", f"{code}80").replace("1785", f"{code}85")
        own = own.replace("Karlstad", towns[0]).replace("Säffle", towns[1])
        plugins.append(make_county.whole(own + AGREEMENT))
    counties = load_counties(plugins, strict=True)
    assert len(counties) == len(CODES)
    for draw in (plots.silence_map, plots.age_coverage, plots.escalation, plots.comparison):
        picture = draw(counties, on="2025-01-01", size=size)
        fits(picture)
        shown = " ".join(each.get_text() for each in picture.axes.texts)
        assert all(f"nummer {code}" in shown or code in shown.split() for code in CODES)
        assert all(each.get_width() > 0 for each in picture.axes.patches)


LEAST_POINTS = {"print": 6.0, "phone": 7.0, "slides": 10.0}


@pytest.mark.slow
@pytest.mark.parametrize(("name", "form"), FORMS, ids=str)
def test_no_text_is_too_small(name, form):
    size, lang = form
    assert min(each.get_fontsize() for each in picture_of(name, size, lang).axes.texts) >= LEAST_POINTS[size]
