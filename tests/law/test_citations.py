"""Citations of law are read whole, or what was not read is returned."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psykavtal import load_counties
from psykavtal.errors import CitationError, InvalidValueError
from psykavtal.law import Pinpoint, parse
from psykavtal.model.provisions import LegalReference
from tests.thorough import FULL

CORPUS: dict[str, dict[str, list[str]]] = tomllib.loads(Path(__file__).with_name("citations.toml").read_text("utf-8"))
CITATIONS = {text: read for kind in CORPUS.values() for text, read in kind.items()}
REPEATED = (
    *("1 § HSL, ", "§ ", "1, ", "HSL ", "HSL, ", "HSL/", "16 kap. ", "1 § samma lag ", "första ", "st. 2 ", "_", "a-"),
    *("(", "9:9 ", "1-2 ", "och ", "xlagen ", "dnr.", "§§ 1", "1 a", "lag (2017:30) om ", "1-51,", "2017:30 "),
    *("SOU 2017:30, ", "kap. ", "t.o.m. ", "1", "å", "-", "FB ", "sol ", "i ", "gamla ", "1 § p 1 ", "1, 2 § p 1 "),
)


def printed(text: str) -> list[str]:
    """A citation as the corpus writes it."""
    try:
        read = parse(text)
    except CitationError:
        return []
    lines: list[str] = []
    for law in read.laws:
        names = " = ".join(each for each in (law.name, *law.also) if each)
        head = (f"[{law.version}]" if law.version else "", names, f"({law.number})" if law.number else "")
        places = "; ".join(map(str, law.pinpoints))
        lines.append(" ".join(filter(None, head)) + (f": {places}" if places else ""))
        lines += [f"stray: {each}" for each in law.stray]
    return [*lines, *(f"report: {each}" for each in read.reports), *(f"rest: {each}" for each in read.rest)]


@pytest.mark.parametrize("text", CITATIONS)
def test_a_citation_is_read_as_the_corpus_has_it(text):
    assert printed(text) == CITATIONS[text]


def test_every_citation_of_the_installed_counties_is_in_the_corpus():
    written = {
        each.as_written
        for county in load_counties().values()
        for each in county.find().provisions
        if isinstance(each, LegalReference)
    }
    assert written
    assert written <= CITATIONS.keys()


def test_a_text_without_citation_is_refused():
    with pytest.raises(CitationError, match="god vård"):
        parse("god vård")


@pytest.mark.parametrize("citation", [None, 16, b"HSL", ["HSL"]])
def test_what_is_not_text_is_refused(citation):
    with pytest.raises(InvalidValueError, match="citation: is not text"):
        parse(citation)


numbers = st.builds("{}{}".format, st.integers(1, 99), st.sampled_from(["", *(f" {each}" for each in "abcdefgh")]))
places = st.builds(Pinpoint, st.just("") | numbers, numbers)
forms = ["{at} SoL", "SoL ({at})", "SoL {at}", "enligt {at} SoL gäller", "SoL:s {at}", "{at} i SoL", "{at}\u00a0SOL"]


@given(places, st.sampled_from(forms))
def test_a_place_is_read_before_and_after_its_act(at, form):
    (law,) = parse(form.format(at=at)).laws
    assert law.pinpoints == (at,)
    assert Pinpoint.of(str(at)) == at


@given(st.lists(numbers, min_size=1, max_size=6, unique=True), st.sampled_from([", ", " och ", " samt ", ",", " & "]))
def test_no_section_of_a_list_is_lost(sections, separator):
    written = separator.join(sections)
    for form in ("{} §§ LSS", "LSS §§ {}", "§ {} i LSS"):
        (law,) = parse(form.format(written)).laws
        assert [each.section for each in law.pinpoints] == sections


pieces = st.sampled_from(
    [
        "16",
        "kap.",
        "3",
        "§",
        "§§",
        "8",
        "a",
        "b",
        ",",
        "och",
        "samt",
        "-",
        "–",
        "9:9",
        "9.1",
        "SoL",
        "HSL",
        "LSS:s",
        "socialtjänstlagen",
        "(",
        ")",
        "2017:30",
        "första",
        "stycket",
        "st.",
        "p.",
        "punkt",
        "1",
        "i",
        "samma",
        "lag",
        "kapitel",
        "gamla",
        "lagen",
        "artikel",
        "inte",
        "f.",
        "ff.",
        "18",
        "år",
        "dnr",
        "till",
        "/",
        ";",
        "xlagen",
        "FB",
        "sol",
        "mom.",
        "II",
        "o",
        "t.o.m.",
        "SOU",
        "2020:47",
        "paragrafen",
        "99999",
        "2001",
        ":453",
        "s.",
        "5",
    ]
)


@given(st.lists(pieces, max_size=14).map(" ".join) | st.lists(pieces, max_size=9).map("".join) | st.text())
def test_every_text_is_read_or_refused(text):
    try:
        read = parse(text)
    except CitationError:
        return
    assert all(each.strip() for each in read.rest)


def steps(text: str) -> int:
    """The calls of Python functions that reading a text takes."""
    count = 0

    def profile(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(profile)
    try:
        parse(text)
    except CitationError:
        pass
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.slow
@pytest.mark.parametrize("piece", REPEATED)
def test_a_text_of_twice_the_length_takes_at_most_about_twice_the_steps(piece):
    parse("HSL")  # the grammar is made once
    short, long = (
        steps((piece * (length // len(piece)))[:length]) for length in ((2000, 4000) if FULL else (600, 1200))
    )
    assert long < 2.2 * short + 1000


def test_the_parser_is_imported_only_when_a_citation_is_read():
    code = (
        "import sys, psykavtal.law as law; print('lark' in sys.modules); law.parse('HSL'); print('lark' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
