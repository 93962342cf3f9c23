"""The languages of output."""

LANGUAGES = ("sv", "en")

OTHER = {"sv": "en", "en": "sv"}


def plain_words(text):
    return " ".join(text.split())
