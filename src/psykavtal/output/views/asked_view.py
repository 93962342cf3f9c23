"""A question in words as a report: answers to topics, and further provisions."""

from collections.abc import Iterator, Sequence

import attrs

from psykavtal.agreements.asked_in_words import AskedInWords, not_among
from psykavtal.agreements.search.found_provision import Found
from psykavtal.agreements.speakers import Answered, TopicAnswer
from psykavtal.model.answers import Derived, Reported, Stated
from psykavtal.model.answers.see_also import SeeAlso
from psykavtal.model.provisions import Provision
from psykavtal.model.wording import Wording
from psykavtal.output.labels import joined, labelled, same
from psykavtal.output.report import Line, LineKind, Report, ReportSection
from psykavtal.output.views.answer_view import answer_report, remark_line, status_mark
from psykavtal.output.views.asked_provisions import each_passage_once, name_in, provision_of, without_repeated
from psykavtal.output.views.asked_related import related_lines
from psykavtal.output.views.asked_remarks import LEADS, asked_remarks, document_names
from psykavtal.output.views.asked_short_lines import also, answer_line
from psykavtal.output.views.citation_text import short_heading

_MOST_MEMBERS, _FEW_MEMBERS, _MOST_FOUND, _FEW_FOUND = 8, 3, 5, 4
_MOST_RELATED, _MOST_SEE_ALSO, _MOST_CITATIONS = 4, 2, 2
_ALL = 10_000
_FOUND = Wording(sv="Uppgifter med orden", en="Records with the words")
_FURTHER = Wording(sv="Andra uppgifter med orden", en="Other records with the words")
_TOPIC_WORDS = Wording(sv="Uppgifter med övriga ord", en="Records with the remaining words")
_SEE_ALSO = Wording(sv="Se också", en="See also")
_RELATED = Wording(sv="Närliggande frågor, i korthet", en="Related topics, in short")
_ELSEWHERE = Wording(sv="Orden i andra dokument", en="The words in other documents")


