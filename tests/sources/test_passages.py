"""Passages in texts: breaks, spaces, hyphens and furniture do not matter; words do."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psykavtal.errors import SourceError
from psykavtal.model.citations import Citation, Section, Text
from psykavtal.model.text_places import LockedPassage
from psykavtal.sources.folder import CountyCitations, SourceFolder
from psykavtal.sources.passages import SourceText, Trouble, UnresolvedError

CONTENT = """Inledning

Om en part anser att det brister lyfts frågan till den lokala arenan.

12
https://example.org/sida

Målgrupp

Personer över 18 år med vård-
och stödbehov samt deras när-
stående. Personer under 18 år
omfattas inte.

Målgrupp i andra texter
Avslutning
Slut.
"""

TEXT = Text(
    id="t",
    file="text.txt",
    digest="sha256:" + hashlib.sha256(CONTENT.encode()).hexdigest(),
    sections=(
        Section(id="inledning", heading="Inledning"),
        Section(id="malgrupp", heading="Målgrupp"),
        Section(id="slut", heading="Avslutning"),
    ),
    furniture=(r"\s*\d+\s*", r"https?://\S+"),
)


def cite(start, end="", *, section="malgrupp", after=""):
    return Citation(document="d", text="t", section=section, start=start, end=end, after=after)


RESOLVED = {
    "a fragment from start to end": (
        cite("Personer över", "närstående"),
        "Personer över 18 år med vård- och stödbehov samt deras närstående.",
    ),
    "a fragment that is the whole": (cite("under 18 år"), "under 18 år"),
    "a hyphen at a line's end joins": (cite("deras närstående"), "deras närstående."),
    "a hyphen before och stays": (cite("vård och stödbehov"), "vård- och stödbehov"),
    "after words that make it unique": (
        cite("Personer", "inte", after="närstående"),
        "Personer under 18 år omfattas inte.",
    ),
    "across page furniture": (
        cite("Om en part", "lokala arenan", section="inledning"),
        "Om en part anser att det brister lyfts frågan till den lokala arenan.",
    ),
    "in other case and with other marks": (
        cite("PERSONER ÖVER", "närstående!"),
        "Personer över 18 år med vård- och stödbehov samt deras närstående.",
    ),
}


@pytest.mark.parametrize(("citation", "passage"), RESOLVED.values(), ids=list(RESOLVED))
def test_a_passage_is_found(citation, passage):
    assert SourceText(TEXT, CONTENT).resolve(citation).text == passage


TROUBLES = {
    "words that are not there": (cite("Personer omkring"), Trouble.NOT_FOUND),
    "words of another section": (cite("Om en part"), Trouble.NOT_FOUND),
    "an end that does not follow": (cite("Personer under", "närstående"), Trouble.NOT_FOUND),
    "words that stand twice": (cite("Personer"), Trouble.NOT_UNIQUE),
    "å for a": (cite("Personer over"), Trouble.NOT_FOUND),
    "a section that the text has not": (cite("Slut", section="bilaga"), Trouble.NO_SECTION),
}


@pytest.mark.parametrize(("citation", "trouble"), TROUBLES.values(), ids=list(TROUBLES))
def test_a_passage_that_is_not_to_be_had_is_told(citation, trouble):
    with pytest.raises(UnresolvedError) as caught:
        SourceText(TEXT, CONTENT).resolve(citation)

    assert caught.value.trouble is trouble


@given(st.lists(st.sampled_from([" ", "\n", "  ", "\n\n", "\t"]), min_size=40, max_size=40))
def test_spaces_and_breaks_do_not_matter(spaces):
    words = ["Personer", "över", "18", "år", "med", "behov", "samt", "deras", "anhöriga", "omfattas", "av", "texten"]
    spread = "Målgrupp\n\n" + "".join(word + space for word, space in zip(words, spaces, strict=False))
    text = Text(id="t", file="x", digest="", sections=(Section(id="malgrupp", heading="Målgrupp"),))

    passage = SourceText(text, spread).resolve(cite("Personer över", "av texten"))

    assert passage.text == " ".join(words)


@pytest.fixture
def checked(tmp_path):
    def check(content, citations, *, locked=None):
        from psykavtal.model.documents import Document, DocumentType

        if content is not None:
            (tmp_path / "text.txt").write_text(content, "utf-8")
        document = Document(id="d", names=("d",), type=DocumentType.AGREEMENT, texts=(TEXT,))
        gathered = CountyCitations(
            county="exempel", documents=(document,), uses=dict.fromkeys(citations, ("d.x",)), locked=locked or {}
        )
        return SourceFolder(tmp_path).check(gathered)

    return check


def test_a_passage_that_reads_otherwise_than_its_lock_is_told_with_its_place(checked):
    citation = cite("Personer över", "närstående")
    digest = SourceText(TEXT, CONTENT).resolve(citation).digest
    changed = CONTENT.replace("stödbehov", "stödinsatser")

    assert checked(CONTENT, [citation], locked={citation.key: LockedPassage(passage=citation.key, digest=digest)}) == []
    found = checked(changed, [citation], locked={citation.key: LockedPassage(passage=citation.key, digest=digest)})
    assert [each.trouble for each in found] == [Trouble.FILE_CHANGED, Trouble.READS_OTHERWISE]
    assert found[1].citation == "d/t/malgrupp: Personer över … närstående"
    assert found[1].used_by == ("d.x",)


def test_a_file_that_is_missing_and_a_passage_that_is_not_locked_are_told(checked):
    assert [each.trouble for each in checked(None, [cite("Slut", section="slut")])] == [Trouble.NO_FILE]
    assert [each.trouble for each in checked(CONTENT, [cite("Slut", section="slut")])] == [Trouble.NOT_LOCKED]


def test_a_folder_that_is_none_is_refused(tmp_path):
    with pytest.raises(SourceError, match="is not a folder"):
        SourceFolder(tmp_path / "nowhere")
