"""Server-sent events through the portal's own server: who hears what, how soon, and that it ends."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest

from portal import listening
from portal.changes import tell, topic_of_learner, topic_of_offering
from tests.portal.browser import serve
from tests.portal.classroom import Portal


@pytest.fixture
def portal(tmp_path) -> Portal:
    return Portal(tmp_path)


@pytest.fixture
def address(portal: Portal) -> Iterator[str]:
    with serve(portal.app) as address:
        yield address


def cookie_of(portal: Portal, login: str) -> dict[str, str]:
    visitor = portal.visitor(login)
    return {"qampus": visitor.client.get_cookie("qampus").value}


@contextmanager
def heard(address: str, cookies: dict[str, str]) -> Iterator[list[str]]:
    """Listen; gives the list of what is heard, which grows."""
    lines: list[str] = []
    begun = threading.Event()
    with httpx.Client(cookies=cookies, timeout=30, trust_env=False) as client:

        def listen() -> None:
            with client.stream("GET", f"{address}/changes") as answer:
                assert answer.headers["content-type"].startswith("text/event-stream")
                assert answer.headers["cache-control"] == "no-store"
                begun.set()
                try:
                    for line in answer.iter_lines():
                        lines.append(line)
                except httpx.HTTPError:
                    pass

        thread = threading.Thread(target=listen, daemon=True)
        thread.start()
        assert begun.wait(20)
        time.sleep(2 * listening.LOOK_EVERY)  # the first look only says from where on it is new
        yield lines


def wait_for(lines: list[str], line: str) -> None:
    end = time.monotonic() + 20
    while line not in lines:
        assert time.monotonic() < end, lines
        time.sleep(0.02)


def say(portal: Portal, *topics: str) -> None:
    with portal.writing() as session:
        tell(session, *topics)


def test_a_learner_hears_of_herself_and_of_nobody_else(portal: Portal, address: str) -> None:
    own = topic_of_learner(portal.room.people["keio-learner-1"].pseudonym)
    other = topic_of_learner(portal.room.people["keio-learner-2"].pseudonym)
    with heard(address, cookie_of(portal, "keio-learner-1")) as lines:
        say(portal, other, topic_of_offering("keio-2026"), own)
        wait_for(lines, f"data: {own}")
        assert "event: change" in lines
        assert not any(other in line or "offering" in line for line in lines)


def test_an_instructor_hears_of_what_she_teaches(portal: Portal, address: str) -> None:
    with heard(address, cookie_of(portal, "snu-instructor")) as lines:
        say(portal, topic_of_offering("keio-2026"))
        say(portal, topic_of_offering("snu-2026"))
        wait_for(lines, "data: offering:snu-2026")
        assert not any("keio" in line for line in lines)


def test_what_is_taken_back_is_not_heard(portal: Portal, address: str) -> None:
    with heard(address, cookie_of(portal, "snu-instructor")) as lines:
        with pytest.raises(ZeroDivisionError), portal.writing() as session:
            tell(session, topic_of_offering("snu-2026"))
            session.flush()
            raise ZeroDivisionError
        time.sleep(3 * listening.LOOK_EVERY)
        assert not any(line.startswith("data") for line in lines)


@pytest.mark.parametrize("login", [None, "uchicago-coordinator"])
def test_who_has_nothing_to_hear_is_sent_away_for_good(
    portal: Portal, address: str, login: str | None
) -> None:
    cookies = cookie_of(portal, login) if login else {"qampus": "forged"}
    answer = httpx.get(f"{address}/changes", cookies=cookies, trust_env=False)
    assert (answer.status_code, answer.content) == (204, b"")


def test_a_silent_connection_gets_signs_of_life(
    portal: Portal, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listening, "SIGN_OF_LIFE", 0.2)
    with heard(address, cookie_of(portal, "snu-instructor")) as lines:
        wait_for(lines, ": still here")


def test_a_connection_ends_so_that_rights_are_looked_up_anew(
    portal: Portal, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listening, "LONGEST", 0.5)
    monkeypatch.setattr(listening, "SIGN_OF_LIFE", 0.2)
    answer = httpx.get(
        f"{address}/changes",
        cookies=cookie_of(portal, "snu-instructor"),
        timeout=20,
        trust_env=False,
    )
    assert answer.status_code == 200


def test_the_server_stops_at_once_with_connections_open(portal: Portal) -> None:
    with serve(portal.app) as address, heard(address, cookie_of(portal, "snu-instructor")):
        before = time.monotonic()
    assert time.monotonic() - before < 3


def test_many_listeners_cost_one_look(portal: Portal, address: str) -> None:
    cookies = cookie_of(portal, "snu-instructor")
    lists = []
    with heard(address, cookies) as first, heard(address, cookies) as second:
        lists = [first, second]
        say(portal, topic_of_offering("snu-2026"))
        for lines in lists:
            wait_for(lines, "data: offering:snu-2026")
