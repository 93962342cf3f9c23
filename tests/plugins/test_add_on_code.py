"""An add-on as code speaks in its own name only."""

import warnings
from collections.abc import Callable
from datetime import date

import pytest

from psykavtal import load_counties
from psykavtal.errors import PluginWarning
from psykavtal.model.citations import Citation, Section, Text
from psykavtal.model.conditions import FactIs, Not
from psykavtal.model.documents import Document, DocumentType
from psykavtal.model.places import Place
from psykavtal.model.provisions import Provision, Relation, RelationType, Statement, TargetGroup, Validity
from psykavtal.model.records import Omission, OmissionReason, Silence
from psykavtal.model.wording import Wording
from tests.counties import Coded
from tests.plugins.add_ons import INSTALLED, ON, load, verdicts

LOKAL = Document(
    id="lokal",
    names=("Lokal",),
    type=DocumentType.AGREEMENT,
    texts=(Text(id="t", file="lokal.txt", digest="sha256:00", sections=(Section(id="s"),)),),
)

OWN_AT = Citation(document="lokal", text="t", section="s", start="Alla")


def their_citation() -> Citation:
    county = load_counties(INSTALLED)["23"]
    return county.document("jamtland-2025", on=ON).content.provisions[0].citations[0]


def documents(county: Place) -> tuple[Document, ...]:
    return (LOKAL,) if county.code == "23" else ()


def group(document: str, about: str, at: Citation, name: str = "") -> TargetGroup:
    return TargetGroup(
        id=name or f"{document}.target-group.x",
        topic="target-group.who",
        document=document,
        about=about,
        wording=Wording(sv="Alla."),
        citations=(at,),
        who=Not(of=FactIs(fact="coordinated")),
    )


def only_for(name: str, *given: object) -> Callable[..., object]:
    return lambda document: given if document.id == name else ()


def gives(**hooks: Callable[..., object]) -> Coded:
    return Coded(psykavtal_documents=documents, **hooks)


THEIRS = "jamtland-2025"

CODED: dict[str, Callable[[], Coded]] = {
    "a target group in the county's document": lambda: gives(
        psykavtal_target_groups=only_for(THEIRS, group(THEIRS, THEIRS, their_citation()))
    ),
    "one cited from the add-on's document": lambda: gives(
        psykavtal_target_groups=only_for(THEIRS, group(THEIRS, THEIRS, OWN_AT))
    ),
    "one of the add-on's document about the county's": lambda: gives(
        psykavtal_target_groups=only_for("lokal", group("lokal", THEIRS, OWN_AT))
    ),
    "one of the add-on's document that cites the county's": lambda: gives(
        psykavtal_target_groups=only_for("lokal", group("lokal", "lokal", their_citation()))
    ),
    "one under an id of the county's document": lambda: gives(
        psykavtal_target_groups=only_for("lokal", group("lokal", "lokal", OWN_AT, f"{THEIRS}.target-group.x"))
    ),
    "a provision without the document's id": lambda: gives(
        psykavtal_target_groups=only_for("lokal", group("lokal", "lokal", OWN_AT, "tillagd"))
    ),
    "a silence of the county's document": lambda: gives(
        psykavtal_silences=only_for(THEIRS, Silence(topic="sip.use", document=THEIRS, read_on=date(2026, 1, 1)))
    ),
    "a passage left out of the county's document": lambda: gives(
        psykavtal_omissions=only_for(
            THEIRS, Omission(name="x", document=THEIRS, at=(their_citation(),), reason=OmissionReason.HEADING)
        )
    ),
    "a passage of the county's left out of its own": lambda: gives(
        psykavtal_omissions=only_for(
            "lokal", Omission(name="x", document="lokal", at=(their_citation(),), reason=OmissionReason.HEADING)
        )
    ),
    "the validity of the county's document": lambda: gives(
        psykavtal_standing=lambda county: (
            (
                Validity(
                    id="lokal.validity.x",
                    topic="validity.start",
                    document="lokal",
                    about=THEIRS,
                    wording=Wording(sv="x"),
                    citations=(OWN_AT,),
                ),
            )
            if county.code == "23"
            else ()
        )
    ),
    "a step in the name of the county's document": lambda: gives(
        psykavtal_standing=lambda county: (
            (
                Relation(
                    id="jamtland.relation.x",
                    topic="disagreement.first-step",
                    document=THEIRS,
                    about=THEIRS,
                    wording=Wording(sv="x"),
                    citations=(their_citation(),),
                    relation=RelationType.ESCALATES_TO,
                    target="svom",
                    trigger=("disagreement",),
                ),
            )
            if county.code == "23"
            else ()
        )
    ),
    "an agreement's edition": lambda: Coded(
        psykavtal_documents=lambda county: (
            (Document(id="lokal", names=("x",), type=DocumentType.AGREEMENT, edition_of="jamtland-overenskommelse"),)
            if county.code == "23"
            else ()
        )
    ),
    "a lock of the county's passages": lambda: gives(
        psykavtal_passages=lambda county: (
            tuple(load_counties(INSTALLED).registry.passages(load_counties(INSTALLED)["23"].holdings.record).values())
            if county.code == "23"
            else ()
        )
    ),
}


@pytest.mark.parametrize("make", CODED.values(), ids=CODED)
@pytest.mark.parametrize("name", ["aaa", "zzz"])
def test_an_add_on_as_code_is_held_to_the_same(alone: dict[str, object], make: Callable[[], Coded], name: str) -> None:
    add_on = make()
    add_on.package = name  # type: ignore[attr-defined] (by which plugins are put in order)
    counties = load(add_on)
    assert verdicts(counties) == alone
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PluginWarning)
        for each in counties["23"].documents:
            counties["23"].document(each.id, on=ON).ask("sip.use")
    assert {each.plugin for each in counties.problems} == {name}


def test_the_owner_cannot_speak_for_a_document_of_an_add_on() -> None:
    def provisions(document: Document) -> tuple[Provision, ...]:
        made = Statement(
            id="lokal.statement.x",
            topic="sip.use",
            document="lokal",
            about="lokal",
            wording=Wording(sv="x"),
            citations=(OWN_AT,),
        )
        return (made,) if document.id == "lokal" else ()

    owner = Coded(
        psykavtal_county=lambda: Place(id="varmland", code="17", name="Värmland", region="R"),
        psykavtal_provisions=provisions,
    )
    add_on = Coded(psykavtal_documents=lambda county: (LOKAL,) if county.code == "17" else ())
    add_on.package = "add_on"  # type: ignore[attr-defined] (its name)
    counties = load(owner, add_on)
    with pytest.warns(PluginWarning, match="Coded.*is a document of the plugin add_on"):
        assert counties["17"].document("lokal", on=ON).ask("sip.use").status == "not-recorded"
