"""The pairing of provisions: at most one partner, whatever the order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import psykavtal
from psykavtal.agreements.diff.pair_scores import pair_scores
from psykavtal.agreements.diff.provision_pairs import pair_provisions
from psykavtal.agreements.diff.provision_traits import DocumentSide, Traits, traits_of
from tests.norrvik import plugin as norrvik


@pytest.mark.parametrize("document", ["jamtland-2025", "norrvik-2023"])
def test_the_pairing_itself_finds_a_document_in_a_copy_of_it(counties, document):
    if document == "norrvik-2023":
        counties = psykavtal.load_counties([norrvik])
    data = next(each for each in counties.values() if any(one.id == document for one in each.documents)).holdings
    side = DocumentSide(data=data, document=document)
    pairing = pair_provisions(*traits_of((side, side)))
    given = side.provisions
    # Two provisions with the same words, passages and marks are interchangeable.
    assert len(pairing.pairs) == len(given)
    wrong = [each for each in pairing.pairs if str(given[each.first]) != str(given[each.second])]
    assert not wrong


WORDS = st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 3), max_size=4)
TRAITS = st.builds(
    Traits,
    words=WORDS,
    marks=st.frozensets(st.sampled_from(["topic:x", "topic:y", "fact:z"])).map(lambda each: each | {"kind:statement"}),
    passages=st.frozensets(st.sampled_from("pq"), max_size=2),
    signature=st.sampled_from(["", "relation x"]),
)
DOCUMENTS = st.lists(TRAITS, max_size=6)


@given(DOCUMENTS, DOCUMENTS)
def test_each_provision_has_at_most_one_partner(first, second):
    pairing = pair_provisions(first, second)
    assert len({each.first for each in pairing.pairs}) == len({each.second for each in pairing.pairs})
    assert len(pairing.pairs) == len({each.first for each in pairing.pairs})
    unpaired = set(range(len(first))) - {each.first for each in pairing.pairs}
    assert set(pairing.nearest_to_first) <= unpaired


@given(DOCUMENTS, DOCUMENTS)
def test_scores_are_shares_and_do_not_depend_on_the_order(first, second):
    scores, reverse = pair_scores(first, second), pair_scores(second, first)
    assert {(b, a) for a, b in scores} == set(reverse)
    for (a, b), each in scores.items():
        assert 0 <= each.score <= 1.000001
        assert each.score == pytest.approx(reverse[b, a].score)
