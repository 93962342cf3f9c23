"""Output of the installed counties in one language contains no label of the other, and no id."""

import enum
import importlib
import pkgutil
import re
from functools import cache

import pytest
from click.testing import CliRunner

import psykavtal
from psykavtal.cli import main
from psykavtal.model.inference_rules import RULES
from psykavtal.model.provisions import reading_names
from psykavtal.model.wording import Wording
from tests.county_names import names_of
from tests.output.languages import LANGUAGES, OTHER, plain_words

pytestmark = pytest.mark.usefixtures("loaded_once")

DAY = "2026-01-10"

COMMANDS = {
    "a case in Åre": "case --municipality 2321 --born 2008-03-01 --fact coordinated --not-fact inpatient",
    "a case by the older edition": "case --municipality 2321 --born 2008-03-01 --document jamtland-2021",
    "a disagreement in Åre": "case --municipality 2321 --fact disagreement --stands-at lokal-samverkansarena",
    "a case in Jönköping": "case --municipality 0680 --born 2008-03-01",
    "a case in Falun": "case --municipality 2080 --age 17",
    "a case by the directive": "case --municipality 2080 --age 17 --document dalarna-direktiv-2020",
    "a case in every county": "case --age 18 --all-counties",
    "the comparison": "compare --topic all --sources",
    "the comparison in Markdown": "compare --topic all --format markdown",
    "the differences between two editions": "diff jamtland-2021 jamtland-2025",
    "the differences in detail": "diff jamtland-2021 jamtland-2025 --detail",
    "the differences between two counties": "diff jamtland-2025 jonkoping-2025 --detail",
    "the outline of Jämtland": "show jamtland",
    "the whole text of Jönköping": "show jonkoping --full",
    "the directive": "show dalarna --document dalarna-direktiv-2020 --full",
    "the ladder of Jämtland": "escalation jamtland --sources",
    "the older ladder of Jämtland": "escalation jamtland --document jamtland-2021",
    "the ladder of Jönköping": "escalation jonkoping",
    "no ladder in Dalarna": "escalation dalarna",
    "the timeline of Jämtland": "timeline jamtland --full",
    "the timeline of Jönköping": "timeline jonkoping --full",
    "the timeline of Dalarna": "timeline dalarna --full",
    "the audit": "audit",
    "the audit in detail": "audit --detail",
    "the directive of Dalarna": "escalation dalarna --document dalarna-direktiv-2020",
    "the graph of Jämtland": "escalation jamtland --format mermaid",
}


def _wordings_in(value, depth=0):
    """The wordings that a value of a module holds."""
    if isinstance(value, Wording):
        yield value
    elif isinstance(value, dict) and depth < 3:
        for each in value.values():
            yield from _wordings_in(each, depth + 1)
    elif isinstance(value, list | tuple) and depth < 3:
        for each in value:
            yield from _wordings_in(each, depth + 1)
    elif isinstance(value, type) and issubclass(value, enum.Enum):
        yield from (each.label for each in value if hasattr(each, "label"))


def _own_labels():
    """Every wording in the tables of the package itself."""
    found = {rule.wording for rule in RULES.values()} | {rule.label for rule in RULES.values()}
    for module in pkgutil.walk_packages(psykavtal.__path__, "psykavtal."):
        if module.name.startswith(("psykavtal.testing", "psykavtal.cohorts")):
            continue
        for value in vars(importlib.import_module(module.name)).values():
            found |= set(_wordings_in(value))
    return found


@pytest.fixture(scope="module")
def labels(counties):
    """Every label and wording, by the language in which it is written."""
    county = next(iter(counties.values()))
    found = _own_labels()
    found |= {each.label for each in (*county.holdings.facts.values(), *county.holdings.topics.values())}
    found |= {each.question for each in county.holdings.topics.values()}
    for each in counties.values():
        for provision in each.find().provisions:
            found |= {provision.wording, *(way.why for way in provision.readings)}
            found |= {each.text for each in provision.remarks}
    names = {name for each in counties.values() for names in names_of(each).values() for name in names}
    known = {lang: {each.to(lang) for each in found} for lang in LANGUAGES}
    return {
        # A word of four letters at least, that is no word of the other language or of a name as well.
        lang: {
            text
            for text in known[lang] - known[OTHER[lang]]
            if len(text) > 3 and "{}" not in text and not any(text.casefold() in name.casefold() for name in names)
        }
        for lang in LANGUAGES
    }


def _without_quotations(text):
    """The text without citations, addresses, code, and what is quoted from the agreements."""
    text = re.sub(r"--[a-z]+ [a-z0-9-]+|--[a-z]+|[a-z]+='[^']*'", " ", text)
    text = re.sub(r"<[^<>]*>|‹[^‹›]*›|«[^«»]*»|“[^“”]*”|https?://\S+", " ", plain_words(text))
    return re.sub(r"<nearest: [^<>]*>|<närmast: [^<>]*>", " ", text)


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_a_command_prints_no_label_of_the_other_language(labels, names, command, lang):
    output = printed(command, lang)
    text = _without_quotations(output)
    for name in names:
        text = text.replace(name, "")

    assert len(output) > 100
    near = [each for each in labels[OTHER[lang]] if plain_words(each) in text]
    assert not [each for each in near if re.search(rf"(?<!\w){re.escape(plain_words(each))}(?!\w)", text)]


@pytest.fixture(scope="module")
def names(counties):
    """The names and headings, longest first; they are the same in both languages."""
    every = {name for county in counties.values() for each in names_of(county).values() for name in each}
    return sorted(every.union(*map(_headings, counties.values())), key=len, reverse=True)


def _headings(county):
    sections = [each for document in county.documents for text in document.texts for each in text.sections]
    attachments = (name for each in county.find().provisions for name in getattr(each, "attachments", ()))
    return (*(each.heading.removesuffix(":") for each in sections if each.heading), *attachments)


@cache
def printed(command, lang):
    return CliRunner().invoke(main, [*command.split(), "--on", DAY, "--lang", lang], catch_exceptions=False).output


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_a_command_prints_no_id_of_a_rule_a_reading_or_a_fact(counties, command, lang):
    text = plain_words(printed(command, lang))
    facts = {each for each in counties.facts if re.search(r"[-:]", each)}
    provisions = [each for county in counties.values() for each in county.find().provisions]
    names = {name for every in _names_of_readings(provisions) for name in every}

    # A name that is an ordinary word of the texts, such as "follow-up", is no sign of an id.
    words = plain_words(" ".join(_wordings_of(provisions, lang)))
    ids = {each for each in (*facts, *RULES, *names) if "-" in each and f" {each} " not in words}
    near = [each for each in ids if each in text]
    assert not [each for each in near if re.search(rf"(?<![\w-]){re.escape(each)}(?![\w-])", text)]
    marked = {f"«{each}»" for each in (*names, *counties.facts)} | {f"({each})" for each in (*names, *counties.facts)}
    assert not [each for each in marked if each in text and each not in words]


def _wordings_of(provisions, lang):
    for each in provisions:
        yield from (wording.to(lang) for wording in (each.wording, *(remark.text for remark in each.remarks)))


def _names_of_readings(provisions):
    return [names for each in provisions for names in reading_names(each).values()]
