"""A portal of its own for each test: migrated database, blobs and secrets in a fresh folder."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from portal import create_app
from portal.configuration import configuration
from portal.database import engine_of
from portal.migrations import upgrade
from tests.portal.api.contract import hold_to_description
from tests.portal.calls import GRADER_TOKEN, LAB_SECRET, OPERATOR_TOKEN, Api, module, roster

ENVIRON = {
    "QAMPUS_DEMO": "1",
    "QAMPUS_GRADER_TOKEN": GRADER_TOKEN,
    "QAMPUS_OPERATOR_TOKEN": OPERATOR_TOKEN,
    "QAMPUS_LAB_URL": "http://127.0.0.1:1",
    "QAMPUS_LAB_SECRET": LAB_SECRET,
}


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database with all tables, made by the migrations once."""
    path = tmp_path_factory.mktemp("migrated") / "portal.db"
    upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture
def app(tmp_path: Path, migrated: Path) -> Iterator[Flask]:
    """A portal without people and exercises."""
    data = tmp_path / "portal"
    config = configuration(data, ENVIRON)
    shutil.copy(migrated, data / "portal.db")
    app = create_app(config | {"TESTING": True})
    hold_to_description(app)
    yield app
    engine_of(app).dispose()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser at that portal."""
    return app.test_client()


@pytest.fixture
def grader(client: FlaskClient) -> Api:
    """The API as the grader calls it."""
    return Api(client, GRADER_TOKEN)


@pytest.fixture
def operator(client: FlaskClient) -> Api:
    """The API as the operator calls it."""
    return Api(client, OPERATOR_TOKEN)


@pytest.fixture
def campus(operator: Api, grader: Api) -> None:
    """The small roster is applied, and one exercise is in the catalogue."""
    assert operator("PUT", "/operator/roster", roster()).status == 200
    assert grader("PUT", "/catalog/modules/04_entanglement", module()).status == 200


@pytest.fixture
def tokens(campus: None, operator: Api) -> Callable[[str], str]:
    """Makes a new token for a person of the roster."""

    def make(login: str) -> str:
        answer = operator("POST", f"/operator/people/{login}/tokens", {"label": "test"})
        assert answer.status == 201, answer
        return str(answer.json["token"])

    return make


@pytest.fixture
def as_person(client: FlaskClient, tokens: Callable[[str], str]) -> Callable[[str], Api]:
    """The API as a person of the roster calls it."""
    return lambda login: Api(client, tokens(login))


@pytest.fixture
def student(as_person: Callable[[str], Api]) -> Api:
    """The API as `student-utokyo` (Japanese) calls it."""
    return as_person("student-utokyo")
