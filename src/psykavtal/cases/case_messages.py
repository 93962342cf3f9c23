"""The messages before the faults of a case."""

from psykavtal.errors import Message

CANNOT_BE_READ = Message(en="the case cannot be read:", sv="fallet kan inte läsas:")
CANNOT_BE_ASKED = Message(en="the case cannot be asked:", sv="fallet kan inte besvaras:")
