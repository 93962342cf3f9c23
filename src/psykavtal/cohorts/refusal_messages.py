"""The messages before the faults of a frame and of the arguments about it."""

from psykavtal.errors import Message

ARGUMENTS = Message(en="the arguments cannot be used:", sv="argumenten kan inte användas:")
COLUMNS = Message(en="the columns cannot be used:", sv="kolumnerna kan inte användas:")
COLUMNS_TO_ADD = Message(en="the columns cannot be added:", sv="kolumnerna kan inte läggas till:")
FACTS = Message(en="the facts cannot be used:", sv="uppgifterna kan inte användas:")
FRAME = Message(en="the frame cannot be used:", sv="tabellen kan inte användas:")
ROWS = Message(en="the frame cannot be classified:", sv="tabellen kan inte klassas:")
UNREADABLE = Message(en="the frame cannot be read:", sv="tabellen kan inte läsas:")
