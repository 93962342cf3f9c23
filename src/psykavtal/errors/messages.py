"""Messages: texts in English that carry their Swedish and their parameters."""

from psykavtal.errors.safe_texts import safe_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Self

LANGUAGES = ("sv", "en")

_PLAIN = (str, int, float, bool, type(None))


class Bilingual:
    """A base for objects with a text in Swedish and in English."""

    __slots__ = ()

    def to(self, lang: str) -> str:
        """Return the text in `lang`: "sv" or "en".

        Raises:
            InvalidValueError: `lang` is another language.
        """
        raise NotImplementedError


class Message(str, Bilingual):
    """A text in English that carries its Swedish, and the parameters of both.

    As a `str` it is the English text, so that it is compared, searched and printed like any other. Each language has
    a template as of `str.format`, with the same fields. A parameter that is `Bilingual` is written in the language of
    the text.

    Attributes:
        sv: the Swedish text.
        parameters: the values of the fields by name: numbers, and everything else as text.

    Examples:
        >>> message = Message(en="unknown topic {topic!r}.", sv="okänd fråga {topic!r}.", topic="sip")
        >>> message
        "unknown topic 'sip'."
        >>> message.to("sv")
        "okänd fråga 'sip'."
        >>> message.parameters
        {'topic': 'sip'}
    """

    __slots__ = ("parameters", "sv")

    sv: str
    parameters: "Mapping[str, object]"

    def __new__(cls, *, en: str, sv: str, **parameters: object) -> "Self":
        """Fill in the templates."""
        return cls.written(en=_filled(en, parameters, "en"), sv=_filled(sv, parameters, "sv"), **parameters)

    @classmethod
    def written(cls, *, en: str, sv: str, **parameters: object) -> "Self":
        """Return a message from texts that are not templates."""
        made = super().__new__(cls, en)
        made.sv = sv
        made.parameters = {name: _plain(value) for name, value in parameters.items()}
        return made

    def to(self, lang: str) -> str:
        """Return the text in `lang`: "sv" or "en".

        Raises:
            InvalidValueError: `lang` is another language.
        """
        if lang not in LANGUAGES:
            from psykavtal.errors import unknown_language  # noqa: PLC0415 (errors are made of messages)

            raise unknown_language(lang)
        return self.sv if lang == "sv" else str(self)

    def __reduce__(self) -> "tuple[object, ...]":
        """Pickle the texts and the parameters, which are plain values."""
        return _message, (str(self), self.sv, self.parameters)


def in_language(value: object, lang: str) -> str:
    """Return the text of an object in a language; its only text if not `Bilingual`."""
    return value.to(lang) if isinstance(value, Bilingual) else str(value)


def as_message(text: str) -> Message:
    """Return a message; any other text becomes one that is the same in both languages."""
    return text if isinstance(text, Message) else Message.written(en=text, sv=str(text))


def joined(texts: "Iterable[str]", separator: str = ", ") -> Message:
    """Return texts as one, in both languages.

    Examples:
        >>> joined(["a", Message(en="a name", sv="ett namn")]).to("sv")
        'a, ett namn'
    """
    parts = list(texts)
    return Message.written(**{lang: separator.join(in_language(each, lang) for each in parts) for lang in LANGUAGES})


def parameters_of(text: str) -> "Mapping[str, object]":
    """Return the parameters of a message; none of any other text."""
    return text.parameters if isinstance(text, Message) else {}


def _message(en: str, sv: str, parameters: "Mapping[str, object]") -> Message:
    return Message.written(en=en, sv=sv, **parameters)


def _filled(template: str, parameters: "Mapping[str, object]", lang: str) -> str:
    values = {name: value.to(lang) if isinstance(value, Bilingual) else value for name, value in parameters.items()}
    return template.format_map(values)


def _plain(value: object) -> object:
    """Return a value that holds no other object: a message, a number, a text."""
    if type(value) in _PLAIN or isinstance(value, Message):
        return value
    return value.to("en") if isinstance(value, Bilingual) else safe_text(value)


NO_MESSAGE = Message(en="", sv="")
"""An empty message, if one may be left out."""
