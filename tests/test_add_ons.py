"""An add-on speaks in its own name only: what a county's own documents answer is the same with and without it."""

import json
import warnings
from collections.abc import Callable
from datetime import date
from pathlib import Path

import psykavtal_dalarna
import psykavtal_jamtland
import psykavtal_jonkoping
import pytest

import psykavtal
from psykavtal import Case, Counties, Derived, Stated, TomlCounty, load_counties
from psykavtal.errors import PluginWarning
from psykavtal.model.citations import Citation, Section, Text
from psykavtal.model.conditions import FactIs, Not
from psykavtal.model.documents import Document, DocumentType
from psykavtal.model.places import Place
from psykavtal.model.provisions import Provision, Relation, RelationType, Statement, TargetGroup, Validity
from psykavtal.model.records import Omission, OmissionReason, Silence
from psykavtal.model.wording import Wording

from .counties import AGREEMENT, COUNTY, DOCUMENT, Coded, MakeCounty

ON = "2026-01-10"
INSTALLED = (psykavtal_dalarna.plugin, psykavtal_jamtland.plugin, psykavtal_jonkoping.plugin)
ADDS = '[adds-to]\ncounty = "23"\n'
LOCAL = """\
[document.lokal]
names = ["Lokal överenskommelse"]
type = "agreement"
read_on = 2026-01-01
[document.lokal.text.t]
file = "lokal.txt"
digest = "sha256:00"
sections = { s = "" }
"""
AT = 'at = "lokal/t/s: Alla … omfattas"\nsv = "x"\n'
COUNTY_AT = 'at = "jamtland-2025/ren/malgrupp: Personer"\nsv = "x"\n'
OUT = Case(municipality="Åre", age=30, facts={"psychiatric-disability": True, "coordinated": False})
IN = Case(municipality="Åre", age=30, facts={"psychiatric-disability": True, "coordinated": True, "simultaneous": True})


@pytest.fixture
def make_county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MakeCounty:
    return MakeCounty(tmp_path, monkeypatch)


def load(*plugins: object) -> Counties:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PluginWarning)
        return load_counties([*INSTALLED, *plugins])


def verdicts(counties: Counties) -> dict[str, object]:
    """Whatever the county's own documents answer, on days of each edition."""
    county = counties["23"]
    found: dict[str, object] = {"agreement": county.agreement}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PluginWarning)
        for day in ("2012-01-01", "2022-06-01", ON):
            for reported in (False, True):
                edition = county.edition(on=day, include_reported=reported)
                found[f"edition {day} {reported}"] = (edition.status, [each.id for each in edition.basis], str(edition))
            for topic in counties.topics:
                found[f"{topic} {day}"] = county.ask(topic, on=day)
            for name, case in (("out", OUT), ("in", IN)):
                found[f"{name} {day}"] = counties.what_applies(case, on=day).target_group
        for document in load_counties(INSTALLED)["23"].documents:
            asked = county.document(document.id, on=ON)
            found[document.id] = [asked.ask(topic) for topic in counties.topics]
            found[f"{document.id} content"] = asked.content
            found[f"{document.id} names"] = [county.holdings.name_of(each) for each in (document.id, "svom")]
        found["locks"] = {
            key: value
            for key, value in counties.registry.passages(county.holdings.record).items()
            if not key.startswith("lokal")
        }
    return found


@pytest.fixture(scope="module")
def alone() -> dict[str, object]:
    return verdicts(load_counties(INSTALLED))


# --- As files ---

