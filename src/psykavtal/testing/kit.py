"""The tests that every county must pass."""

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
from psykavtal.testing.question_checks import differences
from psykavtal.testing.questions import read_questions

LONGEST_RUN = 8
"""The number of consecutive words that a wording may share with a source."""


class CountyTests:
    """Tests for one county; subclass and set the attributes.

    Attributes:
        plugin: the county's plugin.
        sources: the folder of its source texts; None if not available.
        questions: a folder of questions with their answers (see `psykavtal.testing.questions`); None for none.
        least_by_provisions: the percentage of each text that provisions must cite, with the rest
            omitted for a reason; None to skip the test.
    """

    plugin: ClassVar[object]
    sources: ClassVar[Path | None] = None
    questions: ClassVar[Path | None] = None
    least_by_provisions: ClassVar[int | None] = None

    @pytest.fixture(scope="class")
    @classmethod
    def counties(cls) -> Counties:
        """The county alone; every fault of its files is raised."""
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
            pytest.skip(f"the source texts are not available ({cls.sources}): citations are not checked")
        return SourceFolder(cls.sources)

    def test_the_county_has_an_agreement(self, county: County) -> None:
        """The county has an agreement."""
        assert county.agreement is not None

    def test_every_provision_has_a_source(self, county: County) -> None:
        """Each provision is cited, or reported with an address."""
        bare = [each.id for each in county.find().provisions if not each.citations and not each.reported]
        assert bare == []

    def test_every_question_is_accounted_for(self, county: County) -> None:
        """Each available document answers each topic, is silent on it, or is unreadable."""
        open_questions = [
            f"{document.id}: {topic.id}"
            for document in county.documents
            if document.is_available and document.read_on is not None
            for topic in county.topics.values()
            if county.document(document.id, on=document.read_on).ask(topic.id).status == "not-recorded"
        ]
        assert open_questions == [], "record a provision, or a silence"

    def test_no_topic_is_both_answered_and_silent(self, county: County) -> None:
        """No provision answers a topic on which its document is silent."""
        answered = {
            (topic, each.document) for each in county.find().provisions if each.citations for topic in each.topics
        }
        silent = {(each.topic, each.document) for content in county.holdings.contents for each in content.silences}
        assert answered & silent == set()

    def test_json_round_trip(self, counties: Counties) -> None:
        """All data of the county is equal after a round trip through JSON."""
        text = to_json(counties)
        assert to_json(from_json(text)) == text

    def test_every_citation_resolves(self, county: County, folder: SourceFolder) -> None:
        """Each passage is found, unique, and unchanged since it was locked."""
        holdings = county.holdings
        gathered = CountyCitations.of(holdings.record, holdings.contents, holdings.registry.passages(holdings.record))
        assert [str(each) for each in folder.check(gathered)] == []

    def test_every_passage_is_accounted_for(self, county: County, folder: SourceFolder) -> None:
        """Provisions cite enough of each text, and the rest is omitted with a reason."""
        if self.least_by_provisions is None:
            pytest.skip("least_by_provisions is not set")
        texts = cover_county(county.holdings.record, county.holdings.contents, folder)
        missing = [f"{each.document}/{each.text}: {unit.segment.text}" for each in texts for unit in each.missing]
        assert missing == [], "record it, or list it as an omission"
        short = [each.document for each in texts if each.by_provisions * 100 < self.least_by_provisions]
        assert short == [], "record more provisions"

    def test_law_is_cited_for_known_subjects(self, county: County) -> None:
        """Each reference to law names a subject of the register, or none."""
        subjects = {
            each.subject for each in county.find(kind=LegalReference).provisions if isinstance(each, LegalReference)
        }
        assert subjects - {""} <= set(register().subjects)

    def test_questions_have_the_expected_answers(self, county: County) -> None:
        """Each question has the expected answer."""
        if self.questions is None:
            pytest.skip("the county has no questions (questions)")
        questions = read_questions(self.questions)
        assert questions, f"no questions in {self.questions}"
        wrong = [f"{question}: {fault}" for question in questions for fault in differences(question, county)]
        assert wrong == []

    def test_wordings_are_our_own(self, county: County, folder: SourceFolder) -> None:
        """No wording shares many consecutive words with a source, except declared names."""
        texts = [folder.read(document, text.id).content for document in county.documents for text in document.texts]
        record = county.holdings.record
        names = [name for each in (*record.things, *record.documents) for name in each.names]
        wordings = {each.id: _worded(each) for each in county.find().provisions}
        assert runs_with(wordings, texts, longest=LONGEST_RUN, apart=names) == [], "use our own words"


def _worded(provision: Provision) -> list[str]:
    """Return every wording of a provision in our own words."""
    wordings = [
        provision.wording,
        *(each.text for each in provision.remarks),
        *(each.why for each in provision.readings),
    ]
    return [text for each in wordings for text in (each.sv, each.en or "")]
