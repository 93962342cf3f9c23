"""`psykavtal find` and `psykavtal ask`."""

import json
from datetime import date

import pytest
from click.testing import CliRunner

from psykavtal.cli import main

pytestmark = pytest.mark.usefixtures("loaded_once")


def run(*arguments, code=0):
    result = CliRunner().invoke(main, list(arguments), catch_exceptions=False)
    assert result.exit_code == code, result.output
    return result.output


def test_find_prints_one_screen_and_the_number_of_the_rest(counties):
    count = len(counties.find("kommunens"))
    output = run("find", "kommunens")
    assert output.startswith(f"«kommunens»: {count} träffar\n")
    assert output.endswith(f"{count - 6} till: --all\n")
    assert len(output.splitlines()) <= 50
    assert len(run("find", "kommunens", "--all").splitlines()) > count
    assert f"{count - 2} more: --all" in run("find", "kommunens", "--limit", "2", "--lang", "en")


def test_find_takes_the_filters(counties):
    found = json.loads(
        run("find", "SIP", "--county", "jamtland", "--kind", "responsibility", "--format", "json", "--all")
    )
    expected = counties["jamtland"].find("SIP", kind="responsibility")
    assert [each["provision"] for each in found["found"]] == [each.provision.id for each in expected]
    listed = json.loads(run("find", "--topic", "sip.convener", "--bearer", "region", "--format", "json"))
    assert {each["document"] for each in listed["found"]} == {"jamtland-2025"}
    assert listed["query"] == ""


@pytest.mark.parametrize("fmt", ["text", "markdown", "html"])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_find_prints_each_format(fmt, lang):
    output = run("find", "Ragunda", "--format", fmt, "--lang", lang)
    assert {"sv": "kommun", "en": "municipality"}[lang] in output


def test_find_prints_the_field_with_the_match_in_the_language_asked():
    assert "odaterat (anmärkning)" in run("find", "odaterat")
    assert "odaterat (remark)" in run("find", "odaterat", "--lang", "en")


def test_find_tells_why_nothing_is_found():
    assert "Ingen registrerad uppgift har «Försäkringkassan»; närmast: «försäkringskassan»" in run(
        "find", "Försäkringkassan"
    )
    assert "Nothing has all the words. Each alone: «SIP» " in run("find", "SIP", "aldrig", "--lang", "en")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("find", "*"), "words: has no letter or digit"),
        (("find", "SIP", "--topic", "spi"), "Did you mean 'sip'"),
        (("find", "SIP", "--county", "jamtlan"), "Did you mean 'jamtland'"),
        (("ask", "jamtland", "sip.convenor"), "Did you mean 'sip.convener'"),
        (("ask", "jamtland", "validty"), "no topic 'validty'. Did you mean 'validity'?"),
        (("ask", "jamtland", "*"), "no letter or digit"),
        (("compare", "sip.convenor"), "Did you mean 'sip.convener'"),
        (("compare", "xyzzy"), "no topic is clearly 'xyzzy'"),
        (("compare", "gäller", "barn"), "A question in words: psykavtal ask alla gäller barn"),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, tuple) else "",
)
def test_bad_input_is_one_line_with_a_suggestion(arguments, said):
    output = run(*arguments, "--lang", "en", code=1)
    assert output.startswith("psykavtal: ")
    assert said in output


def test_ask_answers_an_id_a_theme_and_words():
    day = ("--on", "2026-01-10", "--document", "jamtland-2025")
    one = run("ask", "jamtland", "sip.convener", *day)
    words = run("ask", "jamtland", "vem", "kallar", "till", "SIP", *day)
    assert run("ask", "jamtland", "vem kallar till SIP", *day) == words
    assert words.splitlines()[:2] == one.splitlines()[:2]
    assert "SIP: vem kallar — Vem kallar till SIP? [sagt]" in words
    assert one.startswith("Jämtland Härjedalen: läget 2026-01-10\n")
    assert "Vem kallar till SIP?" in one
    theme = run("ask", "jamtland", "SIP", *day)
    assert "Vem kallar till SIP?" in theme
    assert "Krävs samtycke?" in theme


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("parter", "Parter — Mellan vilka gäller den?"),
        ("ålder", "Åldersgräns — Vilken åldersgräns har målgruppen?"),
        ("Which age limit does the agreement have?", "Åldersgräns — Vilken åldersgräns har målgruppen?"),
        ("giltighetstid", "Gäller till — Till vilken dag gäller den?"),
    ],
)
@pytest.mark.parametrize("county", ["dalarna", "jamtland", "jonkoping"])
def test_ask_answers_the_best_topic_at_the_first_call(county, words, heading):
    assert heading in run("ask", county, words, "--on", "2026-01-10")


