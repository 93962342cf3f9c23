"""Tables in a notebook: HTML in a text stays text, and one language is shown."""

from html.parser import HTMLParser

import pytest

from psykavtal.output.text import text
from psykavtal.output.views.table_view import table_report

DAY = "2026-01-10"


class Elements(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.tags, self.words = [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, attrs))

    def handle_data(self, data):
        self.words.append(data)


@pytest.mark.parametrize("name", ["provisions", "relations", "bodies"])
@pytest.mark.parametrize("content", ["<script>alert(1)</script>", '"><img src=x>', "&lt;b&gt;", "=1+1"])
def test_html_in_a_text_is_shown_as_text(with_wording, name, content):
    plain = Elements(with_wording("plain").table(name, on=DAY)._repr_html_())
    hostile = Elements(with_wording(content).table(name, on=DAY)._repr_html_())
    assert hostile.tags == plain.tags
    assert content in "".join(hostile.words)


@pytest.mark.parametrize(("lang", "more"), [("sv", "645 rader till."), ("en", "645 more rows.")])
def test_a_long_table_shows_its_first_rows_and_the_number_of_the_rest(counties, lang, more):
    table = counties.table("provisions", lang=lang, on=DAY)
    shown = Elements(table._repr_html_())
    assert sum(tag == "tr" for tag, _ in shown.tags) == 21
    number = len(table) - 20
    assert more.replace("645", str(number)) in "".join(shown.words)
    assert ("section", [("lang", lang)]) in shown.tags


def test_the_display_names_the_columns_that_it_leaves_out(counties):
    table = counties.table("silences", on=DAY)
    html = table._repr_html_()
    for each in table.columns:
        assert (each.label.sv in html) if each.is_brief else (each.name in html)


def test_a_table_prints_as_text_with_empty_tables_named(norrvik):
    lines = text(table_report(norrvik.table("law", on=DAY)), "sv").splitlines()
    assert lines[0].startswith("Lagrum: ")
