"""The place of a passage in its text: list item, table row, footnote, page."""

import json

import pytest

from psykavtal.errors import SourceError
from psykavtal.model.citations import Citation, Section, Text
from psykavtal.model.text_places import ListItem, LockedPassage
from psykavtal.plugins.lock_file import lock_text, read_lock
from psykavtal.sources.passages import SourceText
from psykavtal.sources.text_layout import TextLayout

CONTENT = """Syfte

Avtalet ska ge stöd1 till alla. Parterna ska:
• verka för hälsa. Det gäller alla.
• ge råd
- om boende
- om arbete
• följa upp

Målen nås tillsammans.
1. Vård ges
2. Stöd ges

1 Se kommunallagen.
2 Se bilagan.
\f
Dokument

Namn\tInnehåll
Rutinen\tReglerar utskrivning
Planen\tBeskriver mål
\toch medel
Listan\tNamn

Brutet

• ett
Mars 2020
• två
• tre
• fyra

Utan listor

• fem
"""
SECTIONS = (
    Section(id="syfte", heading="Syfte"),
    Section(id="dokument", heading="Dokument"),
    Section(id="brutet", heading="Brutet", lists=(2, 2)),
    Section(id="utan", heading="Utan listor", lists=()),
)


def place(section: str, start: str, end: str = "", *, sections: tuple[Section, ...] = SECTIONS) -> LockedPassage:
    source = SourceText(Text(id="t", file="text.txt", digest="", sections=sections), CONTENT)
    citation = Citation(document="d", text="t", section=section, start=start, end=end)
    return TextLayout(source).place(citation.key, source.resolve(citation))


ITEMS = {
    "the first of a list": (("syfte", "verka för hälsa"), ((1, 3),)),
    "a second sentence of an item": (("syfte", "Det gäller alla"), ((1, 3),)),
    "an item with a list within it": (("syfte", "ge råd"), ((2, 3),)),
    "an item within an item": (("syfte", "om arbete"), ((2, 3), (2, 2))),
    "the item after a list within one": (("syfte", "följa upp"), ((3, 3),)),
    "a numbered item": (("syfte", "Stöd ges"), ((2, 2),)),
    "a sentence": (("syfte", "Målen nås tillsammans"), ()),
    "a passage of two items": (("syfte", "om boende", "om arbete"), ()),
    "a passage from the lead-in to an item": (("syfte", "Parterna ska", "ge råd"), ()),
    "an item of a broken list": (("brutet", "två"), ((2, 2),)),
    "an item of the next list": (("brutet", "fyra"), ((2, 2),)),
    "a copy without its lists": (("utan", "fem"), ()),
}
ROWS = {
    "the row of headings": (("dokument", "Namn Innehåll"), (1, 4)),
    "a row": (("dokument", "Rutinen"), (2, 4)),
    "a row over two lines": (("dokument", "Planen", "medel"), (3, 4)),
    "its second line": (("dokument", "och medel"), (3, 4)),
    "two rows": (("dokument", "Rutinen", "mål"), None),
    "a sentence": (("syfte", "Målen nås"), None),
}


@pytest.mark.parametrize(("passage", "items"), ITEMS.values(), ids=ITEMS)
def test_a_passage_within_one_item_has_its_number(passage: tuple[str, ...], items: tuple[tuple[int, int], ...]) -> None:
    assert place(*passage).items == tuple(ListItem(*each) for each in items)


@pytest.mark.parametrize(("passage", "row"), ROWS.values(), ids=ROWS)
def test_a_passage_within_one_row_has_its_number(passage: tuple[str, ...], row: tuple[int, int] | None) -> None:
    assert place(*passage).row == (None if row is None else ListItem(*row))


def test_paragraphs_in_sequence_with_a_mark_in_the_text_are_footnotes() -> None:
    assert [place("syfte", "Se kommunallagen").footnote, place("syfte", "Se bilagan").footnote] == [1, 2]
    assert place("syfte", "Målen nås").footnote is None


def test_a_number_before_a_paragraph_is_no_footnote_without_a_mark() -> None:
    content = CONTENT.replace("stöd1", "stöd")
    source = SourceText(Text(id="t", file="text.txt", digest="", sections=SECTIONS), content)
    citation = Citation(document="d", text="t", section="syfte", start="Se bilagan")
    assert TextLayout(source).place(citation.key, source.resolve(citation)).footnote is None


def test_pages_are_counted_by_page_breaks_and_not_recorded_without_any() -> None:
    assert [place("syfte", "Målen nås").page, place("dokument", "Rutinen").page] == [1, 2]
    whole = SourceText(Text(id="t", file="x", digest="", sections=SECTIONS), CONTENT.replace("\f", ""))
    citation = Citation(document="d", text="t", section="dokument", start="Rutinen")
    assert TextLayout(whole).place(citation.key, whole.resolve(citation)).page is None


def test_a_sentence_before_a_list_leads_in() -> None:
    assert place("syfte", "Parterna ska").leads_in
    assert place("syfte", "Målen nås tillsammans").leads_in
    assert not place("syfte", "Avtalet ska ge stöd1 till alla").leads_in
    assert not place("syfte", "verka för hälsa").leads_in


@pytest.mark.parametrize("lists", [(3,), (2, 3), (4, 1)])
def test_declared_lists_that_the_text_does_not_have_are_refused(lists: tuple[int, ...]) -> None:
    sections = (*SECTIONS[:2], Section(id="brutet", heading="Brutet", lists=lists), SECTIONS[3])
    with pytest.raises(SourceError, match=r"text\.txt: the section 'brutet' declares lists"):
        place("brutet", "två", sections=sections)


def test_a_section_without_a_list_cannot_declare_one() -> None:
    sections = (SECTIONS[0], Section(id="dokument", heading="Dokument", lists=(2,)), *SECTIONS[2:])
    with pytest.raises(SourceError, match="declares lists"):
        place("dokument", "Rutinen", sections=sections)


def test_a_lock_is_read_as_it_was_written_with_a_line_for_each_passage() -> None:
    passages = [
        place("syfte", "Parterna ska"),
        place("syfte", "om arbete"),
        place("syfte", "Se kommunallagen"),
        place("dokument", "Rutinen"),
    ]
    written = lock_text(passages)
    read = read_lock(written.encode())
    assert [each.order for each in read] == [1, 2, 3, 4]
    assert lock_text(read) == written
    assert [each.items for each in read] == [each.items for each in passages]
    assert len(written.splitlines()) == len(passages) + 5


def test_a_lock_of_version_1_is_read_without_places() -> None:
    (read,) = read_lock(json.dumps({"d/t/s: x": "0a"}).encode())
    assert read == LockedPassage(passage="d/t/s: x", digest="0a")
    assert read.order is None
