"""Every picture, as the tests draw it: of the installed counties and of Norrvik."""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text
from matplotlib.transforms import Bbox

import psykavtal
from psykavtal import plots
from psykavtal.plots.picture import Picture

DAY = "2026-01-10"
SIZES = ("print", "phone", "slides")

PICTURES: dict[str, Callable[..., Picture]] = {
    "silence map": lambda counties, **given: plots.silence_map(counties, on=DAY, **given),
    "silence map of all topics": lambda counties, **given: plots.silence_map(counties, on=DAY, topics="all", **given),
    "silence map of some counties": lambda counties, **given: plots.silence_map(counties, on="2024-06-01", **given),
    "responsibility matrix": lambda counties, **given: plots.responsibility_matrix(counties, on=DAY, **given),
    "responsibility matrix of editions": lambda counties, **given: plots.responsibility_matrix(
        editions(counties), on=DAY, **given
    ),
    "age coverage": lambda counties, **given: plots.age_coverage(counties, on=DAY, **given),
    "age coverage of editions": lambda counties, **given: plots.age_coverage(editions(counties), on=DAY, **given),
    "escalation": lambda counties, **given: plots.escalation(counties, on=DAY, **given),
    "escalation of deviations": lambda counties, **given: plots.escalation(
        editions(counties), on=DAY, occasion="deviation", **given
    ),
    "comparison": lambda counties, **given: plots.comparison(counties, on=DAY, **given),
    "timeline": lambda counties, **given: plots.timeline(counties, on=DAY, **given),
    "timeline of a county": lambda counties, **given: plots.timeline(counties["jamtland"], **given),
    "coverage of people": lambda counties, **given: plots.coverage_of_people(people(counties), **given),
}


@cache
def loaded() -> psykavtal.Counties:
    return psykavtal.load_counties(strict=True)


@cache
def picture_of(name: str, size: str = "print", lang: str = "sv") -> Picture:
    """A picture of the installed counties, drawn once for all tests."""
    return PICTURES[name](loaded(), size=size, lang=lang)


def editions(counties: psykavtal.Counties) -> list[psykavtal.DocumentOnDay]:
    return [counties["jamtland"].document(each, on=DAY) for each in ("jamtland-2025", "jamtland-2021")]


def people(counties: psykavtal.Counties) -> psykavtal.PeopleCoverage:
    import polars as pl

    frame = pl.DataFrame(
        {
            "kommun": ["0680"] * 7 + ["2321"] * 5 + ["2080"] * 3 + ["0180"],
            "alder": [17, 18, 19, 30, None, 50, 60, 12, 30, None, 40, 50, 20, 30, 40, 50],
            "tillstand": [
                True,
                True,
                True,
                None,
                True,
                False,
                True,
                True,
                True,
                True,
                None,
                False,
                True,
                True,
                None,
                True,
            ],
        }
    )
    columns = {
        "municipality": "kommun",
        "age": "alder",
        "psychiatric-condition": "tillstand",
        "psychiatric-disability": "tillstand",
    }
    facts = dict.fromkeys(("coordinated", "simultaneous", "needs-region", "needs-municipality"), True)
    facts["next-of-kin"] = False
    return psykavtal.coverage_of_people(counties, frame, columns=columns, on=DAY, facts=facts)


def texts(picture: Picture) -> list[Text]:
    """The texts that a picture shows."""
    return [each for each in picture.axes.texts if each.get_visible() and each.get_text()]


def words(picture: Picture) -> str:
    """All that a picture shows in words, line by line in the order in which it is drawn."""
    return " ".join(each.get_text() for each in texts(picture))


def boxes(picture: Picture) -> list[tuple[str, Bbox]]:
    """Each text with its bounding box, in points."""
    canvas = picture.figure.canvas
    assert isinstance(canvas, FigureCanvasAgg)
    renderer: Any = canvas.get_renderer()
    scale = 72 / picture.figure.dpi
    found = [(each.get_text(), each.get_window_extent(renderer)) for each in texts(picture)]
    return [(text, Bbox.from_extents(*(value * scale for value in box.extents))) for text, box in found]


def overlaps(found: list[tuple[str, Bbox]], by: float = 0.5) -> Iterator[tuple[str, str]]:
    """The pairs of texts whose boxes overlap by more than some points in both directions."""
    for (one, first), (other, second) in combinations(found, 2):
        width = min(first.x1, second.x1) - max(first.x0, second.x0)
        height = min(first.y1, second.y1) - max(first.y0, second.y0)
        if width > by and height > by:
            yield one, other
