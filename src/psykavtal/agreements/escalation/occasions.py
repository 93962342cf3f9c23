"""The occasions on which a matter moves, each with the topic that answers it."""

from psykavtal.agreements.escalation.graph import CONTINUES

TOPIC_OF = {
    "disagreement": "disagreement.first-step",
    CONTINUES: "disagreement.next-step",
    "interpretation-needed": "disagreement.interpretation",
    "deviation": "deviation.handling",
}
"""The topic of each occasion; other occasions belong to "decision.path"."""

OCCASIONS = tuple(each for each in TOPIC_OF if each != CONTINUES)
"""The occasions on which a matter enters."""
