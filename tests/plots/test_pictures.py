"""A picture shows what its table has, in one language; its alternative text states the same facts."""

import errno
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import matplotlib as mpl
import pytest
from matplotlib.figure import Figure

import psykavtal
from psykavtal import plots
from psykavtal.errors import ExportError, InvalidValueError, MissingPluginError, UnknownTriggerError
from psykavtal.model.answers import STATUSES
from psykavtal.model.provisions import Bearer
from psykavtal.plots.bearer_styles import BEARER_STYLES, LETTERS
from psykavtal.plots.status_styles import INK, PAPER, STATUS_STYLES
from psykavtal.plots.timeline_chart import TimelineRows
from tests.counties import AGREEMENT, COUNTY, MakeCounty
from tests.output.languages import LANGUAGES, OTHER
from tests.plots.pictures import DAY, PICTURES, people, picture_of, texts, words

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


@pytest.mark.parametrize("on", ["2013-11-01", "2016-12-31", "2020-02-07", "2021-08-01", "2024-06-01", "2026-11-25"])
def test_the_rows_of_a_timeline_have_the_verdict_of_each_day(counties, on):
    day = date.fromisoformat(on)
    for county in counties.members:
        verdict = county.in_force(on=on)
        may_apply = verdict.candidates or (() if verdict.document is None else (verdict.document,))
        timeline = county.timeline()
        rows = TimelineRows.of(timeline, "sv").rows
        found = {row.name: stretch.in_force.key for row in rows for stretch in row.stretches if day in stretch}
        names = {timeline.labels[each].sv: verdict.key for each in may_apply}
        assert found == (names or {"ingen redovisad upplaga gäller": "not-in-force"})


def test_the_table_is_the_data(counties):
    assert list(PICTURES["silence map"](counties).table) == psykavtal.silence_map(counties, on=DAY).to_records()
    matrix = psykavtal.responsibility_matrix(counties, on=DAY)
    assert list(plots.responsibility_matrix(matrix, lang="en").table) == matrix.to_records(lang="en")
    coverage = psykavtal.age_coverage(counties, on=DAY)
    assert list(plots.age_coverage(coverage).table) == coverage.to_records()
    routes = [each for each in psykavtal.escalations(counties, on=DAY).to_records() if each["occasion"] == "deviation"]
    assert list(plots.escalation(counties, on=DAY, occasion="deviation").table) == routes
    assert list(plots.comparison(counties, on=DAY).table) == psykavtal.compare(counties, on=DAY).records()
    timelines = [each.timeline() for each in counties.members]
    assert list(plots.timeline(timelines).table) == [row for each in timelines for row in each.to_records()]
    counted = people(counties)
    assert list(plots.coverage_of_people(counted).table) == counted.to_records()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", PICTURES)
def test_it_is_in_one_language(counties, name, lang):
    picture = picture_of(name, lang=lang)
    shown = re.sub(r"«[^»]*»", "", f"{words(picture)} {picture.alt_text}")
    things = (each for county in counties.members for every in county.holdings.names.values() for each in every)
    for each in sorted(things, key=len, reverse=True):
        shown = shown.replace(each, "")
    labels = [*STATUSES.values(), *(each.label for each in Bearer), *(each.label for each in counties.topics.values())]
    foreign = {each.to(OTHER[lang]) for each in labels} - {each.to(lang) for each in labels}
    assert [each for each in foreign if re.search(rf"(?<!\w){re.escape(each)}(?!\w)", shown)] == []


@pytest.mark.parametrize("name", PICTURES)
def test_no_id_is_shown(counties, name):
    picture = picture_of(name)
    shown = f"{words(picture)} {picture.alt_text} {picture.title}".split()
    things = [each for county in counties.members for each in county.holdings.names if "-" in each]
    ids = {*counties.topics, *(each for each in counties.facts if "-" in each), *STATUSES, *things}
    names = {
        part
        for county in counties.members
        for every in county.holdings.names.values()
        for each in every
        for part in each.split()
    }
    assert {each.strip("().,:;«»") for each in shown} & {
        each for each in ids if re.search("[-.]", each)
    } - names == set()


@pytest.mark.parametrize("kind", ["svg", "png"])
@pytest.mark.parametrize("name", ["silence map", "age coverage", "escalation"])
def test_the_same_picture_gives_the_same_bytes(counties, tmp_path, name, kind):
    first, second = (PICTURES[name](counties).save(tmp_path / f"{each}.{kind}").read_bytes() for each in "ab")
    assert first == second