def test_ask_answers_the_three_best_topics_if_none_is_clear():
    output = run("ask", "jonkoping", "barn", "--on", "2026-01-10", "--lang", "en")
    assert "Related topics, in short" in output
    found = json.loads(run("ask", "jonkoping", "barn", "--on", "2026-01-10", "--format", "json"))
    assert not found["is_clear"]
    assert 1 <= len({each["topic"] for each in found["answers"]}) <= 3
    assert "Did you mean 'validity'" in run("ask", "jonkoping", "validty", "--lang", "en", code=1)


def test_ask_answers_a_question_that_does_not_arise_for_the_document():
    document = ("--document", "dalarna-direktiv-2020", "--on", "2026-01-10", "--lang", "en")
    assert "Sanction" in run("ask", "dalarna", "påföljd", *document)


def test_ask_answers_what_a_document_takes_up_though_it_would_not_arise():
    output = run("ask", "dalarna", "uppföljning", "--document", "dalarna-direktiv-2020", "--on", "2026-01-10")
    assert (
        "Uppföljning av överenskommelsen — Hur följs överenskommelsen upp: av vem, hur ofta, till vem? [sagt]" in output
    )


def test_ask_without_a_topic_lists_all_that_arise():
    listed = run("ask", "dalarna", "--document", "dalarna-direktiv-2020", "--lang", "en")
    assert "commission.scope: " in listed
    assert "agreement.breach" not in listed
    assert "agreement.breach" in json.loads(run("ask", "jonkoping", "--format", "json"))


def test_ask_names_the_words_that_no_record_has():
    output = " ".join(
        run("ask", "jamtland", "vilka skadestånd har parterna", "--on", "2026-01-10", "--lang", "en").split()
    )
    documents = ("Överenskommelsen, version 5.0", "Överenskommelsen, äldre upplaga")
    read = "; ".join(f"{each}, read in full on 2026-11-24" for each in documents)
    assert f"No record has ({read}): «skadestånd»" in output
    elsewhere = " ".join(run("ask", "jamtland", "nämns LVM", "--on", "2026-01-10").split())
    assert "«LVM» (finns i Överenskommelsen, äldre upplaga)" in elsewhere


def test_ask_answers_from_the_documents_if_the_county_has_no_answer():
    printed = json.loads(run("ask", "dalarna", "pengar", "--on", "2026-01-10", "--format", "json"))
    assert printed["answers"]
    assert {each["document"] for each in printed["answers"]} == {"dalarna-direktiv-2020"}
    assert {each["answer"]["kind"] for each in printed["answers"]} == {"stated"}


def test_ask_of_all_counties_has_a_section_for_each():
    output = run("ask", "alla", "vem kallar till SIP", "--on", "2026-01-10")
    assert output.startswith("Läget 2026-01-10\n")
    assert output.count("Vem kallar till SIP?") == 3
    by_id = run("ask", "all", "sip.convener", "--on", "2026-01-10")
    assert [name in by_id for name in ("Jönköping\n", "Dalarna\n", "Jämtland Härjedalen\n")] == [True] * 3
    assert "uppdragsdirektivet: SIP: vem kallar — Vem kallar till SIP? [tyst]" in by_id
    documents = ("--document", "jonkoping-2025", "--document", "jamtland-2021", "--document", "jamtland-2025")
    of_documents = run("ask", "all", "sip.convener", *documents, "--on", "2026-01-10")
    assert of_documents.count("Vem kallar till SIP?") == 3
    assert "Dalarna" not in of_documents
    assert "Did you mean 'jamtland-2025'" in run(
        "ask", "all", "sip", "--document", "jamtland-2026", "--lang", "en", code=1
    )


@pytest.mark.parametrize("words", ["sip.convener", "vem kallar till SIP", "Who convenes the SIP?"])
def test_compare_shows_the_topics_of_words_in_full(words):
    day = ("--on", "2026-01-10")
    assert run("compare", words, *day) == run("compare", "--topic", "sip.convener", "--detail", *day)


def test_ask_without_a_day_says_that_it_is_today():
    assert f"as of {date.today().isoformat()} (today, as no day was given)" in run(
        "ask", "jamtland", "sip.convener", "--lang", "en"
    )


def test_ask_takes_a_reading_and_prints_json():
    output = run("ask", "jonkoping", "åldersgräns", "--on", "2026-01-10", "--reading", "inclusive", "--format", "json")
    printed = json.loads(output)
    assert (printed["county"], printed["on"]) == ("jonkoping", "2026-01-10")
    assert [each["topic"] for each in printed["answers"]] == ["target-group.age"]
