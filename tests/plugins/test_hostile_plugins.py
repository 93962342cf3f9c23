"""A hostile or broken plugin is disabled and reported; all other counties work, and the program goes on."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import psykavtal_dalarna
import psykavtal_jamtland
import psykavtal_jonkoping
import pytest
from click.testing import CliRunner

import psykavtal
from psykavtal import Case, Counties, hookimpl, load_counties
from psykavtal.cli.main import main
from psykavtal.errors import CountyFileError, PluginError, PluginWarning, PsykavtalError
from psykavtal.model.ages import AgeLimit, AgeRange
from psykavtal.model.citations import Citation, Section, Text
from psykavtal.model.conditions import FactIs, Not
from psykavtal.model.documents import Document, DocumentType
from psykavtal.model.places import Municipality, Place
from psykavtal.model.provisions import Provision, Statement, TargetGroup
from psykavtal.model.readings import Reading
from psykavtal.model.records import Omission, OmissionReason, Silence
from psykavtal.model.things import Body
from psykavtal.model.vocabulary import Fact, FactType, Topic
from psykavtal.model.wording import Wording
from psykavtal.plugins.problems import Problem
from tests.counties import VARMLAND, Coded, a_county, a_document, some_things
from tests.thorough import pairs

ON = "2026-01-10"
INSTALLED = (psykavtal_dalarna.plugin, psykavtal_jamtland.plugin, psykavtal_jonkoping.plugin)
NAMES = ["jonkoping", "dalarna", "jamtland"]
CASE = Case(municipality="2321", age=30, facts={"psychiatric-disability": True, "coordinated": True})
NAIVE: Any = object.__new__


class MuteError(Exception):
    """An error that cannot be written."""

    def __str__(self) -> str:
        raise RuntimeError("no text")

    __repr__ = __str__


class WrongTextError(Exception):
    """An error whose text is none."""

    def __str__(self) -> str:
        return NAIVE(int)


class ExitingTextError(Exception):
    """An error that ends the program when it is written."""

    def __str__(self) -> str:
        raise SystemExit(7)


class OwnBaseError(BaseException):
    """An error that is no Exception."""


class MuteFaultError(PsykavtalError):
    """One of the library's own kind that cannot be written."""

    def __str__(self) -> str:
        raise RuntimeError("no text")


class NamelessMeta(type):
    """A class whose name cannot be read."""

    @property
    def __name__(cls) -> str:  # type: ignore[override] (that is what is wrong with it)
        raise RuntimeError("no name")


def nameless() -> object:
    """Raise an error of such a class."""
    raise NamelessMeta("NamelessError", (Exception,), {})  # type: ignore[misc] (a class made by hand)


def endless() -> object:
    return endless()


RAISED: dict[str, Callable[[], object]] = {
    "SystemExit": lambda: sys.exit(0),
    "SystemExit with a text": lambda: sys.exit("bye"),
    "KeyboardInterrupt": lambda: throw(KeyboardInterrupt()),
    "GeneratorExit": lambda: throw(GeneratorExit()),
    "a BaseException": lambda: throw(OwnBaseError("own")),
    "an error that cannot be written": lambda: throw(MuteError()),
    "an error whose text is a number": lambda: throw(WrongTextError()),
    "an error that exits when written": lambda: throw(ExitingTextError()),
    "an error of a class without a name": nameless,
    "an own error that cannot be written": lambda: throw(MuteFaultError("x")),
    "an own error whose message is no text": lambda: throw(PluginError(5)),  # type: ignore[arg-type] (that is what is wrong with it)
    "an own error with faults that cannot be written": lambda: throw(CountyFileError("x", (MuteError(),))),
    "a group of errors": lambda: throw(ExceptionGroup("some", [ValueError("a"), OSError("b")])),
    "a group with an exit": lambda: throw(BaseExceptionGroup("some", [SystemExit(0), KeyboardInterrupt()])),
    "an error with a mute cause": lambda: throw_from(ValueError("x"), MuteError()),
    "RecursionError": endless,
    "MemoryError": lambda: throw(MemoryError()),
    "StopIteration": lambda: throw(StopIteration()),
    "a warning as an error": lambda: throw(DeprecationWarning("old")),
    "AssertionError": lambda: throw(AssertionError()),
}


