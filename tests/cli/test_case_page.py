"""An answer to a case as a section of a page."""

from html.parser import HTMLParser

import pytest

import psykavtal
from psykavtal import Case

DAY = "2026-01-10"
CASE = Case(municipality="2321", born="2008-03-01", facts={"coordinated": True, "inpatient": False})

VOID = {"br", "hr", "img", "input", "meta", "link"}


class Page(HTMLParser):
    """Checks that every element that is opened is closed in its place."""

    def __init__(self, html):
        super().__init__()
        self.open, self.faults, self.text, self.met = [], [], [], set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):  # noqa: ARG002 (as its base has it)
        self.met.add(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)

    def handle_data(self, data):
        self.text.append(data)


@pytest.mark.parametrize(
    ("case", "asking"),
    [
        (CASE, {}),
        (Case(municipality="Jönköping", age=18), {}),
        (Case(municipality="Falun", age=17), {"include_reported": True}),
        (Case(municipality="Åre", born="2008-03-01"), {"document": "jamtland-2021"}),
    ],
    ids=["jamtland", "jonkoping", "dalarna", "jamtland-2021"],
)
def test_an_answer_is_a_well_formed_section_of_a_page_with_its_statuses(counties, case, asking):
    answer = counties.what_applies(case, on=DAY, **asking)
    page = Page(answer._repr_html_())
    text = "".join(page.text)

    assert (page.open, page.faults) == ([], [])
    assert {"section", "details", "summary", "ul", "li"} <= page.met
    for each in (answer.in_force, answer.target_group, answer.services, answer.responsibilities):
        assert each.label.sv in text
    for each in answer.answers:
        if each.status == "silent":
            assert f"{answer.labels[each.topic].sv} [{each.label.sv}]" in text
    assert "inte en bedömning" in text


def test_what_a_text_says_is_escaped(tmp_path, monkeypatch):
    from tests.counties import AGREEMENT, COUNTY, DOCUMENT, MakeCounty

    document = DOCUMENT.replace("Den som är minst", "<script>alert(1)</script> & den som är minst")
    plugin = MakeCounty(tmp_path, monkeypatch).whole(COUNTY + AGREEMENT, document)
    answer = psykavtal.load_counties(plugins=[plugin], strict=True).what_applies(
        Case(municipality="Karlstad", age=18), on=DAY
    )
    html = answer._repr_html_()

    assert "<script>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; den" in html
    assert Page(html).faults == []
