"""An add-on as files that speaks for another plugin is disabled."""

import warnings

import pytest

from psykavtal import Truth, load_counties
from psykavtal.errors import PluginWarning
from tests.counties import COUNTY, Coded, MakeCounty
from tests.plugins.add_ons import ADDS, AT, INSTALLED, LOCAL, ON, load, verdicts

COUNTY_AT = 'passage = "jamtland-2025/ren/Målgrupp: Personer"\nsv = "x"\n'

FILES: dict[str, tuple[str, str, str]] = {
    "an edition of the county's agreement": (
        LOCAL.replace('type = "agr', 'edition_of = "jamtland-overenskommelse"\ntype = "agr')
        + f'[validity.lokal]\nanswers = ["validity.start"]\nabout = "lokal"\nstart = 2020-01-01\n{AT}',
        "",
        "edition_of",
    ),
    "a document that speaks of the county's": (
        LOCAL.replace("type = ", 'speaks_of = ["jamtland-2025"]\ntype = '),
        f'document = "lokal"\n[target-group.x]\nanswers = ["target-group.who"]\nabout = "jamtland-2025"\n{AT}',
        "speaks_of",
    ),
    "a validity of the county's document": (
        LOCAL + f'[validity.x]\nanswers = ["validity.start"]\nabout = "jamtland-2025"\nend = 2025-12-31\n{AT}',
        "",
        "about",
    ),
    "an adoption of the county's document": (
        LOCAL + f'[adoption.x]\nanswers = ["agreement.adoption"]\nabout = "jamtland-2025"\ndate = 2020-01-01\n{AT}',
        "",
        "about",
    ),
    "a relation that replaces the county's document by another of its own": (
        LOCAL
        + '[document-relation.x]\nanswers = ["links.agreements"]\nabout = "jamtland-2021"\n'
        + f'relation = "replaces"\nto = "jamtland-2025"\n{AT}',
        "",
        "about",
    ),
    "a step from a body of the county": (
        LOCAL
        + '[relation.x]\nanswers = ["disagreement.first-step"]\nabout = "svom"\nrelation = "escalates-to"\n'
        + f'target = "svom"\ntrigger = ["disagreement"]\n{AT}',
        "",
        "about",
    ),
    "content for a document of the county": (
        '[content]\njamtland-2025 = "x.toml"\n',
        f'document = "jamtland-2025"\n[target-group.x]\nanswers = ["target-group.who"]\n{COUNTY_AT}',
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
        f'document = "lokal"\n[statement.x]\nanswers = ["sip.use"]\nreads_with = "jamtland-2025.target-group.main"\n{AT}',
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
        + f'[validity.lokal]\nanswers = ["validity.start"]\nabout = "lokal"\nstart = 2020-01-01\n{AT}'
    )
    counties = load(owner, add_on)
    assert counties["17"].agreement is None
    found = counties["17"].in_force(on=ON)
    assert (found.verdict, found.status) == (Truth.UNKNOWN, "not-recorded")
    assert [each.plugin for each in counties.problems] == [add_on.package]
