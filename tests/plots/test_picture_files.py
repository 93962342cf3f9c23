"""Pictures as SVG, as PNG, in a page and in another size."""

import errno
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from matplotlib.figure import Figure

from psykavtal import plots
from psykavtal.errors import ExportError, InvalidValueError
from tests.plots.pictures import DAY, PICTURES, picture_of, texts


@pytest.mark.parametrize("name", ["silence map", "age coverage", "escalation"])
def test_the_same_picture_gives_the_same_bytes(counties, tmp_path, name):
    one, other = PICTURES[name](counties), PICTURES[name](counties)
    for kind in ("svg", "png"):
        first, second = (each.save(tmp_path / f"{at}.{kind}").read_bytes() for at, each in enumerate((one, other)))
        assert first == second


@pytest.mark.parametrize("name", PICTURES)
def test_the_svg_has_text_as_text_and_is_described(tmp_path, name):
    picture = picture_of(name, lang="en")
    root = ET.fromstring(picture.save(tmp_path / "picture.svg").read_text("utf-8"))
    space = "{http://www.w3.org/2000/svg}"
    assert root.attrib["role"] == "img"
    assert root.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == "en"
    assert (root[0].tag, root[0].text) == (f"{space}title", picture.title)
    assert (root[1].tag, root[1].text) == (f"{space}desc", picture.alt_text)
    drawn = ["".join(each.itertext()) for each in root.iter(f"{space}text")]
    assert sorted(drawn) == sorted(each.get_text() for each in texts(picture))
    assert not [each for each in root.iter() if "date" in each.tag.lower()]


def test_several_pictures_can_be_in_one_page():
    drawn = [picture_of(name, size).to_svg() for name in ("silence map", "age coverage") for size in ("print", "phone")]
    found: dict[str, bytes] = {}
    for each in drawn:
        for element in ET.fromstring(each).iter():
            if "id" in element.attrib:
                text = b"".join(ET.tostring(element).split())
                assert found.setdefault(element.attrib["id"], text) == text


def test_a_page_shows_the_picture_in_the_size_of_a_narrow_screen():
    picture = picture_of("silence map")
    shown = picture._repr_html_()
    assert shown.count("<svg ") == 2
    assert picture.to_svg() in shown
    narrow = shown.partition('class="psykavtal-narrow">')[2].replace("-narrow", "")
    assert narrow.startswith(picture.resized("phone").to_svg())
    # Nothing that the narrow picture refers to is in the wide one, which is hidden with all that it defines.
    drawn = ET.fromstring(f"<div>{shown.partition('</style>')[2].removesuffix('</figure>')}</div>")
    ids = [{each.attrib["id"] for each in part.iter() if "id" in each.attrib} for part in drawn]
    used = [set(re.findall(r"(?:url\(#|\}href=.#)([^\"')]+)", ET.tostring(part).decode())) for part in drawn]
    assert ids[0].isdisjoint(ids[1])
    assert [own - known for own, known in zip(used, ids, strict=True)] == [set(), set()]
    assert all(used)
    assert "@media (max-width: 40em) { .psykavtal-wide { display: none } }" in shown


def test_a_picture_can_be_drawn_in_another_size(counties):
    again = picture_of("age coverage").resized("slides")
    assert again.to_svg() == picture_of("age coverage", "slides").to_svg()
    assert (again.table, again.alt_text) == (picture_of("age coverage").table, picture_of("age coverage").alt_text)
    given = plots.age_coverage(counties, on=DAY, ax=Figure(figsize=(14, 9)).subplots())
    with pytest.raises(InvalidValueError, match="given axes"):
        given.resized("slides")
    assert given._repr_html_().count("<svg ") == 1


def test_a_file_of_another_kind_is_refused(counties, tmp_path):
    with pytest.raises(InvalidValueError, match=r"no format 'jpg'.*\.svg"):
        PICTURES["silence map"](counties).save(tmp_path / "picture.jpg")
    assert not (tmp_path / "picture.jpg").exists()


def test_a_file_that_cannot_be_written_is_an_error_and_leaves_nothing(tmp_path, monkeypatch):
    older = tmp_path / "picture.svg"
    older.write_text("an older one", "utf-8")

    def full(path, _content):
        path.touch()
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(ExportError, match=r"picture\.svg: cannot be written: No space left"):
        picture_of("silence map").save(older)
    assert [each.read_text("utf-8") for each in tmp_path.iterdir()] == ["an older one"]
