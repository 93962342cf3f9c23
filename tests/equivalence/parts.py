"""The parts of the corpus: each makes its questions from the outline."""

from collections.abc import Callable, Iterator

from . import bad_inputs, cases, frames, invented, law, people, questions
from .ask import Ask
from .outline import Outline

PARTS: dict[str, Callable[[Outline], Iterator[Ask]]] = {
    "records": cases.records,
    "sources": cases.sources,
    "law": law.law,
    "bad-inputs": bad_inputs.bad_inputs,
    "questions": questions.questions,
    "invented": invented.invented,
    "views": cases.views,
    "routes": cases.routes,
    "cohorts": frames.cohorts,
    "comparisons": cases.comparisons,
    "people": people.people,
    "editions": cases.editions,
    "topics": cases.topics,
}
