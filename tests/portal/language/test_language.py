"""The language is the person's choice, and it stays; names, moments and addresses are right in it."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from flask_babel import force_locale

from portal.language import moment, own_path, person_name, points
from portal.models import Person
from tests.portal.classroom import Portal


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    return Portal(tmp_path_factory.mktemp("portal"))


def language_of(page: str) -> str:
    return page.split('<html lang="')[1][:2]


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("ja-JP,ja;q=0.9", "ja"),
        ("ko", "ko"),
        ("de,en;q=0.5", "en"),
        ("fr", "en"),
        ("", "en"),
        ("de, ko;q=0.3", "ko"),
    ],
)
def test_before_sign_in_the_browser_decides(portal: Portal, header: str, language: str) -> None:
    page = portal.visitor().client.get("/sign-in", headers={"Accept-Language": header}).text
    assert language_of(page) == language


def test_a_choice_before_sign_in_is_remembered(portal: Portal) -> None:
    visitor = portal.visitor()
    visitor.speak("ko")
    assert (
        language_of(visitor.client.get("/sign-in", headers={"Accept-Language": "ja"}).text) == "ko"
    )


def test_a_choice_is_the_persons_on_every_browser(portal: Portal) -> None:
    visitor = portal.visitor("keio-learner-1")
    assert language_of(visitor.get("/learner/").text) == "ja"
    visitor.speak("ko")
    assert language_of(visitor.get("/learner/").text) == "ko"
    assert language_of(portal.visitor("keio-learner-1").get("/learner/").text) == "ko"
    assert language_of(portal.visitor("keio-learner-2").get("/learner/").text) == "ja"


def test_an_unknown_language_is_refused(portal: Portal) -> None:
    answer = portal.visitor().form("/language", "/sign-in", language="xx")
    assert answer.status_code == 422


def test_a_choice_needs_the_forms_token(portal: Portal) -> None:
    assert portal.visitor().client.post("/language", data={"language": "ko"}).status_code == 400


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("/learner/?a=1", "/learner/?a=1"),
        ("//outside.invalid/", "/"),
        ("/\\outside.invalid", "/"),
        ("http://outside.invalid/", "/"),
        ("javascript:alert(1)", "/"),
        ("/x\r\nSet-Cookie: a=b", "/"),
        ("/\t/outside.invalid", "/"),
        ("", "/"),
    ],
)
def test_the_way_back_stays_in_the_portal(target: str, path: str) -> None:
    assert own_path(target) == path


@pytest.mark.parametrize(
    ("language", "family", "given", "shown"),
    [
        ("en", "Learner", "Simulated", "Simulated Learner"),
        ("ja", "Learner", "Simulated", "Learner Simulated"),
        ("en", "模擬", "学習者", "模擬 学習者"),
        ("en", "모의", "학습자", "모의학습자"),
        ("ko", "模擬", "学習者", "模擬 学習者"),
        ("en", "Learner", "", "Learner"),
    ],
)
def test_names_stand_in_the_order_of_script_and_reader(
    portal: Portal, language: str, family: str, given: str, shown: str
) -> None:
    with portal.app.test_request_context(), force_locale(language):
        assert person_name(Person(family_name=family, given_name=given)) == shown


@pytest.mark.parametrize(
    ("language", "zone", "shown"),
    [
        ("en", "America/Chicago", "Sun, Nov 1, 2026 01:30 (Chicago)"),
        ("ja", "Asia/Tokyo", "2026年11月1日(日) 15:30 (東京)"),
        ("ko", "Asia/Seoul", "2026년 11월 1일 (일) 15:30 (서울)"),
    ],
)
def test_moments_are_by_the_universitys_clock(
    portal: Portal, language: str, zone: str, shown: str
) -> None:
    at = datetime(2026, 11, 1, 6, 30, tzinfo=UTC)
    with portal.app.test_request_context(), force_locale(language):
        assert moment(at, ZoneInfo(zone)) == shown


@pytest.mark.parametrize(
    ("value", "shown"), [(2.0, "2"), (2.5, "2.5"), (1 / 3, "0.33"), (0.0, "0")]
)
def test_points_have_no_needless_decimals(portal: Portal, value: float, shown: str) -> None:
    with portal.app.test_request_context():
        assert points(value) == shown
