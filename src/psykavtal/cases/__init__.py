"""One case: what a county's agreement says to somebody in a situation, on a day.

Not an assessment (bedömning), which is a formal act of the authorities.
"""
