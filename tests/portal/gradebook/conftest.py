"""A portal with marks of every kind."""

from pathlib import Path

import pytest

from tests.portal.classroom import Portal
from tests.portal.gradebook.term import fill


@pytest.fixture
def portal(tmp_path: Path) -> Portal:
    portal = Portal(tmp_path)
    fill(portal)
    return portal
