"""Text is wrapped within a width, and nothing of it is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psykavtal.plots.text_fitting import width_of, wrapped

WORDS = st.text(st.characters(categories=("L", "N", "P"), max_codepoint=0x24F), min_size=1, max_size=40)
TEXTS = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)


def letters(text):
    return [each for each in text if not each.isspace() and each != "-"]


@given(text=TEXTS, width=st.floats(30, 300), size=st.floats(5, 20), bold=st.booleans())
def test_lines_fit_and_keep_every_letter(text, width, size, bold):
    lines = wrapped(text, width, size, bold=bold)
    assert letters("".join(lines)) == letters(text)
    assert all(width_of(each, size, bold=bold) <= width or len(each) <= 2 for each in lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("2025-09-30–2026-11-24 gäller", ["2025-09-30–", "2026-11-24", "gäller"]),
        ("vård- och stöd/insatser", ["vård- och", "stöd/insatser"]),
        ("samverkansöverenskommelsen", ["samverkansö-", "verenskomm-", "elsen"]),
        ("samordning/uppföljning", ["samordning/", "uppföljning"]),
        ("", [""]),
        ("   ", [""]),
    ],
)
def test_where_lines_break(text, lines):
    assert wrapped(text, 72, 10) == lines
