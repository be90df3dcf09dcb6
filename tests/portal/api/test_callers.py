"""Each call with the token of each kind of caller, and the form and language of refusals."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.portal.calls import COURSE, EXERCISE, GRADER_TOKEN, OPERATOR_TOKEN, Api, notebook

CALLS = {
    ("GET", "/exchange/assignments"): {"person"},
    ("GET", f"/exchange/courses/{COURSE}/assignments/{EXERCISE}"): {"person"},
    ("POST", f"/exchange/courses/{COURSE}/assignments/{EXERCISE}/submissions"): {"person"},
    ("GET", "/exchange/submissions/x/feedback"): {"person"},
    ("PUT", f"/catalog/modules/{EXERCISE}"): {"grader"},
    ("GET", "/grading/offerings"): {"grader"},
    ("POST", "/grading/claims"): {"grader"},
    ("PUT", "/grading/submissions/x/result"): {"grader"},
    ("PUT", "/grading/submissions/x/feedback"): {"grader"},
    ("POST", "/grading/submissions/x/failure"): {"grader"},
    ("POST", "/grading/drafts/claims"): {"grader"},
    ("PUT", "/grading/drafts/x/lease"): {"grader"},
    ("PUT", "/grading/drafts/x/report"): {"grader"},
    ("PUT", "/grading/drafts/x/released"): {"grader"},
    ("POST", "/grading/drafts/x/failure"): {"grader"},
    ("GET", "/catalog/lessons"): {"grader"},
    ("PUT", f"/catalog/lessons/{EXERCISE}"): {"grader"},
    ("POST", "/grading/marks/claims"): {"grader"},
    ("PUT", "/grading/submissions/x/marks/essay/recorded"): {"grader"},
    ("POST", "/grading/regrades/claims"): {"grader"},
    ("POST", "/grading/regrades/records"): {"grader"},
    ("PUT", "/grading/regrades/x/submissions/x/result"): {"grader"},
    ("PUT", "/grading/regrades/x/submissions/x/recorded"): {"grader"},
    ("POST", "/grading/regrades/x/submissions/x/failure"): {"grader"},
    ("GET", f"/offerings/{COURSE}/marks"): {"person", "operator"},
    ("PUT", "/operator/roster"): {"operator"},
    ("POST", "/operator/people/coordinator/tokens"): {"operator"},
    ("GET", "/operator/status"): {"operator", "grader"},
}
LOGINS = ("student-utokyo", "instructor-utokyo", "coordinator")


def test_every_call_of_the_api_is_tested(app: Flask) -> None:
    rules = [rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/api/")]
    # The description of the API is for everybody.
    assert len(rules) == len(CALLS) + 1


@pytest.mark.parametrize(("method", "path"), CALLS)
def test_only_the_right_callers(
    client: FlaskClient, tokens: Callable[[str], str], method: str, path: str
) -> None:
    callers = {"grader": GRADER_TOKEN, "operator": OPERATOR_TOKEN} | {
        login: tokens(login) for login in LOGINS
    }
    for caller, token in callers.items():
        kind = caller if caller in ("grader", "operator") else "person"
        answer = Api(client, token)(method, path, {})
        if kind in CALLS[method, path]:
            assert answer.status != 401
            assert answer.status < 500
            assert answer.status < 400 or answer.code != "not_allowed"
        else:
            assert (answer.status, answer.code) == (403, "not_allowed"), caller


@pytest.mark.parametrize(("method", "path"), CALLS)
@pytest.mark.parametrize(
    "header", [None, "", "Bearer", "Bearer ", "Bearer wrong", "Basic abc", "Bearer é"]
)
def test_without_a_right_token(
    campus: None, client: FlaskClient, method: str, path: str, header: str | None
) -> None:
    headers = {} if header is None else {"Authorization": header}
    answer = client.open(f"/api/v1{path}", method=method, headers=headers, json={})
    assert answer.status_code == 401
    assert answer.get_json()["error"]["code"] == "wrong_token"
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_a_session_is_no_token(campus: None, app: Flask) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    browser = app.test_client()
    assert browser.post("/sign-in", data={"login": "student-utokyo"}).status_code == 303
    assert browser.get("/api/v1/exchange/assignments").status_code == 401


def test_no_service_token_configured_lets_nobody_in(app: Flask, client: FlaskClient) -> None:
    app.config["GRADER_TOKEN"] = app.config["OPERATOR_TOKEN"] = None
    for token in ("None", "", GRADER_TOKEN):
        assert Api(client, token)("GET", "/operator/status").status == 401


def test_refusals_speak_the_callers_language(as_person: Callable[[str], Api]) -> None:
    messages = {
        login: as_person(login)("GET", "/exchange/assignments?course=nowhere").message
        for login in ("coordinator", "student-utokyo", "student-snu")
    }
    assert "You have no course nowhere" in messages["coordinator"]
    assert all("nowhere" in message for message in messages.values())
    assert any("\u3040" <= letter <= "\u30ff" for letter in messages["student-utokyo"])
    assert any("\uac00" <= letter <= "\ud7a3" for letter in messages["student-snu"])


def test_unknown_calls_and_methods_have_the_same_form(grader: Api) -> None:
    answer = grader("GET", "/nothing")
    assert (answer.status, answer.code) == (404, "unknown_call")
    answer = grader("DELETE", "/operator/status")
    assert (answer.status, answer.code) == (405, "wrong_method")


def test_answers_are_json_that_no_browser_takes_for_a_page(student: Api) -> None:
    answer = student.submit(notebook("<script>alert(1)</script>"))
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"
