"""Age limits, editions and kinds are distinguished by their labels."""

import re

import attrs
import pytest

import psykavtal
from psykavtal import Ambiguous
from psykavtal.agreements.field_text import field_label, limit_text
from psykavtal.model.ages import AgeLimit, AgeRange
from psykavtal.model.provisions import KINDS
from psykavtal.model.readings import Reading
from psykavtal.model.wording import Wording
from psykavtal.output.mermaid import mermaid
from psykavtal.output.object_html import html_of
from tests.counties import AGREEMENT, COUNTY, DOCUMENT, MakeCounty
from tests.output.readings import DAY, _editions


def test_age_limits_that_mean_the_same_print_once_and_others_apart():
    def limit(*ranges):
        read = (
            Reading(name=f"r{n}", why=Wording(sv=f"Skäl {n}.", en=f"Reason {n}."), value=each)
            for n, each in enumerate(ranges)
        )
        return AgeLimit(words="unga", readings=tuple(read))

    same = limit_text(limit(AgeRange(below=18), AgeRange(at_least=0, below=18)))
    assert same.to("en") == "«unga»: 0–17 years (read «Reason 0» or «Reason 1»)"
    apart = limit_text(limit(AgeRange(below=18), AgeRange(below=19)))
    assert apart.to("en") == "«unga»: 0–17 years (read «Reason 0») or 0–18 years (read «Reason 1»)"


def test_two_editions_of_one_name_are_told_apart_by_id(tmp_path, monkeypatch):
    second = AGREEMENT[AGREEMENT.index("\n[document.") :]
    for old, new in (("avtal-2024", "avtal-2025"), ("avtal.txt", "avtal2.txt"), ("sha256:00", "sha256:01")):
        second = second.replace(old, new)
    county = COUNTY + AGREEMENT.replace("[content]", '[content]\navtal-2025 = "2025.toml"') + second
    plugin = MakeCounty(tmp_path, monkeypatch)(county, _2024=DOCUMENT, _2025='document = "avtal-2025"\n')
    made = psykavtal.load_counties(plugins=[plugin], strict=True)["varmland"]
    found = made.in_force(on="2025-01-01")

    assert found.candidates == ("avtal-2024", "avtal-2025")
    with pytest.raises(psykavtal.PsykavtalError, match=r'"avtal-2024".*"avtal-2025"'):
        made.edition(on="2025-01-01")


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_every_kind_has_a_label_in_both_languages(kind):
    apart = {"id", "wording", "citations", "reported", "readings", "reads_with", "review", "read_on", "remarks"}
    for each in attrs.fields(KINDS[kind]):
        if each.name not in apart:
            label = field_label(each.name)
            assert label.en is not None
            assert "_" not in label.sv + label.en


def test_html_and_mermaid_tell_the_readings_apart(counties):
    edition = counties["jamtland"].document("jamtland-2025", on=DAY)
    route = edition.escalation.route(trigger="deviation")

    page = html_of(route)
    assert page.count("efter dialog mellan chefer") == 1
    edges = [line for line in mermaid(edition.escalation).splitlines() if "Läsning:" in line]
    assert len({re.sub(r"n\d", "", each) for each in edges}) == len(edges)


def test_a_summary_of_readings_tells_them_apart(counties):
    for edition in _editions(counties):
        for topic in edition.topics:
            answer = edition.ask(topic.id)
            if isinstance(answer, Ambiguous):
                for lang in ("sv", "en"):
                    parts = [f"{each.label.to(lang)}: {each.answer.summary(lang)}" for each in answer.readings]
                    assert answer.summary(lang) == "; ".join(parts)
                    assert len(set(parts)) == len(parts)
