"""Directives and roles in hand-written pages, and their warnings."""

import re

import pytest

from tests.sphinxext.conftest import DAY
from tests.sphinxext.sites import FEW_TOPICS, INDEX

ROLES = """\
Page
====

:avtal:county:`norrvik`, :avtal:document:`norrvik-2023`, :avtal:topic:`sip.consent`,
:avtal:provision:`norrvik-2023.target-group.children`, :avtal:provision:`here <norrvik-2023.target-group.placed>`,
:any:`norrvik-2023.target-group.kin`, :avtal:document:`norrvik/norrvik-2023`.
"""


def page(*directives: str) -> str:
    return "Page\n====\n\nBelow\n-----\n\n" + "\n".join(directives)


@pytest.fixture(scope="module")
def written_site(make_site):
    """Pages written by hand beside generated ones: one of roles, and one of a directive."""
    site = make_site(INDEX, avtal_pages="avtal", **FEW_TOPICS)
    site.write("roles.rst", ":orphan:\n\n" + ROLES)
    site.write("page.rst", ":orphan:\n\n" + page(".. avtal:document:: norrvik-2023\n"))
    site.build()
    return site


@pytest.mark.slow
def test_roles_link_to_the_objects_with_their_names(written_site):
    text = written_site.html("roles")

    assert not written_site.warnings
    assert 'href="avtal/norrvik/index.html"' in text
    assert ">Norrvik</span></a>" in text
    assert 'href="avtal/topics/sip.consent.html"' in text
    assert 'href="avtal/norrvik/norrvik-2023.html#norrvik-2023.target-group.children"' in text
    assert 'href="avtal/norrvik/norrvik-2023.html#norrvik-2023.target-group.kin"' in text
    assert ">here</span></a>" in text


UNKNOWN = {
    "provision:`norrvik-2023.target-group.child`": "Did you mean 'norrvik-2023.target-group.children'?",
    "document:`norrvik-2032`": "unknown document 'norrvik-2032'. Did you mean 'norrvik-2023'?",
    "county:`norvik`": "unknown county 'norvik'. Did you mean 'norrvik'?",
    "topic:`sip.consent`": "unknown topic 'sip.consent'.",
}


def test_a_role_with_an_unknown_id_warns_with_its_line(make_site):
    roles = "".join(f":avtal:{each}\n\n" for each in UNKNOWN)
    site = make_site(f"{page('.. avtal:county:: norrvik', '.. avtal:document:: norrvik-2023')}\n\n{roles}")
    site.build()

    lines = site.warnings.splitlines()
    assert len(lines) == len(UNKNOWN)
    for line, message in zip(lines, UNKNOWN.values(), strict=True):
        assert re.search(r"index\.rst:\d+: WARNING: ", line)
        assert message in line


WRONG = (
    (".. avtal:county:: norvik", "unknown"),
    (".. avtal:county:: norrvik\n   :on: 2024-13-01", "2024-13-01"),
    (".. avtal:county:: norrvik\n   :lang: de", "unknown language 'de'. Languages: sv, en."),
    (".. avtal:county:: norrvik\n   :colour: red", 'unknown option: "colour"'),
    (".. avtal:county::", "1 argument(s) required"),
    (".. avtal:document:: norrvik-2032", "Did you mean 'norrvik-2023'?"),
    (".. avtal:topic:: sip.consnt", "sip.consent"),
    (".. avtal:escalation:: norvik", "unknown document 'norvik'"),
    (".. avtal:comparison::\n   :topics: agee", "no topic or theme 'agee'"),
    (".. avtal:comparison::\n   :counties: norrvik\n   :documents: norrvik-2023", "both given"),
    (".. avtal:comparison::\n   :documents: norrvik-2023 norrvik-2023", "given twice"),
)


@pytest.fixture(scope="module")
def warnings_of_wrong(make_site):
    """The warnings of a project in which each wrong directive has a page, from the path of that page on."""
    site = make_site("Site\n====\n")
    for number, (directive, _) in enumerate(WRONG):
        site.write(f"wrong-{number}.rst", ":orphan:\n\n" + page(directive))
    site.build()
    return re.split(r"^(?=.*/wrong-\d+\.rst:)", site.warnings, flags=re.MULTILINE)


@pytest.mark.parametrize(("number", "message"), [(number, message) for number, (_, message) in enumerate(WRONG)])
def test_a_wrong_argument_or_option_warns_with_file_and_line(warnings_of_wrong, number, message):
    warnings = "".join(each for each in warnings_of_wrong if f"/wrong-{number}.rst:" in each)

    assert message.removeprefix("unknown ") in warnings.replace("no installed county", "unknown county")
    assert f"wrong-{number}.rst:9: " in warnings
    assert "Traceback" not in warnings


def test_directives_put_objects_into_any_page(make_site):
    directives = (
        ".. avtal:county:: norrvik\n   :lang: en\n",
        ".. avtal:document:: norrvik-2023\n",
        f".. avtal:topic:: sip.consent\n   :on: {DAY}\n",
        ".. avtal:escalation:: norrvik-2023\n   :no-index:\n",
        ".. avtal:comparison::\n   :topics: sip\n",
        ".. avtal:silence-map::\n   :counties: norrvik\n",
        ".. avtal:responsibility-matrix::\n   :documents: norrvik-2023\n",
        ".. avtal:age-coverage::\n   :lang: en\n",
        ".. avtal:counties::\n",
        ".. avtal:timeline:: norrvik\n",
        "* An item of a list\n\n  .. avtal:comparison::\n     :documents: norrvik-2023\n     :detail:\n",
    )
    site = make_site(page(*directives))
    site.build()
    text = site.html("index")

    assert not site.warnings
    assert re.search(r'<div class="avtal[^"]*" id="county-norrvik" lang="en">', text)
    assert 'id="document-norrvik-2023"' in text
    assert 'id="norrvik-2023.target-group.children"' in text
    assert text.count("<table") == 4
    assert '<h3 class="rubric">' in text
    assert set(site.inventory()) == {"county", "document", "topic", "provision"}


@pytest.mark.slow
def test_a_directive_beside_generated_pages_defines_nothing(written_site):
    assert not written_site.warnings
    assert 'id="norrvik-2023.target-group.children"' not in written_site.html("page")
    assert written_site.inventory()["document"]["norrvik-2023"][0] == "avtal/norrvik/norrvik-2023.html"


def test_an_object_described_twice_warns(make_site):
    site = make_site(page(".. avtal:county:: norrvik\n"))
    site.write("other.rst", ":orphan:\n\n" + page(".. avtal:county:: norrvik\n"))
    site.build()

    assert "Use :no-index: in one of them." in site.warnings
    assert "other.rst:9" in site.warnings


def test_markdown_has_the_same_roles_directives_and_warnings(make_site):
    site = make_site("Site\n====\n\n.. toctree::\n\n   page\n", extensions=["psykavtal.sphinxext", "myst_parser"])
    directives = (
        "```{avtal:document} norrvik-2023\n:lang: en\n```",
        "```{avtal:county} norrvik\n:on: 2024-13-01\n```",
        "{avtal:provision}`norrvik-2023.target-group.kin` {avtal:topic}`nothing`",
    )
    site.write("page.md", "# Page\n\n" + "\n\n".join(directives) + "\n")
    site.build()

    lines = site.warnings.splitlines()
    assert len(lines) == 2
    assert "page.md:7: WARNING: avtal:county: :on:" in lines[0]
    assert "page.md:11: WARNING: unknown topic 'nothing'." in lines[1]
    assert 'href="#norrvik-2023.target-group.kin"' in site.html("page")
