"""The letters and colours of bearers."""

from collections.abc import Mapping

from psykavtal.agreements.overviews.duty_bearers import BY_BODY, BY_FACT
from psykavtal.model.provisions import Bearer
from psykavtal.model.wording import Wording
from psykavtal.plots.status_styles import INK, PAPER, Style

BEARER_STYLES: Mapping[str, Style] = {
    Bearer.MUNICIPALITY.value: Style(fill="#0072b2", edge="#0072b2", ink=PAPER),
    Bearer.REGION.value: Style(fill="#b34a00", edge="#b34a00", ink=PAPER),
    Bearer.JOINT.value: Style(fill="#00664b", edge="#00664b", ink=PAPER),
    Bearer.EACH.value: Style(fill="#f0e442", edge="#8a8000", ink=INK),
    BY_FACT: Style(fill="#e6b8d2", edge="#a0527e", ink=INK),
    BY_BODY: Style(fill="#d9d9d9", edge="#666666", ink=INK),
}
"""The colours of each bearer; its letter identifies it without colours."""

LETTERS: Mapping[str, Wording] = {
    Bearer.MUNICIPALITY.value: Wording(sv="K", en="M"),
    Bearer.REGION.value: Wording(sv="R", en="R"),
    Bearer.JOINT.value: Wording(sv="G", en="J"),
    Bearer.EACH.value: Wording(sv="V", en="E"),
    BY_FACT: Wording(sv="B", en="D"),
    BY_BODY: Wording(sv="O", en="B"),
}
"""The letter of each bearer."""
