"""A test kit for county authors: subclass it, name the plugin, and run pytest.

    from psykavtal.testing import CountyTests
    import psykavtal_exempel

    class TestExempel(CountyTests):
        plugin = psykavtal_exempel.plugin
        sources = Path("texts")     # the folder of source texts, if available

Checks that cannot be made are skipped, with the reason. The kit needs pytest, which psykavtal does not install.
"""

import pytest

pytest.register_assert_rewrite("psykavtal.testing.kit")  # so that a failure shows what it compared

from psykavtal.testing.kit import CountyTests  # noqa: E402 (after the rewriting is registered)

__all__ = ["CountyTests"]