@pytest.mark.parametrize("name", PICTURES)
def test_the_svg_has_text_as_text_and_is_described(tmp_path, name):
    picture = picture_of(name, lang="en")
    root = ET.fromstring(picture.save(tmp_path / "picture.svg").read_text("utf-8"))
    space = "{http://www.w3.org/2000/svg}"
    assert root.attrib["role"] == "img"
    assert root.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == "en"
    assert (root[0].tag, root[0].text) == (f"{space}title", picture.title)
    assert (root[1].tag, root[1].text) == (f"{space}desc", picture.alt_text)
    drawn = ["".join(each.itertext()) for each in root.iter(f"{space}text")]
    assert sorted(drawn) == sorted(each.get_text() for each in texts(picture))
    assert not [each for each in root.iter() if "date" in each.tag.lower()]


def test_several_pictures_can_be_in_one_page():
    drawn = [picture_of(name, size).to_svg() for name in ("silence map", "age coverage") for size in ("print", "phone")]
    found: dict[str, bytes] = {}
    for each in drawn:
        for element in ET.fromstring(each).iter():
            if "id" in element.attrib:
                text = b"".join(ET.tostring(element).split())
                assert found.setdefault(element.attrib["id"], text) == text


def test_a_page_shows_the_picture_in_the_size_of_a_narrow_screen():
    picture = picture_of("silence map")
    shown = picture._repr_html_()
    assert shown.count("<svg ") == 2
    assert picture.to_svg() in shown
    narrow = shown.partition('class="psykavtal-narrow">')[2].replace("-narrow", "")
    assert narrow.startswith(picture.resized("phone").to_svg())
    # Nothing that the narrow picture refers to is in the wide one, which is hidden with all that it defines.
    drawn = ET.fromstring(f"<div>{shown.partition('</style>')[2].removesuffix('</figure>')}</div>")
    ids = [{each.attrib["id"] for each in part.iter() if "id" in each.attrib} for part in drawn]
    used = [set(re.findall(r"(?:url\(#|\}href=.#)([^\"')]+)", ET.tostring(part).decode())) for part in drawn]
    assert ids[0].isdisjoint(ids[1])
    assert [own - known for own, known in zip(used, ids, strict=True)] == [set(), set()]
    assert all(used)
    assert "@media (max-width: 40em) { .psykavtal-wide { display: none } }" in shown


def test_a_picture_can_be_drawn_in_another_size(counties):
    again = picture_of("age coverage").resized("slides")
    assert again.to_svg() == picture_of("age coverage", "slides").to_svg()
    assert (again.table, again.alt_text) == (picture_of("age coverage").table, picture_of("age coverage").alt_text)
    given = plots.age_coverage(counties, on=DAY, ax=Figure(figsize=(14, 9)).subplots())
    with pytest.raises(InvalidValueError, match="given axes"):
        given.resized("slides")
    assert given._repr_html_().count("<svg ") == 1


def test_a_file_of_another_kind_is_refused(counties, tmp_path):
    with pytest.raises(InvalidValueError, match=r"no format 'jpg'.*\.svg"):
        PICTURES["silence map"](counties).save(tmp_path / "picture.jpg")
    assert not (tmp_path / "picture.jpg").exists()


def test_a_file_that_cannot_be_written_is_an_error_and_leaves_nothing(tmp_path, monkeypatch):
    older = tmp_path / "picture.svg"
    older.write_text("an older one", "utf-8")

    def full(path, _content):
        path.touch()
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(ExportError, match=r"picture\.svg: cannot be written: No space left"):
        picture_of("silence map").save(older)
    assert [each.read_text("utf-8") for each in tmp_path.iterdir()] == ["an older one"]


# --- Nothing to draw, and bad arguments ---


@pytest.fixture
def make_county(tmp_path, monkeypatch):
    return MakeCounty(tmp_path, monkeypatch)


@pytest.fixture
def bare(make_county):
    """A county whose agreement states only until when it applies."""
    document = 'document = "avtal-2024"\nsilent_on = ["sip.convener"]\n'
    return psykavtal.load_counties([make_county.whole(COUNTY + AGREEMENT, document)])


@pytest.mark.parametrize("draw", [plots.responsibility_matrix, plots.age_coverage, plots.escalation])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_picture_of_nothing_says_so(bare, draw, lang):
    with pytest.raises(InvalidValueError, match="nothing to draw for Värmland on 2025-01-01") as raised:
        draw(bare, on="2025-01-01", lang=lang)
    assert raised.value.to("sv").startswith("det finns inget att rita för Värmland 2025-01-01")


@pytest.mark.parametrize("draw", [plots.silence_map, plots.responsibility_matrix, plots.age_coverage, plots.escalation])
def test_a_day_before_every_edition_draws_nothing(counties, draw):
    with pytest.raises(InvalidValueError, match=r"nothing to draw for Jönköping on 2020-01-01\. No recorded edition"):
        draw([counties["jonkoping"]], on="2020-01-01")


def test_people_of_other_counties_draw_nothing(counties):
    import polars as pl

    frame = pl.DataFrame({"kommun": ["0180", None]})
    with pytest.raises(InvalidValueError, match="nothing to draw"):
        plots.coverage_of_people(counties, frame, columns={"municipality": "kommun"}, on=DAY)


