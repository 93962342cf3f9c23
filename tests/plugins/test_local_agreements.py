"""A local agreement as an add-on answers for itself and has its own locks."""

import json
from pathlib import Path

import attrs
import pytest

import psykavtal
from psykavtal import TomlCounty, load_counties
from tests.counties import AGREEMENT, COUNTY, DOCUMENT, MakeCounty
from tests.plugins.add_ons import ADDS, AT, INSTALLED, LOCAL, ON, load, verdicts

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
answers = ["validity.start"]
about = "vastra-2024"
passage = "vastra-2024/t/s: gäller från … tills vidare"
start = 2024-01-01
until_further_notice = true
sv = "Gäller tills vidare från den 1 januari 2024."

[document-relation.under]
answers = ["links.agreements"]
about = "vastra-2024"
passage = "vastra-2024/t/s: I övrigt gäller ramöverenskommelsen"
relation = "under"
to = "avtal-2024"
sv = "I övrigt gäller avtalet."
"""

VASTRA_CONTENT = """\
document = "vastra-2024"
[responsibility.two-weeks]
answers = ["sip.convener"]
passage = "s: SIP-mötet … två veckor"
bearer = "joint"
verb = "ska"
sv = "Mötet hålls inom två veckor."
"""


def test_a_local_agreement_answers_for_itself_and_changes_nothing_of_the_countys(make_county: MakeCounty) -> None:
    owner = make_county(COUNTY + AGREEMENT, _2024=DOCUMENT)
    add_on = make_county('[adds-to]\ncounty = "17"\n' + VASTRA, x=VASTRA_CONTENT)
    county = load_counties([owner, add_on], strict=True)["17"]
    before = load_counties([owner], strict=True)["17"]
    assert county.edition(on=ON).id == "avtal-2024"
    for topic in before.topics:
        beside, alone = county.ask(topic, on=ON), before.ask(topic, on=ON)
        assert attrs.evolve(beside, see_also=alone.see_also) == alone
        assert {each.document for each in beside.see_also if each not in alone.see_also} <= {"vastra-2024"}
    local = county.edition(on=ON, agreement="vastra")
    assert local.id == "vastra-2024"
    answer = local.ask("sip.convener")
    assert [each.id for each in answer.basis] == ["vastra-2024.responsibility.two-weeks"]
    assert {each.id for each in county.holdings.record.standing} - {
        each.id for each in before.holdings.record.standing
    } == {
        "vastra-2024.validity.vastra",
        "vastra-2024.document-relation.under",
    }


def test_two_add_ons_may_have_tables_of_one_name(make_county: MakeCounty) -> None:
    def local(name: str) -> TomlCounty:
        table = f'[validity.lokal]\nanswers = ["validity.start"]\nabout = "lokal"\nstart = 2020-01-01\n{AT}'
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
    assert counties.registry.passages(counties["23"].holdings.record)[key].digest == "abc"
    assert verdicts(counties) == alone


LOCK_TEXTS = [
    '{"version": 3, "passages": []}',
    '{"version": 2, "passages": {}}',
    '{"version": 2, "passages": [{"passage": "lokal/t/s: Alla"}]}',
    '{"version": 2, "passages": [{"passage": "lokal/t/s: Alla", "digest": "a", "item": "4/3"}]}',
    '{"version": 2, "passages": [{"passage": "lokal/t/s: Alla", "digest": "a", "page": 0}]}',
    "{",
    "[1]",
    "null",
    "5",
    '"x"',
    '{"a": 5}',
    '{"a": null}',
    "[" * 100_000,
    "\x00",
    "",
]


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
        x=f'document = "lokal"\n[statement.x]\nanswers = ["sip.use"]\n{AT}',
    )
    counties = load_counties([*INSTALLED, add_on], strict=True)
    (found,) = [each for each in counties["23"].find(topic="sip.use").provisions if each.document == "lokal"]
    assert found.id == "lokal.statement.x"
    assert [each.document for each in found.citations] == ["lokal"]
    assert psykavtal.compare(counties, on=ON).subjects == psykavtal.compare(load_counties(INSTALLED), on=ON).subjects
