import json
import subprocess
import sys
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from portal.configuration import add_secrets, configuration
from portal.errors import ConfigurationError


def test_importing_the_portal_loads_no_qiskit_and_no_nbgrader() -> None:
    program = (
        "import sys, portal, portal.__main__, portal.api, portal.learner, portal.instructor, portal.coordinator\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules} & {'qiskit', 'nbgrader', 'numpy', 'grader'}))\n"
        "print(sorted(name for name in sys.modules if name.startswith('grader.')))"
    )
    printed = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout
    assert printed.splitlines() == [
        "['grader']",
        "['grader.competences', 'grader.results']",
    ]


def test_healthz(client: FlaskClient) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.get_json()) == (200, {"status": "ok"})


@pytest.mark.parametrize(
    "path", ["/healthz", "/sign-in", "/nothing", "/api/v1/nothing", "/learner/"]
)
def test_every_answer_has_security_headers(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'self'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert headers["Referrer-Policy"] == "same-origin"


def test_secrets_are_made_once(tmp_path: Path) -> None:
    first = configuration(tmp_path / "portal", {})
    assert configuration(tmp_path / "portal", {})["SECRET_KEY"] == first["SECRET_KEY"]
    assert configuration(tmp_path / "other", {})["SECRET_KEY"] != first["SECRET_KEY"]
    assert first["DEMO"] is False
    assert first["GRADER_TOKEN"] is None
    add_secrets(tmp_path / "portal", {"more": 1})
    assert configuration(tmp_path / "portal", {})["SECRET_KEY"] == first["SECRET_KEY"]
    assert sorted(path.name for path in (tmp_path / "portal").iterdir()) == ["secrets.json"]


@pytest.mark.parametrize("content", ["", "[]", "{"])
def test_damaged_secrets_are_refused_and_left_alone(tmp_path: Path, content: str) -> None:
    (tmp_path / "secrets.json").write_text(content)
    with pytest.raises(ConfigurationError, match=r"secrets\.json"):
        configuration(tmp_path, {})
    assert (tmp_path / "secrets.json").read_text() == content


def test_an_unwritable_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ConfigurationError, match="cannot write the data folder"):
        configuration(tmp_path / "file" / "portal", {})


def test_keys_from_the_environment_and_from_the_folder(tmp_path: Path) -> None:
    (tmp_path / "secrets.json").write_text(
        json.dumps({"secret_key": "s", "institution_keys": {"x": "00"}})
    )
    config = configuration(tmp_path, {"QAMPUS_DEMO": "1", "QAMPUS_LAB_URL": "http://127.0.0.1:1"})
    assert config["INSTITUTION_KEYS"] == {"x": "00"}
    assert config["SECRET_KEY"] == "s"
    assert (config["DEMO"], config["LAB_URL"]) == (True, "http://127.0.0.1:1")
