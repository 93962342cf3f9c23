"""Optional packages: a missing one is an error with the command that installs it."""

from collections.abc import Generator
from contextlib import contextmanager

from psykavtal.errors import Message, MissingPluginError


@contextmanager
def needing(*packages: str, purpose: str) -> Generator[None]:
    """Raise an error with the command that installs a missing package.

    Args:
        packages: the packages that are imported in the block.
        purpose: the format or library that needs them, for the error.

    Raises:
        MissingPluginError: one of them is not installed.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name not in packages:
            raise
        raise MissingPluginError(
            Message(
                en="needs {package}, which is not installed.", sv="kräver {package}, som saknas.", package=error.name
            ),
            place=purpose,
            fix=Message(
                en="Install it: pip install {package}.", sv="Installera det: pip install {package}.", package=error.name
            ),
        ) from error
