"""How the answers of version 0.1.0 are written canonically.

Prose is left out. Where two answers differ in nothing but prose that matters, a flag stands for it: the cause of an
answer without a value, the kind of a generated note, the time of a law, whether a summary shows a chosen reading.
"""

import re
from collections.abc import Mapping
from typing import Any

from psykavtal.agreements.comparison.rows import Cell, Comparison, Row
from psykavtal.agreements.comparison.verdicts import Verdict
from psykavtal.agreements.county import County
from psykavtal.agreements.document_on_day import DocumentOnDay
from psykavtal.cases.receipts import Receipt
from psykavtal.cases.what_applies import WhatApplies
from psykavtal.errors import UndeterminedError
from psykavtal.law.acts import Act
from psykavtal.law.findings import LawFinding
from psykavtal.model.answers import Ambiguous, AnswerBase, Outcome
from psykavtal.model.citations import Citation
from psykavtal.model.condition_evaluation import Trace
from psykavtal.model.documents import Document
from psykavtal.model.inference_rules import RULES, Rule
from psykavtal.model.provisions import Provision
from psykavtal.model.vocabulary import Duty, Topic

from .canonical import Form, Json, kind_of

# What generated sentences mean, by how they begin in Swedish.
_MEANINGS = tuple(
    (re.compile(pattern), meaning)
    for pattern, meaning in (
        (r"Ingen överenskommelse är redovisad", "no-agreement"),
        (r"Frågan uppkommer inte för en överenskommelse", "not-of-agreements"),
        (r"Frågan uppkommer inte för ett dokument", "other-kind"),
        (r"Länets kommuner är inte", "no-municipalities"),
        (r"Det som sägs gäller under villkor", "excluded"),
        (r"Uppgifter finns från annat håll", "known-elsewhere"),
        (r"Dokumentet finns inte hos oss", "not-available"),
        (r"Ingen har läst dokumentet", "not-read"),
        (r"Dokumentet säger något i frågan om", "ask-about"),
        (r"Texten säger emot sig själv", "contradiction"),
        (r"Sägs om överenskommelsen; vilken upplaga", "edition-undetermined"),
        (r"Sägs om överenskommelsen; den upplaga", "edition-not-available"),
        (r"Det sägs i ", "speakers"),
        (r"Vilken upplaga som gäller .* är inte fastställt, och", "nothing-available"),
        (r"Att upplagan gäller är en uppgift", "edition-reported"),
        (r"Ingen upplaga har visats gälla", "none-in-force"),
        (r"Födelsedagen är inte angiven", "born-not-given"),
        (r"Tillfrågat dokument: .* Det är den upplaga", "document-applies"),
        (r"Tillfrågat dokument: ", "document-not-shown-to-apply"),
        (r"Kommunen .* känns inte igen", "place-unknown"),
        (r"Kommunen .* ligger i ", "place-elsewhere"),
        (r"Vem som är i målgruppen ger", "group-not-stated"),
        (r"Personen är utanför målgruppen .* som sådan", "outside-as-such"),
        (r"Personen är utanför målgruppen", "outside"),
        (r"Om personen är i målgruppen", "group-open"),
        (r"Texten låter inte frågan utgå från", "not-from-there"),
        (r"Filen med uppgifterna har fel", "faulty"),
    )
)


# Why a document does not apply, or may not, in the order in which a sentence lists it.
_STANDING = {
    "gäller först från": "not-yet",
    "börjar gälla": "start-unclear",
    "har ingen känd startdag": "no-start",
    "gällde till": "ended",
    "upphörde genom en händelse": "event-occurred",
    "gäller tills en händelse": "until-event",
    "enligt uppgift": "reported",
}
_CHOSEN = re.compile(r"\((?:chosen|vald)\b")
_STANDING_WORDS = re.compile("|".join(_STANDING))
_RULES = {each.wording.sv: f"rule {each.id}" for each in RULES.values()}


def meaning_of(text: str) -> str:
    """What a generated sentence means; "other" for one that is not known."""
    meaning = _RULES.get(text) or next((name for pattern, name in _MEANINGS if pattern.match(text)), "")
    if meaning in {"", "none-in-force"}:
        standing = [_STANDING[each] for each in _STANDING_WORDS.findall(text)]
        return " ".join([meaning or "standing", *standing]) if standing else meaning or "other"
    return meaning


