"""The search in a county."""

from typing import TYPE_CHECKING, Unpack

from psykavtal.agreements.county_data import CountyData

if TYPE_CHECKING:
    from psykavtal.agreements.search.provision_filters import FilterArguments
    from psykavtal.agreements.search.search_results import SearchResults


class SearchableCounty:
    """A county whose provisions are found by words."""

    holdings: CountyData

    def find(self, words: str | None = None, **filters: "Unpack[FilterArguments]") -> "SearchResults":
        """Find provisions of all documents, the best first; without words, in text order.

        Args:
            words: words in Swedish or English, in any form; each must match. None lists all provisions.
            **filters: `document`, `section`, `topic`, `kind`, `bearer`, `modality`, `status`; see `ProvisionFilters`.

        Raises:
            InvalidValueError: `words` has no word, or a filter has an unknown value.
            UnknownNameError: unknown document or topic.
        """
        _ = self.holdings.contents  # a document that cannot be read is an error here
        return self.holdings.corpus.find(words, filters)