@pytest.mark.parametrize("given", [[], 1, ["jamtland"], None])
def test_no_timeline_is_refused(given):
    with pytest.raises(InvalidValueError, match="timelines: this is not a timeline"):
        plots.timeline(given)


def test_a_timeline_without_a_date_draws_nothing(make_county):
    county = psykavtal.load_counties([make_county(COUNTY)], strict=True).members[0]
    with pytest.raises(InvalidValueError, match="no date is recorded for Värmland"):
        plots.timeline(county)


@pytest.mark.parametrize(
    ("given", "error", "message"),
    [
        ({}, InvalidValueError, "on: the day is missing"),
        ({"on": DAY, "lang": "fi"}, InvalidValueError, "unknown language 'fi'"),
        ({"on": DAY, "size": "poster"}, InvalidValueError, "unknown size 'poster'.*print, phone, slides"),
        ({"on": DAY, "occasion": "disagrement"}, UnknownTriggerError, "Did you mean 'disagreement'"),
    ],
)
def test_bad_arguments_are_refused(counties, given, error, message):
    with pytest.raises(error, match=message):
        plots.escalation(counties, **given)


def test_a_day_beside_an_overview_is_refused(counties):
    with pytest.raises(InvalidValueError, match="SilenceMap is of a day already"):
        plots.silence_map(psykavtal.silence_map(counties, on=DAY), on=DAY)


# --- Given axes, and no traces in matplotlib ---


def test_it_is_drawn_in_given_axes(counties):
    figure = Figure(figsize=(14, 9))
    left, right = figure.subplots(1, 2)
    picture = plots.silence_map(counties, on=DAY, ax=right)
    assert picture.axes is right
    assert picture.figure is figure
    assert not left.texts


def test_axes_that_are_too_small_are_refused(counties):
    ax = Figure(figsize=(2, 1)).subplots()
    with pytest.raises(InvalidValueError, match=r"ax: the axes are too small: .* inches are needed"):
        plots.silence_map(counties, on=DAY, ax=ax)


def test_the_settings_of_matplotlib_stay(counties, tmp_path):
    before = dict(mpl.rcParams)
    PICTURES["age coverage"](counties).save(tmp_path / "picture.svg")
    assert dict(mpl.rcParams) == before


def test_pyplot_is_never_imported():
    code = (
        "import sys, psykavtal; psykavtal.plots.silence_map(psykavtal.load_counties(), on='2026-01-10').to_svg()\n"
        "print('matplotlib.pyplot' in sys.modules, 'matplotlib' in sys.modules)"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["False", "True"]


def test_the_package_of_pictures_does_not_import_matplotlib():
    code = "import sys, psykavtal; psykavtal.plots.silence_map; print('matplotlib' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["False"]


def test_a_missing_library_is_named_with_its_command(counties, monkeypatch):
    for name in [each for each in sys.modules if each.split(".")[0] == "matplotlib"]:
        monkeypatch.delitem(sys.modules, name)
    for name in ("sheet", "marks", "text_fitting"):
        monkeypatch.delitem(sys.modules, f"psykavtal.plots.{name}", raising=False)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(MissingPluginError, match=r"plots: needs matplotlib, .* Install it: pip install matplotlib\."):
        plots.silence_map(counties, on=DAY)


def test_a_name_with_dollar_signs_is_no_formula(tmp_path, monkeypatch):
    county = (COUNTY + AGREEMENT).replace('names = ["Rådet"]', 'names = ["Rådet $x^2$ <b>"]')
    counties = psykavtal.load_counties([MakeCounty(tmp_path, monkeypatch).whole(county)], strict=True)
    picture = plots.escalation(counties, on="2025-01-01")
    assert "1. Rådet $x^2$ <b>" in [each.get_text() for each in texts(picture)]
    assert "Rådet $x^2$ &lt;b&gt;" in picture.to_svg()


# --- Signs beside colours ---


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_no_two_statuses_differ_by_colour_alone():
    signs = [(each.symbol, each.hatch, each.symbol_fill == each.fill) for each in STATUS_STYLES.values()]
    assert set(STATUS_STYLES) == set(STATUSES)
    assert len(set(signs)) == len(signs)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_bearer_has_a_letter_of_its_own(lang):
    letters = [LETTERS[each].to(lang) for each in BEARER_STYLES]
    assert len(set(letters)) == len(letters)


@pytest.mark.parametrize("style", [*STATUS_STYLES.values(), *BEARER_STYLES.values()])
def test_symbols_and_letters_have_contrast(style):
    if style.symbol or style in BEARER_STYLES.values():
        assert contrast(style.ink, style.fill) >= 4.5
    assert contrast(INK, PAPER) >= 7
