"""One engine and the exercises under attack, for all tests of a module."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.audit.run import open_range
from grader.execution.sandbox import open_sandbox
from grader.judge.engine import Engine

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def place(sandbox):
    targets = frozenset(("", "04_entanglement"))
    with (
        open_sandbox() as walls,
        Engine(walls) as engine,
        open_range(engine, ROOT, targets) as made,
    ):
        yield made
