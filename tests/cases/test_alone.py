"""Each case is answered for itself: nothing of it is left for the next one."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psykavtal import Case, load_counties
from psykavtal.errors import CaseError
from psykavtal.model.vocabulary import FactType

DAY = "2026-01-10"
MAIN = "jonkoping-2025.target-group.main"
ONE_AFTER_ANOTHER = load_counties()
FACTS = sorted(each.id for each in ONE_AFTER_ANOTHER.facts.values() if each.type is not FactType.PRINCIPAL)
CASES = st.builds(
    Case,
    municipality=st.sampled_from(["Åre", "Jönköping", "Falun"]),
    age=st.none() | st.sampled_from([10, 17, 18, 40]),
    facts=st.dictionaries(st.sampled_from(FACTS), st.booleans()),
    principals=st.dictionaries(st.just("need-noticed"), st.sampled_from(["region", "municipality"])),
)


@pytest.mark.slow
@settings(max_examples=30, deadline=None)
@given(CASES, st.sampled_from([None, "jamtland-2021"]))
def test_a_case_is_answered_as_if_it_were_the_first(case, document):
    document = document if case.municipality == "Åre" else None
    answer = ONE_AFTER_ANOTHER.what_applies(case, on=DAY, document=document)

    assert answer == load_counties().what_applies(case, on=DAY, document=document)


def test_what_one_case_rules_out_the_next_is_told():
    counties = load_counties()
    stays, leaves = (
        counties.what_applies(Case(municipality="Åre", facts={"discharge": discharge}), on=DAY).sip["sip.convener"]
        for discharge in (False, True)
    )

    convenes = "jamtland-2025.responsibility.convene-at-discharge"
    assert convenes not in [each.id for each in stays.basis]
    assert convenes in [each.id for each in leaves.basis]


@pytest.mark.parametrize(
    "told",
    [
        {"born": "2027-01-01"},
        {"born": "1800-01-01"},
        {"facts": {"inpatent": True}},
        {"facts": {"need-noticed": True}},
        {"principals": {"inpatient": "region"}},
        {"stands_at": "ingenstans"},
        {"born": "2027-01-01", "facts": {"inpatent": True}},
    ],
    ids=str,
)
def test_a_fault_is_told_the_same_whoever_was_asked_for_before(told):
    counties = load_counties()
    errors = []
    for _ in range(2):
        with pytest.raises(CaseError) as raised:
            counties.target_group(Case(municipality="Åre", **told), on=DAY)
        errors.append(str(raised.value))
        counties.target_group(Case(municipality="Åre", age=18, facts={"inpatient": True}), on=DAY)

    assert errors[0] == errors[1]


def test_another_day_document_reading_county_or_event_is_another_question():
    counties = load_counties()
    facts = {"psychiatric-condition": True, "needs-region": True, "needs-municipality": True, "next-of-kin": False}
    asked = [
        ({"municipality": "Jönköping", "age": 18, "facts": facts}, {}),
        ({"municipality": "Jönköping", "age": 18, "facts": facts}, {"readings": "inclusive"}),
        ({"municipality": "Jönköping", "age": 18, "facts": facts}, {"readings": {MAIN: "exclusive"}}),
        ({"municipality": "Jönköping", "age": 18, "facts": facts}, {"on": "2020-01-01"}),
        ({"municipality": "Jönköping", "age": 18, "facts": facts}, {"county": "jamtland"}),
        ({"municipality": "Åre", "age": 18}, {}),
        ({"municipality": "Åre", "age": 18}, {"document": "jamtland-2021"}),
        ({"municipality": "Åre", "age": 18}, {"on": "2022-06-01"}),
        ({"municipality": "Åre", "age": 18}, {"on": "2022-06-01", "include_reported": True}),
        ({"municipality": "Åre", "age": 18, "facts": {"revision-need-raised": True}}, {}),
        ({"municipality": "Falun", "age": 18}, {}),
        ({"municipality": "Falun", "age": 18, "facts": {"dalarna:chefsnatverket-approved": False}}, {}),
        ({"municipality": "Falun", "age": 18, "lives_in": "Åre"}, {}),
    ]
    cold = [load_counties().what_applies(Case(**told), **{"on": DAY, **how}) for told, how in asked]
    for _ in range(2):
        for (told, how), expected in zip(asked, cold, strict=True):
            assert counties.what_applies(Case(**told), **{"on": DAY, **how}) == expected
    for one, other in combinations(cold, 2):
        assert one != other
