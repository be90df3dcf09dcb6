"""Where an exercise lies in the learner's home, and what of it is handed in.

An exercise is kept in `<course>/<exercise>/`, so that several courses live side by side; feedback of an attempt is
kept in `<course>/<exercise>/feedback/attempt_<n>/`.
"""

from __future__ import annotations

import math
import os
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from grader.exchange.messages import refusal

MEBIBYTE = 1024 * 1024
MAXIMUM_FILE_BYTES = 16 * MEBIBYTE
MAXIMUM_BYTES = 23 * MEBIBYTE
"""Of all files together: in Base64 they still fit into the 32 MiB of one request to the portal."""
_PLAIN_NAME = re.compile(r"[^\W_][\w.+-]*(?: [\w.+-]+)*")


@dataclass(frozen=True)
class ExerciseFolder:
    """The folder of one exercise in the learner's home.

    Attributes:
        root: folder in which JupyterLab works.
        course: id of the course (the offering).
        exercise: id of the exercise.
    """

    root: Path
    course: str
    exercise: str

    def __post_init__(self) -> None:
        if not self.course:
            raise refusal("no_course")
        for name in (self.course, self.exercise):
            if not is_plain_name(name):
                raise refusal("bad_name", name=name)

    @property
    def path(self) -> Path:
        """The folder itself."""
        return self.root / self.course / self.exercise

    def notebooks(self) -> list[Path]:
        """Return the notebooks in the folder, sorted by name."""
        return sorted(path for path in self.path.glob("*.ipynb") if path.is_file())

    def feedback(self, attempt: int) -> Path:
        """Return the folder for the feedback of one attempt."""
        return self.path / "feedback" / f"attempt_{attempt}"

    def read(self) -> dict[str, bytes]:
        """Return the files to hand in: the plain files that lie directly in the folder.

        Raises:
            PortalRefusal: there is no such folder or notebook, a link leads out of the folder, a name cannot be
                sent, or the files are too large to hand in.
        """
        name = f"{self.course}/{self.exercise}"
        if not self.path.is_dir():
            raise refusal("not_fetched", folder=name)
        if self.path.resolve() != self.root.resolve() / self.course / self.exercise:
            raise refusal("outside", name=name)
        found = self._files()
        total = sum(path.stat().st_size for path in found)
        if total > MAXIMUM_BYTES:
            raise refusal(
                "too_large_together",
                folder=name,
                size=math.ceil(total / MEBIBYTE),
                maximum=MAXIMUM_BYTES // MEBIBYTE,
            )
        if self.path / f"{self.exercise}.ipynb" not in found:
            raise refusal("no_notebook", name=f"{self.exercise}.ipynb", folder=name)
        return {path.name: path.read_bytes() for path in found}

    def _files(self) -> list[Path]:
        """Return the files to hand in, each looked at but not read."""
        home = self.path.resolve()
        files: list[Path] = []
        for path in sorted(self.path.iterdir()):
            if path.name.startswith(".") or path.is_dir():
                continue
            if not path.name.isprintable():
                raise refusal("odd_name", name=ascii(path.name))
            if path.resolve().parent != home or not path.is_file():
                raise refusal("outside", name=path.name)
            size = path.stat().st_size
            if size > MAXIMUM_FILE_BYTES:
                raise refusal(
                    "too_large",
                    name=path.name,
                    size=math.ceil(size / MEBIBYTE),
                    maximum=MAXIMUM_FILE_BYTES // MEBIBYTE,
                )
            files.append(path)
        return files


def is_plain_name(name: str) -> bool:
    """Tell whether a name is one plain path component: nothing that climbs, hides or breaks a shell."""
    return len(name) <= 100 and _PLAIN_NAME.fullmatch(name) is not None


def write_files(folder: Path, files: Mapping[str, bytes], *, replace: bool) -> None:
    """Write `files` into `folder`, each one whole or not at all.

    Args:
        folder: made when missing.
        files: name -> content.
        replace: whether a file that is already there is replaced; otherwise it is left as it is.

    Raises:
        PortalRefusal: a name is not plain; nothing is written then.
    """
    for name in files:
        if not is_plain_name(name):
            raise refusal("bad_file_name", name=name)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        target = folder / name
        if target.exists() and not replace:
            continue
        handle, temporary = tempfile.mkstemp(dir=folder, prefix=f".{name}.")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
            Path(temporary).chmod(0o644)
            Path(temporary).replace(target)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