FILES: dict[str, tuple[str, str, str]] = {
    "an edition of the county's agreement": (
        LOCAL.replace('type = "agr', 'edition_of = "jamtland-overenskommelse"\ntype = "agr')
        + f'[validity.lokal]\ntopic = "validity.start"\nabout = "lokal"\nstart = 2020-01-01\n{AT}',
        "",
        "edition_of",
    ),
    "a document that speaks of the county's": (
        LOCAL.replace("type = ", 'speaks_of = ["jamtland-2025"]\ntype = '),
        f'document = "lokal"\n[target-group.x]\ntopic = "target-group.who"\nabout = "jamtland-2025"\n{AT}',
        "speaks_of",
    ),
    "a validity of the county's document": (
        LOCAL + f'[validity.x]\ntopic = "validity.start"\nabout = "jamtland-2025"\nend = 2025-12-31\n{AT}',
        "",
        "about",
    ),
    "an adoption of the county's document": (
        LOCAL + f'[adoption.x]\ntopic = "agreement.adoption"\nabout = "jamtland-2025"\ndate = 2020-01-01\n{AT}',
        "",
        "about",
    ),
    "a relation that replaces the county's document by another of its own": (
        LOCAL
        + '[document-relation.x]\ntopic = "links.agreements"\nabout = "jamtland-2021"\n'
        + f'relation = "replaces"\nto = "jamtland-2025"\n{AT}',
        "",
        "about",
    ),
    "a step from a body of the county": (
        LOCAL
        + '[relation.x]\ntopic = "disagreement.first-step"\nabout = "svom"\nrelation = "escalates-to"\n'
        + f'target = "svom"\ntrigger = ["disagreement"]\n{AT}',
        "",
        "about",
    ),
    "content for a document of the county": (
        '[content]\njamtland-2025 = "x.toml"\n',
        f'document = "jamtland-2025"\n[target-group.x]\ntopic = "target-group.who"\n{COUNTY_AT}',
        "content",
    ),
    "the id of a document of the county": (LOCAL.replace("document.lokal", "document.jamtland-2025"), "", "both give"),
    "the id of a thing of the county": ('[body.svom]\nnames = ["x"]\n', "", "both give"),
    "an id that begins with the county's document": (
        LOCAL.replace("document.lokal", 'document."jamtland-2025.statement"'),
        "",
        "begins with one of another plugin",
    ),
    "an id that begins with the county's": ('[body."jamtland.x"]\nnames = ["x"]\n', "", "begins with one of another"),
    "an event of the county": (
        '[event."jamtland:x"]\nlabel = { sv = "x" }\nquestion = { sv = "x" }\n',
        "",
        "begins with the county",
    ),
    "readings of the county's provision": (
        LOCAL,
        f'document = "lokal"\n[statement.x]\ntopic = "sip.use"\nreads_with = "jamtland-2025.target-group.main"\n{AT}',
        "reads_with",
    ),
}


@pytest.mark.parametrize(("county", "document", "told"), FILES.values(), ids=FILES)
def test_an_add_on_that_speaks_for_another_plugin_is_disabled_and_changes_no_answer(
    make_county: MakeCounty, alone: dict[str, object], county: str, document: str, told: str
) -> None:
    content = '[content]\nlokal = "x.toml"\n' if document and "[content]" not in county else ""
    add_on = make_county(f"{ADDS}{content}{county}", x=document)
    counties = load(add_on)
    assert verdicts(counties) == alone
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PluginWarning)
        for each in counties["23"].documents:
            counties["23"].document(each.id, on=ON).ask("sip.use")
    problems = [str(each) for each in counties.problems]
    assert problems
    assert all(add_on.package in each for each in problems)
    assert any(told in each for each in problems)
    with pytest.raises(ExceptionGroup):
        load_counties([*INSTALLED, add_on], strict=True)


@pytest.mark.parametrize("name", ["aaa_add_on", "zzz_add_on"])
def test_the_name_of_an_add_on_does_not_decide_who_is_disabled(
    make_county: MakeCounty, alone: dict[str, object], name: str
) -> None:
    add_on = make_county(f'{ADDS}[body.svom]\nnames = ["x"]\n')
    coded = Coded(psykavtal_things=lambda county: add_on.psykavtal_things(county=county))
    coded.package = name  # type: ignore[attr-defined] (by which plugins are put in order)
    counties = load(coded)
    assert [each.plugin for each in counties.problems] == [name]
    assert verdicts(counties) == alone


def test_the_only_agreement_of_a_county_is_not_an_add_ons(make_county: MakeCounty) -> None:
    owner = make_county(COUNTY)
    add_on = make_county(
        f'[adds-to]\ncounty = "17"\n[agreement.ours]\nnames = ["x"]\n{LOCAL}'.replace(
            "type", 'edition_of = "ours"\ntype'
        )
        + f'[validity.lokal]\ntopic = "validity.start"\nabout = "lokal"\nstart = 2020-01-01\n{AT}'
    )
    counties = load(owner, add_on)
    assert counties["17"].agreement is None
    assert counties["17"].edition(on=ON).status == "not-recorded"
    assert [each.plugin for each in counties.problems] == [add_on.package]