def throw(error: BaseException) -> object:
    raise error


def throw_from(error: BaseException, cause: BaseException) -> object:
    raise error from cause


def check_others(counties: Counties) -> None:
    """The installed counties answer as they do alone."""
    answers, target_group = alone()
    assert [counties[name].ask("sip.convener", on=ON) for name in NAMES] == answers
    assert counties.target_group(CASE, on=ON) == target_group


@cache
def alone() -> tuple[list[object], object]:
    counties = load_counties(INSTALLED)
    return [counties[name].ask("sip.convener", on=ON) for name in NAMES], counties.target_group(CASE, on=ON)


def load(*plugins: object) -> Counties:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PluginWarning)
        return load_counties([*INSTALLED, *plugins])


def is_disabled(plugin: object) -> tuple[Problem, ...]:
    """The plugin is disabled, and nothing else is."""
    counties = load(plugin)
    assert list(counties) == NAMES
    assert counties.problems
    check_others(counties)
    for problem in counties.problems:
        assert isinstance(str(problem), str)
        assert isinstance(problem.error, PsykavtalError)
    return counties.problems


# --- Raised by hooks ---

HOOKS = [
    "psykavtal_topics",
    "psykavtal_facts",
    "psykavtal_county",
    "psykavtal_adds_to",
    "psykavtal_things",
    "psykavtal_documents",
    "psykavtal_standing",
]


@pytest.mark.parametrize(("error", "hook"), pairs(RAISED, HOOKS))
def test_whatever_a_hook_raises_disables_its_plugin_only(error: str, hook: str) -> None:
    plugin = Coded(**{"psykavtal_county": a_county, hook: RAISED[error]})
    (problem,) = {each.plugin for each in is_disabled(plugin)}
    assert problem == "Coded"


CONTENT_HOOKS = ["psykavtal_provisions", "psykavtal_silences", "psykavtal_omissions"]


@pytest.mark.parametrize(("error", "hook"), pairs(RAISED, CONTENT_HOOKS))
def test_whatever_content_raises_is_an_error_of_its_county_only(error: str, hook: str) -> None:
    work = RAISED[error]
    hooks: dict[str, Callable[..., object]] = {hook: lambda document: work() if document.id == "avtal" else ()}
    plugin = Coded(psykavtal_county=a_county, psykavtal_things=some_things, psykavtal_documents=a_document, **hooks)
    counties = load(plugin)
    with pytest.raises(PsykavtalError):
        counties["17"].document("avtal", on=ON).ask("sip.use")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PluginWarning)
        compared = psykavtal.compare(counties, on=ON)
    assert compared.subjects == ("Jönköping", "Värmland", "Dalarna", "Jämtland Härjedalen")
    assert [each.document for each in counties.problems] == ["avtal"]
    check_others(counties)
    with pytest.raises(ExceptionGroup):
        load_counties([plugin], strict=True)


@pytest.mark.parametrize("work", RAISED.values(), ids=RAISED)
def test_whatever_a_lock_raises_takes_no_other_lock_along(work: Callable[[], object]) -> None:
    counties = load(Coded(psykavtal_passages=work))
    record = counties["23"].holdings.record
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PluginWarning)
        found = counties.registry.passages(record)
    assert found == load_counties(INSTALLED).registry.passages(record)
    assert {each.plugin for each in counties.problems} == {"Coded"}


class RaisingPackage:
    """A plugin whose attributes raise."""

    @property
    def package(self) -> str:
        sys.exit(1)

    @hookimpl
    def psykavtal_county(self) -> Place:
        return VARMLAND


class UnlistableError(RaisingPackage):
    """A plugin whose attributes cannot be listed."""

    def __dir__(self) -> list[str]:
        raise KeyboardInterrupt


class EndlessWrapper:
    """A plugin that wraps its own hook, and gives without end."""

    @hookimpl(wrapper=True)
    def psykavtal_things(self, county: Place) -> Iterator[None]:
        yield
        return (  # type: ignore[return-value] (that is what is wrong with it)
            (Body(id=f"b{number}", names=(county.name,)),) for number in iter(int, 1)
        )


