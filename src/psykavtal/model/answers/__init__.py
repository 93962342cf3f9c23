"""Answers: a status, the provisions it rests on, and a value if determined.

`Answer` is a closed union with one class for each status. `match` over it is exhaustive,
and a type checker reports a missing case.
"""

from psykavtal.model.answers.ambiguity import Ambiguous as Ambiguous
from psykavtal.model.answers.ambiguity import Answer as Answer
from psykavtal.model.answers.ambiguity import DocumentAnswer as DocumentAnswer
from psykavtal.model.answers.ambiguity import NotRecorded as NotRecorded
from psykavtal.model.answers.ambiguity import Outcome as Outcome
from psykavtal.model.answers.answer_base import AnswerBase as AnswerBase
from psykavtal.model.answers.context import AnswerContext as AnswerContext
from psykavtal.model.answers.determined import Derived as Derived
from psykavtal.model.answers.determined import Determined as Determined
from psykavtal.model.answers.determined import Reported as Reported
from psykavtal.model.answers.determined import Stated as Stated
from psykavtal.model.answers.in_force import InForce as InForce
from psykavtal.model.answers.see_also import SeeAlso as SeeAlso
from psykavtal.model.answers.statuses import HANDED_OVER as HANDED_OVER
from psykavtal.model.answers.statuses import STATUSES as STATUSES
from psykavtal.model.answers.undetermined import NotApplicable as NotApplicable
from psykavtal.model.answers.undetermined import Silent as Silent
from psykavtal.model.answers.undetermined import Unreadable as Unreadable
