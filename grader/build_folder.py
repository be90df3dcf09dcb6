"""What `qampus build` has made, as the grading service reads it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from grader.errors import CatalogError
from grader.notebooks import NotebookNode, read_notebook
from grader.results import LANGUAGES

Stamp = tuple[tuple[str, int], ...]
"""Names and times of the manifests: changes when a module was built anew."""


@dataclass(frozen=True)
class BuiltModule:
    """One module's exercise in the build folder.

    Attributes:
        module: its id, which is the exercise's.
        version: of all that is released.
        manifest: as it goes to the portal.
        build: the build folder.
    """

    module: str
    version: str
    manifest: Mapping[str, Any]
    build: Path

    @property
    def source(self) -> Path:
        """Folder with the instructor's notebook and the files beside it."""
        return self.build / LANGUAGES[0] / "source" / self.module

    def text(self) -> str | None:
        """Return the text that the exercise was built from; None if the build did not keep it."""
        path = self.build / "texts" / f"{self.module}.py"
        return path.read_text(encoding="utf-8") if path.is_file() else None

    def given_files(self) -> dict[str, bytes]:
        """Return the instructor's files beside the notebook: relative path -> content."""
        return {
            path.relative_to(self.source).as_posix(): path.read_bytes()
            for path in sorted(self.source.rglob("*"))
            if path.is_file() and path.suffix != ".ipynb"
        }

    def pages(self) -> dict[str, Any] | None:
        """Return the pages of the lesson with their `version`; None where an older build made none.

        Raises:
            CatalogError: they cannot be read.
        """
        path = self.build / "pages" / f"{self.module}.json"
        try:
            found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        except ValueError as error:
            raise CatalogError(path, f"not the pages of a lesson ({error})") from error
        return found

    def releases(self) -> dict[str, dict[str, bytes]]:
        """Return language -> file name -> content of what learners receive."""
        return {language: self._release(language) for language in LANGUAGES}

    def _release(self, language: str) -> dict[str, bytes]:
        folder = self.build / language / "release" / self.module
        files = {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }
        if f"{self.module}.ipynb" not in files:
            raise CatalogError(folder, f"expected {self.module}.ipynb, got {sorted(files)}")
        return files


def read_catalog(build: Path) -> dict[str, BuiltModule]:
    """Return module id -> module, for all modules that were built.

    Raises:
        CatalogError: a manifest cannot be read.
    """
    found = {}
    for path in sorted((build / "manifests").glob("*.json")):
        try:
            manifest = json.loads(path.read_text(encoding="utf-8"))
            found[path.stem] = BuiltModule(path.stem, manifest["version"], manifest, build)
        except (ValueError, KeyError, TypeError) as error:
            raise CatalogError(path, f"not a manifest ({error})") from error
    return found


def catalog_stamp(build: Path) -> Stamp:
    """Return a value that changes when a module was built."""
    paths = sorted((build / "manifests").glob("*.json"))
    return tuple((path.name, path.stat().st_mtime_ns) for path in paths)


@cache
def released_notebook(build: Path, module: str, version: str, language: str) -> NotebookNode:
    """Return the release in a language. Not to be changed: it is read once per version."""
    del version  # a part of the key alone
    return read_notebook(build / language / "release" / module / f"{module}.ipynb")
