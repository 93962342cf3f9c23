"""Register domain, values of `conf.py`, pages and styles with Sphinx."""

from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, cast

from sphinx.errors import ExtensionError
from sphinx.util import logging

from psykavtal.errors import InvalidValueError, Message, PsykavtalError, UnknownNameError
from psykavtal.sphinxext.avtal_domain import AvtalDomain
from psykavtal.sphinxext.generated_pages import page_sources, write_sources
from psykavtal.sphinxext.object_index import find_target

if TYPE_CHECKING:
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.domains import Domain
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

logger = logging.getLogger(__name__)
_STATIC = Path(__file__).parent / "static"


def register(app: "Sphinx") -> "ExtensionMetadata":
    """Register everything; return what Sphinx must know of the extension."""
    app.add_config_value("avtal_pages", "", "env", types=(str,), description="folder of the generated pages")
    app.add_config_value("avtal_lang", "sv", "env", types=(str,), description="language of generated text")
    app.add_config_value("avtal_on", "", "env", types=(str,), description="day for which pages answer")
    app.add_config_value("avtal_counties", (), "env", types=(list, tuple), description="counties of the site")
    app.add_domain(AvtalDomain)
    app.add_css_file("avtal.css")
    app.connect("config-inited", _add_static_files)
    app.connect("builder-inited", _write_pages)
    app.connect("env-get-outdated", _outdated)
    app.connect("warn-missing-reference", _warn_of_unknown)
    return {
        "version": version("psykavtal"),
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def _add_static_files(_app: "Sphinx", config: "Config") -> None:
    config.html_static_path = [*config.html_static_path, str(_STATIC)]


def _domain(env: "BuildEnvironment") -> AvtalDomain:
    return cast("AvtalDomain", env.domains["avtal"])


def _write_pages(app: "Sphinx") -> None:
    try:
        site = _domain(app.env).site
        for problem in site.counties.problems:
            logger.warning("%s", problem, type="avtal")
        if app.config.avtal_pages:
            write_sources(_folder(app), page_sources(site))
    except PsykavtalError as error:
        raise ExtensionError(str(error), modname="psykavtal.sphinxext") from error
    except OSError as error:
        message = f"avtal_pages: the folder {app.config.avtal_pages!r} cannot be written ({error})."
        raise ExtensionError(message, modname="psykavtal.sphinxext") from error


def _folder(app: "Sphinx") -> Path:
    """Return the folder of the pages.

    Raises:
        InvalidValueError: it is not below the source folder, where Sphinx would find the pages.
    """
    source, name = Path(app.srcdir).resolve(), app.config.avtal_pages
    folder = (source / str(name)).resolve()
    if source not in folder.parents:
        fault = Message(
            en="the folder {name!r} is not below the source folder.",
            sv="mappen {name!r} finns inte under källmappen.",
            name=name,
        )
        raise InvalidValueError(fault, value=name, place="avtal_pages")
    return folder


def _outdated(
    _app: "Sphinx", env: "BuildEnvironment", _added: set[str], _changed: set[str], _removed: set[str]
) -> Iterable[str]:
    """Return the pages that were made from other data than the counties have now."""
    domain = _domain(env)
    return [name for name, digest in domain.kept["digests"].items() if digest != domain.site.digest]


def _warn_of_unknown(app: "Sphinx", domain: "Domain | None", node: "pending_xref") -> bool | None:
    """Warn of a role that names an unknown object, with the nearest name."""
    if domain is None or domain.name != "avtal":
        return None
    try:
        find_target(_domain(app.env).kept["objects"], node["reftype"], node["reftarget"])
    except UnknownNameError as error:
        logger.warning("%s", error, location=node, type="ref", subtype="avtal")
    return True
