"""Lazy state: computed once by one thread, kept out of copies and pickles.

The package has one lock. It is re-entrant, so that a plugin can call the library while it is read; with a single
lock, two threads cannot wait for each other. It is taken to compute a value, never to read one. A process takes it
before it forks, so that the child does not wait for a thread that does not exist there.
"""

import os
from collections.abc import Callable
from functools import wraps
from threading import RLock
from typing import Any, Generic, Self, TypeVar, overload

T = TypeVar("T")

LOCK = RLock()

if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=LOCK.acquire, after_in_parent=LOCK.release, after_in_child=LOCK.release)


class locked_property(Generic[T]):  # noqa: N801 (a decorator, named like functools.cached_property)
    """A property computed on first use, by one thread; then an attribute of the instance.

    `functools.cached_property` has had no lock since Python 3.12.
    """

    def __init__(self, compute: Callable[[Any], T]) -> None:
        """Wrap the function that computes the value."""
        self._compute = compute
        self._name = ""
        self.__doc__ = compute.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        """Keep the attribute's name."""
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type | None = None) -> T: ...
    def __get__(self, instance: object, owner: type | None = None) -> Self | T:
        """Return the value, computing it if no other thread has done so."""
        if instance is None:
            return self
        kept: dict[str, Any] = vars(instance)
        if self._name not in kept:
            with LOCK:
                if self._name not in kept:
                    kept[self._name] = self._compute(instance)
        value: T = kept[self._name]
        return value


def once(compute: Callable[[], T]) -> Callable[[], T]:
    """Make a function compute its value at the first call only, by one thread.

    Examples:
        >>> @once
        ... def answer():
        ...     print("computed")
        ...     return 42
        >>> answer(), answer()
        computed
        (42, 42)
    """
    kept: list[T] = []

    @wraps(compute)
    def computed() -> T:
        if not kept:
            with LOCK:
                if not kept:
                    kept.append(compute())
        return kept[0]

    return computed


class Frozen:
    """A mixin for immutable attrs classes: copies are the object itself, pickles contain its fields."""

    __slots__ = ()

    def __copy__(self) -> Self:
        """Return the object itself."""
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """Return the object itself."""
        return self

    def __getstate__(self) -> dict[str, Any]:
        """Return the fields, without what was computed from them."""
        return {each.name: getattr(self, each.name) for each in type(self).__attrs_attrs__}  # type: ignore[attr-defined]  # pyright: ignore (a mixin of attrs classes)

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Set the fields."""
        for name, value in state.items():
            object.__setattr__(self, name, value)
