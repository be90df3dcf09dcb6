"""The stamp of a module: equal stamps mean that a build would make the same files again."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

import msgspec

import grader
from grader.authoring.catalog import Module
from grader.authoring.layout import exercise_source, lesson_source, po_file
from grader.authoring.translation import TRANSLATED

_BUILDER = ("authoring", "course", "checks")
_LIBRARIES = (
    "nbgrader", "nbformat", "jupytext", "qiskit", "qiskit-aer", "latex2mathml", "markdown-it-py",
    "mdit-py-plugins", "pygments",
)  # fmt: skip


def builder_version() -> str:
    """Return a digest of what turns texts into notebooks, and of the checks that solutions are tried with."""
    digest = hashlib.sha256()
    for library in _LIBRARIES:
        digest.update(f"{library}={version(library)};".encode())
    home = Path(grader.__file__).parent
    for package in _BUILDER:
        for path in sorted(
            path for path in (home / package).rglob("*") if path.suffix in {".py", ".toml"}
        ):
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def module_stamp(root: Path, module: Module, builder: str) -> str:
    """Return the stamp of a module's sources, translations and catalog entry."""
    digest = hashlib.sha256(builder.encode())
    entry = asdict(module)
    del entry["line"]  # where the entry stands changes nothing
    digest.update(msgspec.json.encode(entry))
    for source in (lesson_source(root, module.id), exercise_source(root, module.id)):
        for path in (source, *(po_file(source, language) for language in TRANSLATED)):
            content = path.read_bytes() if path.exists() else b"absent"
            digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()
