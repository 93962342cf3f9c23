"""`psykavtal facts`."""

import click

from psykavtal.cli.options import fails_plainly, installed, lang_option
from psykavtal.model.vocabulary import FactType
from psykavtal.model.wording import Wording

_TYPES = {
    FactType.TRUTH: Wording(sv="Sant eller falskt om personen", en="True or false of the person"),
    FactType.PRINCIPAL: Wording(sv="Vilken huvudman (--principal)", en="Which principal (--principal)"),
    FactType.EVENT: Wording(sv="Har det hänt?", en="Has it occurred?"),
    FactType.OCCASION: Wording(sv="Har det uppkommit?", en="Has it arisen?"),
}


@click.command()
@lang_option
@fails_plainly
def facts(lang: str) -> None:
    """List the facts that conditions turn on, with the question that decides each."""
    known = installed().facts.values()
    width = max(len(each.id) for each in known)
    for fact_type, heading in _TYPES.items():
        click.echo(heading.to(lang))
        for each in known:
            if each.type is fact_type:
                click.echo(f"  {each.id:<{width}}  {each.question.to(lang)} ({each.label.to(lang)})")
        click.echo()
