"""How much of a text is accounted for, sentence by sentence."""

import hashlib
import html
import json
import re
from pathlib import Path

import attrs
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from psykavtal import load_counties
from psykavtal.cli.main import main
from psykavtal.model.citations import Citation, Section, Text
from psykavtal.output.text import text as plain_text
from psykavtal.output.views.coverage_view import CountyCoverage, coverage_report
from psykavtal.sources.coverage import cover
from psykavtal.sources.duplicates import duplicates_in
from psykavtal.sources.passages import SourceText
from psykavtal.sources.segments import SegmentType, segments_of

SECTIONS = (Section(id="mal", heading="Mål"), Section(id="ansvar", heading="Ansvar"))

# A text below the heading "Mål": kind and text of each of its units.
UNITS = {
    "sentences": ("Ett.\nTvå\ntre. Fyra?", ["sentence Ett.", "sentence Två tre.", "sentence Fyra"]),
    "bullets": ("• Ett\n• Två\n  tre\n- Fyra", ["bullet Ett", "bullet Två tre", "bullet Fyra"]),
    "numbers": ("1. Ett\n2. Två", ["bullet 1. Ett", "bullet 2. Två"]),
    "a bullet of two sentences": ("• Ett. Två", ["bullet Ett.", "bullet Två"]),
    "a line that ends with a colon": ("Kommunen ska:\nEtt två.", ["sentence Kommunen ska", "sentence Ett två."]),
    "a row": ("Ett två\ttre. Fyra", ["row Ett två tre. Fyra"]),
    "short forms": ("Enligt 5 kap. 7 § och bl.a. Två.", ["sentence Enligt 5 kap. 7 § och bl.a. Två."]),
    "a break within a sentence": ("Ett två\n\ntre fyra.", ["sentence Ett två tre fyra."]),
    "other bullets": (
        "● Ett\n▪ Två\no tre\na) Fyra\n(1) Fem",
        ["bullet Ett", "bullet Två o tre", "bullet a) Fyra", "bullet 1) Fem"],
    ),
    "further short forms": ("Se s.k. SIP och resp. Kommun.", ["sentence Se s.k. SIP och resp. Kommun."]),
    "a number at a line's start": ("inom\n3 dagar efter", ["sentence inom 3 dagar efter"]),
    "a footnote": ("Ett.\n1 Två tre", ["sentence Ett.", "sentence 1 Två tre"]),
    "a heading": ("Ett.\n\nAnsvar\nTvå.", ["sentence Ett.", "heading Ansvar", "sentence Två."]),
    "furniture": ("Ett\n12\ntvå.", ["sentence Ett två."]),
}


def source(body: str) -> SourceText:
    content = f"Mål\n\n{body}\n"
    digest = "sha256:" + hashlib.sha256(content.encode()).hexdigest()
    text = Text(id="t", file="t.txt", digest=digest, sections=SECTIONS, furniture=(r"\d+",))
    return SourceText(text, content)


def cite(start: str, end: str = "") -> Citation:
    return Citation(document="d", text="t", section="mal", start=start, end=end, after="")


@pytest.mark.parametrize("name", UNITS)
def test_a_text_is_parted_into(name):
    body, expected = UNITS[name]
    heading, *units = segments_of(source(body))
    assert heading.kind is SegmentType.HEADING
    assert [f"{each.kind.value} {each.text}" for each in units] == expected


words = st.lists(st.sampled_from(["ett", "Två", "tre.", "• fyra", "fem:", "\n", "\n\n", "a\tb", "12"]), max_size=40)


@given(words)
def test_every_word_is_in_one_unit(given_words):
    text = source(" ".join(given_words))
    covered = [word for unit in segments_of(text) for word in unit.words]
    assert covered == list(range(len(text.words.words)))


def test_what_is_cited_listed_and_open():
    text = source("Ett två tre. Fyra fem sex. Sju åtta nio. Tio elva tolv.")
    coverage = cover(
        text,
        "d",
        {cite("Ett två tre"): ["p"]},
        {cite("Fyra", "sex"): ["l"]},
        set_apart={cite("Tio elva tolv"): ["s"]},
    )
    assert [(each.account.value, each.by) for each in coverage.segments] == [
        ("set-apart", ()),
        ("cited", ("p",)),
        ("omission", ("l",)),
        ("open", ()),
        ("set-apart", ("s",)),
    ]
    assert [each.segment.text for each in coverage.missing] == ["Sju åtta nio."]
    assert coverage.by_provisions == pytest.approx(1 / 3)
    assert coverage.accounted == pytest.approx(2 / 3)


def test_a_citation_of_less_than_half_of_a_sentence_does_not_account_for_it():
    coverage = cover(source("Ett två tre fyra fem sex sju."), "d", {cite("Ett två tre"): ["p"]}, {})
    assert len(coverage.missing) == 1


def test_of_two_copies_the_same_is_counted_once():
    first = source("Kommunen ansvarar för boendestöd. Regionen ansvarar för behandling av sjukdom.")
    second = source("Kommunen ansvarar f6r boendestod. Brukarradet deltar i uppf6ljningen varje halvår.")
    twins = duplicates_in(segments_of(second), [first])
    assert [each.text for each in twins if each.kind is not SegmentType.HEADING] == [
        "Kommunen ansvarar f6r boendestod."
    ]


