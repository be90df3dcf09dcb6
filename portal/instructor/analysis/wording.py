"""Figures of the item analysis in words."""

from __future__ import annotations

from math import inf

from babel.numbers import format_decimal
from babel.units import format_unit
from flask_babel import gettext, lazy_gettext

from portal.diagnosis import in_words
from portal.language import current_language, percent
from portal.statistics.flags import Flag, Kind

_TITLES = {
    Kind.HARDLY_SOLVED: lazy_gettext("Hardly anybody solves it"),
    Kind.SOLVED_AT_ONCE: lazy_gettext("Nearly everybody solves it at once"),
    Kind.APART: lazy_gettext("It does not go with the other tasks"),
    Kind.UNDECIDED: lazy_gettext("Many attempts could not be judged"),
    Kind.REFUSED: lazy_gettext("Perhaps a right answer is refused"),
}

FEW = 10
"""Of fewer learners a share is given as a number of them, not in percent."""

_UNITS = (
    ("duration-minute", 60, 2 * 3600),
    ("duration-hour", 3600, 2 * 86400),
    ("duration-day", 86400, inf),
)
"""Unit, its seconds, and up to where it is used."""


def flag_title(flag: Flag) -> str:
    """Return what looks wrong, in a few words."""
    return str(_TITLES[flag.kind])


def flag_sentence(flag: Flag) -> str:
    """Return the numbers and the rule that they break."""
    numbers = {
        "count": flag.count,
        "n": flag.n,
        "low": percent(flag.low),
        "high": percent(flag.high),
        "share": percent(flag.value),
        "limit": percent(flag.limit),
    }
    match flag.kind:
        case Kind.HARDLY_SOLVED:
            return str(
                gettext(
                    "%(count)s of %(n)s learners have all points: %(share)s, 95%% interval %(low)s–%(high)s. "
                    "Rule: the whole interval lies below %(limit)s, with at least 20 learners.",
                    **numbers,
                )
            )
        case Kind.SOLVED_AT_ONCE:
            return str(
                gettext(
                    "%(count)s of %(n)s learners had all points with their first attempt: %(share)s, 95%% "
                    "interval %(low)s–%(high)s. Rule: the whole interval lies above %(limit)s, with at least "
                    "20 learners. It may be meant as an easy start.",
                    **numbers,
                )
            )
        case Kind.APART:
            return str(
                gettext(
                    "Its correlation with the points of the other tasks is %(value)s, 95%% interval %(low)s "
                    "to %(high)s, from %(n)s learners. Rule: the whole interval lies below %(limit)s, with "
                    "at least 20 learners. Whoever is good elsewhere is hardly better here: look whether the "
                    "check asks for what the text asks for.",
                    value=correlation(flag.value),
                    low=correlation(flag.low),
                    high=correlation(flag.high),
                    n=flag.n,
                    limit=correlation(flag.limit),
                )
            )
        case Kind.UNDECIDED:
            return str(
                gettext(
                    "%(count)s of %(n)s graded attempts could not be judged or were stopped at a limit: "
                    "%(share)s, 95%% interval %(low)s–%(high)s. Rule: the whole interval lies above "
                    "%(limit)s, with at least 20 attempts.",
                    **numbers,
                )
            )
        case Kind.REFUSED:
            return str(
                gettext(
                    "Of %(n)s learners with at least 80%% of the points of the other tasks, %(count)s got "
                    "“%(words)s” here: %(share)s, 95%% interval %(low)s–%(high)s. Rule: the whole interval "
                    "lies above %(limit)s, with at least 10 such learners, and this is at least 80%% of what "
                    "they got wrong. Read their answers: perhaps one of them is right.",
                    words=in_words(flag.code),
                    **numbers,
                )
            )


def share(count: int, of: int) -> str:
    """Return a share in percent, or in numbers where there are few."""
    if of < FEW:
        return str(gettext("%(count)s of %(n)s", count=count, n=of))
    return percent(count / of)


def correlation(value: float) -> str:
    """Return a correlation with two decimals."""
    return str(format_decimal(value, format="0.00", locale=current_language()))


def duration(seconds: float | None) -> str:
    """Return a time that something takes, in minutes, hours or days; None: it is not reached yet."""
    if seconds is None:
        return str(gettext("not reached yet"))
    if seconds <= 0:
        return str(gettext("at once"))
    unit, length = next((unit, length) for unit, length, most in _UNITS if seconds < most)
    number = max(1, round(seconds / length))
    # the short form, since Japanese and Korean have no longer one
    return format_unit(number, unit, length="short", locale=current_language())