# --- As code ---

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
        psykavtal_silences=only_for(
            THEIRS, Silence(topic="sip.use", document=THEIRS, about=THEIRS, read_on=date(2026, 1, 1))
        )
    ),
    "a silence about the county's document": lambda: gives(
        psykavtal_silences=only_for(
            "lokal", Silence(topic="sip.use", document="lokal", about=THEIRS, read_on=date(2026, 1, 1))
        )
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
            dict.fromkeys(
                load_counties(INSTALLED).registry.passages(load_counties(INSTALLED)["23"].holdings.record), "0"
            )
            if county.code == "23"
            else {}
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


# --- What an add-on can do ---

VASTRA = """\
[content]
vastra-2024 = "x.toml"

[agreement.vastra]
names = ["den lokala överenskommelsen"]

[body.vastra-gruppen]
names = ["Västra gruppen"]

[document.vastra-2024]
names = ["Lokal överenskommelse för Västra gruppen"]
type = "agreement"
edition_of = "vastra"
read_on = 2026-01-01
checked_until = 2026-01-01
covers = ["1780"]

[document.vastra-2024.text.t]
file = "vastra-2024.txt"
digest = "sha256:00"
sections = { s = "" }

[validity.vastra]
topic = "validity.start"
about = "vastra-2024"
at = "vastra-2024/t/s: gäller från … tills vidare"
start = 2024-01-01
until_further_notice = true
sv = "Gäller tills vidare från den 1 januari 2024."

[document-relation.under]
topic = "links.agreements"
about = "vastra-2024"
at = "vastra-2024/t/s: I övrigt gäller ramöverenskommelsen"
relation = "under"
to = "avtal-2024"
sv = "I övrigt gäller avtalet."
"""
VASTRA_CONTENT = """\
document = "vastra-2024"
[responsibility.two-weeks]
topic = "sip.convener"
at = "s: SIP-mötet … två veckor"
bearer = "joint"
verb = "ska"
sv = "Mötet hålls inom två veckor."
"""


def test_a_local_agreement_answers_for_itself_and_changes_nothing_of_the_countys(make_county: MakeCounty) -> None:
    owner = make_county(COUNTY + AGREEMENT, _2024=DOCUMENT)
    add_on = make_county('[adds-to]\ncounty = "17"\n' + VASTRA, x=VASTRA_CONTENT)
    county = load_counties([owner, add_on], strict=True)["17"]
    before = load_counties([owner], strict=True)["17"]
    assert county.edition(on=ON).value.id == "avtal-2024"
    for topic in before.topics:
        assert county.ask(topic, on=ON) == before.ask(topic, on=ON)
    local = county.edition(on=ON, agreement="vastra")
    assert isinstance(local, Stated | Derived)
    assert local.value.id == "vastra-2024"
    answer = local.value.ask("sip.convener")
    assert [each.id for each in answer.basis] == ["vastra-2024.responsibility.two-weeks"]
    assert {each.id for each in county.holdings.record.standing} - {
        each.id for each in before.holdings.record.standing
    } == {
        "vastra-2024.validity.vastra",
        "vastra-2024.document-relation.under",
    }


def test_two_add_ons_may_have_tables_of_one_name(make_county: MakeCounty) -> None:
    def local(name: str) -> TomlCounty:
        table = f'[validity.lokal]\ntopic = "validity.start"\nabout = "lokal"\nstart = 2020-01-01\n{AT}'
        return make_county(
            (f"{ADDS}{LOCAL}{table}")
            .replace('"lokal', f'"{name}')
            .replace(".lokal]", f".{name}]", 1)
            .replace("document.lokal.", f"document.{name}.")
        )

    counties = load_counties([*INSTALLED, local("norra"), local("sodra")], strict=True)
    ids = {each.id for each in counties["23"].holdings.record.standing}
    assert {"norra.validity.lokal", "sodra.validity.lokal"} <= ids


def test_the_lock_of_an_add_on_counts_for_its_own_documents(
    make_county: MakeCounty, tmp_path: Path, alone: dict[str, object]
) -> None:
    add_on = make_county(f"{ADDS}{LOCAL}")
    key = "lokal/t/s: Alla … omfattas"
    (tmp_path / add_on.package / "passages.json").write_text(json.dumps({key: "abc"}), encoding="utf-8")
    counties = load_counties([*INSTALLED, add_on], strict=True)
    assert counties.registry.passages(counties["23"].holdings.record)[key] == "abc"
    assert verdicts(counties) == alone


LOCK_TEXTS = ["{", "[1]", "null", "5", '"x"', '{"a": 5}', '{"a": null}', "[" * 100_000, "\x00", ""]


@pytest.mark.parametrize("text", LOCK_TEXTS, ids=lambda text: text[:12] or "empty")
def test_a_lock_file_that_is_none_is_reported_and_the_others_lock(
    make_county: MakeCounty, tmp_path: Path, text: str, alone: dict[str, object]
) -> None:
    add_on = make_county(f"{ADDS}{LOCAL}")
    (tmp_path / add_on.package / "passages.json").write_text(text, encoding="utf-8")
    counties = load(add_on)
    assert verdicts(counties) == alone
    assert [each.plugin for each in counties.problems] == ([add_on.package] if text else [])


def test_what_an_add_on_says_names_its_document(make_county: MakeCounty) -> None:
    add_on = make_county(
        f'{ADDS}[content]\nlokal = "x.toml"\n{LOCAL}[body.lokalt-rad]\nnames = ["Lokalt råd"]\n',
        x=f'document = "lokal"\n[statement.x]\ntopic = "sip.use"\n{AT}',
    )
    counties = load_counties([*INSTALLED, add_on], strict=True)
    (found,) = [each for each in counties["23"].find(topic="sip.use").provisions if each.document == "lokal"]
    assert found.id == "lokal.statement.x"
    assert [each.document for each in found.citations] == ["lokal"]
    assert psykavtal.compare(counties, on=ON).subjects == psykavtal.compare(load_counties(INSTALLED), on=ON).subjects
