"""The languages, and the commands of an output test."""

LANGUAGES = ("sv", "en")

OTHER = {"sv": "en", "en": "sv"}


def _plain(text):
    return " ".join(text.split())
