import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

LOOPBACK = {"REMOTE_ADDR": "127.0.0.1"}


def token_in(page: str) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert found
    return found[1]


def sign_in(client: FlaskClient, login: str, **more: str) -> int:
    page = client.get("/sign-in").text
    return client.post(
        "/sign-in", data={"login": login, "csrf_token": token_in(page)} | more
    ).status_code


@pytest.mark.usefixtures("campus")
def test_choose_a_person_and_sign_out(client: FlaskClient) -> None:
    page = client.get("/sign-in").text
    for login in ("student-utokyo", "second-utokyo", "instructor-utokyo", "coordinator"):
        assert f'value="{login}"' in page
    assert sign_in(client, "student-utokyo") == 303
    assert client.get("/").headers["Location"] == "/learner/"
    learner_page = client.get("/learner/")
    assert learner_page.status_code == 200
    answer = client.post("/sign-out", data={"csrf_token": token_in(learner_page.text)})
    assert answer.status_code == 303
    assert client.get("/").headers["Location"] == "/sign-in"
    assert client.get("/learner/").status_code == 303


@pytest.mark.usefixtures("campus")
@pytest.mark.parametrize(
    ("login", "home"),
    [("student-utokyo", "/learner/"), ("instructor-utokyo", "/instructor/"), ("coordinator", "/coordinator/"),
     ("both-snu", "/learner/")],
)  # fmt: skip
def test_each_role_has_a_start_page(client: FlaskClient, login: str, home: str) -> None:
    assert sign_in(client, login) == 303
    assert client.get("/").headers["Location"] == home
    assert client.get(home).status_code == 200


@pytest.mark.usefixtures("campus")
@pytest.mark.parametrize(
    ("login", "page", "status"),
    [
        ("student-utokyo", "/instructor/", 403),
        ("student-utokyo", "/coordinator/", 403),
        ("student-utokyo", "/learner/snu-intro/04_entanglement", 404),
        ("instructor-utokyo", "/learner/", 403),
        ("instructor-utokyo", "/coordinator/", 403),
        ("instructor-utokyo", "/instructor/snu-intro", 404),
        ("coordinator", "/learner/", 403),
        ("coordinator", "/instructor/", 403),
        ("coordinator", "/instructor/utokyo-intro", 403),
        ("both-snu", "/instructor/utokyo-intro", 404),
        ("both-snu", "/instructor/snu-intro", 200),
    ],
)
def test_a_role_opens_its_own_pages_alone(
    client: FlaskClient, login: str, page: str, status: int
) -> None:
    sign_in(client, login)
    assert client.get(page).status_code == status


@pytest.mark.usefixtures("campus")
def test_who_is_not_signed_in_comes_back_after_it(client: FlaskClient) -> None:
    answer = client.get("/instructor/utokyo-intro?a=1")
    assert answer.status_code == 303
    page = client.get(answer.headers["Location"])
    assert 'name="next" value="/instructor/utokyo-intro?a=1"' in page.text


@pytest.mark.usefixtures("campus")
@pytest.mark.parametrize(
    "target",
    [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "/x\r\nA: b",
    ],
)
def test_signing_in_leads_to_no_foreign_page(client: FlaskClient, target: str) -> None:
    page = client.get("/sign-in").text
    answer = client.post(
        "/sign-in", data={"login": "coordinator", "next": target, "csrf_token": token_in(page)}
    )
    assert answer.headers["Location"] == "/"


@pytest.mark.usefixtures("campus")
def test_an_unknown_person(client: FlaskClient) -> None:
    assert sign_in(client, "nobody") == 404
    assert client.get("/learner/").status_code == 303


@pytest.mark.usefixtures("campus")
@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("192.0.2.7", "127.0.0.1:8000"),
        ("127.0.0.1", "qampus.example"),
        ("127.0.0.1", "127.0.0.1.evil.example"),
        ("127.0.0.1", "localhost.evil.example:8000"),
        ("127.0.0.1", "192.0.2.7"),
        ("127.0.0.1", "[2001:db8::1]:8000"),
        ("::ffff:192.0.2.7", "localhost"),
        ("", "localhost"),
    ],
)
def test_the_demo_is_for_this_machine_alone(app: Flask, address: str, host: str) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    client = app.test_client()
    for answer in (
        client.get("/sign-in", environ_base={"REMOTE_ADDR": address}, headers={"Host": host}),
        client.post(
            "/sign-in",
            data={"login": "coordinator"},
            environ_base={"REMOTE_ADDR": address},
            headers={"Host": host},
        ),
    ):
        assert answer.status_code == 403
        assert answer.text.count("\n") == 1
        assert "http://127.0.0.1" in answer.text
        assert "Set-Cookie" not in answer.headers


@pytest.mark.usefixtures("campus")
@pytest.mark.parametrize(
    "host", ["127.0.0.1:8000", "localhost", "LOCALHOST:1", "[::1]:8000", "127.1.2.3"]
)
def test_names_of_this_machine(client: FlaskClient, host: str) -> None:
    assert client.get("/sign-in", headers={"Host": host}).status_code == 200


@pytest.mark.usefixtures("campus")
def test_no_demo_no_choice(app: Flask) -> None:
    app.config["DEMO"] = False
    app.config["WTF_CSRF_ENABLED"] = False
    client = app.test_client()
    assert client.get("/sign-in").status_code == 403
    assert client.post("/sign-in", data={"login": "coordinator"}).status_code == 403
    assert client.get("/coordinator/").status_code == 303


@pytest.mark.usefixtures("campus")
def test_forms_need_their_token(client: FlaskClient) -> None:
    assert client.post("/sign-in", data={"login": "coordinator"}).status_code == 400
    assert sign_in(client, "coordinator") == 303
    assert client.post("/sign-out").status_code == 400
    assert client.get("/coordinator/").status_code == 200


@pytest.mark.usefixtures("campus")
def test_the_session_cookie(client: FlaskClient, app: Flask) -> None:
    page = client.get("/sign-in").text
    answer = client.post("/sign-in", data={"login": "coordinator", "csrf_token": token_in(page)})
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("qampus=")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


@pytest.mark.usefixtures("campus")
def test_a_forged_session_is_nobody(client: FlaskClient) -> None:
    client.set_cookie("qampus", "eyJwZXJzb24iOjF9.aaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbb")
    assert client.get("/learner/").status_code == 303
