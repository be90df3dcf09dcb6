"""A course with a mended task, for each test."""

from pathlib import Path

import pytest

from tests.portal.regrading.scene import Scene


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    """The portal, its course and its grader."""
    return Scene(tmp_path)
