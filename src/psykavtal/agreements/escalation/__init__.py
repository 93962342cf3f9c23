"""The movement of a matter between bodies."""
