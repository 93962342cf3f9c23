"""Law as agreements cite it: kept as written, resolved for a day, never corrected.

This is an audit of citations, not legal advice.
"""

from psykavtal.law.acts import Act, LawProvision, Pinpoint, Register
from psykavtal.law.findings import Check, LawFinding, Level
from psykavtal.law.parsing import LawCitation, ParsedCitation, ReportCitation, parse
from psykavtal.law.pinpoints import pinpoints_in
from psykavtal.law.register import register
from psykavtal.law.resolving import Resolution, ResolvedLaw, resolve
from psykavtal.law.uris import lagen_nu, riksdagen

__all__ = [
    "Act",
    "Check",
    "LawCitation",
    "LawFinding",
    "LawProvision",
    "Level",
    "ParsedCitation",
    "Pinpoint",
    "Register",
    "ReportCitation",
    "Resolution",
    "ResolvedLaw",
    "lagen_nu",
    "parse",
    "pinpoints_in",
    "register",
    "resolve",
    "riksdagen",
]
