"""One case: the provisions of a county's agreement for a person, on a day.

Not an assessment (bedömning), which is a formal act of the authorities.
"""
