"""Objects told as text for a person."""

import textwrap

from psykavtal.cases.what_applies import WhatApplies
from psykavtal.errors import InvalidValueError
from psykavtal.model.wording import LANGUAGES
from psykavtal.output import case_labels as labels
from psykavtal.output.case_sections import Section, sections, title_of

_WIDTH = 100


def tell(value: object, lang: str = "sv") -> str:
    """An object as text.

    Raises:
        InvalidValueError: it is not told as text, or not in this language.
    """
    if lang not in LANGUAGES:
        raise InvalidValueError(f"no language {lang!r}.", value=lang, fix=f"One of: {', '.join(LANGUAGES)}.")
    if not isinstance(value, WhatApplies):
        raise InvalidValueError(f"a {type(value).__name__} is not told as text.")
    head = [title_of(value).to(lang), labels.NO_ASSESSMENT.to(lang), *(each.to(lang) for each in value.notes)]
    blocks = ["\n".join(_wrapped(line, 0) for line in head)]
    blocks += [_block(each, lang) for each in sections(value) if each.lines]
    return "\n\n".join(blocks) + "\n"


def _block(section: Section, lang: str) -> str:
    status = f" [{section.status_label.to(lang)}]" if section.status_label is not None else ""
    lines = [f"{section.title.to(lang)}{status}"]
    for each in section.lines:
        text = f"<{each.text.to(lang)}>" if each.is_source else each.text.to(lang)
        lines.append(_wrapped(text, each.level + 1))
    return "\n".join(lines)


def _wrapped(text: str, level: int) -> str:
    indent = "  " * level
    return textwrap.fill(
        text,
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=f"{indent}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
