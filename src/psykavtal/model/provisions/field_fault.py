"""A fault between the fields of a provision."""

import attrs

from psykavtal.errors import NO_MESSAGE, Message


@attrs.frozen(kw_only=True)
class FieldFault:
    """A fault in the fields of a provision.

    Attributes:
        field: name of the field; empty for the provision as a whole.
        fault: the fault.
        value: the value at fault, as text.
        fix: the fix, if there is one.
    """

    field: str
    fault: Message
    value: str = ""
    fix: Message = NO_MESSAGE
