"""The themes of topics."""

from collections.abc import Iterable

from psykavtal.errors import InvalidValueError, Message
from psykavtal.model.vocabulary import Topic


def topics_of_theme(topics: Iterable[Topic], theme: str) -> tuple[Topic, ...]:
    """Return the topics of one theme, in their order.

    Raises:
        InvalidValueError: no topic has this theme.
    """
    every = tuple(topics)
    found = tuple(each for each in every if each.theme == theme)
    if not found:
        fault = Message(en="no theme {theme!r}.", sv="okänt tema {theme!r}.", theme=theme)
        themes = ", ".join(sorted({each.theme for each in every}))
        fix = Message(en="Themes: {themes}.", sv="Teman: {themes}.", themes=themes)
        raise InvalidValueError(fault, value=theme, fix=fix)
    return found
