import pytest

from tests.portal.classroom import Portal
from tests.portal.instructor.author.scene import classroom


@pytest.fixture
def portal(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    return classroom(tmp_path_factory.mktemp("portal"))
