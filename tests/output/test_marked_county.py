"""Output of a county with marked wordings contains those of one language only."""

import re

import pytest

import psykavtal
from psykavtal import Case
from psykavtal.agreements.comparison.comparing import compare
from psykavtal.model.inference_rules import RULES
from psykavtal.model.wording import Wording
from psykavtal.output.html import html
from psykavtal.output.markdown import markdown
from psykavtal.output.mermaid import mermaid
from psykavtal.output.object_text import escalation_text
from psykavtal.output.text import text as plain_text
from psykavtal.output.views.answer_view import answer_report
from psykavtal.output.views.case_view import case_report, cases_report
from psykavtal.output.views.comparison_view import comparison_report
from psykavtal.output.views.diff_view import diff_report, selection_report
from tests.counties import MakeCounty
from tests.output.languages import LANGUAGES, OTHER, plain_words
from tests.output.marked_county import MARKED_COUNTY, MARKED_DOCUMENT

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
    diff = psykavtal.diff(counties, "avtal-2024", "avtal-2024")
    for report in (diff_report(diff), selection_report(diff, detail=True)):
        yield "diff", plain_text(report, lang)
        yield "diff, HTML", html(report, lang)
    yield "diff, records", str([{k: each[k] for k in ("before_wording", "reasons")} for each in diff.records(lang)])
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
        yield f"sources of {topic.id}", plain_text(answer_report(answer), lang)
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
        plain = plain_words(text).replace("\\[sv\\]", "[sv]")  # as Markdown writes it
        met += plain.count("SVTEXT")
        assert plain.count("SVTEXT") == plain.count("[sv] SVTEXT"), name
    assert met > 100
    assert all("[sv]" not in text for _, text in _outputs(counties, "sv"))
