"""The folder of built files: what is in it, and how it changes without ever being half-written.

A module is replaced like this: its manifest goes first, then each file is renamed into place, and the new manifest
comes last. Whoever is interrupted leaves a module without a manifest, which the next build makes again.
"""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from grader.errors import BuiltFolderError
from grader.results import LANGUAGES


class BuiltFolder:
    """A folder of built modules.

    Args:
        path: the folder; it is made when something is written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._drafts = path / ".drafts"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the folder alone: a second build waits, and drafts of an interrupted one are gone.

        Raises:
            BuiltFolderError: nothing can be written there.
        """
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            # Appending nothing leaves the time of the file as it is.
            lock = (self.path / ".lock").open("a")
        except OSError as error:
            raise BuiltFolderError(path=self.path, reason=error.strerror or str(error)) from error
        with lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            shutil.rmtree(self._drafts, ignore_errors=True)
            yield

    def is_current(self, module: str, stamp: str) -> bool:
        """Whether the module was built whole from what this stamp stands for, and no file is missing."""
        stamped = self._stamp(module)
        return (
            all((self.path / name).is_file() for name in module_files(module))
            and stamped.is_file()
            and stamped.read_text(encoding="utf-8") == stamp
        )

    def replace(self, module: str, texts: Mapping[str, str], stamp: str) -> None:
        """Put the files of a module in place of former ones.

        Args:
            module: its id.
            texts: relative path -> text, for all of `module_files`.
            stamp: kept beside the manifest, see `is_current`.
        """
        for name, text in texts.items():
            draft = self._drafts / name
            draft.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(text, encoding="utf-8")
        manifest = manifest_file(module)
        (self.path / manifest).unlink(missing_ok=True)
        for name in [*(name for name in texts if name != manifest), manifest]:
            target = self.path / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if name == manifest:
                self._stamp(module).write_text(stamp, encoding="utf-8")
            (self._drafts / name).replace(target)
        shutil.rmtree(self._drafts)

    def write_config(self, language: str, text: str) -> None:
        """Write the configuration of a language's course directory, unless it is the same."""
        target = self.path / language / "nbgrader_config.py"
        if not target.is_file() or target.read_text(encoding="utf-8") != text:
            draft = self._drafts / "nbgrader_config.py"
            draft.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(text, encoding="utf-8")
            target.parent.mkdir(parents=True, exist_ok=True)
            draft.replace(target)
            shutil.rmtree(self._drafts)

    def modules(self) -> tuple[str, ...]:
        """Return the modules of which anything is there."""
        found = {path.stem for path in self.path.glob("manifests/*.json")}
        found |= {path.stem for path in self.path.glob("pages/*.json")}
        found |= {path.stem for path in self.path.glob("*/lessons/*.ipynb")}
        for part in ("source", "release"):
            found |= {path.name for path in self.path.glob(f"*/{part}/*") if path.is_dir()}
        return tuple(sorted(found))

    def remove(self, module: str) -> None:
        """Remove a module, its manifest first."""
        (self.path / manifest_file(module)).unlink(missing_ok=True)
        self._stamp(module).unlink(missing_ok=True)
        (self.path / text_file(module)).unlink(missing_ok=True)
        (self.path / pages_file(module)).unlink(missing_ok=True)
        for language in LANGUAGES:
            for part in ("source", "release"):
                shutil.rmtree(self.path / language / part / module, ignore_errors=True)
            (self.path / language / "lessons" / f"{module}.ipynb").unlink(missing_ok=True)

    def _stamp(self, module: str) -> Path:
        return self.path / "manifests" / f"{module}.stamp"


def manifest_file(module: str) -> str:
    """Return the relative path of a module's manifest."""
    return f"manifests/{module}.json"


def text_file(module: str) -> str:
    """Return the relative path of the text that a module's exercise was built from."""
    return f"texts/{module}.py"


def pages_file(module: str) -> str:
    """Return the relative path of the pages of a module's lesson, with their pictures."""
    return f"pages/{module}.json"


def notebook_file(language: str, part: str, module: str) -> str:
    """Return the relative path of a notebook; `part` is source, release or lessons."""
    folder = PurePosixPath(language, part)
    return str((folder if part == "lessons" else folder / module) / f"{module}.ipynb")


def module_files(module: str) -> tuple[str, ...]:
    """Return the relative paths of all files of a module, the manifest last."""
    notebooks = [
        notebook_file(language, part, module)
        for language in LANGUAGES
        for part in ("source", "release", "lessons")
    ]
    return (*notebooks, text_file(module), manifest_file(module))