class OldForm:
    """The forms of answers (provisions by id) and of records (provisions in full)."""

    def __init__(self, recorded: Mapping[str, Provision], notes: frozenset[str]) -> None:
        """Remember the provisions as recorded, and the notes that the record holds."""
        self._recorded = recorded
        self._notes = notes
        self._known: dict[int, tuple[Provision, Json]] = {}
        self.records = Form()
        self._full = Form(special={Citation: lambda each: each.key, Rule: lambda each: each.id})
        self.answers = Form(
            prose=frozenset({"branch.end_reason", "route-end.reason", "finding.message"}),
            special={
                AnswerBase: self.answer,
                Outcome: self._outcome,
                Provision: self._provision,
                Citation: lambda each: each.key,
                Rule: lambda each: each.id,
                DocumentOnDay: lambda each: each.id,
                County: lambda each: each.id,
                Document: lambda each: each.id,
                Topic: lambda each: each.id,
                Duty: lambda each: each.law,
                Act: lambda each: each.number,
                Trace: self._trace,
                Verdict: self._verdict,
                Comparison: lambda each: [self.answers.write(row) for row in each.rows],
                Row: self._row,
                Cell: lambda each: {"subject": each.subject, "answer": self.answer(each.answer)},
                WhatApplies: self._what_applies,
                LawFinding: self._law_finding,
                Receipt: lambda _: None,
            },
        )

    def top(self, answer: AnswerBase[Any], on: object) -> Json:
        """An answer as a user gets it: with its citations, and whether it gives a value."""
        form = self.answer(answer)
        if answer.on is not None and answer.on != on:
            form["on"] = answer.on.isoformat()
        form["citations"] = [each.key for each in answer.citations]
        form["sources"] = [each.url for each in answer.sources]
        if isinstance(answer, Ambiguous):
            form["repr_shows_chosen"] = _CHOSEN.search(repr(answer)) is not None
        form["review"] = None if answer.review is None else answer.review.value
        try:
            answer.content()
            form["gives_value"] = True
        except UndeterminedError:
            form["gives_value"] = False
        return {name: each for name, each in form.items() if each not in (None, [])}

    def answer(self, answer: AnswerBase[Any]) -> dict[str, Json]:
        """An answer by its fields; generated prose as what it means."""
        form = self._fields(answer)
        form["status"] = answer.status
        if isinstance(answer, Ambiguous):
            form["shows_chosen"] = _CHOSEN.search(answer.summary()) is not None
        return form

    def _fields(self, answer: AnswerBase[Any]) -> dict[str, Json]:
        form: dict[str, Json] = {}
        for name in type(answer).__attrs_attrs__:
            held = getattr(answer, name.name)
            if held is None or held in ((), "") or name.name == "on":
                continue
            if name.name == "notes":
                form["notes"] = [each.sv for each in held if each.sv in self._notes]
                form["generated_notes"] = [meaning_of(each.sv) for each in held if each.sv not in self._notes]
            elif name.name == "reason" and held.sv not in self._notes:
                form["cause"] = meaning_of(held.sv)
            elif name.name in {"basis", "reports"}:
                form[name.name] = [each.id for each in held]
            else:
                form[name.name] = self.answers.write(held)
        return form

    def _outcome(self, outcome: Outcome[Any]) -> Json:
        return {"name": outcome.name, "because": outcome.because.value, "answer": self.answer(outcome.answer)}

    def _provision(self, provision: Provision) -> Json:
        """Its id; with the fields that are read otherwise than recorded, if any."""
        known = self._known.get(id(provision))
        if known is not None:
            return known[1]
        recorded = self._recorded.get(provision.id)
        form: Json
        if recorded is None:
            form = self._full.fields(provision)
        elif recorded is provision or recorded == provision:
            form = provision.id
        else:
            before, after = self._full.fields(recorded), self._full.fields(provision)
            names = {*before, *after} - {"readings"}
            changed = {name: after.get(name) for name in sorted(names) if before.get(name) != after.get(name)}
            form = {"id": provision.id, "as_read": changed}
        if len(self._known) < 20_000:
            self._known[id(provision)] = (provision, form)
        return form

    def _trace(self, trace: Trace) -> Json:
        form: dict[str, Json] = {"truth": trace.truth.value}
        if trace.parts:
            return {
                **form,
                "of": kind_of(trace.criterion.__class__),
                "parts": [self._trace(each) for each in trace.parts],
            }
        return {**form, "criterion": self.answers.write(trace.criterion)}

    def _verdict(self, verdict: Verdict) -> Json:
        readings = re.findall(r"(\S+) läses «([^»]*)»", verdict.why.sv)
        return {
            "result": verdict.result.value,
            "between": list(verdict.between),
            "readings": [list(r) for r in readings],
        }

    def _row(self, row: Row) -> Json:
        return {name: self.answers.write(getattr(row, name)) for name in ("topic", "cells", "pairs", "verdict")}

    def _what_applies(self, answer: WhatApplies) -> Json:
        form = {name: self.answers.write(part) for name, part in answer.parts()}
        form["county"] = answer.county
        form["document"] = answer.document
        form["notes"] = [meaning_of(each.sv) for each in answer.notes]
        form["left_open"] = [each.topic for each in answer.left_open]
        form["silences"] = [each.topic for each in answer.silences]
        return form

    def _law_finding(self, finding: LawFinding) -> Json:
        text = finding.message.sv
        times = {"upphörde": "repealed", "träder i kraft": "not-yet-in-force", "Håller inte": "later"}
        time = [name for words, name in times.items() if words in text]
        return {
            "check": finding.check.value,
            "level": finding.level.value,
            "suggestion": finding.suggestion,
            "time": time,
            "days": re.findall(r"\d{4}-\d\d-\d\d", text),
        }
