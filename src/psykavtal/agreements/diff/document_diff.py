"""The diff of two documents: entries for provisions, topics and remarks."""

from collections.abc import Iterator, Sequence
from typing import overload

import attrs

from psykavtal.agreements.diff.compared_documents import DiffDocument
from psykavtal.agreements.diff.diff_entries import DiffEntry, DiffVerdict, RemarkDiff, TopicDiff, TopicVerdict
from psykavtal.errors import InvalidValueError, Message, UnknownTopicError, one_of, suggestion
from psykavtal.model import arguments
from psykavtal.model.display import Printable
from psykavtal.model.provisions import KINDS, Provision, kind_of
from psykavtal.model.wording import Wording


@attrs.frozen(kw_only=True, repr=False)
class Diff(Printable, Sequence[DiffEntry]):
    """The differences between two documents.

    It is a sequence of its entries: those of the first document in the order of its text, then those added.

    Attributes:
        before: the first document.
        after: the second.
        is_succession: whether both are editions of one agreement; otherwise nothing is "dropped" or "moved" between
            them, and the entries have the provisions of one of them only.
        entries: a provision of both documents, or of one of them, each once.
        topics: the topics that arise for either document, in the order of the vocabulary.
        remarks: the open questions and other remarks of both.
        notes: remarks on the comparison itself.
    """

    before: DiffDocument
    after: DiffDocument
    is_succession: bool
    entries: tuple[DiffEntry, ...]
    topics: tuple[TopicDiff, ...]
    remarks: tuple[RemarkDiff, ...] = ()
    notes: tuple[Wording, ...] = ()

    @property
    def is_one_document(self) -> bool:
        """Return whether a document was compared with itself."""
        return (self.before.county, self.before.document) == (self.after.county, self.after.document)

    @property
    def is_same(self) -> bool:
        """Return whether all provisions, topics and remarks are the same."""
        return (
            all(each.verdict is DiffVerdict.SAME for each in self.entries)
            and all(each.verdict is DiffVerdict.SAME for each in self.remarks)
            and not any(each.verdict in (TopicVerdict.ADDED, TopicVerdict.DROPPED) for each in self.topics)
        )

    @property
    def counts(self) -> dict[str, int]:
        """The number of entries by verdict, in the order changed, moved, same, dropped, added."""
        return {each.value: sum(one.verdict is each for one in self.entries) for each in DiffVerdict}

    def select(
        self, *, topic: str | None = None, kind: type[Provision] | str | None = None, verdict: str | None = None
    ) -> "Diff":
        """Return the diff with some of its entries and topics.

        Args:
            topic: a topic or a theme ("sip").
            kind: a kind of provision, as a class or by its name ("responsibility").
            verdict: a verdict ("changed").

        Raises:
            UnknownTopicError: unknown topic or theme.
            InvalidValueError: unknown kind or verdict.
        """
        if topic is None and kind is None and verdict is None:
            return self
        topics = None if topic is None else self._topics(arguments.text(topic, "topic"))
        wanted = None if kind is None else _kind(kind)
        chosen = None if verdict is None else _verdict(arguments.text(verdict, "verdict"))
        entries = tuple(
            each
            for each in self.entries
            if (topics is None or topics.intersection(each.topics))
            and (wanted is None or any(kind_of(type(one)) == wanted for one in each.provisions))
            and (chosen is None or each.verdict is chosen)
        )
        ids = {one.id for each in entries for one in each.provisions}
        within = ids if topics is None else {*ids, *topics}
        return attrs.evolve(
            self,
            entries=entries,
            topics=tuple(each for each in self.topics if topics is None or each.topic in topics),
            remarks=tuple(each for each in self.remarks if {each.before_id, each.after_id} & within),
        )

    def records(self, lang: str = "sv") -> list[dict[str, str]]:
        """Return a flat record for each entry, for a data frame: `pandas.DataFrame(diff.records())`."""
        return [
            {
                "verdict": each.verdict.value,
                "certainty": "" if each.certainty is None else each.certainty.value,
                "verbatim": str(each.is_verbatim).lower(),
                "moved": str(each.has_moved).lower(),
                "kind": kind_of(type(each.provisions[0])),
                "topics": "; ".join(each.topics),
                "changes": "; ".join(one.field for one in each.changes),
                **_columns("before", each.before, lang),
                **_columns("after", each.after, lang),
                "reasons": "; ".join(one.to(lang) for one in each.reasons),
            }
            for each in self.entries
        ]

    def _topics(self, name: str) -> set[str]:
        found = {each.topic for each in self.topics if name in (each.topic, each.theme)}
        if not found:
            known = {name for each in self.topics for name in (each.topic, each.theme)}
            fault = Message(en="no topic or theme {name!r}.", sv="ingen fråga och inget tema {name!r}.", name=name)
            raise UnknownTopicError(fault, value=name, fix=suggestion(name, known, kind="topics"))
        return found

    @overload
    def __getitem__(self, index: int) -> DiffEntry: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[DiffEntry]: ...
    def __getitem__(self, index: int | slice) -> DiffEntry | Sequence[DiffEntry]:
        """An entry, or several."""
        return self.entries[index]

    def __iter__(self) -> Iterator[DiffEntry]:
        """The entries."""
        return iter(self.entries)

    def __len__(self) -> int:
        """Return the number of entries."""
        return len(self.entries)

    def __repr__(self) -> str:
        """Return both ids and the counts by verdict."""
        counts = ", ".join(f"{count} {name}" for name, count in self.counts.items())
        return f"<Diff of {self.before.document} and {self.after.document}: {counts}>"


def _columns(side: str, provision: Provision | None, lang: str) -> dict[str, str]:
    """Return the id, the wording and the citations of a provision; empty texts without one."""
    if provision is None:
        return {side: "", f"{side}_wording": "", f"{side}_citations": ""}
    return {
        side: provision.id,
        f"{side}_wording": provision.in_language(lang),
        f"{side}_citations": "; ".join(each.key for each in provision.citations),
    }


def _kind(kind: type[Provision] | str) -> str:
    name = kind_of(kind) if isinstance(kind, type) else arguments.text(kind, "kind")
    if name not in KINDS:
        fault = Message(en="unknown kind {name!r}.", sv="okänt slag {name!r}.", name=name)
        raise InvalidValueError(fault, value=name, fix=suggestion(name, KINDS, kind="kinds"))
    return name


def _verdict(name: str) -> DiffVerdict:
    known = {each.value: each for each in DiffVerdict}
    if name not in known:
        fault = Message(en="unknown verdict {name!r}.", sv="okänt utfall {name!r}.", name=name)
        raise InvalidValueError(fault, value=name, fix=one_of(known))
    return known[name]
