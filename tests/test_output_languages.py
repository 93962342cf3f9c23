"""Output in one language contains nothing of the other, except names, titles and quoted words of the agreements."""

import enum
import importlib
import pkgutil
import re
from functools import cache

import pytest
from click.testing import CliRunner

import psykavtal
from psykavtal import Case
from psykavtal.agreements.comparison.comparing import compare
from psykavtal.cli import main
from psykavtal.model.inference_rules import RULES
from psykavtal.model.provisions import reading_names
from psykavtal.model.wording import Wording
from psykavtal.output.html import html
from psykavtal.output.markdown import markdown
from psykavtal.output.mermaid import mermaid
from psykavtal.output.object_text import escalation_text
from psykavtal.output.text import text as plain_text
from psykavtal.output.views.answer_view import answer_report
from psykavtal.output.views.case_view import case_report, cases_report
from psykavtal.output.views.comparison_view import comparison_report

from .counties import MakeCounty

DAY = "2026-01-10"
LANGUAGES = ("sv", "en")
OTHER = {"sv": "en", "en": "sv"}
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
    "the ladder of Jämtland": "escalation jamtland --sources",
    "the older ladder of Jämtland": "escalation jamtland --document jamtland-2021",
    "the ladder of Jönköping": "escalation jonkoping",
    "no ladder in Dalarna": "escalation dalarna",
    "the directive of Dalarna": "escalation dalarna --document dalarna-direktiv-2020",
    "the graph of Jämtland": "escalation jamtland --format mermaid",
}


def _plain(text):
    return " ".join(text.split())


# --- The installed counties ---


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
            found |= {provision.note} if provision.note is not None else set()
    names = {name for each in counties.values() for names in each.holdings.names.values() for name in names}
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
    text = re.sub(r"--[a-z]+|[a-z]+='[^']*'", " ", text)
    text = re.sub(r"<[a-zåäö:]+[^<>]*>|<https?:[^<>]*>|‹[^‹›]*›|«[^«»]*»|https?://\S+", " ", _plain(text))
    return re.sub(r"<nearest: [^<>]*>|<närmast: [^<>]*>", " ", text)


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_a_command_prints_no_label_of_the_other_language(labels, counties, command, lang):
    output = printed(command, lang)
    text = _without_quotations(output)
    # Names stand as they are, in either language.
    for county in counties.values():
        names = (name for every in county.holdings.names.values() for name in every)
        for name in sorted(names, key=len, reverse=True):
            text = text.replace(name, "")

    assert len(output) > 100
    near = [each for each in labels[OTHER[lang]] if _plain(each) in text]
    assert not [each for each in near if re.search(rf"(?<!\w){re.escape(_plain(each))}(?!\w)", text)]


@cache
def printed(command, lang):
    return CliRunner().invoke(main, [*command.split(), "--on", DAY, "--lang", lang], catch_exceptions=False).output


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_a_command_prints_no_id_of_a_rule_a_reading_or_a_fact(counties, command, lang):
    text = _plain(printed(command, lang))
    facts = {each for each in counties.facts if re.search(r"[-:]", each)}
    provisions = [each for county in counties.values() for each in county.find().provisions]
    names = {name for every in _names_of_readings(provisions) for name in every}

    ids = {*facts, *RULES, *(each for each in names if "-" in each)}
    near = [each for each in ids if each in text]
    assert not [each for each in near if re.search(rf"(?<![\w-]){re.escape(each)}(?![\w-])", text)]
    assert not [each for each in (*names, *counties.facts) if f"«{each}»" in text or f"({each})" in text]


def _names_of_readings(provisions):
    return [names for each in provisions for names in reading_names(each).values()]


# --- A made-up county with a mark on every wording ---

