"""A semester at a real browser, from release to settled marks.

One learner is late, one has an extension, a task that refuses right answers is mended and regraded, one appeals.
Portal, grader, sandbox and nbgrader's gradebook are real; learners hand in through the exchange, as JupyterLab does.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from nbgrader.api import Gradebook
from playwright.sync_api import Browser, Page, expect

from tests.end_to_end.term import INSTRUCTOR, Term, enrolled
from tests.grader.course.sample import CHECK, EXERCISE, RIGHT, source
from tests.grader.service.running import OFFERING, build

pytestmark = [pytest.mark.xdist_group("end_to_end"), pytest.mark.timeout(600)]

BROKEN = CHECK.replace("secret(-6)", "6")
"""A hidden test that refuses the right answer."""

LEARNERS = ("punctual", "late", "extended")
EXERCISE_PAGE = f"/learner/{OFFERING}/{EXERCISE}"
COURSE = f"/instructor/{OFFERING}"


@pytest.fixture
def term(tmp_path: Path, sandbox: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Term]:
    monkeypatch.setenv("QAMPUS_DEMO", "1")
    term = Term(tmp_path)
    hand_out(term, BROKEN, "0123456789ab")
    term.start_portal()
    term.operator().put_roster(enrolled(*LEARNERS))
    term.start_grader()
    term.until(lambda: term.person("late").get("exchange/assignments").json()["assignments"])
    yield term
    term.stop()


def hand_out(term: Term, check: str, version: str) -> None:
    notebook = source()
    for cell in notebook.cells:
        cell.source = cell.source.replace(CHECK, check)
    build(term.folder / "build", notebook, version)


def due_in(days: int) -> str:
    """Return a moment a little later than in so many days, as the form wants it: by the clock of the university."""
    at = datetime.now(ZoneInfo("Asia/Tokyo")) + timedelta(days=days, minutes=5)
    return at.strftime("%Y-%m-%dT%H:%M")


def test_from_release_to_settled_marks(term: Term, browser: Browser) -> None:
    with (
        term.at_browser(browser, INSTRUCTOR) as instructor,
        term.at_browser(browser, "punctual") as punctual,
        term.at_browser(browser, "late") as late,
        term.at_browser(browser, "extended") as extended,
    ):
        set_rules(term, instructor)

        punctual.goto(term.address + EXERCISE_PAGE)
        expect(punctual.locator(".terms")).to_contain_text("takes off 10%")
        first = term.submit("punctual", **RIGHT, why="Because it doubles.")
        term.graded("punctual", first)
        expect(points(punctual)).to_have_text("1 / 6")  # the page was not loaded again
        expect(punctual.locator("#task-double")).to_contain_text("0 / 2")

        term.days_pass(3)
        for login in ("late", "extended"):
            term.graded(login, term.submit(login, **RIGHT, why="So."))
        late.goto(term.address + EXERCISE_PAGE)
        expect(late.locator("#attempt")).to_contain_text("Attempt 1")
        expect(late.locator("main")).to_contain_text("20% of the points are taken off")

        extended.goto(term.address + EXERCISE_PAGE)
        expect(extended.locator("main")).to_contain_text("20% of the points are taken off")
        extend(term, instructor)
        expect(extended.locator("main")).not_to_contain_text("are taken off", timeout=15_000)
        expect(extended.locator(".terms")).to_contain_text("your own date")

        look_at_the_broken_task(term, instructor)
        hand_out(term, CHECK, "ba9876543210")
        regrade(term, instructor)
        for page in (punctual, late, extended):
            expect(page.locator("#task-double")).to_contain_text("passed", timeout=15_000)
        expect(punctual.locator(".bell .count")).not_to_have_text("0")

        mark_written_answers(term, instructor)
        expect(points(punctual)).to_have_text("4 / 6", timeout=15_000)
        appeal(term, instructor, punctual)
        expect(points(punctual)).to_have_text("6 / 6", timeout=15_000)

        expected = {"punctual": 6.0, "late": 4.0, "extended": 5.0}
        assert marks_of(term, instructor) == expected
    assert in_gradebook(term) == {
        "punctual": 6.0,
        "late": 5.0,
        "extended": 5.0,
    }  # lateness is the portal's


def points(page: Page):
    return page.locator(".figures dd").first


def set_rules(term: Term, page: Page) -> None:
    page.goto(f"{term.address}{COURSE}/exercises/{EXERCISE}/rules")
    page.get_by_label("Due", exact=True).fill(due_in(1))
    page.get_by_label("Closes", exact=True).fill(due_in(14))
    page.get_by_label("Taken off for each day late, in percent").fill("10")
    page.get_by_role("button", name="See whom it touches").click()
    expect(page.get_by_role("row").filter(has_text="Taken off")).to_contain_text("10")
    page.get_by_role("button", name="Apply").click()
    expect(page.get_by_label("Taken off for each day late, in percent")).to_have_value("10")


def extend(term: Term, page: Page) -> None:
    page.goto(f"{term.address}{COURSE}/arrangements/give")
    page.get_by_label("Simulated extended").check()
    page.get_by_label("For", exact=True).select_option(EXERCISE)
    page.get_by_label("Extension: due on").fill(due_in(2))
    page.get_by_role("button", name="See whom it touches").click()
    row = page.get_by_role("row").filter(has_text="Simulated extended").last
    expect(row).to_contain_text("0.8 → 1")
    expect(page.locator("main")).not_to_contain_text("Simulated late")
    page.get_by_role("button", name="Apply").click()
    expect(page.get_by_role("row").filter(has_text="Simulated extended").first).to_be_visible()


def look_at_the_broken_task(term: Term, page: Page) -> None:
    page.goto(f"{term.address}{COURSE}/exercises/{EXERCISE}/analysis")
    expect(page.get_by_role("row").filter(has_text="double").first).to_contain_text("0%")


def regrade(term: Term, page: Page) -> None:
    def offered() -> bool:
        page.goto(f"{term.address}{COURSE}/exercises/{EXERCISE}")
        return page.get_by_role("link", name="Ask for a regrade").is_visible()

    term.until(offered)
    page.get_by_role("link", name="Ask for a regrade").click()
    page.get_by_label("double").check()
    page.get_by_label("Why?").fill("A hidden test refused right answers.")
    page.get_by_role("button", name="Judge again").click()
    apply = page.get_by_role("button", name="Apply: write the points and tell the learners")
    apply.wait_for(timeout=60_000)  # it comes by itself
    for name in LEARNERS:
        row = page.get_by_role("row").filter(has_text=f"Simulated {name}").first
        expect(row).to_contain_text("2")
    apply.click()
    expect(page.locator("main")).to_contain_text("nbgrader's gradebook has these points, too.")


def mark_written_answers(term: Term, page: Page) -> None:
    page.goto(f"{term.address}{COURSE}/marking")
    page.get_by_role("row").filter(has_text="why").get_by_role("link", name="Mark").click()
    for name in LEARNERS:
        expect(page.get_by_role("heading", level=1)).to_contain_text(name)
        given = {"punctual": "1", "late": "2", "extended": "2"}[name]
        page.get_by_label("Points, of 3").fill(given)
        page.get_by_role("button", name="Save and go to the next answer").click()
    expect(page.locator("main")).to_contain_text("No answer to this task waits for you.")


def appeal(term: Term, instructor: Page, learner: Page) -> None:
    learner.locator("#task-why").get_by_role("link", name="Ask to look again").click()
    learner.get_by_label("What should be looked at again, and why?").fill("It says why.")
    learner.get_by_role("button", name="Send the question").click()
    expect(learner.locator("main")).to_contain_text("waits for an answer")
    instructor.goto(f"{term.address}{COURSE}/appeals")
    instructor.get_by_role("link", name="Simulated punctual").click()
    expect(instructor.locator("main")).to_contain_text("It says why.")
    instructor.get_by_label("Answer", exact=True).fill("You are right.")
    instructor.get_by_label("New points, of 3").fill("3")
    instructor.get_by_role("button", name="Send the answer").click()
    learner.goto(term.address + EXERCISE_PAGE)
    expect(learner.locator("#task-why")).to_contain_text("You are right.")


def marks_of(term: Term, page: Page) -> dict[str, float]:
    page.goto(f"{term.address}{COURSE}/marks")
    expect(page.locator("main")).to_contain_text("Everything that was handed in is settled.")
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV, a line for each learner").click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    column = next(name for name in rows[0] if EXERCISE in name and "credit" in name)
    return {row["login"]: float(row[column]) for row in rows}


def in_gradebook(term: Term) -> dict[str, float]:
    """Return what nbgrader's gradebook has, once it has taken over what was given in the portal."""

    def taken_over() -> dict[str, float] | None:
        path = f"sqlite:///{term.folder}/courses/{OFFERING}/gradebook.db"
        with Gradebook(path, OFFERING) as book:
            found = {
                one.student.first_name.removeprefix("Simulated "): one.score
                for one in book.assignment_submissions(EXERCISE)
            }
        return found if found.get("punctual") == 6.0 else None

    found: dict[str, float] = term.until(taken_over)
    return found
