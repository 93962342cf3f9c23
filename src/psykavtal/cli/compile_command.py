"""`psykavtal compile`."""

import importlib
from functools import partial
from pathlib import Path

import click

from psykavtal.cli.options import fails_plainly
from psykavtal.errors import PluginError
from psykavtal.plugins.guarding import guarded
from psykavtal.plugins.problems import Problem


@click.command("compile")
@click.argument("packages", nargs=-1)
@fails_plainly
def compile_files(packages: tuple[str, ...]) -> None:
    """Write the county files of PACKAGES (psykavtal_exempel, ...) as JSON beside their TOML.

    A load that finds JSON made from the very TOML beside it reads that, several times faster.
    Without PACKAGES, the core's own vocabulary.
    """
    from psykavtal.plugins import core_vocabulary  # noqa: PLC0415 (only when it runs)
    from psykavtal.plugins.compiling import compile_county, compile_vocabulary, write_files  # noqa: PLC0415 (brings cattrs)
    from psykavtal.plugins.toml_plugin import TomlCounty  # noqa: PLC0415 (only when it runs)

    if not packages:
        for path in write_files(Path(core_vocabulary.__file__).parent, compile_vocabulary()):
            click.echo(path.name)
    for package in packages:
        folder = _folder_of(package)
        for path in write_files(folder, compile_county(TomlCounty(package))):
            click.echo(f"{package}/{path.name}")


def _folder_of(package: str) -> Path:
    module = guarded(package, partial(importlib.import_module, package))
    if isinstance(module, Problem):
        raise PluginError(
            f"cannot be imported: {module.error}", value=package, place=package, fix="Give an installed package."
        )
    if not module.__file__:
        raise PluginError("is in no folder.", value=package, place=package, fix="Give a package with an __init__.py.")
    return Path(module.__file__).parent
