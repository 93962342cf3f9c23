"""Each case is answered for itself: nothing of it is left for the next one."""

from hypothesis import given, settings
from hypothesis import strategies as st

from psykavtal import Case, load_counties
from psykavtal.model.vocabulary import FactType

DAY = "2026-01-10"
ONE_AFTER_ANOTHER = load_counties()
FACTS = sorted(each.id for each in ONE_AFTER_ANOTHER.facts.values() if each.type is not FactType.PRINCIPAL)
CASES = st.builds(
    Case,
    municipality=st.sampled_from(["Åre", "Jönköping", "Falun"]),
    age=st.none() | st.sampled_from([10, 17, 18, 40]),
    facts=st.dictionaries(st.sampled_from(FACTS), st.booleans()),
    principals=st.dictionaries(st.just("need-noticed"), st.sampled_from(["region", "municipality"])),
)


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