@pytest.mark.parametrize("plugin", [UnlistableError(), EndlessWrapper()], ids=lambda each: type(each).__name__)
def test_a_plugin_that_cannot_be_looked_at_is_disabled(plugin: object) -> None:
    is_disabled(plugin)


def test_a_plugin_without_a_name_is_named_by_its_class() -> None:
    counties = load(RaisingPackage())  # older versions of pluggy read all attributes, and this one is then disabled
    assert list(counties) == ["jonkoping", *(["varmland"] if not counties.problems else []), "dalarna", "jamtland"]
    assert [each.plugin for each in counties.problems] in ([], ["RaisingPackage"])


# --- Ctrl-C ---


def interrupted() -> Place:
    signal.raise_signal(signal.SIGINT)
    return VARMLAND


def interrupted_and_silent() -> Place:
    with contextlib.suppress(BaseException):
        signal.raise_signal(signal.SIGINT)
    return VARMLAND


def interrupted_and_exiting() -> Place:
    try:
        signal.raise_signal(signal.SIGINT)
    except KeyboardInterrupt:
        sys.exit(0)
    return VARMLAND


@pytest.mark.parametrize("county", [interrupted, interrupted_and_silent, interrupted_and_exiting])
def test_an_interrupt_by_the_user_stops_the_program_whatever_the_plugin_makes_of_it(
    county: Callable[[], Place],
) -> None:
    handler = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        load(Coded(psykavtal_county=county))
    assert signal.getsignal(signal.SIGINT) is handler


def test_an_interrupt_in_the_reading_of_content_stops_the_program() -> None:
    counties = load(
        Coded(
            psykavtal_county=a_county,
            psykavtal_things=some_things,
            psykavtal_documents=a_document,
            psykavtal_provisions=interrupted,
        )
    )
    with pytest.raises(KeyboardInterrupt):
        counties["17"].document("avtal", on=ON).ask("sip.use")


@pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="the system has no such signal")
def test_what_the_handler_of_another_signal_raises_is_passed_on() -> None:
    def stop(*_: object) -> None:
        raise SystemExit(143)

    before = signal.signal(signal.SIGALRM, stop)
    try:
        with pytest.raises(SystemExit, match="143"):
            load(Coded(psykavtal_county=lambda: signal.raise_signal(signal.SIGALRM)))
    finally:
        signal.signal(signal.SIGALRM, before)


def test_a_plugin_that_raises_in_another_thread_is_disabled_there() -> None:
    found: list[Counties] = []
    thread = threading.Thread(target=lambda: found.append(load(Coded(psykavtal_county=RAISED["KeyboardInterrupt"]))))
    thread.start()
    thread.join()
    assert list(found[0]) == NAMES


# --- Objects of wrong types ---


class StringOf(str):
    """Text of another class."""

    __slots__ = ()


class RaisingPlace(Place):
    """A place whose name raises."""

    @property
    def name(self) -> str:  # type: ignore[override] (that is what is wrong with it)
        sys.exit(3)


class EndlessList(list[object]):
    """A list that never ends."""

    def __iter__(self) -> Iterator[object]:
        return iter(lambda: Body(id="x", names=("x",)), None)


def made(cls: Any, **fields: object) -> Any:
    """An object with these fields, whatever their types; validators are evaded."""
    new = NAIVE(cls)
    defaults = {
        each.name: each.default for each in cls.__attrs_attrs__ if isinstance(each.default, tuple | str | type(None))
    }
    for name, value in {**defaults, **fields}.items():
        object.__setattr__(new, name, value)
    return new


def place(**fields: object) -> Any:
    return made(Place, **{"id": "varmland", "code": "17", "name": "Värmland", "region": "Region", **fields})


def nested(levels: int) -> Any:
    criterion: Any = FactIs(fact="inpatient")
    for _ in range(levels):
        criterion = Not(of=criterion)
    return criterion


