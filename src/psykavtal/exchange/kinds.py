"""Every class that is exchanged: the model's, and those of answers and views."""

from psykavtal.ask.case import parts
from psykavtal.ask.case.case import Case
from psykavtal.ask.case.receipts import Receipt
from psykavtal.ask.comparison import Cell, Comparison, Row
from psykavtal.ask.law_references import LawReference
from psykavtal.ask.routes import Branch, Route, Step
from psykavtal.ask.verdicts import Verdict
from psykavtal.codec.kinds import by_kind, classes_of, model_classes
from psykavtal.law import Act, LawCitation, LawFinding, Pinpoint, ReportCitation, Resolution, ResolvedLaw
from psykavtal.lazy import once
from psykavtal.model import answers
from psykavtal.model.judging import Trace
from psykavtal.model.rules import Rule
from psykavtal.model.written_period import PeriodBound, WrittenPeriod


@once
def classes() -> dict[str, type]:
    """The classes, by kind."""
    statuses = [each for each in classes_of(answers) if each is not answers.AnswerBase]
    law = [Act, LawCitation, LawFinding, LawReference, Pinpoint, ReportCitation, Resolution, ResolvedLaw]
    case = [Case, Receipt, Trace, *classes_of(parts)]
    own = [Branch, Cell, Comparison, Row, Route, Step, Verdict, Rule, PeriodBound, WrittenPeriod]
    return by_kind([*model_classes().values(), *statuses, *law, *case, *own])
