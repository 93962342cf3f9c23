"""Duties and linked agreements, evaluated against the facts of a case."""

import pytest

from psykavtal import NotRecorded, Truth
from psykavtal.errors import UndeterminedError
from psykavtal.model.provisions import Bearer
from tests.cases.parts import by_id


@pytest.mark.parametrize(("discharge", "truth"), [(True, Truth.TRUE), (None, Truth.UNKNOWN), (False, None)], ids=str)
def test_a_duty_with_a_condition_holds_is_open_or_is_ruled_out(ask, discharge, truth):
    facts = {} if discharge is None else {"discharge": discharge}
    found = by_id(ask(facts=facts).responsibilities.value)

    if truth is None:
        assert "convene-at-discharge" not in found
    else:
        duty = found["convene-at-discharge"]
        assert duty.applies is duty.trace.truth is truth
        assert duty.missing_facts == (("discharge",) if truth is Truth.UNKNOWN else ())
        assert duty.provision.bearer is Bearer.REGION
    assert found["psychosocial"].applies is Truth.TRUE, "it has no condition"
    assert found["psychosocial"].trace is None


def test_duties_by_whose_they_are(ask):
    answer = ask()
    by_bearer = answer.by_bearer()

    assert {bearer: len(duties) for bearer, duties in by_bearer.items()} == {
        Bearer.MUNICIPALITY: 7,
        Bearer.REGION: 8,
        Bearer.JOINT: 12,
        Bearer.EACH: 0,
    }
    assert all(each.provision.bearer is bearer for bearer, duties in by_bearer.items() for each in duties)
    assert sum(len(duties) for duties in by_bearer.values()) == len(answer.responsibilities.value)
    assert any("elevhälsa" in each.provision.wording.sv for each in by_bearer[Bearer.MUNICIPALITY])
    assert "convene-at-discharge" in by_id(by_bearer[Bearer.REGION])
    assert "call-sip" in by_id(by_bearer[Bearer.JOINT])


def test_what_would_decide_duties_in_jonkoping(ask):
    found = by_id(ask("Jönköping", facts={"needs-region": True}).responsibilities.value)

    assert {name: each.missing_facts for name, each in found.items() if each.missing_facts} == {
        "placements": ("joint-placement",),
        "care-planning": ("discharge", "considered-compulsory-outpatient", "considered-forensic-outpatient"),
        "coordinate": ("needs-municipality",),
        "j-aids": ("assistive-devices",),
        "j-open-compulsory": ("compulsory-outpatient", "forensic-outpatient"),
        "m-housing": ("psychiatric-disability",),
        "m-kin": ("cares-for-close",),
        "r-doctors": ("special-housing",),
        "r-lss": ("lss-group",),
        "r-medicines": ("medicine-dependence",),
        "r-somatic": ("age",),
        "r-treatment-homes": ("treatment-home",),
        "support-to-kin": ("next-of-kin",),
    }


def test_where_no_edition_is_determined_no_duty_is_and_none_is_not_the_same(ask):
    answer = ask("Falun")

    assert isinstance(answer.responsibilities, NotRecorded)
    assert answer.responsibilities.cause == "not-available"
    assert answer.in_force.missing_facts
    with pytest.raises(UndeterminedError):
        answer.by_bearer()


def test_an_agreement_that_comes_into_play_has_its_attachments_and_is_not_held(ask):
    facts = dict.fromkeys(("coordinated", "needs-health-care", "needs-social-services"), True)
    found = by_id(ask("Jönköping", facts={**facts, "placement": False}).links.value)

    assert found["sip"].applies is Truth.TRUE
    assert found["sip"].provision.attachments == ("Rutin - Att göra en SIP", "Blanketter och kallelser")
    assert not any(each.is_available for each in found.values())
    assert "placeringar" not in found
    assert found["avvikelse"].applies is Truth.UNKNOWN
    assert found["avvikelse"].missing_facts == ("deviation",)


@pytest.mark.parametrize(
    ("age", "facts", "truth"),
    [
        (17, {"substance-use": True}, None),
        (18, {"substance-use": True}, Truth.TRUE),
        (None, {"substance-use": True}, Truth.UNKNOWN),
        (18, {}, Truth.UNKNOWN),
    ],
)
def test_a_linked_agreement_has_an_age_limit_of_its_own(ask, age, facts, truth):
    found = by_id(ask("Jönköping", age=age, facts=facts).links.value)

    assert (found["missbruk"].applies if "missbruk" in found else None) is truth


@pytest.mark.parametrize(("age", "truth", "missing"), [(40, Truth.TRUE, ()), (None, Truth.UNKNOWN, ("adult",))])
def test_an_adult_follows_from_the_age_or_is_named_as_missing(ask, age, truth, missing):
    found = by_id(ask("Jönköping", age=age, facts={"placement": True, "psychiatric-disability": True}).links.value)

    assert (found["placeringar"].applies, found["placeringar"].missing_facts) == (truth, missing)


def test_an_agreement_for_adults_is_left_out_for_a_child(ask):
    found = by_id(ask("Jönköping", age=12, facts={"placement": True, "psychiatric-disability": True}).links.value)

    assert "placeringar" not in found


def test_where_an_agreement_can_be_fetched_is_told(ask):
    found = by_id(ask().links.value)

    assert found["avtal"].address.startswith("https://")
    assert found["handlingsplan"].address == ""
