"""Search among provisions."""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from psykavtal.errors import InvalidValueError, UnknownTopicError, suggestion
from psykavtal.model import arguments
from psykavtal.model.provisions import (
    KINDS,
    Bearer,
    Provision,
    kind_of,
)
from psykavtal.model.vocabulary import Fact, FactType, Topic


@attrs.frozen(kw_only=True)
class Finder:
    """Search criteria; a provision must match all that are given.

    Attributes:
        text: words that the wording in either language contains, or the words by which the passage
            is cited, or a name: of what the provision refers to, a term, a law as written.
        topic: a topic's id, or a theme ("sip").
        kind: a kind of provision, as a class or by its name.
        bearer: the bearer of the responsibility: "region", or the fact that states which principal it is.
    """

    text: str | None = None
    topic: str | None = None
    kind: type[Provision] | str | None = None
    bearer: str | None = None

    def __attrs_post_init__(self) -> None:
        """Reject criteria that cannot be searched for."""
        for name in ("text", "topic", "bearer"):
            if getattr(self, name) is not None:
                arguments.text(getattr(self, name), name)
        if not isinstance(self.kind, str | None) and not _is_kind(self.kind):
            raise InvalidValueError(
                "must be a kind of provision.", place="kind", fix=f"Give one by its name: {', '.join(KINDS)}."
            )
        if isinstance(self.kind, str) and self.kind not in KINDS:
            raise InvalidValueError(
                f"no kind {self.kind!r}.",
                value=self.kind,
                fix=suggestion(self.kind, KINDS, what="kinds"),
            )

    def check(self, topics: Iterable[Topic], facts: Iterable[Fact]) -> None:
        """Reject an unknown topic, theme or bearer.

        An empty result would otherwise mean that nothing is stated.

        Raises:
            UnknownTopicError: unknown topic or theme.
            InvalidValueError: nobody of this name can bear a responsibility.
        """
        names = {name for each in topics for name in (each.id, each.theme)}
        if self.topic is not None and self.topic not in names:
            fix = suggestion(self.topic, names, what="topics")
            raise UnknownTopicError(f"no topic or theme {self.topic!r}.", value=self.topic, fix=fix)
        bearers = {each.value for each in Bearer} | {each.id for each in facts if each.type is FactType.PRINCIPAL}
        if self.bearer is not None and self.bearer not in bearers:
            fix = suggestion(self.bearer, bearers, what="bearers")
            raise InvalidValueError(f"no bearer {self.bearer!r}.", value=self.bearer, fix=fix)

    def among(self, provisions: Iterable[Provision], names: Mapping[str, tuple[str, ...]]) -> tuple[Provision, ...]:
        """Those that match, in their order; `names` are those of things and documents, by id."""
        return tuple(each for each in provisions if self._matches(each, names))

    def _matches(self, provision: Provision, names: Mapping[str, tuple[str, ...]]) -> bool:
        return (
            self._has_text(provision, names)
            and (self.topic is None or any(self.topic in (name, name.partition(".")[0]) for name in provision.topics))
            and self._is_kind(provision)
            and (self.bearer is None or self.bearer == provision.bearer_name)
        )

    def _has_text(self, provision: Provision, names: Mapping[str, tuple[str, ...]]) -> bool:
        return self.text is None or any(_plain(self.text) in _plain(each) for each in _texts(provision, names))

    def _is_kind(self, provision: Provision) -> bool:
        if self.kind is None:
            return True
        return kind_of(type(provision)) == self.kind if isinstance(self.kind, str) else isinstance(provision, self.kind)


def _is_kind(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Provision)


def _texts(provision: Provision, names: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield the texts of a provision, and the names of things it refers to."""
    yield from provision.searchable()
    for ids in provision.refers_to().values():
        yield from (name for each in ids for name in names.get(each, ()))


def _plain(text: str) -> str:
    """A text in lower case, with one kind of dash: people type the nearest."""
    return text.casefold().replace("–", "-")
