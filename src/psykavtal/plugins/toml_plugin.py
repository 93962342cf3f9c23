"""The ready plugin: a county from the TOML files of a package, without any code."""

import attrs

from psykavtal.errors import CountyFileError, InvalidValueError, Message
from psykavtal.lazy import locked_property
from psykavtal.model.documents import Document
from psykavtal.model.places import Place
from psykavtal.model.provisions import Arena, LinkedAgreement, Provision, TargetGroup
from psykavtal.model.records import Content, CountyRecord, Omission, Silence, Unread
from psykavtal.model.text_places import LockedPassage
from psykavtal.model.vocabulary import Fact
from psykavtal.plugins.county_toml.checks import Known, check_record
from psykavtal.plugins.county_toml.content_checks import check_content
from psykavtal.plugins.county_toml.faults import Fault, Faults
from psykavtal.plugins.hookspecs import AnyOwnThing, hookimpl
from psykavtal.plugins.object_cache import ObjectCache, cached_tuple
from psykavtal.plugins.package_files import package_file
from psykavtal.plugins.toml_county import CountyTables

COUNTY_FILE = "county.toml"
LOCK_FILE = "passages.json"


class TomlCounty:
    """A plugin that reads `county.toml` and the files that it names from a package.

    A county needs no more code than this, in its package's `__init__.py`::

        plugin = TomlCounty(__name__)

    Args:
        package: name of the package that holds the files.
    """

    def __init__(self, package: str) -> None:
        """Remember the package; nothing is read yet."""
        self.package = package
        self._contents: dict[str, Content] = {}

    def __reduce__(self) -> "tuple[type[TomlCounty], tuple[str]]":
        """Pickle the name of the package; the files are read where it is installed."""
        return type(self), (self.package,)

    def __repr__(self) -> str:
        """The package."""
        return f"TomlCounty({self.package!r})"

    @hookimpl
    def psykavtal_facts(self) -> tuple[Fact, ...]:
        """The county's own events."""
        return self._county[0].facts

    @hookimpl
    def psykavtal_adds_to(self) -> str | None:
        """The county that it adds to, if it is not a county's own."""
        return self._county[0].adds_to

    @hookimpl
    def psykavtal_county(self) -> Place | None:
        """Return the county; if none can be used, raise all faults together."""
        county, faults = self._county
        if county.place is None and county.adds_to is None:
            faults.raise_any()
        return county.place

    @hookimpl
    def psykavtal_things(self, county: Place) -> tuple[AnyOwnThing, ...]:
        """The things, for its own county."""
        return self._county[0].things if self.is_for(county) else ()

    @hookimpl
    def psykavtal_documents(self, county: Place) -> tuple[Document, ...]:
        """The documents, for its own county."""
        return self._county[0].documents if self.is_for(county) else ()

    @hookimpl
    def psykavtal_standing(self, county: Place, known: Known) -> tuple[Provision, ...]:
        """Return the provisions about documents as wholes; raise all faults together."""
        if not self.is_for(county):
            return ()
        read, faults = self._county
        standing = (*read.standing, *faults.salvaged)
        record = CountyRecord(place=county, things=read.things, documents=read.documents, standing=standing)
        self._refuse(faults, check_record(record, known, file=faults.file))
        return read.standing

    @hookimpl
    def psykavtal_target_groups(self, county: Place, document: Document, known: Known) -> tuple[TargetGroup, ...]:
        """The target groups of a document."""
        return tuple(
            each for each in self._content(county, document, known).provisions if isinstance(each, TargetGroup)
        )

    @hookimpl
    def psykavtal_arenas(self, county: Place, document: Document, known: Known) -> tuple[Arena, ...]:
        """The bodies that a document names."""
        return tuple(each for each in self._content(county, document, known).provisions if isinstance(each, Arena))

    @hookimpl
    def psykavtal_linked_agreements(
        self, county: Place, document: Document, known: Known
    ) -> tuple[LinkedAgreement, ...]:
        """The agreements linked to a document."""
        return tuple(
            each for each in self._content(county, document, known).provisions if isinstance(each, LinkedAgreement)
        )

    @hookimpl
    def psykavtal_provisions(self, county: Place, document: Document, known: Known) -> tuple[Provision, ...]:
        """All other provisions of a document."""
        own = (TargetGroup, Arena, LinkedAgreement)
        return tuple(each for each in self._content(county, document, known).provisions if not isinstance(each, own))

    @hookimpl
    def psykavtal_silences(self, county: Place, document: Document, known: Known) -> tuple[Silence | Unread, ...]:
        """Return the silences and unreadable places of a document."""
        content = self._content(county, document, known)
        return (*content.silences, *content.unread)

    @hookimpl
    def psykavtal_omissions(self, county: Place, document: Document, known: Known) -> tuple[Omission, ...]:
        """Return the omissions of a document."""
        return self._content(county, document, known).omissions

    @hookimpl
    def psykavtal_passages(self, county: Place) -> tuple[LockedPassage, ...]:
        """The lock of the citations, if the package has one."""
        if not self.is_for(county):
            return ()
        source = self.data(LOCK_FILE)
        return cached_tuple(self.package, LOCK_FILE, source, self._read_lock, LockedPassage) if source else ()

    def _read_lock(self, source: bytes) -> tuple[LockedPassage, ...]:
        from psykavtal.plugins.lock_file import read_lock, unreadable_lock  # noqa: PLC0415 (brings json)

        try:
            return read_lock(source)
        except (ValueError, RecursionError) as error:
            raise unreadable_lock(self._place(LOCK_FILE), error) from None

    @property
    def county_file(self) -> CountyTables:
        """The content of `county.toml`, without its faults."""
        return self._county[0]

    def is_for(self, county: Place) -> bool:
        """Return whether it gives or adds to a county."""
        own = self._county[0]
        return county.code == own.adds_to or (own.place is not None and county.code == own.place.code)

    @locked_property
    def _county_source(self) -> bytes:
        return self.source(COUNTY_FILE)

    @locked_property
    def _county(self) -> tuple[CountyTables, Faults]:
        source = self._county_source
        faults = Faults(self._place(COUNTY_FILE), source)
        cache = ObjectCache.of(self.package, COUNTY_FILE, [source])
        cached = cache.load(CountyTables)
        if cached is not None:
            return cached, faults
        from psykavtal.plugins.county_toml.file_reader import read_county_file  # noqa: PLC0415 (brings cattrs)

        tables = read_county_file(source, faults)
        if not faults:
            cache.store(tables)
        return tables, faults

    def _content(self, county: Place, document: Document, known: Known) -> Content:
        file = self._county[0].file_of(document)
        if file is None or not self.is_for(county):
            return Content(document=document.id)
        if document.id not in self._contents:
            content, faults = self._read_content(file, document)
            every = attrs.evolve(content, provisions=(*content.provisions, *faults.salvaged))
            self._refuse(faults, check_content(every, known, file=faults.file))
            self._contents[document.id] = content
        return self._contents[document.id]

    def _read_content(self, file: str, document: Document) -> tuple[Content, Faults]:
        county_faults = Faults(self._place(COUNTY_FILE), self._county_source)
        source = None
        try:
            source = self.data(file)
        except InvalidValueError as error:
            county_faults.add_error("content", error, key=document.id)
        else:
            if source is None:
                missing = Message(en="the file does not exist.", sv="filen finns inte.")
                county_faults.add("content", document.id, missing, value=file)
        if source is None:
            county_faults.raise_any()
            raise AssertionError
        faults = Faults(self._place(file), source)
        cache = ObjectCache.of(self.package, file, [self._county_source, source])
        cached = cache.load(Content)
        if cached is not None and cached.document == document.id:
            return cached, faults
        from psykavtal.plugins.county_toml.file_reader import read_document_file  # noqa: PLC0415 (brings cattrs)

        documents = {each.id: each for each in self._county[0].documents}
        content = read_document_file(source, document, documents, faults)
        if not faults:
            cache.store(content)
        return content, faults

    def _place(self, file: str) -> str:
        return f"{self.package}/{file}"

    def data(self, file: str) -> bytes | None:
        """Return a file of the package; None if it is missing.

        Raises:
            InvalidValueError: the name leads out of the package, or the file is not a regular one or too large.
        """
        return package_file(self.package, file)

    def source(self, file: str) -> bytes:
        """Return a file of the package.

        Raises:
            CountyFileError: the file is missing, or cannot be read.
        """
        try:
            data = self.data(file)
        except InvalidValueError as error:
            faults = Faults(self._place(file))
            faults.add_error("", error)
            faults.raise_any()
            raise
        if data is None:
            fault = Message(
                en="the package {package!r} has no {file}.",
                sv="paketet {package!r} saknar {file}.",
                package=self.package,
                file=file,
            )
            raise CountyFileError(fault, (), place=self.package)
        return data

    def _refuse(self, faults: Faults, more: list[Fault]) -> None:
        """Raise all faults together, if any were found.

        The file's own are kept unchanged for the next load.
        """
        every = faults.copy()
        every.extend(more)
        every.raise_any()
