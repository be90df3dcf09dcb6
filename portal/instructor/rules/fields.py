"""Reading what an instructor wrote into a form: each field once, with one clear message where it cannot be taken."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, time
from enum import StrEnum
from typing import TypeVar
from zoneinfo import ZoneInfo

from flask_babel import gettext

from portal.language import place, points
from portal.rules.clock import NoSuchTime, local_time, shown_time
from portal.rules.terms import FIRST_YEAR, LAST_YEAR

Word = TypeVar("Word", bound=StrEnum)


class Fields:
    """The fields of a form that was sent.

    Args:
        sent: name -> what was written.
        zone: whose clock its times are read by.

    Attributes:
        problems: name -> what is wrong with the field.
        twice: names of times that the clock shows twice; the earlier was taken.
    """

    def __init__(self, sent: Mapping[str, str], zone: ZoneInfo) -> None:
        self._sent = sent
        self._zone = zone
        self.problems: dict[str, str] = {}
        self.twice: set[str] = set()

    def text(self, name: str) -> str:
        """Return a field without the blanks around it; nothing if it was not sent."""
        return self._sent.get(name, "").strip()

    def _digits(self, name: str) -> str:
        """Return a field with digits as wide as a program's: Japanese and Korean keyboards also write wide ones."""
        return unicodedata.normalize("NFKC", self.text(name))

    def moment(self, name: str, standing: datetime | None = None) -> datetime | None:
        """Return the moment that a field means; None: it is empty or wrong.

        Args:
            name: of the field.
            standing: what holds now. A field that still shows it means it to the second, also where the clock shows its
                time twice.
        """
        written = self.text(name)
        if not written:
            return None
        if standing is not None and written == shown_time(standing, self._zone):
            return standing
        try:
            local = datetime.fromisoformat(written)
        except ValueError:
            local = None
        if local is None or local.tzinfo is not None or not FIRST_YEAR <= local.year <= LAST_YEAR:
            self.problems[name] = gettext(
                "Give a date and an hour between %(first)s and %(last)s, such as 2026-10-20 23:59.",
                first=FIRST_YEAR,
                last=LAST_YEAR,
            )
            return None
        try:
            found = local_time(local, self._zone)
        except NoSuchTime as gap:
            self.problems[name] = skipped(gap, self._zone)
            return None
        if found.twice:
            self.twice.add(name)
        return found.at

    def day(self, name: str) -> date | None:
        """Return the day that a field means; None: it is wrong."""
        try:
            found = date.fromisoformat(self.text(name))
        except ValueError:
            found = None
        if found is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
            self.problems[name] = gettext(
                "Give a day between %(first)s and %(last)s, such as 2026-10-20.",
                first=FIRST_YEAR,
                last=LAST_YEAR,
            )
            return None
        return found

    def hour(self, name: str) -> time | None:
        """Return the hour that a field means; None: it is wrong."""
        found = re.fullmatch(r"([01]\d|2[0-3]):([0-5]\d)(:[0-5]\d)?", self._digits(name))
        if found is None:
            self.problems[name] = gettext("Give an hour such as 09:00 or 23:59.")
            return None
        return time(int(found[1]), int(found[2]))

    def whole(
        self, name: str, low: int, high: int, *, empty: int | None = None, needed: bool = True
    ) -> int | None:
        """Return the whole number in a field; `empty` if nothing stands in it and it is not needed."""
        written = self._digits(name)
        if not written and not needed:
            return empty
        if re.fullmatch(r"\d{1,9}", written) and low <= int(written) <= high:
            return int(written)
        self.problems[name] = gettext(
            "Give a whole number from %(low)s to %(high)s.", low=low, high=high
        )
        return None

    def number(
        self, name: str, low: float, high: float, *, empty: float | None = None, needed: bool = True
    ) -> float | None:
        """Return the number in a field; `empty` if nothing stands in it and it is not needed."""
        written = self._digits(name)
        if not written and not needed:
            return empty
        if re.fullmatch(r"\d{1,9}([.,]\d{1,6})?", written):
            found = float(written.replace(",", "."))
            if low <= found <= high:
                return found
        self.problems[name] = gettext(
            "Give a number from %(low)s to %(high)s.", low=points(low), high=points(high)
        )
        return None

    def word(self, name: str, kind: type[Word]) -> Word | None:
        """Return the word of an enumeration that was chosen; None: something else was sent."""
        try:
            return kind(self.text(name))
        except ValueError:
            self.problems[name] = gettext("Choose one of the list.")
            return None


def skipped(gap: NoSuchTime, zone: ZoneInfo) -> str:
    """Return what is wrong with a time that the clock skips."""
    return str(
        gettext(
            "%(time)s does not exist in %(place)s: the clocks are put forward then. Take %(other)s, or an hour before.",
            time=f"{gap.local:%Y-%m-%d %H:%M}",
            place=place(zone),
            other=f"{gap.after:%H:%M}",
        )
    )
