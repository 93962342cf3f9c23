"""A folder of source texts: read them, check and lock citations against them."""

import hashlib
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

import attrs

from psykavtal.errors import InvalidValueError, Message, SourceError
from psykavtal.errors.system_reasons import system_reason
from psykavtal.model.citations import Citation, Text
from psykavtal.model.documents import Document
from psykavtal.model.file_names import check_file_name
from psykavtal.model.records import Content, CountyRecord
from psykavtal.model.text_places import LockedPassage
from psykavtal.plugins.form_messages import quoted
from psykavtal.plugins.lock_file import lock_text
from psykavtal.plugins.package_files import read_regular
from psykavtal.sources.citation_index import all_uses
from psykavtal.sources.passage_troubles import trouble_of
from psykavtal.sources.passages import Finding, Passage, SourceText, Trouble, UnresolvedError
from psykavtal.sources.text_layout import TextLayout


@attrs.frozen(kw_only=True)
class CountyCitations:
    """The citations of one county, with their users and the digests of their passages.

    Attributes:
        county: id of the county.
        documents: the available documents.
        uses: the ids of the records that use each citation.
        locked: the locked passage of each citation's key.
    """

    county: str
    documents: tuple[Document, ...]
    uses: Mapping[Citation, tuple[str, ...]]
    locked: Mapping[str, LockedPassage] = attrs.field(factory=dict[str, LockedPassage])

    @classmethod
    def of(
        cls,
        record: CountyRecord,
        contents: Sequence[Content],
        locked: Mapping[str, LockedPassage],
    ) -> "CountyCitations":
        """Collect all citations of a county."""
        return cls(
            county=record.place.id,
            documents=tuple(each for each in record.documents if each.is_available),
            uses=all_uses(record, contents),
            locked=locked,
        )

    def among(self, documents: Collection[str]) -> "CountyCitations":
        """Return the citations of some documents, by id."""
        return attrs.evolve(
            self,
            documents=tuple(each for each in self.documents if each.id in documents),
            uses={citation: users for citation, users in self.uses.items() if citation.document in documents},
        )


