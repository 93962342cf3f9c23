"""Build a report from each kind of object. Decides nothing."""
