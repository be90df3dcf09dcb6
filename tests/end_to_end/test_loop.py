"""The way of a notebook as people see it: fetched, solved, handed in, shown in Japanese, counted by others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.end_to_end.conftest import Campus

pytestmark = [pytest.mark.xdist_group("end_to_end"), pytest.mark.timeout(900)]

EXERCISE = "02_qubits_and_measurement"
ANSWER = """def outcome_probabilities(amplitudes):
    weights = [abs(amplitude) ** 2 for amplitude in amplitudes]
    total = sum(weights)
    return [weight / total for weight in weights]
"""


@contextmanager
def signed_in(browser: Browser, campus: Campus, login: str, locale: str) -> Iterator[Page]:
    """Yield the first page that a person sees after choosing herself on the sign-in page."""
    with browser.new_context(locale=locale, viewport={"width": 1300, "height": 900}) as context:
        context.set_default_timeout(60_000)
        page = context.new_page()
        page.goto(campus.url)
        page.locator(f"button[value={login}]").click()
        yield page


def open_lab(page: Page) -> Page:
    """Return the JupyterLab that the portal sends to."""
    with page.context.expect_page() as opened:
        page.get_by_role("link", name=re.compile("JupyterLab")).first.click()
    lab = opened.value
    lab.locator("#jp-MainLogo").wait_for(timeout=120_000)
    lab.locator("#jupyterlab-splash").wait_for(state="detached", timeout=120_000)
    return lab


def open_assignment_list(lab: Page) -> None:
    lab.locator(".lm-MenuBar-itemLabel", has_text="Nbgrader").click()
    lab.locator(".lm-Menu-itemLabel", has_text="Assignment List").click()


def write_answer(lab: Page, beginning: str, source: str) -> None:
    """Replace the cell that begins with `beginning`, and run it and the check below it."""
    cell = lab.locator(".jp-CodeCell", has_text=beginning).first
    cell.scroll_into_view_if_needed()
    cell.locator(".cm-content").click()
    lab.keyboard.press("Control+a")
    lab.keyboard.insert_text(source)
    lab.keyboard.press("Shift+Enter")
    lab.keyboard.press("Shift+Enter")


def test_a_student_solves_a_task_and_everybody_sees_it_counted(campus, browser):
    with signed_in(browser, campus, "student-utokyo", "ja-JP") as portal:
        expect(portal.locator("html")).to_have_attribute("lang", "ja")
        expect(portal.get_by_role("heading", level=1)).to_have_text("私の演習")
        row = portal.get_by_role("row").filter(has_text="量子ビットと測定")
        expect(row).to_contain_text("未提出")

        lab = open_lab(portal)
        open_assignment_list(lab)
        listed = lab.locator("#released_assignments_list .list_item", has_text=EXERCISE)
        listed.get_by_role("button", name="Fetch").click()
        fetched = lab.locator("#fetched_assignments_list")
        fetched.get_by_text(EXERCISE).first.click()
        fetched.locator(".assignment-notebooks").get_by_text(EXERCISE).click()
        notebook = lab.locator(".jp-NotebookPanel")
        expect(
            notebook.get_by_role("heading", name=re.compile("量子ビットと測定")).first
        ).to_be_visible()
        write_answer(lab, "def outcome_probabilities", ANSWER)
        expect(
            lab.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").first
        ).to_be_attached()
        lab.keyboard.press("Control+s")
        expect(lab.locator(".jp-mod-dirty")).to_have_count(0)

        lab.locator(".lm-TabBar-tab", has_text="Assignments").click()
        fetched.get_by_role("button", name="Submit").click()
        attempt = lab.locator("#submitted_assignments_list .nested_list_item", has_text="#01")
        expect(attempt).to_contain_text("2 / 27", timeout=60_000)
        expect(attempt).to_contain_text("view feedback")

        expect(row).to_contain_text("27点中2点", timeout=60_000)  # the page was not loaded again
        row.get_by_role("link", name="量子ビットと測定").click()
        expect(portal.locator("main")).to_contain_text("振幅から確率へ")
        expect(portal.locator("main")).to_contain_text("合格")
        expect(portal.locator("main")).to_contain_text("この課題にはまだ解答がありません")
        expect(portal.locator("main")).to_contain_text("SHA-256")

    with signed_in(browser, campus, "instructor-utokyo", "ja-JP") as page:
        page.get_by_role("link", name=re.compile("量子コンピューティング入門")).first.click()
        page.get_by_role("link", name="量子ビットと測定").first.click()
        student = page.get_by_role("row").filter(has_text="デモ 学生")
        expect(student).to_contain_text("2 / 27")

    with signed_in(browser, campus, "coordinator", "en-US") as page:
        # Means come in batches of ten learners, so it takes a part of the demo until Tokyo has its first one.
        tokyo = page.get_by_role("row").filter(has_text="University of Tokyo").first
        expect(tokyo).to_contain_text("15")
        for _ in range(120):
            if re.search(r"\d+%", tokyo.inner_text()):
                break
            page.wait_for_timeout(3000)
            page.reload()
        expect(tokyo).to_contain_text(re.compile(r"\d+%"))
        expect(page.get_by_role("row").filter(has_text="Yonsei").first).not_to_contain_text(
            re.compile(r"\d+%")
        )