MARKED_COUNTY = """\
[county]
id = "varmland"
code = "17"
name = "Värmland"
region = "Region Värmland"

[county.municipalities]
"1780" = "Karlstad"

[content]
avtal-2024 = "2024.toml"

[agreement.avtalet]
names = ["Namnet"]

[body.radet]
names = ["Namn A"]
unnamed = true

[body.b]
names = ["Namn B"]

[service.tjanst]
names = ["Namn C"]

[document.annat]
names = ["Namn D"]
type = "routine"
unnamed = true

[document.avtal-2024]
names = ["Namn E"]
unnamed = true
type = "agreement"
edition_of = "avtalet"
read_on = 2026-01-01
checked_until = 2025-01-01

[document.avtal-2024.text.ren]
file = "avtal.txt"
digest = "sha256:00"

[document.avtal-2024.text.ren.sections]
malgrupp = "Citat"

[validity.avtal-2024]
topic = "validity.start"
also = ["validity.end"]
about = "avtal-2024"
at = "avtal-2024/ren/malgrupp: Citat ett"
start = 2024-03-01
until_further_notice = true
follows_by = "start-is-decision-day"
sv = "SVTEXT a."
en = "ENTEXT a."
note = { sv = "SVTEXT b.", en = "ENTEXT b." }
"""
WORDS = 'sv = "SVTEXT {0}."\nen = "ENTEXT {0}."\nnote = {{ sv = "SVTEXT n{0}.", en = "ENTEXT n{0}." }}\n'
READ = """[{0}.reading.zzfirst]
why = {{ sv = "SVTEXT r1.", en = "ENTEXT r1." }}
{1}
[{0}.reading.zzsecond]
why = {{ sv = "SVTEXT r2.", en = "ENTEXT r2." }}
{2}
"""
AGES = """age = { words = "citat", reading.zzyoung = { from = 18, why = { sv = "SVTEXT r3.", en = "ENTEXT r3." } },\
 reading.zzold = { from = 19, why = { sv = "SVTEXT r4.", en = "ENTEXT r4." } } }
"""
MARKED_DOCUMENT = "".join(
    [
        'document = "avtal-2024"\n',
        '[target-group.main]\ntopic = "target-group.who"\nalso = ["target-group.age"]\nat = "malgrupp: Citat två"\n',
        'who = { all = ["needs-region", "psychiatric-disability"] }\n' + AGES + WORDS.format(1),
        '[service-ages.s]\ntopic = "services.ages"\nat = "malgrupp: Citat tre"\nservice = "tjanst"\n',
        AGES + WORDS.format(2),
        '[relation.up]\ntopic = "disagreement.first-step"\nat = "malgrupp: Citat fyra"\nrelation = "escalates-to"\n',
        'target = "radet"\ntrigger = ["disagreement"]\nwhen = "child"\n' + WORDS.format(3),
        READ.format("relation.up", 'sources = ["b"]', 'modality = "duty"'),
        '[relation.over]\ntopic = "deviation.handling"\nat = "malgrupp: Citat fem"\nrelation = "hands-over-to"\n',
        'target = "annat"\ntrigger = ["deviation"]\n' + WORDS.format(4),
        '[interim-responsibility.i]\ntopic = "disagreement.interim"\nat = "malgrupp: Citat sex"\nbearer = "need-noticed"\n',
        WORDS.format(5),
        READ.format("interim-responsibility.i", 'ends_when = "disagreement-solved"', 'ends_when = "otherwise-agreed"'),
        '[linked-agreement.l]\ntopic = "links.agreements"\nat = "malgrupp: Citat sju"\nlink = "annat"\nwhen = "discharge"\n',
        WORDS.format(6),
        '[responsibility.r]\ntopic = "responsibility.region"\nat = "malgrupp: Citat åtta"\nbearer = "region"\n',
        'when = { any = ["discharge", { not = "inpatient" }] }\n' + WORDS.format(7),
        '[responsibility.sip]\ntopic = "sip.convener"\nat = "malgrupp: Citat nio"\nbearer = "joint"\n'
        + WORDS.format(8),
        '[participation-ladder.t]\ntopic = "participation.ladder"\nat = "malgrupp: Citat tio"\n',
        'rungs = [{ grade = { words = "Ord", certainty = "restored" }, meaning = { certainty = "unreadable" },',
        ' verb = { words = "Ord", certainty = "unreadable" } }]\n' + WORDS.format(9),
        '[silence."sip.offer"]\nnear = "malgrupp: Citat elva"\n',
        'note = { sv = "SVTEXT s.", en = "ENTEXT s." }\n',
    ]
)
MARK = {"sv": "SVTEXT", "en": "ENTEXT"}


@pytest.fixture(scope="module")
def marked(tmp_path_factory):
    patch = pytest.MonkeyPatch()
    plugin = MakeCounty(tmp_path_factory.mktemp("marked"), patch)
    yield psykavtal.load_counties(plugins=[plugin.whole(MARKED_COUNTY, MARKED_DOCUMENT)], strict=True)
    patch.undo()


