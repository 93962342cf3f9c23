"""Wording in our own words: Swedish, the language of record, and English."""

import attrs

from psykavtal.errors import LANGUAGES, Bilingual, unknown_language
from psykavtal.model.validators import some_text

UNTRANSLATED = "[sv]"
"""The mark of a Swedish wording in English output."""


@attrs.frozen(kw_only=True, repr=False)
class Wording(Bilingual):
    """A wording in Swedish and, if available, in English.

    Attributes:
        sv: the Swedish wording.
        en: the English wording; None if only Swedish was written.

    Examples:
        >>> wording = Wording(sv="Tyst", en="Silent")
        >>> print(wording)
        Tyst
        >>> wording.to("en")
        'Silent'
        >>> Wording(sv="Tyst").to("en")
        '[sv] Tyst'
    """

    sv: str = attrs.field(validator=some_text)
    en: str | None = None

    def to(self, lang: str) -> str:
        """Return the wording in `lang`; without an English one, the Swedish one, marked "[sv]".

        Raises:
            InvalidValueError: `lang` is neither "sv" nor "en".
        """
        if lang not in LANGUAGES:
            raise unknown_language(lang)
        if lang == "sv":
            return self.sv
        return self.en or f"{UNTRANSLATED} {self.sv}"

    def __str__(self) -> str:
        """Swedish: the default for people."""
        return self.sv

    def __repr__(self) -> str:
        """Both languages, short."""
        return f"Wording({self.sv!r})" if self.en is None else f"Wording({self.sv!r}, en={self.en!r})"
