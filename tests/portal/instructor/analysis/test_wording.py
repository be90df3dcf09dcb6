"""Figures in words, in three languages."""

from __future__ import annotations

import pytest
from flask_babel import force_locale

from portal.instructor.analysis import wording
from tests.portal.classroom import Portal


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    return Portal(tmp_path_factory.mktemp("portal"))


@pytest.mark.parametrize(
    ("seconds", "english", "japanese", "korean"),
    [
        (None, "not reached yet", "まだ達していません", "아직 도달하지 않음"),
        (0.0, "at once", "すぐに", "즉시"),
        (20.0, "1 min", "1 分", "1분"),
        (7199.0, "120 min", "120 分", "120분"),
        (7200.0, "2 hr", "2 時間", "2시간"),
        (86400.0 * 2, "2 days", "2 日", "2일"),
        (86400.0 * 20.4, "20 days", "20 日", "20일"),
    ],
)
def test_a_duration(
    portal: Portal, seconds: float | None, english: str, japanese: str, korean: str
) -> None:
    for language, expected in (("en", english), ("ja", japanese), ("ko", korean)):
        with portal.app.test_request_context(), force_locale(language):
            assert wording.duration(seconds) == expected


def test_a_share_of_few_is_a_number_of_them(portal: Portal) -> None:
    with portal.app.test_request_context(), force_locale("en"):
        assert wording.share(3, 9) == "3 of 9"
        assert wording.share(3, 10) == "30%"
