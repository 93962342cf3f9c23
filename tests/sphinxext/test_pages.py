"""Pages of counties, documents and topics: anchors, links, inventory, languages."""

import re
from html.parser import HTMLParser
from pathlib import PurePosixPath

import pytest

from psykavtal import load_counties
from tests.sphinxext.conftest import DAY
from tests.sphinxext.sites import INDEX

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=["sv", "en"])
def site(request, make_site):
    """All pages of Norrvik in each language, with an index of words to search in one of them."""
    site = make_site(INDEX, avtal_pages="avtal", avtal_lang=request.param, search=request.param == "en")
    site.build()
    return site


@pytest.fixture(scope="module")
def county():
    return load_counties()["norrvik"]


@pytest.fixture(scope="module")
def provisions(county):
    found = [*county.holdings.record.standing, *(each for one in county.holdings.contents for each in one.provisions)]
    assert len(found) > 40
    return found


class Page(HTMLParser):
    """The ids, the links and the text of a page."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self.text = set(), set(), ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.ids |= {values["id"]} if "id" in values else set()
        self.links |= {values["href"]} if tag == "a" and "href" in values else set()

    def handle_data(self, data):
        self.text += data


@pytest.fixture(scope="module")
def pages(site):
    return {name: Page(site.html(name)) for name in site.pages()}


def test_the_build_has_no_warnings(site):
    assert not site.warnings


def test_each_object_has_a_page(site, county):
    expected = {f"avtal/norrvik/{each.id}" for each in county.documents}
    expected |= {f"avtal/topics/{each}" for each in county.topics}
    assert expected | {"avtal/norrvik/index", "avtal/topics", "avtal/index"} <= set(site.pages())


def test_each_provision_has_an_anchor_with_its_id_on_one_page(pages, provisions):
    for each in provisions:
        assert len([name for name, page in pages.items() if each.id in page.ids]) == 1, each.id


def test_each_provision_links_to_the_pages_of_its_topics(site, pages, provisions):
    for each in provisions:
        name = next(name for name, page in pages.items() if each.id in page.ids)
        text = site.html(name)
        item = text[text.index(f'id="{each.id}"') :]
        item = item[: item.index('class="avtal-statement"', 10)] if 'class="avtal-statement"' in item[10:] else item
        for topic in each.topics:
            assert f'topics/{topic}.html"' in item, (each.id, topic)


def test_each_topic_page_links_to_every_provision_on_it(pages, provisions):
    for each in provisions:
        for topic in each.topics:
            links = pages[f"avtal/topics/{topic}"].links
            assert any(link.endswith(f"#{each.id}") for link in links), (each.id, topic)


def test_all_links_within_the_site_lead_to_something(pages):
    broken = []
    for name, page in pages.items():
        for link in page.links:
            address, _, anchor = link.partition("#")
            if "://" in address or address.startswith("mailto:"):
                continue
            target = _resolved(name, address)
            if target not in pages or (anchor and anchor not in pages[target].ids):
                broken.append((name, link))
    assert not broken


def _resolved(page, address):
    if not address:
        return page
    parts = []
    for each in (*PurePosixPath(page).parent.parts, *PurePosixPath(address).parts):
        parts = parts[:-1] if each == ".." else [*parts, each]
    return "/".join(parts).removesuffix(".html")


def test_the_inventory_has_every_object(site, county, provisions):
    found = site.inventory()
    assert set(found["county"]) == {"norrvik"}
    assert set(found["document"]) == {each.id for each in county.documents}
    assert set(found["topic"]) == set(county.topics)
    assert set(found["provision"]) == {each.id for each in provisions}
    assert all(uri.endswith(f"#{name}") for name, (uri, _) in found["provision"].items())


def test_the_outline_of_the_text_is_the_outline_of_its_page(site, county):
    text = re.sub("<[^>]+>", "", site.html("avtal/norrvik/norrvik-2023"))
    at = [text.find(each.label.sv) for each in county.document("norrvik-2023", on=DAY).outline if each.heading]
    assert -1 not in at


LABELS = {
    "sv": ("Läget 2024-01-10", "svarar på", "Läsning", "Texten är tyst om", "tyst", "Ärendet börjar"),
    "en": ("As of 2024-01-10", "answers", "Reading", "The text is silent on", "silent", "The matter begins"),
}


def test_generated_text_is_in_one_language(site, pages):
    lang, other = ("sv", "en") if "Läget" in pages["avtal/norrvik/norrvik-2023"].text else ("en", "sv")
    text = " ".join(page.text for name, page in pages.items() if name.startswith("avtal/"))
    assert all(each in text for each in LABELS[lang])
    assert not any(re.search(rf"\b{each}\b", text) for each in LABELS[other])
    assert f'lang="{lang}"' in site.html("avtal/norrvik/norrvik-2023")


def test_no_id_is_shown(pages, provisions):
    shown = " ".join(page.text for page in pages.values())
    assert not [each.id for each in provisions if each.id in shown]


def test_the_escalation_is_drawn_with_text_and_an_alternative(site):
    text = site.html("avtal/norrvik/index")
    drawn, *timelines = re.findall("<svg.*?</svg>", text, re.DOTALL)
    assert len(timelines) == 2
    assert all(
        re.search(r'role="img".*<title>[^<]+</title>\s*<desc>[^<]+</desc>', each, re.DOTALL) for each in timelines
    )
    ids = re.findall(' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert 'role="img"' in drawn
    assert re.search(
        r'aria-labelledby="(\S+) (\S+)"[^>]*>\s*<title id="\1">[^<]+</title>\s*<desc id="\2">[^<]+</desc>', drawn
    )
    assert "<text" in drawn
    assert "currentColor" in drawn
    assert '"black"' not in drawn
    assert "<image" not in drawn
