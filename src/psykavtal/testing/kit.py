"""The tests of the kit."""

from pathlib import Path
from typing import ClassVar

import pytest

from psykavtal.agreements.counties import Counties, load_counties
from psykavtal.agreements.county import County
from psykavtal.exchange import from_json, to_json
from psykavtal.law import register
from psykavtal.model.provisions import LegalReference, Provision
from psykavtal.sources.coverage import cover_county
from psykavtal.sources.folder import CountyCitations, SourceFolder
from psykavtal.testing.plagiarism import runs_with
from psykavtal.testing.questions import differences, read_cases

LONGEST_RUN = 8
"""How many words in a row a wording may share with a source."""


class CountyTests:
    """What holds for every county.

    Attributes:
        plugin: the county's plugin.
        sources: the folder of its source texts; None where they are not at hand.
        cases: a folder of questions with their answers (see `psykavtal.testing.questions`); None for none.
        least_by_provisions: how many percent of each text provisions must account for, with all of
            the rest left out with a reason; None while the county is not that far.
    """

    plugin: ClassVar[object]
    sources: ClassVar[Path | None] = None
    cases: ClassVar[Path | None] = None
    least_by_provisions: ClassVar[int | None] = None

    @pytest.fixture(scope="class")
    @classmethod
    def counties(cls) -> Counties:
        """The county by itself; every fault of its files is raised here."""
        return load_counties([cls.plugin], strict=True)

    @pytest.fixture(scope="class")
    @classmethod
    def county(cls, counties: Counties) -> County:
        """The county."""
        assert len(counties) == 1, "the plugin gives one county"
        return counties.members[0]

    @pytest.fixture(scope="class")
    @classmethod
    def folder(cls) -> SourceFolder:
        """The folder of source texts."""
        if cls.sources is None or not cls.sources.is_dir():
            pytest.skip(f"the source texts are not at hand ({cls.sources}): citations are not held against them")
        return SourceFolder(cls.sources)

    def test_it_has_an_agreement(self, county: County) -> None:
        """A county is there for its agreement."""
        assert county.agreement is not None

    def test_every_provision_says_where(self, county: County) -> None:
        """Each is cited, or reported with an address."""
        bare = [each.id for each in county.find() if not each.citations and not each.reported]
        assert bare == []

    def test_every_question_is_accounted_for(self, county: County) -> None:
        """Each document that is held answers each topic, is silent on it, or is told to be unreadable."""
        open_questions = [
            f"{document.id}: {topic.id}"
            for document in county.documents
            if document.held and document.read_on is not None
            for topic in county.topics.values()
            if county.document(document.id, on=document.read_on).ask(topic.id).status == "not-recorded"
        ]
        assert open_questions == [], "say it, or record that the text is silent"

    def test_nothing_is_both_said_and_silent(self, county: County) -> None:
        """A topic on which a document is silent is answered by no provision of it."""
        said = {(topic, each.document, each.about) for each in county.find() if each.citations for topic in each.topics}
        silent = {
            (each.topic, each.document, each.about) for content in county.holdings.contents for each in content.silences
        }
        assert said & silent == set()

    def test_json_gives_it_back(self, counties: Counties) -> None:
        """The whole county to JSON and back is equal to itself."""
        assert from_json(to_json(counties)) == counties

    def test_every_citation_resolves(self, county: County, folder: SourceFolder) -> None:
        """Each passage is found, is the only one, and reads as it did when it was locked."""
        holdings = county.holdings
        gathered = CountyCitations.of(holdings.record, holdings.contents, holdings.registry.passages(holdings.record))
        assert [str(each) for each in folder.check(gathered)] == []

    def test_every_passage_is_accounted_for(self, county: County, folder: SourceFolder) -> None:
        """Provisions cite enough of each text, and all else is left out with a reason."""
        if self.least_by_provisions is None:
            pytest.skip("the county does not say how much of its texts it accounts for (least_by_provisions)")
        texts = cover_county(county.holdings.record, county.holdings.contents, folder)
        missing = [f"{each.document}/{each.text}: {unit.unit.text}" for each in texts for unit in each.missing]
        assert missing == [], "record it, or list it as left out with a reason"
        short = [each.document for each in texts if each.by_provisions * 100 < self.least_by_provisions]
        assert short == [], "more must be recorded"

    def test_law_is_cited_for_known_subjects(self, county: County) -> None:
        """Each reference to law names a subject of the register, or none."""
        subjects = {each.subject for each in county.find(kind=LegalReference) if isinstance(each, LegalReference)}
        assert subjects - {""} <= set(register().subjects)

    def test_questions_have_the_answers_that_the_text_gives(self, county: County) -> None:
        """Each case comes out as a careful reader would have it."""
        if self.cases is None:
            pytest.skip("the county has no cases (cases)")
        cases = read_cases(self.cases)
        assert cases, f"there are no cases in {self.cases}"
        wrong = [f"{case}: {told}" for case in cases for told in differences(case, county)]
        assert wrong == []

    def test_wordings_are_our_own(self, county: County, folder: SourceFolder) -> None:
        """No wording runs along with a source for more words than a fragment has, declared names apart."""
        texts = [folder.read(document, text.id).content for document in county.documents for text in document.texts]
        record = county.holdings.record
        names = [name for each in (*record.things, *record.documents) for name in each.names]
        copied = [
            f"{each.id}: {run}"
            for each in county.find()
            for run in runs_with(_worded(each), texts, longest=LONGEST_RUN, apart=names)
        ]
        assert copied == [], "say it in words of our own"


def _worded(provision: Provision) -> list[str]:
    """Every wording of a provision in our own words."""
    wordings = [provision.wording, provision.note, *(each.why for each in provision.readings)]
    return [text for each in wordings if each is not None for text in (each.sv, each.en or "")]
