"""Wording in our own words: Swedish, the language of record, and English."""

import attrs

from psykavtal.errors import InvalidValueError
from psykavtal.model.validators import not_empty

LANGUAGES = ("sv", "en")


@attrs.frozen(kw_only=True, repr=False)
class Wording:
    """One thing said in Swedish and, where we have it, in English.

    Attributes:
        sv: the Swedish wording.
        en: the English wording, or None where only Swedish was written.

    Examples:
        >>> wording = Wording(sv="Tyst", en="Silent")
        >>> print(wording)
        Tyst
        >>> wording.to("en")
        'Silent'
        >>> Wording(sv="Tyst").to("en")
        'Tyst'
    """

    sv: str = attrs.field(validator=not_empty)
    en: str | None = None

    def to(self, lang: str) -> str:
        """The wording in `lang`; Swedish where there is no other.

        Raises:
            InvalidValueError: `lang` is neither "sv" nor "en".
        """
        if lang not in LANGUAGES:
            raise InvalidValueError(
                f"no language {lang!r}.",
                value=lang,
                hint=f"Languages: {', '.join(LANGUAGES)}.",
            )
        return self.en if lang == "en" and self.en else self.sv

    def __str__(self) -> str:
        """Swedish: the default for people."""
        return self.sv

    def __repr__(self) -> str:
        """Both languages, short."""
        return f"Wording({self.sv!r})" if self.en is None else f"Wording({self.sv!r}, en={self.en!r})"
