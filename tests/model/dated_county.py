"""A test county with datings and references to law."""

from collections.abc import Callable

from psykavtal import County

ASKED = "2030-01-01"

AT = 'passage = "avtal-2024/ren/Målgrupp: Avtalet gäller … tills vidare"'

REPORTED = 'reported = "https://exempel.se/omslag"'


def dating(name: str, *lines: str, source: str = AT) -> str:
    keys = "\n".join(lines)
    return f'\n[dating.{name}]\nanswers = ["agreement.written"]\nabout = "avtal-2024"\nsv = "Skriven då."\n{source}\n{keys}\n'


def adoption(name: str, *lines: str, source: str = AT) -> str:
    keys = "\n".join(lines)
    return f'\n[adoption.{name}]\nanswers = ["agreement.adoption"]\nabout = "avtal-2024"\nsv = "Antagen då."\n{source}\n{keys}\n'


def reference(as_written: str, name: str = "one", subject: str = "") -> str:
    return (
        f'\n[legal-reference.{name}]\nanswers = ["law.references"]\npassage = "Målgrupp: Avtalet gäller under"\n'
        f'as_written = "{as_written}"\nsubject = "{subject}"\nsv = "Anges."\n'
    )


MakeTestCounty = Callable[..., County]
