"""How counties and editions compare: verdicts that are explained, same only in structure."""

import pytest

import psykavtal
from psykavtal.agreements.comparison.verdicts import Result, compare_two
from psykavtal.model.answers import Ambiguous, NotRecorded, Outcome, Silent, Stated
from psykavtal.model.conditions import FactIs
from psykavtal.model.provisions import Bearer, Responsibility, Statement, TargetGroup
from psykavtal.model.readings import Because
from psykavtal.model.wording import Wording

DAY = "2026-01-10"

VERDICTS = {
    # topic: result of the row, between Jönköping, Dalarna and Jämtland Härjedalen
    "target-group.age": "differs",
    "target-group.who": "differs",
    "disagreement.first-step": "silent",
    "disagreement.interim": "silent",
    "links.agreements": "not-comparable",
    "sip.use": "not-comparable",
    "follow-up.agreement": "differs",
    "validity.start": "differs",
}


@pytest.fixture(scope="module")
def whole(counties):
    return psykavtal.compare(counties, on=DAY, topics=["all"])


@pytest.mark.parametrize(("topic", "result"), VERDICTS.items(), ids=list(VERDICTS))
def test_the_verdict_of_a_row(whole, topic, result):
    assert whole.row(topic).verdict.result.value == result
    assert str(whole.row(topic).verdict.why)


def test_over_18_beside_from_18_depends_on_the_reading(whole):
    pair = next(each for each in whole.row("target-group.age").pairs if each.between == ("Jönköping", "Dalarna"))

    assert pair.result is Result.DEPENDS
    assert "Jönköping läses «Från 18-årsdagen»" in str(pair.why)


def test_a_chosen_reading_settles_the_verdict(counties):
    two = [counties["jonkoping"], counties["dalarna"]]

    def result(reading):
        row = psykavtal.compare(two, on=DAY, topics=["target-group.age"], readings=reading)[0]
        return row.verdict.result

    assert result(None) is Result.DEPENDS
    assert result("inclusive") is Result.SAME
    assert result("exclusive") is Result.DIFFERS


def test_every_cell_has_its_citations_or_says_why_not(whole):
    for row in whole:
        assert [cell.subject for cell in row.cells] == list(whole.subjects)
        for cell in row.cells:
            said = cell.answer.status in ("stated", "derived", "ambiguous", "reported")
            assert not said or cell.answer.citations or cell.answer.sources, (row.topic.id, cell.subject)
            assert cell.lines, (row.topic.id, cell.subject)


def test_two_editions_of_one_county_are_compared_by_their_bodies_too(counties):
    editions = [counties["jamtland"].document(each, on=DAY) for each in ("jamtland-2021", "jamtland-2025")]
    compared = psykavtal.compare(editions, on=DAY, topics=["all"])

    assert compared.row("disagreement.first-step").verdict.result is Result.SAME
    assert compared.row("disagreement.next-step").verdict.result is Result.DIFFERS
    assert compared.row("disagreement.interim").verdict.result is Result.DIFFERS
    assert compared.row("target-group.kin").verdict.result is Result.SILENT
    assert compared.row("target-group.age").verdict.result is Result.SAME  # all ages, of differing groups
    assert compared.row("target-group.who").verdict.result is Result.DIFFERS


def _said(*provisions):
    return Stated(provisions, basis=provisions)


def _provision(kind, **more):
    return kind(id="x.y.z", topic="t", document="x", about="x", wording=Wording(sv="samma ord"), **more)


def test_two_equal_wordings_are_not_the_same():
    same_words = _said(_provision(Statement))

    assert compare_two("t", ("a", "b"), (same_words, same_words)).result is Result.NOT_COMPARABLE


