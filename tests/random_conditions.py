"""Random conditions of any nesting."""

from hypothesis import strategies as st

from psykavtal.model.conditions import AllOf, AnyOf, Criterion, Not


def criteria(leaves: st.SearchStrategy[Criterion], *, most: int) -> st.SearchStrategy[Criterion]:
    """Conditions of at most so many leaves."""
    return st.recursive(
        leaves,
        lambda inner: (
            inner.map(lambda part: Not(of=part))
            | st.lists(inner, max_size=3).map(lambda parts: AllOf(of=tuple(parts)))
            | st.lists(inner, max_size=3).map(lambda parts: AnyOf(of=tuple(parts)))
        ),
        max_leaves=most,
    )
