"""A portal for each test, and the instructor in Chicago at her forms."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portal.classroom import Portal
from tests.portal.instructor.rules.office import Office


@pytest.fixture
def portal(tmp_path: Path) -> Portal:
    return Portal(tmp_path)


@pytest.fixture
def office(portal: Portal) -> Office:
    return Office(portal)
