"""What the last audit found, kept in docs/ and published by `qampus build`, which says when it is out of date."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

import msgspec

import grader
from grader.accuracy.results import Audit, TaskAccuracy
from grader.accuracy.run import exercises
from grader.accuracy.table import page

RECORD = Path("docs", "accuracy.json")
PAGE = Path("docs", "accuracy.md")
PUBLISHED = "accuracy.md"

_AUDITOR = ("checks", "accuracy")


@dataclass(frozen=True)
class Recorded:
    """The tasks of one module and the stamp of what was audited."""

    stamp: str
    tasks: tuple[TaskAccuracy, ...]


@dataclass(frozen=True)
class Record:
    """All modules that were audited, by their id."""

    seed: int = 0
    modules: dict[str, Recorded] = field(default_factory=dict)


def stamp(folder: Path) -> str:
    """Return a digest of all that the accuracy of an exercise depends on."""
    digest = hashlib.sha256(f"qiskit={version('qiskit')};".encode())
    home = Path(grader.__file__).parent
    for package in _AUDITOR:
        for path in sorted(
            path for path in (home / package).rglob("*") if path.suffix in {".py", ".toml"}
        ):
            if "texts" not in path.parts:
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    for path in sorted([*folder.glob("*.py"), *folder.glob("*/*.py")]):
        if path.parent.name != "__pycache__":
            digest.update(str(path.relative_to(folder)).encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def read_record(root: Path) -> Record:
    """Return what is recorded; nothing where there is no file.

    Raises:
        msgspec.ValidationError: the file was written by another version.
    """
    path = root / RECORD
    return msgspec.json.decode(path.read_bytes(), type=Record) if path.is_file() else Record()


def write_record(root: Path, audit: Audit) -> None:
    """Record the modules of an audit; other modules keep what was found before, if they still exist."""
    folders = {folder.name: folder for folder in exercises(root)}
    kept = {name: one for name, one in read_record(root).modules.items() if name in folders}
    for name in dict.fromkeys(task.module for task in audit.tasks):
        tasks = tuple(task for task in audit.tasks if task.module == name)
        kept[name] = Recorded(stamp(folders[name]), tasks)
    record = Record(audit.seed, dict(sorted(kept.items())))
    (root / RECORD).write_bytes(msgspec.json.format(msgspec.json.encode(record), indent=1) + b"\n")
    (root / PAGE).write_text(_page(root, record), encoding="utf-8")


def stale_modules(root: Path, record: Record) -> list[str]:
    """Return the exercises that changed since they were audited, or never were."""
    return [
        folder.name
        for folder in exercises(root)
        if folder.name not in record.modules or record.modules[folder.name].stamp != stamp(folder)
    ]


def publish(root: Path, output: Path, report: Callable[[str], object]) -> None:
    """Write the page of the recorded audit into the folder of built files, with what is out of date."""
    record = read_record(root)
    stale = stale_modules(root, record)
    output.mkdir(parents=True, exist_ok=True)
    target, text = output / PUBLISHED, _page(root, record)
    if not target.is_file() or target.read_text(encoding="utf-8") != text:
        target.write_text(text, encoding="utf-8")
    if stale:
        report(
            f"accuracy: out of date for {', '.join(stale)}; `qampus audit --record` measures again"
        )


def _page(root: Path, record: Record) -> str:
    tasks = {name: one.tasks for name, one in record.modules.items()}
    return page(tasks, stale_modules(root, record), record.seed)
