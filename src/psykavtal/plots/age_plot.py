"""Age coverage as a picture."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from psykavtal.agreements.comparison.subjects import Subjects
from psykavtal.agreements.overviews.age_coverage import AgeCoverage
from psykavtal.agreements.overviews.age_coverage import age_coverage as coverage_of
from psykavtal.agreements.reading_choices import Readings
from psykavtal.model.wording import Wording
from psykavtal.output.views.age_view import AGE_TITLE, FINDINGS, NO_SUCCESSION
from psykavtal.output.views.overview_parts import title_of
from psykavtal.plots.age_axis import AgeAxis
from psykavtal.plots.age_chart import BY_READING, COVERED, IN_WORDS, NO_LIMIT, AgeChart, age_style, ages_text
from psykavtal.plots.drawing import drawn, redrawing
from psykavtal.plots.grid import add_title
from psykavtal.plots.legend import LegendEntry, add_legend
from psykavtal.plots.overview_arguments import checked_language, overview_of
from psykavtal.plots.overview_notes import drawn_columns, missing_edition_notes, nothing_to_draw, verdict_note
from psykavtal.plots.picture import Picture

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from psykavtal.plots.sheet import Sheet

_LABELS = {
    "covered": Wording(sv="omfattas", en="covered"),
    "reading": Wording(sv="beror på läsningen", en="depends on the reading"),
    "no-limit": Wording(sv="ingen åldersgräns anges", en="no age limit stated"),
    "words": Wording(sv="ålder bara i ord", en="age in words only"),
}


def age_coverage(
    subjects: AgeCoverage | Subjects,
    *,
    on: date | str | None = None,
    readings: Readings = None,
    ax: "Axes | None" = None,
    lang: str = "sv",
    size: str = "print",
) -> Picture:
    """Draw the ages of target groups and services, with lines at 18 and 21.

    Args:
        subjects: an age coverage, or counties or documents to make it of.
        on: the day; only without an age coverage.
        readings: a reading by its name for all, or by provision; only without an age coverage.
        ax: axes to draw in; a new figure by default.
        lang: "sv" or "en".
        size: "print", "phone" or "slides"; not used with `ax`.

    Raises:
        InvalidValueError: an argument is invalid, or no target group or service is recorded.
        MissingPluginError: matplotlib is not installed.

    Examples:
        >>> from psykavtal import load_counties
        >>> age_coverage(load_counties(), on="2026-01-10").title
        'Åldrar för målgrupper och verksamheter 2026-01-10'
    """
    checked_language(lang)
    found = overview_of(AgeCoverage, subjects, on, lambda given, day: coverage_of(given, on=day, readings=readings))
    if not found.entries:
        raise nothing_to_draw(found.subjects, found.on, has_edition=bool(drawn_columns(found)))
    title = title_of(AGE_TITLE, found).to(lang)

    def layout(sheet: "Sheet") -> None:
        y = AgeChart(sheet=sheet, found=found, lang=lang).add(add_title(sheet, title))
        add_legend(sheet, y, _legend(found, lang), _notes(found, lang))

    return Picture(
        axes=drawn(layout, size=size, ax=ax),
        redraw=redrawing(layout, ax),
        title=title,
        alt_text=_alt_text(found, title, lang),
        table=tuple(found.to_records(lang=lang)),
        lang=lang,
    )


def _legend(found: AgeCoverage, lang: str) -> list[LegendEntry]:
    styles = {"covered": COVERED, "reading": BY_READING, "no-limit": NO_LIMIT, "words": IN_WORDS}
    axis = AgeAxis.of(found.entries)
    used = [age_style(each, stretch.truth) for each in found.entries for stretch in axis.stretches(each)]
    return [LegendEntry(text=_LABELS[name].to(lang), sign=style) for name, style in styles.items() if style in used]


def _notes(found: AgeCoverage, lang: str) -> Sequence[str]:
    """Return the holes and overlaps as sentences."""
    findings = [f"{each.subject}: {each.label.to(lang)}." for each in found.findings]
    notes = [f"{FINDINGS.to(lang)}. {NO_SUCCESSION.to(lang)}", *findings] if findings else []
    return [*notes, *missing_edition_notes(found, lang)]


def _alt_text(found: AgeCoverage, title: str, lang: str) -> str:
    """Return the ages of each entry with their readings, then the holes and overlaps."""
    parts = [f"{title}."]
    for at, name in enumerate(found.subjects):
        if name in found.without_edition:
            continue
        own = [f"{each.name.to(lang)}: {ages_text(each, lang)}" for each in found.entries if each.subject == name]
        own += [
            f"{row.topic.label.to(lang)}: {row.cells[at].label.to(lang)}"
            for row in found.statuses
            if not row.cells[at].provisions
        ]
        parts.append(f"{name} ({verdict_note(found, at, lang)}): {'; '.join(own)}.")
    return " ".join([*parts, *_notes(found, lang)])