@pytest.mark.parametrize(
    "other", ["Regionen ansvarar inte för boende i länet.", "Kommunen ansvarar för boende i länet."]
)
def test_what_says_the_opposite_is_no_twin(other):
    first = source("Regionen ansvarar för boende i länet.")
    sentences = [each for each in segments_of(source(other)) if each.kind is SegmentType.SENTENCE]
    assert duplicates_in(sentences, [first]) == set()


def test_what_stands_before_the_first_heading_is_told_too():
    text = Text(id="t", file="t.txt", digest="", sections=(Section(id="mal", heading="Mål"),))
    coverage = cover(SourceText(text, "Ingress saknas.\n\nMål\n\nEtt två."), "d", {}, {})
    assert [unit.segment.text for part in coverage.sections() for unit in part.missing] == [
        "Ingress saknas.",
        "Ett två.",
    ]


def test_columns_that_were_read_across_are_still_the_same():
    first = source("• Samordna stöd i boendet\n• Erbjuda meningsfull sysselsättning\n• Bedöma behov av behandling")
    second = source("• Samordna stöd i\n• Bedöma behov boendet\n• Erbjuda av behandling meningsfull sysselsättning")
    bullets = [each for each in segments_of(second) if each.kind is SegmentType.BULLET]
    assert duplicates_in(bullets, [first]) == set(bullets)


@pytest.fixture
def run(sources: Path):
    def _run(*arguments: str):
        return CliRunner().invoke(main, ["sources", "coverage", str(sources), *arguments], catch_exceptions=False)

    return _run


@pytest.mark.parametrize("county", ["jamtland", "jonkoping", "dalarna"])
def test_everything_that_the_documents_say_is_accounted_for(run, county):
    result = run("--county", county, "--at-least", "90")
    assert result.exit_code == 0, result.output


def test_what_is_not_enough_ends_with_an_error(run):
    result = run("--at-least", "100")
    assert result.exit_code == 1
    assert "Inte nog redovisat" in result.output


def test_another_file_than_the_one_that_was_read_is_refused(sources, tmp_path):
    for file in sources.glob("*.txt"):
        (tmp_path / file.name).write_bytes(b"" if file.name.startswith("jonkoping") else file.read_bytes())
    result = CliRunner().invoke(main, ["sources", "coverage", str(tmp_path), "--lang", "en"])
    assert result.exit_code == 1
    assert "jonkoping-2025.txt" in result.output
    assert "digest" in result.output


def test_json_holds_every_unit(run):
    (text,) = json.loads(run("--county", "dalarna", "--format", "json").output)
    counted = [each for each in text["units"] if each["account"] not in {"set-apart", "twin"}]
    assert text["counted"] == len(counted)
    assert text["by_provisions"] == sum(each["account"] == "cited" for each in counted) / len(counted)
    assert all(each["by"] for each in counted)


LABELS = {
    "sv": {"cited": "bestämmelse", "omission": "utelämnat med skäl", "open": "saknas"},
    "en": {"cited": "provision", "omission": "left out with a reason", "open": "missing"},
}


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("fmt", ["text", "markdown", "html"])
def test_each_passage_is_printed_with_the_provisions_that_account_for_it(run, fmt, lang):
    output = run("--county", "dalarna", "--passages", "--format", fmt, "--lang", lang).output
    plain = html.unescape(re.sub("<[^>]+>", "", output)).replace("\\", "")
    (text,) = json.loads(run("--county", "dalarna", "--format", "json").output)
    wordings = {each.id: each.wording.to(lang) for each in load_counties()["dalarna"].find().provisions}
    units = [each for each in text["units"] if each["kind"] != "heading"]
    for account, label in LABELS[lang].items():
        found = len(re.findall(rf"\[{label}\] |\*\*{label}\*\* ", plain))
        assert found == sum(each["account"] == account for each in units), account
    assert units
    for each in units:
        assert each["text"] in plain
        assert all(wordings[name] in plain for name in each["by"] if name in wordings)


@pytest.mark.parametrize("fmt", ["text", "markdown", "html"])
def test_no_id_is_printed(run, fmt):
    (text,) = json.loads(run("--county", "dalarna", "--format", "json").output)
    ids = {text["document"], *(name for each in text["units"] for name in each["by"])}
    output = run("--county", "dalarna", "--passages", "--format", fmt).output
    assert [each for each in ids if each in output] == []


def test_missing_passages_are_listed_and_no_others():
    county = load_counties()["dalarna"]
    document = county.documents[0].id
    own = attrs.evolve(cite("Ett två tre"), document=document)
    covered = cover(source("Ett två tre. Fyra fem sex."), document, {own: ["d.x"]}, {})
    report = coverage_report([CountyCoverage(county, (covered,))], missing=True)
    assert "[missing] Fyra fem sex." in plain_text(report, "en")
    assert "Ett två tre." not in plain_text(report, "en")