WRONG_PLACES: dict[str, object] = {
    "no place": "varmland",
    "None for a name": place(name=None),
    "a number for the id": place(id=17),
    "a number for the code": place(code=17),
    "text of another class": place(name=StringOf("Värmland")),
    "an id of another form": place(id="Värm land"),
    "a code of another form": place(code="017"),
    "text for municipalities": place(municipalities="Karlstad"),
    "a list of municipalities": place(municipalities=[Municipality(code="1780", name="Karlstad")]),
    "municipalities as text": place(municipalities=("Karlstad",)),
    "a generator of municipalities": place(municipalities=(each for each in ())),
    "a municipality with a number": place(municipalities=(made(Municipality, code="1780", name=5),)),
    "a municipality cited by text": place(municipalities=(made(Municipality, code="1780", name="K", named_by=("x",)),)),
    "a municipality of another county": place(municipalities=(Municipality(code="2321", name="Åre"),)),
    "a subclass that raises": RaisingPlace(id="varmland", code="17", name="x", region="y")
    if False
    else NAIVE(RaisingPlace),
    "a place without fields": NAIVE(Place),
    "a name of a hundred million letters": place(name="x" * 100_000_000),
    "another county's name": place(name="Dalarna"),
    "another county's id": place(id="dalarna"),
}


@pytest.mark.parametrize("wrong", WRONG_PLACES.values(), ids=WRONG_PLACES)
def test_a_place_of_wrong_types_disables_its_plugin(wrong: object) -> None:
    counties = load(Coded(psykavtal_county=lambda: wrong))
    assert "Coded" in {each.plugin for each in counties.problems}
    assert all(each.code != "17" for each in counties.members)


def text_of(**fields: object) -> Any:
    return made(Text, **{"id": "t", "file": "a.txt", "digest": "sha256:00", "sections": (Section(id="s"),), **fields})


def document(**fields: object) -> Any:
    given = {"id": "avtal", "names": ("Avtalet",), "type": DocumentType.AGREEMENT, "unnamed": False}
    return made(Document, **{**given, "edition_of": "avtalet", "texts": (text_of(),), **fields})


WRONG_DOCUMENTS: dict[str, object] = {
    "no tuple": document(),
    "a generator": (each for each in (document(),)),
    "a dict": {"avtal": document()},
    "an endless list": EndlessList([document()]),
    "text for names": (document(names="Avtalet"),),
    "no names": (document(names=()),),
    "text for a type": (document(type="agreement"),),
    "text for a day": (document(read_on="2026-01-01"),),
    "text for texts": (document(texts="x"),),
    "a text with a number for a file": (document(texts=(text_of(file=5),)),),
    "a file outside the folder": (document(texts=(text_of(file="../../etc/passwd"),)),),
    "sections as text": (document(texts=(text_of(sections=("s",)),)),),
    "a note that is text": (document(note="x"),),
    "codes as numbers": (document(covers=(1780,)),),
    "a thing among documents": (Body(id="b", names=("x",)),),
}


@pytest.mark.parametrize("wrong", WRONG_DOCUMENTS.values(), ids=WRONG_DOCUMENTS)
def test_documents_of_wrong_types_disable_their_plugin(wrong: object) -> None:
    is_disabled(
        Coded(
            psykavtal_county=a_county,
            psykavtal_things=some_things,
            psykavtal_documents=lambda county: wrong if county.code == "17" else (),
        )
    )


AT = Citation(document="avtal", text="t", section="s", start="A")
GOOD = {
    "id": "avtal.statement.a",
    "topic": "sip.use",
    "document": "avtal",
    "about": "avtal",
    "wording": Wording(sv="Så."),
    "citations": (AT,),
}


def statement(cls: Any = Statement, **fields: object) -> Any:
    from psykavtal.model.modality import Modality
    from psykavtal.model.provisions import Review

    return made(cls, **{"modality": Modality.NONE, "review": Review.READ_ONCE, **GOOD, **fields})


def readings(*values: Provision) -> tuple[Reading[Provision], ...]:
    return tuple(Reading(name=f"r{number}", why=Wording(sv="x"), value=value) for number, value in enumerate(values))


class OwnStatement(Statement):
    """A provision of a class that is none of the model's."""


