from __future__ import annotations

import pytest

from grader.execution.sandbox import open_sandbox
from grader.judge.engine import Engine
from tests.grader.batch.courses import OneByOne


@pytest.fixture(scope="module")
def engine():
    with open_sandbox() as sandbox, Engine(sandbox) as engine:
        yield engine


@pytest.fixture
def judging(engine):
    return OneByOne(engine)
