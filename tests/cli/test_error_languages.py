"""The command prints errors in the language of its output: Swedish, or English with --lang en."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from psykavtal import load_counties
from psykavtal.cli import main, options
from tests.counties import COUNTY, MakeCounty
from tests.test_messages import ENGLISH, SWEDISH

DAY = ("--on", "2026-01-10")

ERRORS = {
    ("ask", "jamtland", "sip.convner"): (
        1,
        "psykavtal: okänd fråga 'sip.convner'. Menade du 'sip.convener'?",
        "psykavtal: no topic 'sip.convner'. Did you mean 'sip.convener'?",
    ),
    ("compare", "--on", "2026-02-30"): (
        2,
        "psykavtal: --on: '2026-02-30' finns inte i kalendern. Se efter månad och dag.\nSe 'main compare --help'.\n",
        "psykavtal: --on: '2026-02-30' is not a day of the calendar. Check month and day.\nTry 'main compare --help'.\n",
    ),
    ("compare", "--county", "jamtlnd", *DAY): (
        1,
        "psykavtal: inget installerat län 'jamtlnd'. Menade du 'jamtland'? Kända län: ",
        "psykavtal: no installed county 'jamtlnd'. Did you mean 'jamtland'? Known counties: ",
    ),
    ("ask", "stockholm", "sip"): (
        1,
        (
            "psykavtal: inget installerat län 'stockholm'. Kända län: dalarna, jamtland, jonkoping. "
            "Ett län installeras med sin egen distribution.\n"
        ),
        (
            "psykavtal: no installed county 'stockholm'. Known counties: dalarna, jamtland, jonkoping. "
            "A county is installed with its own distribution.\n"
        ),
    ),
    ("compare", "jamtland", "Jönköping", *DAY): (
        1,
        "psykavtal: ingen fråga passar 'jamtland Jönköping'. Skriv: psykavtal compare --county jamtland --county jonkoping\n",
        "psykavtal: no topic is clearly 'jamtland Jönköping'. Write: psykavtal compare --county jamtland --county jonkoping\n",
    ),
    ("law", "Jämtland Härjedalen"): (
        1,
        "psykavtal: 'Jämtland Härjedalen' är ett län, ingen hänvisning. Skriv: psykavtal law --county jamtland\n",
        "psykavtal: 'Jämtland Härjedalen' is a county, not a citation. Write: psykavtal law --county jamtland\n",
    ),
    ("ask", "jamtland", ""): (
        1,
        "psykavtal: words: har ingen bokstav eller siffra att söka efter.",
        "psykavtal: words: has no letter or digit to search for.",
    ),
    ("compare", "--county", "jamtland", "--document", "x"): (
        2,
        "psykavtal: --county och --document går inte ihop. Ange en av dem.",
        "psykavtal: --county and --document do not go together. Give one of them.",
    ),
    ("show", "jonkoping", "Syftett", *DAY): (
        1,
        "psykavtal: jonkoping-2025: okänd rubrik 'Syftett'. Menade du 'Syftet'? Kända rubriker: ",
        "psykavtal: jonkoping-2025: unknown heading 'Syftett'. Did you mean 'Syftet'? Known headings: ",
    ),
    ("find", "*"): (
        1,
        "psykavtal: words: har ingen bokstav eller siffra att söka efter. Ange ett ord.",
        "psykavtal: words: has no letter or digit to search for. Give a word.",
    ),
    ("case", "--municipality", "0180", "--age", "30", "--fact", "inpatent", *DAY): (
        1,
        (
            "psykavtal: fallet kan inte besvaras:\n  - municipality: inget installerat län har den; koder från 0100 ligger i "
            "Stockholms län, och ingen insticksmodul för det länet är installerad.\n  - facts: 'inpatent' är ingen uppgift. "
            "Menade du 'inpatient'?"
        ),
        (
            "psykavtal: the case cannot be asked:\n  - municipality: no installed county has it; codes from 0100 lie in "
            "Stockholms län, and no plugin for that county is installed.\n  - facts: 'inpatent' is not a fact. "
            "Did you mean 'inpatient'?"
        ),
    ),
    ("case", "--fact", "adult", "--not-fact", "adult"): (
        2,
        "psykavtal: --fact och --not-fact: båda anges för adult. Ange en av dem.",
        "psykavtal: --fact and --not-fact: both given for adult. Give one of them.",
    ),
    ("law", "--subject", "x"): (
        2,
        "psykavtal: --subject hör till en CITATION.",
        "psykavtal: --subject goes with a CITATION.",
    ),
    ("sources", "lock", ".", "--county", "jonkoping"): (
        1,
        "psykavtal: jonkoping-2025.txt: finns inte i mappen.",
        "psykavtal: jonkoping-2025.txt: is not in the folder.",
    ),
}


def printed(arguments: tuple[str, ...], lang: str, code: int) -> str:
    result = CliRunner().invoke(main, [*arguments, "--lang", lang], catch_exceptions=False)
    assert result.exit_code == code, result.output
    return str(result.stderr)


@pytest.mark.parametrize(("arguments", "error"), ERRORS.items(), ids=lambda each: " ".join(map(str, each[:3])))
def test_an_error_is_in_the_language_of_the_output(arguments, error):
    code, swedish, english = error
    assert printed(arguments, "sv", code).startswith(swedish)
    assert printed(arguments, "en", code).startswith(english)
    assert CliRunner().invoke(main, list(arguments)).stderr.startswith(swedish)


@pytest.mark.parametrize("arguments", ERRORS, ids=" ".join)
def test_no_error_has_words_of_the_other_language(arguments):
    code = ERRORS[arguments][0]
    for lang, others in (("sv", ENGLISH), ("en", SWEDISH)):
        text = printed(arguments, lang, code).partition(":")[2]
        plain = re.sub(r"`[^`]*`|'[^']*'|--[a-z-]+|Känd[^:]*:.*|Known [^:]*:.*", " ", text)
        assert not set(re.findall(r"\w+", plain)) & set(others)


@pytest.fixture
def make_county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MakeCounty:
    return MakeCounty(tmp_path, monkeypatch)


DISABLED = {
    "sv": (
        "psykavtal: insticksmodulen ",
        " är avstängd: ",
        " har 2 fel:",
        "[county] region: saknas.",
        "är ingen nyckel i tabellen. Menade du 'region'?",
    ),
    "en": (
        "psykavtal: plugin ",
        " is disabled: ",
        " has 2 faults:",
        "[county] region: is missing.",
        "is not a key of this table. Did you mean 'region'?",
    ),
}


@pytest.mark.parametrize("lang", DISABLED)
def test_a_disabled_county_is_reported_in_the_language_of_the_output(make_county, monkeypatch, lang):
    plugin = make_county(COUNTY.replace("region =", "regoin ="))
    monkeypatch.setattr(options, "load_counties", lambda: load_counties([plugin]))
    text = printed(("counties",), lang, 3)
    assert [each for each in DISABLED[lang] if each not in text] == []