WRONG_PROVISIONS: dict[str, object] = {
    "a number for an id": statement(id=5),
    "None for a topic": statement(topic=None),
    "text for topics": statement(also="sip.use"),
    "text for a wording": statement(wording="Så."),
    "a wording of numbers": statement(wording=made(Wording, sv=5)),
    "text for citations": statement(citations="avtal/t/s: A"),
    "a list of citations": statement(citations=[AT]),
    "citations as text": statement(citations=("avtal/t/s: A",)),
    "text for a modality": statement(modality="duty"),
    "text for a condition": statement(when="inpatient"),
    "a provision for a condition": statement(when=Wording(sv="x")),
    "a condition nested very deeply": statement(when=nested(2000)),
    "a fact of a number": statement(when=made(FactIs, fact=5)),
    "True for an age": statement(
        TargetGroup,
        who=None,
        emphasis=False,
        age_limits=(AgeLimit(words="x", range=made(AgeRange, at_least=True, below=None)),),
    ),
    "an age of thousands of digits": statement(
        TargetGroup,
        who=None,
        emphasis=False,
        age_limits=(AgeLimit(words="x", range=made(AgeRange, at_least=10**4000, below=None)),),
    ),
    "one reading": Statement(**{**GOOD, "readings": readings(Statement(**GOOD))}),  # type: ignore[arg-type] (a dict of fields)
    "readings of another kind": Statement(
        **{**GOOD, "readings": readings(TargetGroup(**GOOD), TargetGroup(**GOOD))}  # type: ignore[arg-type] (a dict of fields)
    ),
    "readings that are text": statement(readings=("inclusive", "exclusive")),
    "a reading whose value is text": statement(readings=readings("x", "y")),  # type: ignore[arg-type] (that is what is wrong with it)
    "a class of its own": NAIVE(OwnStatement),
    "a provision without fields": NAIVE(Statement),
    "None": None,
    "an exception": ValueError("x"),
}


@pytest.mark.parametrize("wrong", WRONG_PROVISIONS.values(), ids=WRONG_PROVISIONS)
def test_provisions_of_wrong_types_are_an_error_of_their_document_only(wrong: object) -> None:
    plugin = Coded(
        psykavtal_county=a_county,
        psykavtal_things=some_things,
        psykavtal_documents=a_document,
        psykavtal_provisions=lambda document: (wrong,) if document.id == "avtal" else (),
    )
    if isinstance(wrong, TargetGroup):
        plugin = Coded(
            psykavtal_county=a_county,
            psykavtal_things=some_things,
            psykavtal_documents=a_document,
            psykavtal_target_groups=lambda document: (wrong,) if document.id == "avtal" else (),
        )
    counties = load(plugin)
    with pytest.raises(PsykavtalError):
        counties["17"].document("avtal", on=ON).ask("sip.use")
    assert [each.document for each in counties.problems] == ["avtal"]
    check_others(counties)


WRONG_UNSAID: dict[str, tuple[str, object]] = {
    "a silence with text for a day": (
        "psykavtal_silences",
        made(Silence, topic="sip.use", document="avtal", about="avtal", read_on="2026-01-01"),
    ),
    "a silence of another document": (
        "psykavtal_silences",
        made(Silence, topic="sip.use", document="annat", about="avtal", read_on=a_document.__class__),
    ),
    "a passage left out of no document": (
        "psykavtal_omissions",
        Omission(
            name="x",
            document="avtal",
            at=(Citation(document="annat", text="t", section="s", start="A"),),
            reason=OmissionReason.HEADING,
        ),
    ),
    "a passage left out as text": (
        "psykavtal_omissions",
        made(Omission, name="x", document="avtal", at="x", reason="y"),
    ),
}


@pytest.mark.parametrize(("hook", "wrong"), WRONG_UNSAID.values(), ids=WRONG_UNSAID)
def test_what_is_not_said_is_checked_as_what_is(hook: str, wrong: object) -> None:
    hooks: dict[str, Callable[..., object]] = {hook: lambda document: (wrong,) if document.id == "avtal" else ()}
    counties = load(
        Coded(psykavtal_county=a_county, psykavtal_things=some_things, psykavtal_documents=a_document, **hooks)
    )
    with pytest.raises(PsykavtalError):
        counties["17"].document("avtal", on=ON).ask("sip.use")
    check_others(counties)


