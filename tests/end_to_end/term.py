"""A whole small university as processes, and its people at real browsers; days pass when the test says so."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from playwright.sync_api import Browser, Page

from portal.models.base import Base, UtcDateTime
from tests.grader.service.running import OFFERING, Running, roster

INSTRUCTOR = "instructor-demo"


def enrolled(*learners: str) -> dict[str, object]:
    """Return a roster with these learners and one instructor."""
    found = roster(*learners, INSTRUCTOR)
    found["people"][-1] |= {
        "given_name": "Demo",
        "family_name": "Instructor",
        "roles": [{"role": "instructor", "offering": OFFERING}],
    }
    return found


class Term(Running):
    """A term of the offering."""

    def days_pass(self, days: int) -> None:
        """Move all that has happened and all that is set back in time: the same as if so many days passed."""
        (path,) = (self.folder / "data").rglob("portal.db")
        span = timedelta(days=days)
        with contextlib.closing(sqlite3.connect(path, timeout=20)) as database, database:
            for table in Base.metadata.sorted_tables:
                for column in table.columns:
                    if isinstance(column.type, UtcDateTime):
                        database.execute(
                            f'UPDATE "{table.name}" SET "{column.name}" = strftime(?, "{column.name}", ?)'
                            f' WHERE "{column.name}" IS NOT NULL',
                            ("%Y-%m-%d %H:%M:%f000", f"-{span.days} days"),
                        )

    @contextmanager
    def at_browser(self, browser: Browser, login: str) -> Iterator[Page]:
        """Give the first page of a person who has signed in; nothing may complain in its console."""
        said: list[str] = []
        with browser.new_context(
            locale="en-US", viewport={"width": 1200, "height": 900}
        ) as context:
            context.set_default_timeout(30_000)
            page = context.new_page()
            page.on("console", lambda message: said.append(message.text))
            page.on("pageerror", lambda error: said.append(str(error)))
            page.goto(self.address)
            page.locator("summary").evaluate_all("all => all.forEach(each => each.click())")
            page.locator(f"button[value='{login}']").click()
            page.locator(".languages button[value='en']").click()
            yield page
        assert said == []
