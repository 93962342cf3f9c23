"""How the documentation is built; no network is needed."""

import enum
import re
from importlib.metadata import version as version_of
from typing import TYPE_CHECKING

import attrs
from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "psykavtal"
author = "The psykavtal authors"
copyright = "The psykavtal authors"
release = version = version_of("psykavtal")

extensions = [
    "myst_nb",
    "psykavtal.sphinxext",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx.ext.viewcode",
]
exclude_patterns = ["_build", "jupyter_execute", "example"]
default_role = "code"
nitpicky = True

avtal_pages = "avtal"
avtal_lang = "en"

html_theme = "furo"
html_title = "psykavtal"
html_static_path = ["_static"]
html_css_files = ["style.css"]
html_show_sphinx = False

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

# Every cell is run at each build, so that no page shows what the code no longer does.
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 120
nb_merge_streams = True
nb_render_markdown_format = "myst"

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
python_maximum_signature_line_length = 90
python_use_unqualified_type_names = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True
napoleon_use_rtype = False

# What the signatures name and these pages do not describe.
nitpick_ignore_regex = [
    # Other projects' names: their inventories would need the network.
    (r"py:.*", r"(attrs?|cattrs|click|collections|datetime|enum|networkx|nx|pathlib|pd|pl|pluggy|types|typing)(\..*)?"),
    (r"py:.*", r"(date|Path|Axes|Figure)"),
    # Type variables.
    (r"py:.*", r"(.*\.)?(F|T|T_co|P|P_co|U)"),
    # A forward reference in its own definition, which autodoc cannot resolve.
    (r"py:.*", r"Criterion|Evaluation"),
    # Inner workings that a public signature names.
    (
        r"py:.*",
        r"psykavtal\.(errors\.messages\.Bilingual|sources\.tokens\.Words|agreements\.interpretations\.ReadingChoice)",
    ),
]


def keep_enum_members(_app, _what, _name, obj, *_rest):
    """Members of an enum are listed, though they have no docstring of their own."""
    return False if isinstance(obj, enum.Enum) else None


def no_types_in_prose(_app, what, *rest):
    """Keep napoleon from taking prose before a colon for a type: here types stand in annotations."""
    lines = rest[-1]
    if what in ("attribute", "data", "property") and lines:
        lines[0] = f": {lines[0]}"
    for number, line in enumerate(lines[:-1]):
        if line.strip() == "Returns:":
            indent = re.match(r"\s*", lines[number + 1])[0]
            lines[number + 1] = f"{indent}: {lines[number + 1].strip()}"


def no_signature_of_records(_app, what, _name, obj, *rest):
    """What records and errors are made of stands in their description; a signature would repeat it."""
    signature = rest[-2]
    described = what == "exception" or (what == "class" and attrs.has(obj))
    return ("", None) if described and signature else None


# Elements that can scroll sideways, which a keyboard reaches only if they take the focus.
SCROLLING = re.compile(r'(<div class="table-wrapper\b[^>]*|<div class="(?:highlight|output[^"]*)"><pre)(?=>)')


# Sphinx writes the parameters of a long signature as a list of definitions without terms.
PARAMETERS = re.compile(r'<dl>\n((?:<dd><em class="sig-param">.*</dd>\n)+)</dl>')


def make_accessible(_app, _page, _template, context, _doctree):
    """Let a keyboard reach what scrolls; write parameters as lines."""
    if "body" in context:
        body = SCROLLING.sub(r'\1 tabindex="0"', context["body"])
        context["body"] = PARAMETERS.sub(parameter_lines, body)


def parameter_lines(found: re.Match[str]) -> str:
    return found[1].replace("<dd>", '<span class="sig-line">').replace("</dd>", "</span>")


def no_members_in_contents(_app, env):
    """List classes and functions in the contents of a page, not the members of classes."""
    for contents in env.tocs.values():
        for entry in list(contents.findall(nodes.reference)):
            if entry["anchorname"].startswith("#psykavtal."):
                below = entry.parent.parent
                below.children[:] = [each for each in below.children if not isinstance(each, nodes.bullet_list)]


def setup(app: "Sphinx") -> None:
    app.connect("env-updated", no_members_in_contents)
    app.connect("html-page-context", make_accessible)
    app.connect("autodoc-skip-member", keep_enum_members)
    app.connect("autodoc-process-signature", no_signature_of_records)
    app.connect("autodoc-process-docstring", no_types_in_prose, priority=400)
