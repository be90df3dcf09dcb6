"""Rules, durations and days in plain sentences of the reader's language."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from flask_babel import gettext, ngettext

from portal.language import current_language, points
from portal.rules.lateness import LateRule, is_late, late_factor
from portal.rules.settlement import Counting


def duration(length: timedelta) -> str:
    """Return a length of time in its two largest units: "1 day 3 hours"; never less than a minute."""
    minutes = max(1, int(length / timedelta(minutes=1)))
    days, minutes = divmod(minutes, 24 * 60)
    hours, minutes = divmod(minutes, 60)
    parts = [
        words
        for number, words in (
            (days, ngettext("%(num)s day", "%(num)s days", days)),
            (hours, ngettext("%(num)s hour", "%(num)s hours", hours)),
            (minutes, ngettext("%(num)s minute", "%(num)s minutes", minutes)),
        )
        if number
    ]
    return ("" if current_language() == "ja" else " ").join(parts[:2])


def days_until(until: datetime, at: datetime, zone: ZoneInfo) -> str:
    """Return how many days are left, by the calendar of a zone: "today", "tomorrow", "in 5 days"; past: nothing."""
    days = (until.astimezone(zone).date() - at.astimezone(zone).date()).days
    if until < at:
        return ""
    if days == 0:
        return str(gettext("today"))
    if days == 1:
        return str(gettext("tomorrow"))
    return str(ngettext("in %(num)s day", "in %(num)s days", days))


def lateness_rule(rule: LateRule) -> str:
    """Return in one sentence what lateness costs."""
    if not rule.percent_per_day:
        return str(gettext("Handing in late costs no points."))
    if not rule.grace:
        return str(
            gettext(
                "Each day late that has begun takes off %(percent)s%% of your points.",
                percent=points(rule.percent_per_day),
            )
        )
    return str(
        gettext(
            "Up to %(grace)s late costs nothing; after that, each day that has begun since the due date takes off "
            "%(percent)s%% of your points.",
            grace=duration(rule.grace),
            percent=points(rule.percent_per_day),
        )
    )


def cost_now(at: datetime, due_at: datetime | None, rule: LateRule) -> str:
    """Return in one sentence what an attempt costs that comes in now, after its due date."""
    if not is_late(at, due_at, rule):
        return str(gettext("You are still within the grace period: handing in now costs nothing."))
    factor = late_factor(at, due_at, rule)
    if factor == 1:
        return str(gettext("Handing in late costs no points."))
    if factor == 0:
        return str(
            gettext(
                "Handing in now brings no points any more, but it is graded and you get feedback."
            )
        )
    return str(
        gettext(
            "Handing in now takes off %(percent)s%% of your points; each day that begins takes off %(more)s%% more.",
            percent=points(100 * (1 - factor)),
            more=points(rule.percent_per_day),
        )
    )


def attempts_left(left: int | None, allowed: int | None) -> str:
    """Return how many attempts are left."""
    if left is None or allowed is None:
        return str(gettext("as many attempts as you like"))
    return str(
        ngettext(
            "%(left)s of %(num)s attempt left",
            "%(left)s of %(num)s attempts left",
            allowed,
            left=left,
        )
    )


def counting_rule(counting: Counting) -> str:
    """Return in one sentence which attempt counts."""
    return str(
        {
            Counting.LATEST: gettext("The latest graded attempt counts."),
            Counting.BEST: gettext(
                "The attempt with the most points counts, after what lateness costs; of equal ones the earliest."
            ),
            Counting.FIRST: gettext("The first graded attempt counts."),
        }[counting]
    )
