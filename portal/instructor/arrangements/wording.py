"""What is arranged, in words of the reader's language."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from flask_babel import gettext, ngettext

from portal.language import moment, points
from portal.rules.dates import Allowance


def given(allowance: Allowance, zone: ZoneInfo) -> list[str]:
    """Return what an arrangement gives, one phrase each."""
    said = []
    if allowance.due_at is not None:
        said.append(gettext("due on %(date)s", date=moment(allowance.due_at, zone)))
    if allowance.time_factor != 1:
        said.append(
            gettext("%(factor)s times the time to work", factor=points(allowance.time_factor))
        )
    if allowance.extra_attempts:
        said.append(
            ngettext("%(num)s attempt more", "%(num)s attempts more", allowance.extra_attempts)
        )
    return said