def _outputs(counties, lang):
    """Every output of the county in a language, by name."""
    day = "2025-06-01"
    (county,) = counties.members
    edition = county.document("avtal-2024", on=day)
    comparison = compare([county], on=day, topics="all")
    report = comparison_report(comparison, sources=True)
    yield "compare", plain_text(report, lang)
    yield "compare, Markdown", markdown(report, lang)
    yield "compare, HTML", html(report, lang)
    yield "compare, records", str([{k: each[k] for k in ("label", "text", "why")} for each in comparison.records(lang)])
    yield "escalation", escalation_text(edition.escalation, lang=lang)
    yield "escalation, sources", escalation_text(edition.escalation, lang=lang, sources=True)
    yield "escalation, Mermaid", mermaid(edition.escalation, lang=lang)
    for told in (
        {"born": "2007-03-01", "facts": {"disagreement": True}},
        {"born": "2006-10-01", "facts": {"child": True, "discharge": True, "inpatient": False}, "stands_at": "b"},
        {},
    ):
        for document in (None, "avtal-2024"):
            answer = counties.what_applies(Case(**told), county="varmland", on=day, document=document)
            yield f"case {told} {document}", answer.explain(lang)
            yield f"case beside {told} {document}", plain_text(cases_report([answer]), lang)
            yield f"case, HTML {told} {document}", html(case_report(answer), lang)
            yield f"case, Markdown {told} {document}", markdown(case_report(answer), lang)
    for topic in edition.topics:
        answer = edition.ask(topic.id)
        yield f"summary of {topic.id}", answer.summary(lang)
        yield f"sources of {topic.id}", plain_text(answer_report(answer, county.holdings.name_of), lang)
    for occasion in ("disagreement", "deviation", "interpretation-needed"):
        yield f"summary of {occasion}", edition.escalation.route(trigger=occasion).summary(lang)


# Labels of the package that would stand in these outputs, in each language.
WORDS_OF = {
    "sv": [
        "namnges inte",
        "närmast",
        "Slut:",
        "läst",
        "Läsning",
        "återställt",
        "oläsligt",
        "inte hos oss",
    ],
    "en": ["not named", "nearest", "End:", "read", "Reading", "restored", "unreadable", "Not available"],
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_marked_county_prints_in_one_language_only(marked, lang):
    met = 0
    for name, text in _outputs(marked, lang):
        met += text.count(MARK[lang])
        assert MARK[OTHER[lang]] not in text, name
        for word in WORDS_OF[OTHER[lang]]:
            assert not re.search(rf"(?<!\w){re.escape(word)}", text), (name, word)
    assert met > 100


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_label_is_printed_somewhere_in_its_own_language(marked, lang):
    text = "\n".join(text for _, text in _outputs(marked, lang))

    for word in WORDS_OF[lang]:
        assert re.search(rf"(?<!\w){re.escape(word)}", text), word


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_marked_county_prints_no_id_of_a_rule_a_reading_or_a_fact(marked, lang):
    facts = {each for each in marked.facts if "-" in each}
    for name, text in _outputs(marked, lang):
        assert "zz" not in text, name
        found = [each for each in (*RULES, *facts) if re.search(rf"(?<![\w-]){re.escape(each)}(?![\w-])", text)]
        assert not found, name


def test_what_code_sees_is_english(marked):
    (county,) = marked.members
    edition = county.document("avtal-2024", on="2025-06-01")
    seen = [repr(edition.ask(each.id)) for each in edition.topics]
    seen += [repr(edition.escalation.route(trigger=each)) for each in ("disagreement", "deviation")]
    seen += [repr(each) for each in edition.find().provisions]
    seen += [repr(compare([county], on="2025-06-01", topics="all")), repr(edition.ask("target-group.age").basis)]

    text = "\n".join(seen)
    assert "ENTEXT" in text
    assert "SVTEXT" not in text
    assert not re.search(r"namnges inte|säger inget|återställt|alla åldrar", text)
    # The names by which code chooses a reading are there.
    assert "zzfirst" in text
    with pytest.raises(psykavtal.PsykavtalError, match="the answer is ambiguous") as raised:
        len(edition.ask("disagreement.interim"))
    assert "SVTEXT" not in str(raised.value)


# --- A county without English ---


@pytest.mark.parametrize("text", ["a label", "a wording of a county"])
def test_a_wording_without_english_is_marked_in_english(text):
    wording = Wording(sv="SVTEXT")

    assert wording.to("sv") == "SVTEXT", text
    assert wording.to("en") == "[sv] SVTEXT"


def test_english_output_of_a_county_without_english_marks_every_swedish_wording(tmp_path, monkeypatch):
    only = [re.sub(r', en = "[^"]*"|\nen = "[^"]*"', "", text) for text in (MARKED_COUNTY, MARKED_DOCUMENT)]
    plugin = MakeCounty(tmp_path, monkeypatch).whole(*only)
    counties = psykavtal.load_counties(plugins=[plugin], strict=True)

    met = 0
    for name, text in _outputs(counties, "en"):
        plain = _plain(text).replace("\\[sv\\]", "[sv]")  # as Markdown writes it
        met += plain.count("SVTEXT")
        assert plain.count("SVTEXT") == plain.count("[sv] SVTEXT"), name
    assert met > 100
    assert all("[sv]" not in text for _, text in _outputs(counties, "sv"))
