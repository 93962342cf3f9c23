"""Places, documents and provisions of wrong types disable their plugin or their document only."""

import sys
from collections.abc import Iterator
from typing import Any

import pytest

from psykavtal.errors import PsykavtalError
from psykavtal.model.ages import AgeLimit, AgeRange
from psykavtal.model.conditions import FactIs, Not
from psykavtal.model.places import Municipality, Place
from psykavtal.model.provisions import Provision, Statement, TargetGroup
from psykavtal.model.readings import Reading
from psykavtal.model.things import Body
from psykavtal.model.wording import Wording
from tests.counties import Coded, a_county, a_document, some_things
from tests.plugins.hostile import AT, NAIVE, ON, check_others, document, is_disabled, load, made, text_of


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
    "remarks that are text": (document(remarks="x"),),
    "a remark that is a wording": (document(remarks=(Wording(sv="x"),)),),
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