WRONG_VOCABULARY: dict[str, tuple[str, object]] = {
    "text for a label": ("psykavtal_topics", (made(Topic, id="x:y", label="x", question=Wording(sv="x")),)),
    "text for topics": ("psykavtal_topics", "sip.use"),
    "a fact whose type is text": ("psykavtal_facts", (made(Fact, id="x:y", type="event", label=Wording(sv="x")),)),
    "the core's topic": ("psykavtal_topics", (Topic(id="sip.use", label=Wording(sv="x"), question=Wording(sv="x")),)),
    "the core's fact": (
        "psykavtal_facts",
        (Fact(id="inpatient", type=FactType.TRUTH, label=Wording(sv="x"), question=Wording(sv="x")),),
    ),
    "another county's fact": (
        "psykavtal_facts",
        (
            Fact(
                id="dalarna:chefsnatverket-approved",
                type=FactType.EVENT,
                label=Wording(sv="x"),
                question=Wording(sv="x"),
            ),
        ),
    ),
    "a fact that begins as another county's": (
        "psykavtal_facts",
        (Fact(id="dalarna:new", type=FactType.EVENT, label=Wording(sv="x"), question=Wording(sv="x")),),
    ),
    "a topic on an unknown fact": (
        "psykavtal_topics",
        (Topic(id="x:y", label=Wording(sv="x"), question=Wording(sv="x"), when=FactIs(fact="no-such")),),
    ),
}


@pytest.mark.parametrize("name", ["aaa", "zzz"])
@pytest.mark.parametrize(("hook", "wrong"), WRONG_VOCABULARY.values(), ids=WRONG_VOCABULARY)
def test_a_wrong_vocabulary_disables_its_plugin_and_no_county(hook: str, wrong: object, name: str) -> None:
    hooks: dict[str, Callable[..., object]] = {hook: lambda: wrong}
    plugin = Coded(**hooks)
    plugin.package = name  # type: ignore[attr-defined] (by which plugins are put in order)
    assert [each.plugin for each in is_disabled(plugin)] == [name]


LOCKS: dict[str, object] = {
    "a list": ["a"],
    "text": "x",
    "a number for a digest": {"avtal/t/s: A": 5},
    "a number for a key": {5: "x"},
    "a dict of dicts": {"avtal/t/s: A": {}},
}


@pytest.mark.parametrize("lock", LOCKS.values(), ids=LOCKS)
def test_a_lock_that_is_none_is_reported_and_locks_nothing(lock: object) -> None:
    plugin = Coded(
        psykavtal_county=a_county,
        psykavtal_things=some_things,
        psykavtal_documents=a_document,
        psykavtal_passages=lambda county: lock if county.code == "17" else {},
    )
    counties = load(plugin)
    with pytest.warns(PluginWarning, match="psykavtal_passages"):
        assert counties.registry.passages(counties["17"].holdings.record) == {}
    assert [each.plugin for each in counties.problems] == ["Coded"]
    check_others(counties)


def test_a_lock_may_be_a_view_of_a_dict() -> None:
    plugin = Coded(
        psykavtal_county=a_county,
        psykavtal_things=some_things,
        psykavtal_documents=a_document,
        psykavtal_passages=lambda county: MappingProxyType({AT.key: "0"} if county.code == "17" else {}),
    )
    counties = load_counties([plugin], strict=True)
    assert counties.registry.passages(counties["17"].holdings.record) == {AT.key: "0"}


