"""The five areas of an agreement on psychiatric disabilities, by Socialstyrelsen's meddelandeblad 1/2010.

The statutes require an agreement and list no areas. The areas are those of the bulletin as agreements
restate it; the bulletin itself was not read.
"""

from typing import Final

from psykavtal.model.wording import Wording

AREAS: Final = {
    1: Wording(sv="målgrupper", en="target groups"),
    2: Wording(sv="gemensamma mål", en="common goals"),
    3: Wording(sv="rutiner för samarbetet", en="routines for cooperation"),
    4: Wording(sv="individuella planer", en="individual plans"),
    5: Wording(sv="ansvarsfördelning", en="division of responsibility"),
}
"""The labels of the areas, by the number that topics give."""
