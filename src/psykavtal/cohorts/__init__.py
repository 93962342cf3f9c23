"""A cohort: the rules that a case is held against, for a frame of millions, on whichever engine holds it."""
