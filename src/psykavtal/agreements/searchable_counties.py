"""The search among all counties."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Unpack

from psykavtal.lazy import locked_property

if TYPE_CHECKING:
    from psykavtal.agreements.county import County
    from psykavtal.agreements.search.corpus import Corpus
    from psykavtal.agreements.search.provision_filters import FilterArguments
    from psykavtal.agreements.search.search_results import SearchResults


class SearchableCounties(Mapping[str, "County"]):
    """Counties by id whose provisions can be searched together."""

    @locked_property
    def corpus(self) -> "Corpus":
        """The searched texts of all counties, without the documents that cannot be read."""
        from psykavtal.agreements.search.corpus import Corpus  # noqa: PLC0415 (brings SQLite and stemmers)

        return Corpus.joined(each.holdings.corpus for each in self.values())

    def find(
        self, words: str | None = None, *, county: str | None = None, **filters: "Unpack[FilterArguments]"
    ) -> "SearchResults":
        """Find provisions of all counties, the best first; without words, in text order.

        Args:
            words: words in Swedish or English, in any form; each must match. None lists all provisions.
            county: id, code or name of one county.
            **filters: `document`, `section`, `topic`, `kind`, `bearer`, `modality`, `status`; see `ProvisionFilters`.

        Returns:
            The results; documents that cannot be read are listed in `not_searched`.

        Raises:
            InvalidValueError: `words` has no word, or a filter has an unknown value.
            UnknownNameError: unknown county, document or topic.

        Examples:
            >>> from psykavtal import load_counties
            >>> load_counties().find("Tillnyktringsenhet")[0].where
            ('attachments', 'passage')
        """
        return self.corpus.find(words, filters, county=None if county is None else self[county].id)