# --- What is installed ---


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on the path, for distributions and modules."""
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return tmp_path


def distribution(site: Path, name: str, points: bytes, *, metadata: str | None = None) -> None:
    folder = site / f"{name}-1.0.dist-info"
    folder.mkdir()
    text = f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n" if metadata is None else metadata
    if text:
        (folder / "METADATA").write_text(text, encoding="utf-8")
    (folder / "entry_points.txt").write_bytes(points)


BROKEN_POINTS: dict[str, bytes] = {
    "a line without =": b"[console_scripts]\nx\n",
    "a line without = among plugins": b"[psykavtal]\nx\n",
    "binary rubbish": bytes(range(128, 256)) * 10,
    "another encoding": "[psykavtal]\nå = x:y\n".encode("latin-1"),
    "UTF-16": "[psykavtal]\nx = x:y\n".encode("utf-16"),
}


@pytest.mark.parametrize("points", BROKEN_POINTS.values(), ids=BROKEN_POINTS)
def test_a_broken_list_of_entry_points_of_any_distribution_is_reported(site: Path, points: bytes) -> None:
    distribution(site, "hostile-dist", points)
    with pytest.warns(PluginWarning, match="hostile-dist.*entry_points.txt"):
        counties = load_counties()
    assert list(counties) == NAMES
    check_others(counties)


LOADED_POINTS: dict[str, tuple[bytes, str]] = {
    "no module": (b"[psykavtal]\nhostile =\n", "hostile"),
    "no module before the colon": (b"[psykavtal]\nhostile = :plugin\n", "hostile"),
    "no such module": (b"[psykavtal]\nhostile = no_such_module_x:plugin\n", "hostile"),
    "no such attribute": (b"[psykavtal]\nhostile = psykavtal_jamtland:no_such\n", "hostile"),
    "no plugin": (b"[psykavtal]\nhostile = psykavtal_jamtland:__name__\n", "hostile"),
    "words": (b"[psykavtal]\nhostile = this is no module\n", "hostile"),
}


@pytest.mark.filterwarnings("ignore:Implicit None:DeprecationWarning")  # of Python, for a distribution without metadata
@pytest.mark.parametrize("metadata", [None, "", "\x00", "Name: x\n"], ids=["whole", "missing", "rubbish", "no version"])
@pytest.mark.parametrize(("points", "name"), LOADED_POINTS.values(), ids=LOADED_POINTS)
def test_an_entry_point_that_cannot_be_loaded_is_reported(
    site: Path, points: bytes, name: str, metadata: str | None
) -> None:
    distribution(site, "hostile-dist", points, metadata=metadata)
    with pytest.warns(PluginWarning, match=name):
        counties = load_counties()
    assert list(counties) == NAMES
    check_others(counties)


def test_a_plugin_of_a_distribution_without_metadata_works(site: Path) -> None:
    distribution(site, "hostile-dist", b"[psykavtal]\nvarmland = hostile_module:plugin\n", metadata="")
    module = "from psykavtal import hookimpl\nfrom psykavtal.model.places import Place\n@hookimpl\n"
    module += 'def psykavtal_county():\n    return Place(id="varmland", code="17", name="Värmland", region="R")\n'
    module += "import sys\nplugin = sys.modules[__name__]\n"
    (site / "hostile_module.py").write_text(module, encoding="utf-8")
    sys.modules.pop("hostile_module", None)
    assert list(load_counties()) == ["jonkoping", "varmland", "dalarna", "jamtland"]


IMPORTS: dict[str, str] = {
    "SystemExit": "raise SystemExit(0)",
    "an exit": "import sys\nsys.exit()",
    "KeyboardInterrupt": "raise KeyboardInterrupt",
    "GeneratorExit": "raise GeneratorExit",
    "BaseException": "raise BaseException('x')",
    "an error that cannot be written": "class E(BaseException):\n    def __str__(self): raise SystemExit\nraise E",
    "endless recursion": "def f(): return f()\nf()",
    "a warning turned into an error": "import warnings\nwarnings.simplefilter('error')\nwarnings.warn('x')",
    "a syntax error": "def",
    "NUL": "\x00",
    "a print and an error": "print('{\"line\": 0}')\nraise OSError",
}


@pytest.mark.parametrize("code", IMPORTS.values(), ids=IMPORTS)
def test_whatever_an_import_raises_disables_its_plugin_only(site: Path, code: str) -> None:
    distribution(site, "hostile-dist", b"[psykavtal]\nhostile = hostile_module:plugin\n")
    (site / "hostile_module.py").write_text(code, encoding="utf-8")
    sys.modules.pop("hostile_module", None)
    filters = list(warnings.filters)
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        counties = load_counties()
    assert [str(each.message) for each in warned if each.category is PluginWarning] == [
        str(each) for each in counties.problems
    ]
    assert [each.plugin for each in counties.problems] == ["hostile (hostile-dist 1.0)"]
    assert warnings.filters == filters
    check_others(counties)


RIVALS: dict[str, tuple[dict[str, bytes], list[str]]] = {
    "a county in two distributions": (
        {"again-dist": b"[psykavtal]\njamtland = psykavtal_jamtland:plugin\n"},
        ["jonkoping", "dalarna"],
    ),
    "a plugin that claims a code": (
        {"claim-dist": b"[psykavtal]\nhostile = hostile_module:plugin\n"},
        ["jonkoping", "dalarna"],
    ),
    "two entry points of one name in one distribution": (
        {
            "twice-dist": b"[psykavtal]\njamtland = psykavtal_jamtland:plugin\n[psykavtal]\njamtland = psykavtal_jamtland:plugin\n"
        },
        ["jonkoping", "dalarna"],
    ),
}
CLAIM = "from psykavtal import hookimpl\nfrom psykavtal.model.places import Place\n@hookimpl\n"
CLAIM += 'def psykavtal_county():\n    return Place(id="ours", code="23", name="Ours", region="R")\n'
CLAIM += "import sys\nplugin = sys.modules[__name__]\n"


# --- The command line ---


def run(*arguments: str, given: str | None = None) -> Any:
    return CliRunner().invoke(main, arguments, input=given)


COMMANDS: dict[str, tuple[str, ...]] = {
    "compare": ("compare", "--on", ON, "--county", "20"),
    "compare as JSON": ("compare", "--on", ON, "--format", "json"),
    "case": ("case", "--municipality", "2080", "--age", "30", "--on", ON),
    "counties": ("counties",),
    "facts": ("facts",),
    "law": ("law", "--on", ON),
    "escalation": ("escalation", "dalarna", "--on", ON),
}


@pytest.mark.parametrize("arguments", COMMANDS.values(), ids=COMMANDS)
@pytest.mark.parametrize(("points", "left"), RIVALS.values(), ids=RIVALS)
def test_a_county_that_is_missing_is_reported_and_the_exit_code_says_so(
    site: Path, points: dict[str, bytes], left: list[str], arguments: tuple[str, ...]
) -> None:
    (site / "hostile_module.py").write_text(CLAIM, encoding="utf-8")
    sys.modules.pop("hostile_module", None)
    before = run(*arguments)
    for name, text in points.items():
        distribution(site, name, text)
    result = run(*arguments)
    assert result.exit_code == 3 if before.exit_code == 0 else result.exit_code != 0
    assert "jamtland" in result.stderr
    assert "23" in result.stderr
    assert bool(result.stdout) == bool(before.stdout)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PluginWarning)
        assert list(load_counties()) == left


def test_the_list_of_counties_names_each_disabled_plugin(site: Path) -> None:
    distribution(site, "hostile-dist", b"[psykavtal]\nhostile = no_such_module_x:plugin\n")
    result = run("counties")
    assert result.exit_code == 3
    assert "avstängd: hostile (hostile-dist 1.0)" in result.stdout
    assert "no_such_module_x" in result.stderr
    assert "disabled: hostile" in run("counties", "--lang", "en").stdout


def test_with_every_plugin_whole_the_exit_code_is_0() -> None:
    for arguments in (COMMANDS["compare"], COMMANDS["counties"], COMMANDS["facts"], COMMANDS["case"]):
        result = run(*arguments)
        assert (result.exit_code, result.stderr) == (0, "")


PRINTING = """\
import sys
print("noise at import")
sys.stdout.write("more noise\\n")
from psykavtal import hookimpl
class Plugin:
    @hookimpl
    def psykavtal_things(self, county):
        print("noise of a hook")
        return ()
    @hookimpl
    def psykavtal_provisions(self, document):
        print("noise of content")
        return ()
plugin = Plugin()
"""


def test_what_a_plugin_prints_does_not_mix_with_results(site: Path) -> None:
    distribution(site, "hostile-dist", b"[psykavtal]\nhostile = hostile_module:plugin\n")
    (site / "hostile_module.py").write_text(PRINTING, encoding="utf-8")
    line = json.dumps({"municipality": "2321", "age": 30})
    done = subprocess.run(
        [sys.executable, "-c", "from psykavtal.cli.main import main; main()", "case", "-", "--on", ON],
        input=f"{line}\n{line}\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert done.returncode == 0
    assert [json.loads(each)["line"] for each in done.stdout.splitlines()] == [1, 2]
    for noise in ("noise at import", "more noise", "noise of a hook", "noise of content"):
        assert noise in done.stderr
