"""Statuses and bearers differ by symbols and letters, not by colour alone."""

import pytest

from psykavtal.model.answers import STATUSES
from psykavtal.plots.bearer_styles import BEARER_STYLES, LETTERS
from psykavtal.plots.status_styles import INK, PAPER, STATUS_STYLES
from tests.output.languages import LANGUAGES


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_no_two_statuses_differ_by_colour_alone():
    signs = [(each.symbol, each.hatch, each.symbol_fill == each.fill) for each in STATUS_STYLES.values()]
    assert set(STATUS_STYLES) == set(STATUSES)
    assert len(set(signs)) == len(signs)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_bearer_has_a_letter_of_its_own(lang):
    letters = [LETTERS[each].to(lang) for each in BEARER_STYLES]
    assert len(set(letters)) == len(letters)


@pytest.mark.parametrize("style", [*STATUS_STYLES.values(), *BEARER_STYLES.values()])
def test_symbols_and_letters_have_contrast(style):
    if style.symbol or style in BEARER_STYLES.values():
        assert contrast(style.ink, style.fill) >= 4.5
    assert contrast(INK, PAPER) >= 7
