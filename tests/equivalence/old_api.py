"""The adapter of version 0.1.0: with the other modules old_*, all that calls the package.

Another adapter is a class `Api` with the same methods.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

import psykavtal
from psykavtal import Case
from psykavtal.law import resolve

from . import frames, invented, old_errors
from .canonical import Json
from .old_records import Records

_OUTPUTS = ("document", "in_target_group", "decided_by", "services", "services_open")


class Api(Records):
    """What the corpus asks, put to version 0.1.0."""

    def attempt(self, ask: Callable[[], Json]) -> Json:
        """The answer, or the error as facts."""
        return old_errors.attempt(ask)

    def county_files(self, county: str, document: str) -> Json:
        """Load a county of two files: how many provisions it has, if that works."""
        return {each.id: len(each.find()) for each in old_errors.load_county_files(county, document).values()}

    @cached_property
    def _invented(self) -> "Api":
        return Api(self._sources, old_errors.load_county_files(invented.county_file()))

    def invented_edition(self, on: Any, **how: Any) -> Json:
        """The edition of the invented county."""
        return self._invented.edition("varmland", on, **how)

    def invented_topic(self, topic: str, on: Any, **how: Any) -> Json:
        """A topic, asked of the invented county."""
        return self._invented.topic("varmland", topic, on, **how)

    # --- Topics, editions and lists ---

    def topic(
        self, county: str, topic: str, on: Any, document: str | None = None, *, reports: bool | None = None, **how: Any
    ) -> Json:
        """A topic, of a county or of a document."""
        asked: Any = self._counties[county]
        if document is not None:
            asked = asked.document(document, on=on)
        return self._form.top(asked.ask(topic, on=on, include_reported=bool(reports), **how), on)

    def edition(self, county: str, on: Any, *, reports: bool | None = None, **how: Any) -> Json:
        """The edition that applies."""
        return self._form.top(self._counties[county].edition(on=on, include_reported=bool(reports), **how), on)

    def written_period(self, county: str, document: str) -> Json:
        """The period in which a document was written."""
        return self._form.answers.write(self._counties[county].written_period(document))

    def view(self, county: str, document: str, view: str, on: Any) -> Json:
        """A ready list of a document."""
        return self._form.top(getattr(self._counties[county].document(document, on=on), view), on)

    def theme(self, county: str, document: str, theme: str, on: Any) -> Json:
        """Every question of a theme."""
        found = self._counties[county].document(document, on=on).theme(theme)
        return {name: self._form.top(each, on) for name, each in found.items()}

    def municipalities(self, county: str) -> Json:
        """The municipalities of a county."""
        return self._form.top(self._counties[county].municipalities, None)

    def find(self, county: str, **how: Any) -> Json:
        """Ids of the provisions that a search finds."""
        return [each.id for each in self._counties[county].find(**how)]

    def county_of(self, municipality: str) -> Json:
        """The county of a municipality."""
        return self._counties.by_municipality(municipality).id

    def age_limit(self, county: str, provision: str, age: int, limit: int = 0, readings: str | None = None) -> Json:
        """Whether an age is within a limit of a provision."""
        limits = [each for one in self._counties[county].find() if one.id == provision for each in one.stated_ages()]
        covers = limits[limit].covers(age, reading=readings)
        return {"covers": covers.value, "limit": self._form.answers.write(limits[limit])}

    # --- Comparisons and routes ---

    def compare(
        self,
        topic: str,
        on: Any,
        counties: Sequence[str] = (),
        documents: Sequence[tuple[str, str]] = (),
        readings: Any = None,
    ) -> Json:
        """The row of one topic."""
        subjects: Any = [self._counties[each] for each in counties]
        subjects = subjects or [self._counties[county].document(each, on=on) for county, each in documents]
        return self._form.answers.write(psykavtal.compare(subjects, on=on, topics=topic, readings=readings))

    def compared_topics(self, topics: str, on: Any) -> Json:
        """Which topics are compared, and how many are left out."""
        found = psykavtal.compare(self._counties, on=on, topics=topics or ())
        return {"topics": [each.topic.id for each in found.rows], "omissions": found.omissions}

    def escalation(self, county: str, document: str) -> Json:
        """The graphs of a document: every relation, and the moves."""
        found = self._counties[county].document(document, on="2026-01-10").escalation
        write = self._form.answers.write
        graphs = {"relations": found.view(), "moves": found.graph}
        edges = {
            name: {
                f"{source} > {target} {key}": {each: write(data[each]) for each in ("relation", "trigger", "readings")}
                for source, target, key, data in graph.edges(keys=True, data=True)
            }
            for name, graph in graphs.items()
        }
        nodes = {node: write(dict(data)) for node, data in found.view().nodes(data=True)}
        rest = {"dead_ends": found.dead_ends, "unnamed": found.unnamed, "not_stated": found.not_stated}
        return {**edges, "nodes": nodes, **write(rest), "occasions": write(found.triggers)}

    def route(
        self, county: str, document: str, occasion: str, on: Any, start: str | None = None, readings: Any = None
    ) -> Json:
        """The route on an occasion."""
        graph = self._counties[county].document(document, on=on).escalation
        return self._form.top(graph.route(trigger=occasion, start=start, readings=readings), on)

    def next_steps(
        self, county: str, document: str, occasion: str, on: Any, start: str | None = None, readings: Any = None
    ) -> Json:
        """The next steps on an occasion."""
        graph = self._counties[county].document(document, on=on).escalation
        return self._form.top(graph.next_steps(trigger=occasion, at=start, readings=readings), on)

    # --- Persons ---

    def what_applies(self, person: Mapping[str, Any], on: Any, *, reports: bool | None = None, **how: Any) -> Json:
        """The whole answer for a person, with what was asked."""
        found = self._counties.what_applies(_case(person), on=on, include_reported=bool(reports), **how)
        asked = {**person, "reports": reports, **how}
        return {"asked": self._form.answers.write(asked), "found": self._form.answers.write(found)}

    def target_group(self, person: Mapping[str, Any], on: Any, *, reports: bool | None = None, **how: Any) -> Json:
        """Whether a person is in the target group."""
        return self._form.top(
            self._counties.target_group(_case(person), on=on, include_reported=bool(reports), **how), on
        )

    def age_on(self, born: date, on: date) -> Json:
        """The age of a person on a day."""
        return Case(born=born).age_on(on)

    def classify(
        self, engine: str, age: str, on: Any = None, without: str = "", add: Sequence[str] = _OUTPUTS, **how: Any
    ) -> Json:
        """Every row's outcome on an engine; `without` leaves a column out."""
        held = {name: each for name, each in frames.columns(self.outline).items() if name != without}
        named = {"municipality": "code", age: age, **{each: each for each in frames.FACTS}}
        if on is None:
            named["on"] = "on"
        if without in {"code", "on"}:
            named = {name: each for name, each in named.items() if each != without}
        outputs: Any = add
        found = psykavtal.classify(self._counties, frames.frame(engine, held), columns=named, on=on, add=outputs, **how)
        return frames.summary(frames.rows_of(found, outputs))

    # --- Law ---

    def law(self, citation: str, on: Any, subject: str | None = None, later: date | None = None) -> Json:
        """A citation of law, resolved for a day."""
        return self._form.answers.write(resolve(citation, on=on, subject=subject or "", later=later))

    def law_references(self, county: str, on: Any) -> Json:
        """Every reference to law of a county."""
        return {
            each.provision.id: {**self._form.answers.fields(each), "holds": each.holds.value}
            for each in self._counties[county].law_references(on=on)
        }


def _case(person: Mapping[str, Any]) -> Case:
    return Case(**{name: each for name, each in person.items() if each is not None})