@attrs.frozen
class _View:
    """A question, and how much of its answer is shown.

    Attributes:
        asked: the question.
        most: the share of the usual number of provisions that is shown; None for all.
    """

    asked: AskedInWords
    most: float | None = 1.0

    def sections(self) -> Iterator[ReportSection]:
        """Yield the answers and the provisions; these come first if no topic is clear."""
        asked = self.asked
        if asked.is_clear:
            yield from (self._answer(each, _MOST_MEMBERS) for each in asked.answers)
            yield from self._beside_answers()
            return
        of_best = [each for each in asked.answers if each.answer.topic == asked.answers[0].answer.topic]
        first = of_best if asked.share >= LEADS else []
        yield from (self._answer(each, _FEW_MEMBERS) for each in first)
        answered = {provision.id for each in first for provision in each.answer.basis}
        found = [each for each in asked.found if each.provision is None or each.provision.id not in answered]
        yield from self._found(found, _FURTHER if first else _FOUND, _MOST_FOUND)
        shown = each_passage_once(found)[: self._limit(_MOST_FOUND)]
        after = asked.answers if self.most is None else of_best
        yield from (self._answer(each, _FEW_MEMBERS, above=shown) for each in after[len(first) :])
        yield from self._related([each for each in asked.answers if each not in after])
        yield from self._elsewhere()

    def _beside_answers(self) -> Iterator[ReportSection]:
        """Yield further provisions for the words that name none of the topics; the related topics.

        The provisions that have only words which name a topic are shown in one line, or counted.
        """
        asked = self.asked
        if self.most is None:
            yield from self._related()
            yield from self._found(asked.not_answering, _FURTHER, _MOST_FOUND)
            yield from self._elsewhere()
            return
        yield from self._found(asked.further, _FURTHER, _FEW_FOUND)
        yield from self._related()
        others = not_among((*asked.answers, *asked.others), asked.found)
        further = {each.name for each in asked.further}
        left = each_passage_once(each for each in others if each.name not in further)
        if left:
            line = Line(also(left, most=0 if asked.further else _FEW_FOUND), kind=LineKind.REMARK)
            yield ReportSection(heading=_TOPIC_WORDS if asked.further else _FURTHER, lines=(line,))
        if asked.further or asked.absent:
            yield from self._elsewhere()

    def _related(self, near: Sequence[TopicAnswer] = ()) -> Iterator[ReportSection]:
        """Yield the topics that are near and the related ones, each in short."""
        most = self._limit(_MOST_RELATED)
        related = (*near, *self.asked.others)
        lines = tuple(related_lines(self.asked, related, self._ranks, self._name_of, most))
        if lines:
            yield ReportSection(heading=_RELATED, lines=lines)

    def _elsewhere(self) -> Iterator[ReportSection]:
        """Yield the best provisions of other documents with the words that are missing."""
        found = (each.provision for each in self.asked.found_elsewhere if each.provision is not None)
        lines = without_repeated(map(self._of_document, found))
        section = ReportSection(heading=_ELSEWHERE, lines=tuple(lines))
        if section.lines:
            yield section

    def _of_document(self, provision: Provision) -> Iterator[Line]:
        """Yield a provision after the name of its document."""
        first, *rest = self._provision(provision)
        name = document_names((provision.document,), self.asked.county)
        yield attrs.evolve(first, text=labelled(name, first.text))
        yield from rest

    @property
    def _ranks(self) -> dict[str, int]:
        return {each.provision.id: each.rank for each in self.asked.found if each.provision is not None}

    def _found(self, found: Sequence[Found], heading: Wording, most: int) -> Iterator[ReportSection]:
        """Yield the provisions with the words as a section, or as one for each document."""
        documents = self.asked.searched
        for each in documents if len(documents) > 1 else ("",):
            own = each_passage_once(one for one in found if each in ("", one.document))
            shown = own[: self._limit(most)]
            lines = list(without_repeated(map(self._provision, shown)))
            if len(own) > len(shown):
                lines.append(Line(also(own[len(shown) :]), kind=LineKind.REMARK))
            if lines:
                title = labelled(document_names((each,), self.asked.county), heading) if each else heading
                yield ReportSection(heading=title, lines=tuple(lines))

    def _name_of(self, thing_id: str, lang: str) -> str:
        return name_in(self.asked.county, thing_id, lang)

    def _limit(self, count: int) -> int:
        return _ALL if self.most is None else max(1, round(count * self.most))

    def _answer(self, found: TopicAnswer, most: int, above: Sequence[Provision] = ()) -> ReportSection:
        answer = found.answer
        topic = self.asked.county.topics[answer.topic]
        match answer:
            case Stated(by_text=members) | Derived(by_text=members) | Reported(reported_value=members) if members:
                lines = self._members(answer, members, most, above)
            case _:
                within = found.document or self.asked.in_force.document or ""
                lines = answer_report(answer, within=within, name_of=self._name_of).sections[0].lines
        elsewhere = [self._of_other_document(each) for each in found.elsewhere]
        named = {each.document for each in found.elsewhere}
        see_also = [each for each in answer.see_also if each.about not in named]
        more = (*elsewhere, *(self._see_also(each) for each in see_also[:_MOST_SEE_ALSO]))
        speaker = () if found.document is None or self.asked.documents == (found.document,) else (found.document,)
        return ReportSection(
            heading=labelled(document_names(speaker, self.asked.county), topic.label) if speaker else topic.label,
            question=topic.question,
            mark=status_mark(answer),
            lines=(*lines, *more),
        )

    def _members(
        self, answer: Answered, members: Sequence[Provision], most: int, above: Sequence[Provision]
    ) -> tuple[Line, ...]:
        """Return the provisions of a list; the best if there are many, in text order."""
        ranks = self._ranks
        others = [each for each in members if each not in above]
        best = sorted(others, key=lambda each: ranks.get(each.id, len(ranks) + 1))[: self._limit(most)]
        lines = [self._count(members, len(members) - len(others))] if len(members) > 1 or len(others) == 0 else []
        lines += without_repeated(self._provision(each, answer) for each in members if each in best)
        own = {remark for each in members for remark in each.remarks}
        lines += [remark_line(each) for each in answer.remarks if each not in own]
        left = [each for each in others if each not in best]
        if left:
            unclear = len({each.id for each in left}.intersection(answer.ambiguous_members))
            lines.append(Line(also(left, unclear), kind=LineKind.REMARK))
        return tuple(lines)

    def _of_other_document(self, found: TopicAnswer) -> Line:
        name = document_names((found.document or "",), self.asked.county)
        return Line(answer_line(name, found.answer, self._ranks, self._name_of), kind=LineKind.REMARK)

    def _count(self, members: Sequence[Provision], above: int) -> Line:
        """Return the number of provisions by heading, and of those that are shown above."""
        headings = dict[str, int]()
        for each in members:
            heading = short_heading(each.citations[0].heading.rstrip(":")) if each.citations else ""
            headings[heading] = headings.get(heading, 0) + 1
        by_heading = ", ".join(f"{count} «{heading}»" for heading, count in headings.items() if heading)
        count = len(members)
        number = Wording(
            sv=("1 uppgift" if count == 1 else f"{count} uppgifter") + (f", varav {above} ovan" if above else ""),
            en=("1 record" if count == 1 else f"{count} records") + (f", {above} of them above" if above else ""),
        )
        return Line(labelled(number, same(by_heading)) if by_heading else number, kind=LineKind.FACT)

    def _provision(self, provision: Provision, answer: Answered | None = None) -> Iterator[Line]:
        return provision_of(self.asked, provision, answer, self._limit(_MOST_CITATIONS))

    def _see_also(self, other: SeeAlso) -> Line:
        name_of = self._name_of
        about = Wording(sv=name_of(other.about, "sv"), en=name_of(other.about, "en"))
        return Line(joined(_SEE_ALSO, same(" ("), about, same("): "), other.wording), kind=LineKind.REMARK)


def asked_report(asked: AskedInWords, title: Wording, *, full: bool = False) -> Report:
    """Return the records of one county on a question in words as a report."""
    view = _View(asked, None if full else 1.0)
    return Report(title=title, remarks=tuple(asked_remarks(asked)), sections=tuple(view.sections()))


def asked_of_all_report(asked: Sequence[AskedInWords], title: Wording, *, full: bool = False) -> Report:
    """Return several counties' records on a question as a report, shorter for each."""
    return Report(
        title=title,
        sections=tuple(
            ReportSection(
                heading=same(each.county.name),
                lines=tuple(Line(each) for each in asked_remarks(each)),
                sections=tuple(view.sections()),
            )
            for each in asked
            for view in [_View(each, None if full else 0.5)]
        ),
    )
