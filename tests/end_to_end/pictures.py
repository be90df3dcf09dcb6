"""Makes the README's pictures from a running demo: `python -m tests.end_to_end.pictures http://127.0.0.1:8800`."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.conftest import CHROMIUM_ARGUMENTS
from tests.system_packages import CHROMIUM

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
PAGES = {
    "learner": ("simulated-utokyo-02", "ja", "/learner/utokyo-intro/02_qubits_and_measurement"),
    "instructor": (
        "instructor-uchicago",
        "en",
        "/instructor/uchicago-intro/exercises/04_entanglement",
    ),
    "coordinator": ("coordinator", "en", "/coordinator/"),
}


def main() -> None:
    """Sign in as each role and take a picture of its page."""
    url = sys.argv[1].rstrip("/")
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM.find(), args=CHROMIUM_ARGUMENTS
        )
        for name, (login, language, path) in PAGES.items():
            with browser.new_context(viewport={"width": 1100, "height": 1250}) as context:
                page = context.new_page()
                page.goto(url)
                for group in page.locator("details").all():
                    group.evaluate("group => { group.open = true }")
                page.locator(f"button[value={login}]").click()
                page.locator(f"button[value={language}]").click()
                page.goto(url + path)
                page.wait_for_timeout(1500)  # charts
                page.screenshot(path=PICTURES / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