def test_what_is_the_same_in_structure_with_wording_beside_it_is_not_called_the_same():
    limits = (psykavtal.AgeLimit(words="från 18 år", range=psykavtal.AgeRange(at_least=18)),)
    structured = _provision(TargetGroup, age_limits=limits)
    alone, beside = _said(structured), _said(structured, _provision(Statement))

    assert compare_two("target-group.age", ("a", "b"), (alone, alone)).result is Result.SAME
    assert compare_two("target-group.age", ("a", "b"), (alone, beside)).result is Result.NOT_COMPARABLE


def test_a_silence_is_never_the_same_as_another():
    silent = Silent("d", read_on=psykavtal.UncertainDate("2026-01-01").earliest, question=Wording(sv="?"))
    unknown = NotRecorded(Wording(sv="okänt"))

    assert compare_two("t", ("a", "b"), (silent, silent)).result is Result.SILENT
    assert compare_two("t", ("a", "b"), (silent, unknown)).result is Result.NOT_RECORDED


def test_readings_that_all_agree_are_the_same():
    limit = psykavtal.AgeLimit(words="x", range=psykavtal.AgeRange(at_least=18))
    plain = _said(_provision(TargetGroup, age_limits=(limit,)))
    outcomes = tuple(
        Outcome(name=name, because=Because.WORDING, why=Wording(sv=name), answer=plain) for name in ("a", "b")
    )

    assert compare_two("target-group.age", ("a", "b"), (plain, Ambiguous(outcomes))).result is Result.SAME


def test_topics_and_themes_narrow_and_an_unknown_one_is_refused(counties):
    assert [row.topic.theme for row in psykavtal.compare(counties, on=DAY, topics=["sip"])] == ["sip"] * 10
    with pytest.raises(psykavtal.PsykavtalError, match=r"Did you mean 'sip\.use'"):
        psykavtal.compare(counties, on=DAY, topics=["sip.us"])
    with pytest.raises(psykavtal.PsykavtalError, match="nothing to compare"):
        psykavtal.compare([], on=DAY)


@pytest.mark.parametrize("wrong", [["jamtland"], "jamtland", 5, "one county", "one twice"])
def test_what_cannot_be_compared_is_refused(counties, wrong):
    jamtland = counties["jamtland"]
    given = {"one county": jamtland, "one twice": [jamtland, jamtland]}.get(wrong) if isinstance(wrong, str) else None

    with pytest.raises(psykavtal.PsykavtalError, match=r"cannot be compared|given twice"):
        psykavtal.compare(given or wrong, on=DAY)


def test_the_same_words_that_bind_otherwise_are_not_the_same():
    def said(**more):
        return _said(_provision(Responsibility, bearer=Bearer.REGION, **more))

    duty, freedom = said(modality=psykavtal.Modality.DUTY), said(modality=psykavtal.Modality.PERMISSION)
    at_discharge = said(modality=psykavtal.Modality.DUTY, when=FactIs(fact="discharge"))

    assert compare_two("sip.convener", ("a", "b"), (duty, duty)).result is Result.SAME
    assert compare_two("sip.convener", ("a", "b"), (duty, freedom)).result is Result.DIFFERS
    assert compare_two("sip.convener", ("a", "b"), (duty, at_discharge)).result is Result.DIFFERS


def test_who_gives_nothing_to_compare_is_told_once(counties):
    why = str(psykavtal.compare(counties, on="2018-06-01", topics="sip.use")[0].verdict.why)

    assert why == "Jönköping, Dalarna och Jämtland Härjedalen: ej redovisat"


def test_records_are_flat_and_codes_stay_text(whole):
    records = whole.records()

    assert len(records) == len(whole) * 3
    assert all(isinstance(value, str) for record in records for value in record.values())
    assert {record["on"] for record in records} == {DAY}


def test_a_comparison_is_a_sequence_of_rows_that_shows_itself(whole):
    assert whole[0] is whole.rows[0]
    assert list(whole) == list(whole.rows)
    shown = whole._repr_html_()
    assert shown.count("<tr>") == len(whole) + 1
    assert "Åldersgräns" in shown
    with pytest.raises(psykavtal.PsykavtalError, match="no row"):
        whole.row("nope")
