"""Texts of a county are text in pages: no markup, no HTML, no roles."""

import html
import re

import pytest

from tests.counties import AGREEMENT, COUNTY, DOCUMENT, MakeCounty
from tests.sphinxext.conftest import install
from tests.sphinxext.sites import FEW_TOPICS, INDEX

pytestmark = pytest.mark.slow

NAME = "Avtal *x* `y` |z| <b onclick=1> :avtal:topic:`w` _v \\u"
SCRIPT = "<script>alert(1)</script> & **fet** `kod` <!--"


@pytest.fixture(scope="module")
def site(make_site, tmp_path_factory):
    county = COUNTY.replace('"Värmland"', '"Värm <i>land</i> `x`_"')
    agreement = AGREEMENT.replace('"Avtalet 2024"', f"'{NAME}'").replace('"Rådet"', '"Rådet <img src=x> \\" -> n9"')
    document = DOCUMENT.replace('"Den som är minst 18 år och behöver båda huvudmännen."', f"'{SCRIPT}'")
    folder = tmp_path_factory.mktemp("hostile")
    with pytest.MonkeyPatch.context() as patch:
        plugin = MakeCounty(folder, patch).whole(county + agreement, document)
        text = f"from psykavtal import TomlCounty\nplugin = TomlCounty({plugin.package!r})\n"
        (folder / "hostile_county.py").write_text(text, encoding="utf-8")
        install(patch, folder, "hostile", "hostile_county")
        values = {"avtal_pages": "avtal", "avtal_counties": ["varmland"], "avtal_on": "2025-01-10"}
        made = make_site(INDEX, **values, **FEW_TOPICS)
        made.build()
    return made


def test_texts_are_shown_as_they_are(site):
    document, county = site.html("avtal/varmland/avtal-2024"), site.html("avtal/varmland/index")
    shown = html.unescape(re.sub("<[^>]+>", "", document + county))

    assert not site.warnings
    assert NAME in shown
    assert SCRIPT in shown
    assert "Värm <i>land</i> `x`_" in shown
    for text in (document, county):
        assert "<script>alert" not in text
        assert "<b onclick" not in text
        assert "<img src=x>" not in text
        assert "<!--" not in text.replace("<!-- Generated", "")


def test_a_name_in_a_drawing_is_text(site):
    text = site.html("avtal/varmland/index")
    drawn = text[text.index("<svg") : text.index("</svg>")]

    assert "Rådet &lt;img" in drawn
    assert '" -&gt; n9' in drawn
