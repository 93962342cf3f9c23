"""The kit that county authors run: subclass, name the plugin, and pytest does the rest.

    from psykavtal.testing import CountyTests
    import psykavtal_exempel

    class TestExempel(CountyTests):
        plugin = psykavtal_exempel.plugin
        sources = Path("texts")     # where the source texts are, if they are at hand

What the kit could not check it skips, and says why. It needs pytest, which psykavtal does not install.
"""

import pytest

pytest.register_assert_rewrite("psykavtal.testing.kit")  # so that a failure shows what it compared

from psykavtal.testing.kit import CountyTests  # noqa: E402 (after the rewriting is asked for)

__all__ = ["CountyTests"]
