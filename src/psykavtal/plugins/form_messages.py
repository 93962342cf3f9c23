"""Messages about the form of a value that several readers of files share."""

from psykavtal.errors import Message

IS_MISSING = Message(en="is missing.", sv="saknas.")
MUST_BE_DATE = Message(en="must be a date.", sv="ska vara ett datum.")
MUST_BE_TABLE = Message(en="must be a table.", sv="ska vara en tabell.")
MUST_BE_NAMED_TABLES = Message(en="must be tables, each with a name.", sv="ska vara tabeller, var och en med ett namn.")
NESTED_TOO_DEEPLY = Message(en="is nested too deeply.", sv="har för många nivåer i varandra.")
ONE_READING = Message(en="one reading is not an ambiguity.", sv="en enda läsning är ingen tvetydighet.")
TWO_READINGS_OR_NONE = Message(en="Give two, or none.", sv="Ange två, eller ingen.")


def write(form: str) -> Message:
    """Return a fix: the form to write."""
    return Message(en="Write {form}.", sv="Skriv {form}.", form=form)


def quoted(error: object) -> Message:
    """Return the text of a foreign error; in Swedish it is a quotation.

    Examples:
        >>> quoted(ValueError("bad value")), quoted(ValueError("bad value")).to("sv")
        ('bad value', '”bad value”')
    """
    return Message(en="{error}", sv="”{error}”", error=error)


def has_faults(plugin: str, count: int, document: str = "") -> Message:
    """Return the message before the faults of a plugin, maybe on one document."""
    if document:
        return Message(
            en="{plugin} has {count} fault(s) on {document}:",
            sv="{plugin} har {count} fel om {document}:",
            plugin=plugin,
            count=count,
            document=document,
        )
    return Message(en="{plugin} has {count} fault(s):", sv="{plugin} har {count} fel:", plugin=plugin, count=count)
