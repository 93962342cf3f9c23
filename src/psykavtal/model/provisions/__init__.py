"""Provisions: one base class, and a class for each kind.

A new kind is one class with the decorator `kind`: its class attributes and methods contain
everything that county files, checks, questions, comparison, search and JSON need to know.
"""

from psykavtal.model.provisions.base import NameOf, Provision, Review, remarks_of
from psykavtal.model.provisions.bodies import (
    Arena,
    InterimResponsibility,
    Relation,
    RelationType,
)
from psykavtal.model.provisions.datings import Dating
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
from psykavtal.model.provisions.document_relations import DocumentRelation, DocumentRelationType
from psykavtal.model.provisions.duties import (
    Bearer,
    Cadence,
    FollowUp,
    LinkedAgreement,
    Responsibility,
    Statement,
)
from psykavtal.model.provisions.field_fault import FieldFault
from psykavtal.model.provisions.kind_register import KINDS, kind, kind_of, value_classes
from psykavtal.model.provisions.provision_readings import age_group, reading_groups, reading_names, side_name
from psykavtal.model.provisions.references import LegalReference, Pending, PlanTerm, Reference
from psykavtal.model.provisions.target_groups import ServiceAges, TargetGroup
from psykavtal.model.provisions.validity import (
    Adoption,
    Parties,
    Prolongation,
    Validity,
)

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
    "FieldFault",
    "FollowUp",
    "InterimResponsibility",
    "LegalReference",
    "LinkedAgreement",
    "NameOf",
    "Participation",
    "ParticipationLadder",
    "ParticipationLevel",
    "Parties",
    "Pending",
    "PlanTerm",
    "Prolongation",
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
    "kind",
    "kind_of",
    "reading_groups",
    "reading_names",
    "remarks_of",
    "side_name",
    "value_classes",
]
