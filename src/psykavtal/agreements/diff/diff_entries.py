"""The entries of a diff: pairs of provisions, topics and remarks, each with a verdict."""

import enum

import attrs

from psykavtal.model.provisions import Provision
from psykavtal.model.remarks import RemarkKind
from psykavtal.model.text_places import TextPlace
from psykavtal.model.wording import Wording


class DiffVerdict(enum.Enum):
    """The verdict on a provision or a remark of two documents."""

    CHANGED = "changed"
    MOVED = "moved"
    SAME = "same"
    DROPPED = "dropped"
    ADDED = "added"

    @property
    def label(self) -> Wording:
        """The label for people, of an older and a newer document."""
        return _VERDICTS[self]


_VERDICTS = {
    DiffVerdict.CHANGED: Wording(sv="ändrad", en="changed"),
    DiffVerdict.MOVED: Wording(sv="flyttad", en="moved"),
    DiffVerdict.SAME: Wording(sv="lika", en="same"),
    DiffVerdict.DROPPED: Wording(sv="bortfallen", en="dropped"),
    DiffVerdict.ADDED: Wording(sv="tillkommen", en="added"),
}


class PairCertainty(enum.Enum):
    """The certainty that two provisions correspond."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"

    @property
    def label(self) -> Wording:
        """The label for people."""
        return _CERTAINTIES[self]


_CERTAINTIES = {
    PairCertainty.CERTAIN: Wording(sv="säkert par", en="certain pair"),
    PairCertainty.LIKELY: Wording(sv="troligt par", en="likely pair"),
    PairCertainty.POSSIBLE: Wording(sv="möjligt par", en="possible pair"),
}


@attrs.frozen(kw_only=True)
class FieldChange:
    """A structured field with different values in two corresponding provisions.

    Attributes:
        field: the name of the field.
        label: its label.
        before: the value in the first document, in words.
        after: the value in the second.
    """

    field: str
    label: Wording
    before: Wording
    after: Wording


@attrs.frozen(kw_only=True)
class DiffEntry:
    """A provision of two documents, or of one of them.

    Attributes:
        verdict: the verdict.
        before: the provision of the first document; None if it is added.
        after: the provision of the second document; None if it is dropped.
        before_short: its structured value in a few words: its bearer, body, document, day; None without one.
        after_short: the same of the second.
        before_place: the place in the first text.
        after_place: the place in the second text.
        is_verbatim: whether both cite the same words.
        has_moved: whether the second text has it below a heading that does not correspond to the first; never
            for documents of two agreements.
        changes: the structured fields that differ.
        certainty: the certainty of the pair; None without a pair.
        reasons: the reasons for the pair.
        nearest: id of the most similar provision of the other document, if it is unpaired and one is similar.
    """

    verdict: DiffVerdict
    before: Provision | None = None
    after: Provision | None = None
    before_short: Wording | None = None
    after_short: Wording | None = None
    before_place: TextPlace | None = None
    after_place: TextPlace | None = None
    is_verbatim: bool = False
    has_moved: bool = False
    changes: tuple[FieldChange, ...] = ()
    certainty: PairCertainty | None = None
    reasons: tuple[Wording, ...] = ()
    nearest: str = ""

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """The one or two provisions, that of the first document first."""
        return tuple(each for each in (self.before, self.after) if each is not None)

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics that either provision answers."""
        return tuple(dict.fromkeys(topic for each in self.provisions for topic in each.topics))

    @property
    def is_wording_only(self) -> bool:
        """Return whether the wording differs and no structured field.

        The content can differ all the same: both wordings are to be read.
        """
        return self.verdict is DiffVerdict.CHANGED and not self.changes


class TopicVerdict(enum.Enum):
    """The verdict on a topic of two documents."""

    IN_BOTH = "in-both"
    DROPPED = "dropped"
    ADDED = "added"
    SILENT_IN_BOTH = "silent-in-both"
    NOT_COMPARABLE = "not-comparable"

    @property
    def label(self) -> Wording:
        """The label for people."""
        return _TOPICS[self]


_TOPICS = {
    TopicVerdict.IN_BOTH: Wording(sv="tas upp i båda", en="in both"),
    TopicVerdict.DROPPED: Wording(sv="tas inte längre upp", en="no longer taken up"),
    TopicVerdict.ADDED: Wording(sv="tas nu upp", en="now taken up"),
    TopicVerdict.SILENT_IN_BOTH: Wording(sv="tyst i båda", en="silent in both"),
    TopicVerdict.NOT_COMPARABLE: Wording(sv="går inte att jämföra", en="not comparable"),
}


@attrs.frozen(kw_only=True)
class TopicDiff:
    """A topic of two documents.

    Attributes:
        topic: its id.
        label: its label.
        verdict: the verdict.
        before: the number of provisions on it in the first document.
        after: the number in the second.
        changed: the number of entries on it that are changed.
        moved: the number of those moved.
        same: the number of those that are the same.
        dropped: the number of those dropped.
        added: the number of those added.
        reason: the reason if it is not comparable.
    """

    topic: str
    label: Wording
    verdict: TopicVerdict
    before: int = 0
    after: int = 0
    changed: int = 0
    moved: int = 0
    same: int = 0
    dropped: int = 0
    added: int = 0
    reason: Wording | None = None

    @property
    def theme(self) -> str:
        """The part of the topic before the first dot."""
        return self.topic.partition(".")[0]

    @property
    def differences(self) -> int:
        """The number of entries on it that are not the same."""
        return self.changed + self.moved + self.dropped + self.added


@attrs.frozen(kw_only=True)
class RemarkDiff:
    """A remark in two documents or one: an open question, a contradiction or another.

    Attributes:
        verdict: added, dropped or same.
        type: the kind of the remark.
        before: its text on the first document; None if only the second has it.
        after: its text on the second; None if only the first has it.
        before_at: the wording of the provision, or the label of the topic or document, to which it belongs.
        after_at: the same in the second document.
        before_id: id of that provision, topic or document; empty without a text on it.
        after_id: the same in the second document.
    """

    verdict: DiffVerdict
    type: RemarkKind
    before: Wording | None = None
    after: Wording | None = None
    before_at: Wording | None = None
    after_at: Wording | None = None
    before_id: str = ""
    after_id: str = ""
