"""A case of which each part is given."""

from typing import Any

DAY = "2026-01-10"

CASE_PARTS: dict[str, Any] = {
    "municipality": "2321",
    "born": "2008-02-29",
    "facts": {"discharge": True, "disagreement": True, "suicidal": False},
    "principals": {"need-noticed": "region"},
    "stands_at": "lokal-samverkansarena",
}
