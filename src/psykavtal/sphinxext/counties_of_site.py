"""The counties of a site, with the day and the language of its pages."""

import hashlib
import os
import warnings
from datetime import UTC, date, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING

import attrs

from psykavtal.agreements.counties import Counties, load_counties
from psykavtal.agreements.county import County
from psykavtal.errors import LANGUAGES, Message, PluginWarning, UnknownDocumentError, near_name, unknown_language
from psykavtal.exchange import to_json
from psykavtal.lazy import Frozen, locked_property
from psykavtal.model.dates import parse_date
from psykavtal.model.documents import Document

if TYPE_CHECKING:
    from sphinx.config import Config


@attrs.frozen(slots=False)
class SiteCounties(Frozen):
    """The counties that a site describes.

    Attributes:
        counties: the counties.
        on: the day for which its pages answer.
        lang: the language of generated text.
    """

    counties: Counties
    on: date
    lang: str

    @classmethod
    def of(cls, config: "Config") -> "SiteCounties":
        """Return the counties by the values of `conf.py`.

        Raises:
            PsykavtalError: unknown county or language, or a day that is not a date.
        """
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", PluginWarning)  # the extension warns of each problem itself
            loaded = load_counties()
        on = parse_date(config.avtal_on, place="avtal_on") if config.avtal_on else build_day()
        return cls(loaded.select(list(config.avtal_counties)), on, known_language(config.avtal_lang))

    def document(self, name: str) -> tuple[County, Document]:
        """Return a document and its county, by "id" or "county/id".

        Raises:
            UnknownDocumentError: no county of the site has it, or several have.
        """
        place, _, own = name.rpartition("/")
        found = [
            (county, document)
            for county in self.counties.members
            for document in county.documents
            if document.id == own and place in ("", county.id)
        ]
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(f"{county.id}/{own}" for county, _ in found)
            fault = Message(en="several counties have {name!r}.", sv="flera län har {name!r}.", name=name)
            raise UnknownDocumentError(
                fault, value=name, fix=Message(en="Use one of: {names}.", sv="Ange ett av: {names}.", names=names)
            )
        known = [each.id for county in self.counties.members for each in county.documents]
        fault = Message(en="unknown document {name!r}.", sv="okänt dokument {name!r}.", name=name)
        raise UnknownDocumentError(fault, value=name, fix=near_name(name, known))

    @locked_property
    def digest(self) -> str:
        """A digest of all that the pages are made from."""
        parts = (to_json(self.counties), self.on.isoformat(), self.lang, version("psykavtal"))
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def known_language(lang: str) -> str:
    """Return a language.

    Raises:
        InvalidValueError: generated text has no such language.
    """
    if lang not in LANGUAGES:
        raise unknown_language(lang)
    return lang


def build_day() -> date:
    """Return the day of the build: that of `SOURCE_DATE_EPOCH` if it is set, else today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return date.today() if epoch is None else datetime.fromtimestamp(int(epoch), tz=UTC).date()
