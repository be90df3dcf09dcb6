"""What all tests share: in continuous integration nothing may be skipped; the browser; the sandbox."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.system_packages import BUBBLEWRAP, CHROMIUM

CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_addoption(parser):
    """Take two options more.

    `--fresh`: lessons and exercises are played even if they passed with the same content (tests/known_good.py).
    `--pictures`: tests/portal/gallery writes docs/pages.md and its pictures.
    """
    parser.addoption(
        "--fresh", action="store_true", help="trust no earlier run of a lesson or exercise"
    )
    parser.addoption(
        "--pictures", action="store_true", help="take the pictures of docs/pages.md anew"
    )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Where CI is set, a skipped test is a failed one: a missing package must not hide."""
    report = yield
    if report.skipped and os.environ.get("CI") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped in continuous integration: {report.longrepr}"
    return report


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    path = CHROMIUM.find()
    if path is None:
        pytest.skip("chromium is not installed")
    expect.set_options(timeout=30_000)  # two cores shared with a whole campus
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def sandbox() -> str:
    """The path of bubblewrap."""
    path = BUBBLEWRAP.find()
    if path is None:
        pytest.skip("bubblewrap is not installed")
    return path
