"""`psykavtal find` and `psykavtal ask`."""

import json
from datetime import date

import pytest
from click.testing import CliRunner

from psykavtal.cli import main


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


def test_find_tells_why_nothing_is_found():
    assert "Ingen text har «Försäkringkassan»; närmast: «försäkringskassan»" in run("find", "Försäkringkassan")
    assert "Nothing has all the words. Each alone: «SIP» " in run("find", "SIP", "aldrig", "--lang", "en")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("find", "*"), "words: has no letter or digit"),
        (("find", "SIP", "--topic", "spi"), "Did you mean 'sip'"),
        (("find", "SIP", "--county", "jamtlan"), "Did you mean 'jamtland'"),
        (("ask", "jamtland", "sip.convenor"), "Did you mean 'sip.convener'"),
        (("ask", "jamtland", "vem", "ansvarar"), "3 topics have the words"),
        (("ask", "jamtland", "xyzzy"), "no topic 'xyzzy'"),
        (("ask", "jamtland", "*"), "no letter or digit"),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, tuple) else "",
)
def test_bad_input_is_one_line_with_a_suggestion(arguments, said):
    output = run(*arguments, code=1)
    assert output.startswith("psykavtal: ")
    assert said in output


def test_ask_answers_an_id_a_theme_and_words():
    day = ("--on", "2026-01-10", "--document", "jamtland-2025")
    one = run("ask", "jamtland", "sip.convener", *day)
    assert run("ask", "jamtland", "vem", "kallar", "till", "SIP", *day) == one
    assert run("ask", "jamtland", "vem kallar till SIP", *day) == one
    assert one.startswith("Jämtland Härjedalen: läget 2026-01-10\n")
    assert "Vem kallar till SIP?" in one
    theme = run("ask", "jamtland", "SIP", *day)
    assert "Vem kallar till SIP?" in theme
    assert "Krävs samtycke?" in theme


def test_ask_without_a_day_says_that_it_is_today():
    assert f"as of {date.today().isoformat()} (today, as no day was given)" in run(
        "ask", "jamtland", "sip.convener", "--lang", "en"
    )


def test_ask_takes_a_reading_and_prints_json():
    output = run("ask", "jonkoping", "åldersgräns", "--on", "2026-01-10", "--reading", "inclusive", "--format", "json")
    printed = json.loads(output)
    assert (printed["county"], printed["on"], list(printed["answers"])) == (
        "jonkoping",
        "2026-01-10",
        ["target-group.age"],
    )
