"""The group of commands."""

import click

from psykavtal.cli.case import case
from psykavtal.cli.classify import classify
from psykavtal.cli.compare import compare
from psykavtal.cli.compile import compile_files
from psykavtal.cli.counties import counties
from psykavtal.cli.escalation import escalation
from psykavtal.cli.facts import facts
from psykavtal.cli.law import law
from psykavtal.cli.replay import replay
from psykavtal.cli.schema import schema
from psykavtal.cli.sources import sources


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="psykavtal")
def main() -> None:
    """What Swedish counties' agreements on psychiatric disabilities say, leave open and are silent on.

    Output is in Swedish, the language of the agreements; --lang en for English.
    """


for _command in (compare, case, classify, replay, facts, escalation, counties, law, sources, schema, compile_files):
    main.add_command(_command)
