"""A Sphinx extension: pages of counties, documents, topics and provisions, and roles.

Add "psykavtal.sphinxext" to `extensions` in `conf.py`. It needs Sphinx: `pip install psykavtal[docs]`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: "Sphinx") -> "ExtensionMetadata":
    """Register the extension with Sphinx."""
    from psykavtal.sphinxext.registration import register  # noqa: PLC0415 (brings Sphinx)

    return register(app)
