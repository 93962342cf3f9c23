"""Pictures of overviews, drawn with matplotlib: `pip install 'psykavtal[plots]'`."""

from psykavtal.plots.age_plot import age_coverage as age_coverage
from psykavtal.plots.comparison_plot import comparison as comparison
from psykavtal.plots.escalation_plot import escalation as escalation
from psykavtal.plots.people_plot import coverage_of_people as coverage_of_people
from psykavtal.plots.responsibility_plot import responsibility_matrix as responsibility_matrix
from psykavtal.plots.silence_plot import silence_map as silence_map
from psykavtal.plots.timeline_plot import timeline as timeline
