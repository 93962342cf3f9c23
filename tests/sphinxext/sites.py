"""Small documentation projects that use the extension, built in a folder of one test."""

import io
import re
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.docutils import docutils_namespace
from sphinx.util.inventory import InventoryFile

INDEX = "Site\n====\n\n.. toctree::\n\n   avtal/index\n"

# Leaves out most pages of topics, which are made alike; links to them lead nowhere.
FEW_TOPICS = {
    "exclude_patterns": [f"avtal/topics/{each}*" for each in ("[!cs]", "c[!o]", "co[!m]", "s[!i]", "sip.[!c]")],
    "nitpicky": False,
}


class Site:
    """A project: its folder, and what the last build wrote and warned of, with the pages that the first one read."""

    def __init__(self, folder: Path, *, search: bool = True, **config: object) -> None:
        self.source = folder / "source"
        self.out = folder / "out"
        self.source.mkdir()
        values = {
            "project": "site",
            "extensions": ["psykavtal.sphinxext"],
            "html_theme": "basic",
            "nitpicky": True,
            "html_copy_source": False,
            **config,
        }
        text = "".join(f"{name} = {value!r}\n" for name, value in values.items())
        self.write("conf.py", text)
        self.search = search
        self.warnings = ""
        self.read: set[str] | None = None

    def write(self, name: str, text: str) -> None:
        (self.source / name).write_text(text, encoding="utf-8")

    def build(self, builder: str = "html", *, processes: int = 1, fresh: bool = False) -> set[str]:
        """Build, and return the pages that were read."""
        warnings = io.StringIO()
        with docutils_namespace():
            app = Sphinx(
                self.source,
                self.source,
                self.out / builder,
                self.out / "doctrees",
                builder,
                status=None,
                warning=warnings,
                freshenv=fresh,
                parallel=processes,
            )
            read: set[str] = set()
            app.connect("env-before-read-docs", lambda _app, _env, names: read.update(names))
            if isinstance(app.builder, StandaloneHTMLBuilder) and not self.search:
                app.builder.search = False
            app.build()
        self.warnings = re.sub(r"\x1b\[[0-9;]*m", "", warnings.getvalue())
        self.read = read if self.read is None else self.read
        return read

    def html(self, page: str) -> str:
        return (self.out / "html" / f"{page}.html").read_text(encoding="utf-8")

    def pages(self) -> list[str]:
        folder = self.out / "html"
        return sorted(path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.html"))

    def inventory(self) -> dict[str, dict[str, tuple[str, str]]]:
        """The objects of the domain as other projects find them: by type and name, address and title."""
        with (self.out / "html" / "objects.inv").open("rb") as file:
            found = InventoryFile.load(file, "", lambda _, uri: uri)
        return {
            kind.removeprefix("avtal:"): {name: (item.uri, item.display_name) for name, item in items.items()}
            for kind, items in found.items()
            if kind.startswith("avtal:")
        }
