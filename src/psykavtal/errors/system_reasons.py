"""The reasons for which the operating system refuses to read or write a file."""

import errno
import os

from psykavtal.errors.messages import Message

_SWEDISH = {
    errno.EACCES: "åtkomst nekas",
    errno.EDQUOT: "diskkvoten är slut",
    errno.EEXIST: "filen finns redan",
    errno.EFBIG: "filen är för stor",
    errno.EIO: "disken kan inte läsas eller skrivas",
    errno.EISDIR: "det är en mapp",
    errno.ELOOP: "länkar leder runt i en cirkel",
    errno.EMFILE: "för många filer är öppna",
    errno.ENAMETOOLONG: "filnamnet är för långt",
    errno.ENOENT: "filen eller mappen finns inte",
    errno.ENOSPC: "disken är full",
    errno.ENOTDIR: "det är ingen mapp",
    errno.EPERM: "det är inte tillåtet",
    errno.EROFS: "disken kan bara läsas",
}


def system_reason(number: int) -> Message:
    """Return the reason for an error number of the system.

    A rare one is a quotation in Swedish.

    Examples:
        >>> reason = system_reason(errno.ENOSPC)
        >>> reason.to("en"), reason.to("sv")
        ('No space left on device', 'disken är full')
    """
    text = os.strerror(number)
    return Message.written(en=text, sv=_SWEDISH.get(number, f"”{text}”"))
