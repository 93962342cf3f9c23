"""The group of commands."""

import click

from psykavtal.cli.ask_command import ask
from psykavtal.cli.audit_command import audit
from psykavtal.cli.case_command import case
from psykavtal.cli.classify_command import classify
from psykavtal.cli.compare_command import compare
from psykavtal.cli.counties_command import counties
from psykavtal.cli.diff_command import diff
from psykavtal.cli.escalation_command import escalation
from psykavtal.cli.export_command import export
from psykavtal.cli.facts_command import facts
from psykavtal.cli.find_command import find
from psykavtal.cli.law_command import law
from psykavtal.cli.overview_command import overview
from psykavtal.cli.schema_command import schema
from psykavtal.cli.show_command import show
from psykavtal.cli.sources_command import sources
from psykavtal.cli.timeline_command import timeline


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="psykavtal")
def main() -> None:
    """Query Swedish counties' agreements on psychiatric disabilities: statements, open questions, silences.

    Output is in Swedish, the language of the agreements; --lang en for English.
    """


for _command in (
    compare,
    diff,
    overview,
    ask,
    find,
    show,
    case,
    classify,
    facts,
    escalation,
    timeline,
    audit,
    counties,
    law,
    sources,
    schema,
    export,
):
    main.add_command(_command)
