"""Provisions: one base shape, and a class for each kind that adds structure.

A new kind is one attrs class here, listed in `KINDS`: files, checks, questions,
comparison and JSON then know it.
"""

from psykavtal.model.provisions.base import Provision, Review, kind_of
from psykavtal.model.provisions.bodies import (
    Arena,
    InterimResponsibility,
    Relation,
    RelationType,
)
from psykavtal.model.provisions.definitions import (
    Aim,
    AimType,
    Certainty,
    Definition,
    Participation,
    ParticipationLadder,
    ParticipationLevel,
    Rung,
    RungCell,
)
from psykavtal.model.provisions.duties import (
    Bearer,
    Cadence,
    FollowUp,
    LinkedAgreement,
    Responsibility,
    Statement,
)
from psykavtal.model.provisions.provision_readings import age_group, age_limits, reading_groups, reading_names
from psykavtal.model.provisions.references import LegalReference, Pending, Reference
from psykavtal.model.provisions.target_groups import ServiceAges, TargetGroup
from psykavtal.model.provisions.validity import (
    Adoption,
    Dating,
    DocumentRelation,
    DocumentRelationType,
    Parties,
    Validity,
)

KINDS: dict[str, type[Provision]] = {
    kind_of(cls): cls
    for cls in (
        Parties,
        Adoption,
        Dating,
        Validity,
        DocumentRelation,
        TargetGroup,
        ServiceAges,
        Arena,
        Relation,
        InterimResponsibility,
        LinkedAgreement,
        FollowUp,
        Responsibility,
        Definition,
        Aim,
        Participation,
        ParticipationLadder,
        Pending,
        Reference,
        LegalReference,
        Statement,
    )
}

__all__ = [
    "KINDS",
    "Adoption",
    "Aim",
    "AimType",
    "Arena",
    "Bearer",
    "Cadence",
    "Certainty",
    "Dating",
    "Definition",
    "DocumentRelation",
    "DocumentRelationType",
    "FollowUp",
    "InterimResponsibility",
    "LegalReference",
    "LinkedAgreement",
    "Participation",
    "ParticipationLadder",
    "ParticipationLevel",
    "Parties",
    "Pending",
    "Provision",
    "Reference",
    "Relation",
    "RelationType",
    "Responsibility",
    "Review",
    "Rung",
    "RungCell",
    "ServiceAges",
    "Statement",
    "TargetGroup",
    "Validity",
    "age_group",
    "age_limits",
    "kind_of",
    "reading_groups",
    "reading_names",
]
