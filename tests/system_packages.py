"""What the tests need beside Python: one line for each that is missing, and how to install it.

`python -m tests.system_packages` prints the lines; the tests that need a missing one are skipped, which fails the run
in continuous integration.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class SystemPackage:
    """A package of the operating system.

    Attributes:
        name: its name in Debian and Ubuntu.
        purpose: what needs it.
        command: the first of these that is on PATH is used.
    """

    name: str
    purpose: str
    commands: tuple[str, ...]

    def find(self) -> str | None:
        """Return the path of the command, or None."""
        return next(filter(None, map(shutil.which, self.commands)), None)


CHROMIUM = SystemPackage(
    "chromium", "browser tests", ("chromium", "chromium-browser", "google-chrome")
)
BUBBLEWRAP = SystemPackage("bubblewrap", "the sandbox of the grader", ("bwrap",))
OPENSSL = SystemPackage("openssl", "tests of a cluster with TLS", ("openssl",))


def cjk_fonts() -> bool:
    """Tell whether a font with Japanese and Korean letters is installed."""
    lister = shutil.which("fc-list")
    if lister is None:
        return sys.platform == "darwin"  # macOS carries such fonts
    return all(
        subprocess.run([lister, f":lang={language}"], capture_output=True, check=False).stdout
        for language in ("ja", "ko")
    )


def main() -> None:
    """Print what is missing."""
    for package in (CHROMIUM, BUBBLEWRAP, OPENSSL):
        if package.find() is None:
            print(f"Missing for {package.purpose}: sudo apt-get install {package.name}")
    if not cjk_fonts():
        print("Missing for Japanese and Korean pages: sudo apt-get install fonts-noto-cjk")


if __name__ == "__main__":
    main()
