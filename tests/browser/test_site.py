"""The documentation in a real browser: scripts, requests, links, widths, accessibility, and the way to an answer."""

import re
from urllib.parse import urldefrag, urljoin

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import SITE

PAGES = sorted(
    path.relative_to(SITE).as_posix()
    for path in SITE.rglob("*.html")
    if not {"_modules", "_sources", "_static"} & set(path.parts)
)
# Generated pages are made alike: some of them are opened, and all that are written by hand.
HAND_WRITTEN = [each for each in PAGES if not each.startswith("avtal/")]
GENERATED = [each for each in PAGES if each.startswith("avtal/")]
CHECKED = [*HAND_WRITTEN, *GENERATED[:: max(1, len(GENERATED) // 12)]]
SERIOUS = ("serious", "critical")
PHONE = 390


@pytest.mark.parametrize("path", CHECKED)
def test_a_page_runs_without_errors_stays_on_the_site_and_fits_a_phone(site, watched, path):
    watched.page.set_viewport_size({"width": PHONE, "height": 844})
    watched.page.goto(f"{site}/{path}")
    assert not watched.errors
    assert [each for each in watched.requests if not each.startswith((site, "data:"))] == []
    assert watched.page.evaluate("document.documentElement.scrollWidth") <= PHONE


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", CHECKED)
def test_axe_finds_nothing_serious(site, browser, path, scheme):
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{site}/{path}")
    found = Axe().run(page).response["violations"]
    context.close()
    serious = {
        each["id"]: [node["target"] for node in each["nodes"][:3]] for each in found if each["impact"] in SERIOUS
    }
    assert not serious


def test_no_internal_link_is_broken():
    broken = set()
    ids = {}
    for path in PAGES:
        text = (SITE / path).read_text("utf-8")
        for link in re.findall(r'<a [^>]*href="([^"]+)"', text):
            target, fragment = urldefrag(urljoin(f"https://site/{path}", link.replace("&amp;", "&")))
            if not target.startswith("https://site/"):
                continue
            file = SITE / target.removeprefix("https://site/").partition("?")[0]
            file = file / "index.html" if file.is_dir() else file
            if not file.is_file():
                broken.add((path, link))
            elif fragment and file.suffix == ".html":
                if file not in ids:
                    ids[file] = set(re.findall(r'(?:id|name)="([^"]+)"', file.read_text("utf-8")))
                if fragment not in ids[file]:
                    broken.add((path, link))
    assert not broken


def test_at_most_two_clicks_lead_from_the_first_page_to_how_a_county_handles_disagreements(site, watched):
    page = watched.page
    page.goto(f"{site}/index.html")
    page.get_by_role("main").get_by_role("link", name="where a disagreement goes").click()
    assert page.locator("svg[role=img]:visible").count() == 1
    page.get_by_role("main").get_by_role("link", name="Jämtland Härjedalen").click()
    assert page.locator("svg[role=img]:visible").count() >= 1


def test_the_first_page_shows_the_silence_map_above_the_fold(site, watched):
    watched.page.set_viewport_size({"width": 1280, "height": 900})
    watched.page.goto(f"{site}/index.html")
    box = watched.page.locator("svg[role=img]:visible").first.bounding_box()
    assert box is not None
    assert box["y"] < 600
