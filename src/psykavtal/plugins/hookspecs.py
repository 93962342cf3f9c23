"""The contributions of a plugin: one hook for each kind of contribution.

Every hook is optional. Hooks are called for each plugin by itself, and those that
take a document only for documents that are asked for.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeAlias

import pluggy

from psykavtal.model.documents import Document
from psykavtal.model.places import Place
from psykavtal.model.provisions import Arena, LinkedAgreement, Provision, TargetGroup
from psykavtal.model.records import Content, CountyRecord, Omission, Silence, Unread
from psykavtal.model.text_places import LockedPassage
from psykavtal.model.things import Agreement, Body, Role, Service
from psykavtal.model.vocabulary import Fact, Topic
from psykavtal.plugins.county_toml.checks import Known

if TYPE_CHECKING:
    from psykavtal.model.audit_checks import AuditCheck

PROJECT = "psykavtal"
PREFIX = "psykavtal_"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)

AnyOwnThing: TypeAlias = Body | Role | Service | Agreement
Check: TypeAlias = Callable[[CountyRecord, tuple[Content, ...]], Iterable[str]]


@hookspec
def psykavtal_topics() -> tuple[Topic, ...]:
    """Topics beyond the core's: questions that only some counties' texts take up.

    Returns:
        The topics; a county's own are prefixed with its id ("exempel:...").
    """
    return ()


@hookspec
def psykavtal_facts() -> tuple[Fact, ...]:
    """Facts, events and occasions beyond the core's, with their labels and questions.

    Returns:
        The facts; a county's own are prefixed with its id ("exempel:...").
    """
    return ()


@hookspec
def psykavtal_county() -> Place | None:
    """The county that this plugin is for.

    Returns:
        The county; None from a plugin that only adds to another's.
    """
    return None


@hookspec
def psykavtal_adds_to() -> str | None:
    """The county that this plugin adds to, if it is not a county's own.

    Returns:
        The SCB code; if no such county is installed, the plugin is disabled and reported.
    """
    return None


@hookspec
def psykavtal_things(county: Place) -> tuple[AnyOwnThing, ...]:
    """Bodies, roles, services and agreements of a county.

    Args:
        county: any county that is installed; a plugin gives nothing for those it does not know.

    Returns:
        The things.
    """
    return ()


@hookspec
def psykavtal_documents(county: Place) -> tuple[Document, ...]:
    """The documents of a county with their identity, available or not.

    Args:
        county: any county that is installed.

    Returns:
        The documents.
    """
    return ()


@hookspec
def psykavtal_standing(county: Place, known: Known) -> tuple[Provision, ...]:
    """Return the provisions about documents as wholes: parties, adoption, validity.

    Args:
        county: any county that is installed.
        known: the names that provisions may use.

    Returns:
        The provisions.

    Raises:
        CountyFileError: with all faults of the county's file.
    """
    return ()


@hookspec
def psykavtal_target_groups(county: Place, document: Document, known: Known) -> tuple[TargetGroup, ...]:
    """Return the target groups that the document covers.

    Args:
        county: the county whose document it is; another may have a document of the same id.
        document: the document that is asked for.
        known: the names that provisions may use.

    Returns:
        The target groups, in the order of the document.
    """
    return ()


@hookspec
def psykavtal_arenas(county: Place, document: Document, known: Known) -> tuple[Arena, ...]:
    """The bodies that the document names or describes.

    Args:
        county: the county whose document it is; another may have a document of the same id.
        document: the document that is asked for.
        known: the names that provisions may use.

    Returns:
        The arenas, in the order of the document.
    """
    return ()


@hookspec
def psykavtal_linked_agreements(county: Place, document: Document, known: Known) -> tuple[LinkedAgreement, ...]:
    """The other agreements and documents that apply beside it.

    Args:
        county: the county whose document it is; another may have a document of the same id.
        document: the document that is asked for.
        known: the names that provisions may use.

    Returns:
        The linked agreements, in the order of the document.
    """
    return ()


@hookspec
def psykavtal_provisions(county: Place, document: Document, known: Known) -> tuple[Provision, ...]:
    """All that the document states of other kinds.

    Args:
        county: the county whose document it is; another may have a document of the same id.
        document: the document that is asked for.
        known: the names that provisions may use.

    Returns:
        The provisions; target groups, arenas and linked agreements are refused here.
    """
    return ()


@hookspec
def psykavtal_silences(county: Place, document: Document, known: Known) -> tuple[Silence | Unread, ...]:
    """Return topics the document was read for and does not state, or states unreadably.

    Args:
        county: the county whose document it is; another may have a document of the same id.
        document: the document that is asked for.
        known: the names that topics may use.

    Returns:
        Silences and unreadable places.
    """
    return ()


@hookspec
def psykavtal_omissions(county: Place, document: Document, known: Known) -> tuple[Omission, ...]:
    """Return the omissions of the document.

    They are the passages that were read and recorded as no provision, each with the reason.

    Args:
        county: the county whose document it is; another may have a document of the same id.
        document: the document that is asked for.
        known: the names that provisions may use.

    Returns:
        The omissions, in the order of the document.
    """
    return ()


@hookspec
def psykavtal_passages(county: Place) -> tuple[LockedPassage, ...]:
    """Return the lock of `psykavtal sources`.

    It identifies the text of each cited passage at the last check, and its place in the document.

    Args:
        county: any county that is installed.

    Returns:
        The passages, in the order of the text.
    """
    return ()


@hookspec
def psykavtal_audit_checks() -> "tuple[AuditCheck, ...]":
    """Return checks that the audit runs after those of the core.

    A check is run on each county that is audited. It takes the county and the day, and yields findings;
    the audit sets their county and their check. If it raises, or yields anything else, the plugin's checks
    are disabled and reported, and the audit goes on.

    Returns:
        The checks; a plugin's own ids are prefixed with its county ("exempel:...").
    """
    return ()


@hookspec
def psykavtal_checks() -> tuple[Check, ...]:
    """Checks of a county's own, run in strict mode and by the test kit.

    Returns:
        Functions that take the county and its contents and yield a line for each fault.
    """
    return ()
