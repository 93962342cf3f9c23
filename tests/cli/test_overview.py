"""`psykavtal overview` prints an overview in each format, or draws it."""

import json

import pytest
from click.testing import CliRunner

import psykavtal
from psykavtal.cli import main
from psykavtal.cli.overview_command import KINDS

pytestmark = pytest.mark.usefixtures("loaded_once")

DAY = "2026-01-10"
MAKERS = {
    "silence": psykavtal.silence_map,
    "responsibility": psykavtal.responsibility_matrix,
    "ages": psykavtal.age_coverage,
    "escalation": psykavtal.escalations,
}


def run(*arguments, code=0):
    result = CliRunner().invoke(main, ["overview", *arguments], catch_exceptions=False)
    assert result.exit_code == code, result.output
    return result.output


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_it_prints_the_overview(counties, kind, lang):
    in_code = MAKERS[kind](counties, on=DAY).explain(lang)
    printed = in_code.replace('topics="all"', "--topic all").replace('topics="sip"', "--topic sip")
    assert run(kind, "--on", DAY, "--lang", lang) == printed


@pytest.mark.parametrize("kind", KINDS)
def test_its_json_is_the_overview(counties, kind):
    found = run(kind, "--on", DAY, "--format", "json")
    assert psykavtal.from_dict(json.loads(found), counties=counties) == MAKERS[kind](counties, on=DAY)


def test_it_asks_documents(counties):
    documents = ("jamtland-2025", "jamtland-2021")
    printed = run("ages", "--on", DAY, *(part for each in documents for part in ("--document", each)))
    asked = [counties["jamtland"].document(each, on=DAY) for each in documents]
    assert printed == psykavtal.age_coverage(asked, on=DAY).explain()


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_it_draws_a_picture(tmp_path, kind):
    target = tmp_path / "picture.svg"
    assert run(kind, "--on", DAY, "--picture", str(target), "--size", "phone").strip() == str(target)
    assert target.read_text("utf-8").startswith("<svg ")


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("silent",), 2, "silent"),
        (("ages", "--topic", "sip"), 2, "--topic goes with silence, responsibility only"),
        (("silence", "--county", "jamtland", "--document", "jamtland-2025"), 2, "do not go together"),
        (("silence", "--topic", "sipp"), 1, "Did you mean 'sip'"),
        (("silence", "--picture", "map.jpg"), 1, "no format 'jpg'"),
        (("silence", "--picture", "/nowhere/at/all/map.svg"), 1, "cannot be written: No such file"),
        (("ages", "--county", "jonkoping", "--on", "2020-01-01", "--picture", "ages.svg"), 1, "nothing to draw"),
    ],
)
def test_bad_arguments_are_refused(tmp_path, monkeypatch, arguments, code, message):
    monkeypatch.chdir(tmp_path)
    day = () if "--on" in arguments else ("--on", DAY)
    assert message in run(*arguments, *day, "--lang", "en", code=code)
    assert not list(tmp_path.iterdir())
