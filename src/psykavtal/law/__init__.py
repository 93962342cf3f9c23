"""Law as agreements cite it: kept as written, resolved for a day, never corrected.

This is an audit of citations, not legal advice.
"""

from psykavtal.law.acts import Act, LawProvision, Register
from psykavtal.law.findings import Check, LawFinding
from psykavtal.law.parsed_citation import LawCitation, ParsedCitation, ReportCitation
from psykavtal.law.parsing import parse
from psykavtal.law.pinpoints import Pinpoint
from psykavtal.law.register import register
from psykavtal.law.resolving import Resolution, ResolvedLaw, resolve
from psykavtal.law.uris import lagen_nu, riksdagen

__all__ = [
    "Act",
    "Check",
    "LawCitation",
    "LawFinding",
    "LawProvision",
    "ParsedCitation",
    "Pinpoint",
    "Register",
    "ReportCitation",
    "Resolution",
    "ResolvedLaw",
    "lagen_nu",
    "parse",
    "register",
    "resolve",
    "riksdagen",
]
