"""One engine for all tests of a module."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from grader.execution import open_sandbox
from grader.judge.engine import Engine


@pytest.fixture(scope="module")
def engine(sandbox: str) -> Iterator[Engine]:
    """An engine with warm processes in real sandboxes."""
    with open_sandbox() as walls, Engine(walls) as made:
        made.ready()
        yield made