@attrs.frozen
class SourceFolder:
    """A folder with the files of texts.

    Raises:
        SourceError: the folder does not exist.
    """

    path: Path

    def __attrs_post_init__(self) -> None:
        """Refuse a path that is not a folder."""
        if not self.path.is_dir():
            raise SourceError(
                Message(en="is not a folder.", sv="är ingen mapp."),
                value=str(self.path),
                place=str(self.path),
                fix=Message(en="Give the folder of the texts.", sv="Ange mappen med texterna."),
            )

    def read(self, document: Document, text_id: str) -> SourceText:
        """Read one text of a document.

        Raises:
            SourceError: the file is missing, or is not UTF-8 text.
        """
        text = document.text(text_id)
        if text is None:
            fault = Message(en="unknown text {text!r}.", sv="okänd text {text!r}.", text=text_id)
            raise SourceError(fault, value=text_id, place=document.id)
        try:
            return SourceText(text, self._bytes(text).decode("utf-8"))
        except UnicodeDecodeError as error:
            fault = Message(en="is not UTF-8 text: {error}", sv="är inte text i UTF-8: {error}", error=quoted(error))
            raise SourceError(fault, value=text.file, place=text.file) from None

    def _bytes(self, text: Text) -> bytes:
        """Return the content of the file of a text.

        Raises:
            SourceError: it is not in the folder, or cannot be read.
        """
        try:
            return read_regular(self.path / check_file_name(text.file), text.file)
        except InvalidValueError as error:
            raise SourceError(error.fault, value=text.file, place=text.file, fix=error.fix) from None
        except FileNotFoundError:
            fault = Message(en="is not in the folder.", sv="finns inte i mappen.")
            raise SourceError(fault, value=text.file, place=text.file) from None
        except OSError as error:
            reason = system_reason(error.errno) if error.errno else quoted(type(error).__name__)
            fault = Message(en="cannot be read: {reason}.", sv="kan inte läsas: {reason}.", reason=reason)
            raise SourceError(fault, value=text.file, place=text.file) from None

    def read_as_recorded(self, document: Document, text_id: str) -> SourceText:
        """Read one text of a document; its file must have the recorded digest.

        Raises:
            SourceError: the file is missing, or differs.
        """
        source = self.read(document, text_id)
        if self._digest(source) != source.text.digest:
            file = source.text.file
            fix = Message(
                en="Fetch the file that was read, or read the new one and change its digest.",
                sv="Hämta den fil som lästes, eller läs den nya och ändra dess kontrollsumma.",
            )
            raise SourceError(_OTHER_FILE, value=file, place=file, fix=fix)
        return source

    def _digest(self, source: SourceText) -> str:
        return "sha256:" + hashlib.sha256(self._bytes(source.text)).hexdigest()

    def show(self, document: Document, citation: Citation) -> Passage:
        """Return the passage of a citation.

        Raises:
            SourceError: the text is missing, or the citation does not resolve in it.
        """
        return self._resolved(self.read(document, citation.text), citation)

    def check(
        self,
        citations: CountyCitations,
        *,
        progress: Callable[[], object] = lambda: None,
    ) -> list[Finding]:
        """Resolve every citation of a county; `progress` is called once for each."""
        findings: list[Finding] = []
        texts: dict[tuple[str, str], TextLayout] = {}
        for document in citations.documents:
            for text in document.texts:
                checked = self._checked(citations.county, document, text.id, findings)
                if checked is not None:
                    texts[document.id, text.id] = TextLayout(checked)
        for citation, users in citations.uses.items():
            layout = texts.get((citation.document, citation.text))
            if layout is not None:
                trouble = trouble_of(layout, citation, citations.locked.get(citation.key))
                if trouble is not None:
                    findings.append(
                        Finding(
                            county=citations.county,
                            citation=citation.key,
                            used_by=users,
                            trouble=trouble[0],
                            message=trouble[1],
                        )
                    )
            progress()
        return findings

    def lock(self, citations: CountyCitations) -> str:
        """Return a lock as JSON: each cited passage with its digest and its place.

        Raises:
            SourceError: a citation does not resolve; a lock is never partial.
        """
        found: list[LockedPassage] = []
        for document in citations.documents:
            for text in document.texts:
                own = [each for each in citations.uses if (each.document, each.text) == (document.id, text.id)]
                found += self._locked(self.read(document, text.id), own) if own else ()
        return lock_text(found)

    def _locked(self, source: SourceText, citations: Sequence[Citation]) -> list[LockedPassage]:
        """Return the passages of a text with their places, in text order."""
        layout = TextLayout(source)
        resolved = [(self._resolved(source, each), each.key) for each in citations]
        resolved.sort(key=lambda each: (each[0].first, each[0].last, each[1]))
        return [layout.place(key, passage) for passage, key in resolved]

    def _resolved(self, source: SourceText, citation: Citation) -> Passage:
        try:
            return source.resolve(citation)
        except UnresolvedError as error:
            raise SourceError(error.fault, value=citation.key, place=citation.key) from error

    def _checked(self, county: str, document: Document, text_id: str, findings: list[Finding]) -> SourceText | None:
        try:
            source = self.read(document, text_id)
        except SourceError as error:
            findings.append(
                Finding(
                    county=county,
                    citation=error.place,
                    trouble=Trouble.NO_FILE,
                    message=error.fault,
                )
            )
            return None
        if self._digest(source) != source.text.digest:
            findings.append(
                Finding(
                    county=county,
                    citation=source.text.file,
                    trouble=Trouble.FILE_CHANGED,
                    message=_OTHER_FILE,
                )
            )
        return source


_OTHER_FILE = Message(
    en="is not the file that was read: its digest differs.",
    sv="är inte den fil som lästes: dess kontrollsumma är en annan.",
)
